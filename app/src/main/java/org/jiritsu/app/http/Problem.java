package org.jiritsu.app.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong, in the words of the command line, as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param status of HTTP
 * @param title what went wrong, in short
 * @param detail the whole message
 * @param expected empty if it cannot be said; so the next two
 */
public record Problem(int status, String title, String detail, String expected, String found, String maybe) {
    /** With the detail made of the parts, as the command line prints them. */
    public static Problem of(int status, String title, String expected, String found, String maybe) {
        return new Problem(
                status,
                title,
                "%s%n  Expected: %s%n  Found:    %s%nMaybe %s"
                        .formatted(title, expected, found.isBlank() ? "nothing" : found, maybe)
                        .replace("\r", ""),
                expected,
                found,
                maybe);
    }

    Thrown thrown() {
        return new Thrown(this);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "about:blank");
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        json.put("expected", expected);
        json.put("found", found);
        json.put("maybe", maybe);
        return json;
    }

    /** A problem on its way to the caller. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Thrown(Problem problem) {
            super(problem.detail, null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
