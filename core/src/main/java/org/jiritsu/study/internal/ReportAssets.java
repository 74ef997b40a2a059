package org.jiritsu.study.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every report carries in itself.
 *
 * @param css the style sheet
 * @param script of the page: its tables and definitions
 * @param drawing the script that draws the pictures, the same as on the pages; none where it was not built
 * @param policy the content security policy: nothing is loaded, and only these scripts run
 */
record ReportAssets(String css, String script, List<Drawing> drawing, String policy) {
    private static final String OWN = "/org/jiritsu/study/report/";
    private static final String CHARTS = "/org/jiritsu/charts/";

    /**
     * The drawing of charts, built by the module of the pages, on machines with npm.
     *
     * @param version of the chart library in it
     * @param notice the chart library's NOTICE, which travels with it
     */
    record Drawing(String script, String version, String notice) {}

    static ReportAssets load() {
        List<Drawing> drawing = resource(CHARTS + "charts.js")
                .map(script -> new Drawing(
                        script,
                        resource(CHARTS + "VERSION").orElse("").strip(),
                        resource(CHARTS + "NOTICE").orElse("").strip()))
                .stream()
                .toList();
        String script = text("page.js");
        String scripts = Stream.concat(Stream.of(script), drawing.stream().map(Drawing::script))
                .map(each -> " '" + hash(each) + "'")
                .collect(Collectors.joining());
        String policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; "
                + "form-action 'none'; script-src" + scripts;
        return new ReportAssets(
                resource(CHARTS + "colours.css").orElse("") + text("report.css"), script, drawing, policy);
    }

    /** A text of the report's own. */
    static String text(String name) {
        return resource(OWN + name)
                .orElseThrow(() -> new IllegalStateException("Missing from the class path: " + OWN + name));
    }

    private static Optional<String> resource(String path) {
        try (InputStream in = ReportAssets.class.getResourceAsStream(path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
