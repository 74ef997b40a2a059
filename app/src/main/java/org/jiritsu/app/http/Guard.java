package org.jiritsu.app.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may ask, and the headers that keep a browser from being turned against its user. */
final class Guard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READS = Set.of("GET", "HEAD");
    static final String COOKIE = "jiritsu_token";

    /** No inline scripts, no styles as attributes (charts set theirs from scripts), and no other origins. */
    private static final String PAGE_POLICY = "default-src 'self'; "
            + "img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    /** A report carries its scripts in itself: it runs them in an origin of its own, where nothing can be reached. */
    static final String REPORT_POLICY = "sandbox allow-scripts allow-downloads; default-src 'none'; "
            + "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final boolean loopback;
    private final Optional<String> token;

    /**
     * @param loopback whether only this machine can reach the server
     * @param token what a caller must know, if anything
     */
    Guard(boolean loopback, Optional<String> token) {
        this.loopback = loopback;
        this.token = token;
    }

    static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", PAGE_POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.put("Vary", "Accept-Encoding, Accept-Language, Cookie, Authorization");
        return headers;
    }

    /** @throws Problem.Thrown if the call may not be answered */
    void check(Call call) {
        requireHost(call.header("Host").orElse(""));
        requireSameOrigin(call);
        if (token.isPresent() && !knows(call)) {
            throw Problem.of(
                            401,
                            "This server answers only those who know its token",
                            "the header 'Authorization: Bearer TOKEN', or the address with ?token=TOKEN once",
                            "no token, or another",
                            "it stands where the server was started.")
                    .thrown();
        }
    }

    /** Another name for this machine, given by a stranger's name server, must not make their page ours. */
    private void requireHost(String host) {
        if (loopback && !LOOPBACK.contains(host.replaceFirst(":\\d+$", ""))) {
            throw Problem.of(
                            421,
                            "This server knows itself by another name",
                            "the host localhost, 127.0.0.1 or [::1]",
                            host,
                            "'jiritsu serve --address ...' is what you want.")
                    .thrown();
        }
    }

    private static void requireSameOrigin(Call call) {
        String host = call.header("Host").orElse("");
        boolean foreign = call.header("Origin")
                .map(origin -> !origin.equals("http://" + host) && !origin.equals("https://" + host))
                .orElse(false);
        String site = call.header("Sec-Fetch-Site").orElse("none");
        boolean followed = READS.contains(call.method())
                && call.header("Sec-Fetch-Mode").orElse("").equals("navigate");
        if (foreign || !(site.equals("same-origin") || site.equals("none") || followed)) {
            throw Problem.of(
                            403,
                            "Another site's page asks",
                            "a call from this server's own pages, or from a program",
                            call.header("Origin").orElse(site),
                            "the address was copied into another page.")
                    .thrown();
        }
    }

    boolean knows(Call call) {
        return call.header("Authorization")
                .filter(a -> a.startsWith("Bearer "))
                .map(a -> a.substring(7))
                .or(() -> call.cookie(COOKIE))
                .or(() -> call.query("token"))
                .map(this::isToken)
                .orElse(false);
    }

    /** Takes as long for a wrong token as for the right one. */
    private boolean isToken(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /** Lets a browser in that came with the token in the address: it is put into a cookie and out of sight. */
    Optional<Reply> welcome(Call call) {
        return token.isEmpty()
                        || call.query("token").isEmpty()
                        || !call.method().equals("GET")
                ? Optional.empty()
                : Optional.of(Reply.text(303, "text/plain", "")
                        .with("Location", "/")
                        .with("Cache-Control", "no-store")
                        .with("Set-Cookie", COOKIE + "=" + token.get() + "; Path=/; HttpOnly; SameSite=Strict"));
    }
}
