package org.jiritsu.study.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What every report carries in itself.
 *
 * @param css the style sheet
 * @param echarts the chart library, with its licence notice
 * @param script the page's own script
 * @param policy the content security policy: nothing is loaded, and only these two scripts run
 * @param notice the chart library's NOTICE, which travels with it
 */
record ReportAssets(String css, String echarts, String echartsVersion, String script, String policy, String notice) {
    static final String ECHARTS_VERSION = "6.0.0";
    private static final String ECHARTS = "/META-INF/resources/_static/echarts/" + ECHARTS_VERSION + "/";
    private static final String OWN = "/org/jiritsu/study/report/";

    static ReportAssets load() {
        String echarts = resource(ECHARTS + "dist/echarts.min.js");
        String script = text("charts.js") + text("page.js");
        String policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; "
                + "form-action 'none'; script-src '" + hash(echarts) + "' '" + hash(script) + "'";
        return new ReportAssets(
                text("report.css"),
                echarts,
                ECHARTS_VERSION,
                script,
                policy,
                resource(ECHARTS + "NOTICE").strip());
    }

    /** A text of the report's own. */
    static String text(String name) {
        return resource(OWN + name);
    }

    private static String resource(String path) {
        try (InputStream in = ReportAssets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
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
