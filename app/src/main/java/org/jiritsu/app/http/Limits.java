package org.jiritsu.app.http;

import java.time.Duration;

/**
 * How much may be asked.
 *
 * @param body bytes of a request's body
 * @param steps of a study
 * @param atOnce runs that work at the same time
 * @param queued runs that wait
 * @param kept finished runs that are kept, the latest
 * @param run how long a run may take
 * @param question how long a question may take
 */
public record Limits(int body, int steps, int atOnce, int queued, int kept, Duration run, Duration question) {
    /** For a machine with two processors and a few people. */
    public static final Limits USUAL =
            new Limits(256 << 10, 40, 2, 16, 200, Duration.ofMinutes(20), Duration.ofSeconds(60));
}
