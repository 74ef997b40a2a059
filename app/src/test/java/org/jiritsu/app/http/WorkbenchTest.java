package org.jiritsu.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The pages of the workbench, and what is said without them. */
class WorkbenchTest {
    private final Workbench built = new Workbench("/org/jiritsu/webtest");

    private static String text(Reply answer) {
        return new String(((Reply.Whole) answer).body(), StandardCharsets.UTF_8);
    }

    @Test
    void aPageOfTheBrowsersOwnIsTheFirstPage() throws IOException {
        for (String path : new String[] {"/", "/index.html", "/dependence", "/what-if/japan"}) {
            Reply answer = built.answer(path);
            assertEquals(200, answer.status(), path);
            assertTrue(text(answer).contains("<title>test</title>"), path);
            assertEquals("no-cache", answer.headers().get("Cache-Control"));
        }
    }

    @Test
    void whatIsNamedAfterItsContentIsKeptForEver() throws IOException {
        Reply script = built.answer("/assets/index-abc123.js");
        assertEquals("text/javascript; charset=utf-8", script.headers().get("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", script.headers().get("Cache-Control"));
        assertEquals(404, built.answer("/assets/index-abc124.js").status());
    }

    @Test
    void withoutTheBuildAPageSaysHowToMendIt() throws IOException {
        Reply answer = new Workbench("/org/jiritsu/nothing").answer("/");
        assertEquals(503, answer.status());
        assertTrue(text(answer).contains("npm") && text(answer).contains("mvn package"));
    }
}
