package org.jiritsu.app.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it is told and kept ({@code run.json}).
 *
 * @param kind {@code study}, or the command asked
 * @param state queued, running, done, failed, cancelled, or broken: cut off with the server
 * @param done of {@code total} parts
 * @param submitted when, in ISO 8601; so the next two
 * @param problem why it failed
 * @param files what can be fetched: what was asked from the beginning, and the results once it is done
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Run(
        String id,
        String title,
        String kind,
        State state,
        int done,
        int total,
        String message,
        String submitted,
        Optional<String> started,
        Optional<String> ended,
        Optional<Map<String, Object>> problem,
        List<String> files) {
    Run {
        files = List.copyOf(files);
    }

    enum State {
        queued,
        running,
        done,
        failed,
        cancelled,
        broken;

        boolean isFinal() {
            return this != queued && this != running;
        }
    }

    static Run queued(String id, String title, String kind, String question) {
        return new Run(
                id,
                title,
                kind,
                State.queued,
                0,
                0,
                "waiting",
                now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(question));
    }

    Run begun() {
        return new Run(
                id,
                title,
                kind,
                State.running,
                0,
                total,
                "begun",
                submitted,
                Optional.of(now()),
                ended,
                problem,
                files);
    }

    Run at(int done, int total, String message) {
        return new Run(id, title, kind, state, done, total, message, submitted, started, ended, problem, files);
    }

    Run done(List<String> all) {
        return new Run(
                id,
                title,
                kind,
                State.done,
                total,
                total,
                "done",
                submitted,
                started,
                Optional.of(now()),
                problem,
                all);
    }

    /** Without results. */
    Run ended(State state, String message) {
        return new Run(
                id, title, kind, state, done, total, message, submitted, started, Optional.of(now()), problem, files);
    }

    Run failed(Problem why) {
        return new Run(
                id,
                title,
                kind,
                State.failed,
                done,
                total,
                why.title(),
                submitted,
                started,
                Optional.of(now()),
                Optional.of(why.json()),
                files);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
