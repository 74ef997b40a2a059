package org.jiritsu.app.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing the API does.
 *
 * @param path such as {@code /runs/{id}}; a last part {@code {name...}} takes the rest of the path
 * @param about one line for the API's description
 * @param gives the media type of its answer
 */
record Route(String method, String path, String about, String gives, Handler handler) {
    /** Answers a call. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Call call) throws Exception;
    }

    static Route get(String path, String about, Handler handler) {
        return new Route("GET", path, about, "application/json", handler);
    }

    /** The named parts of a path, if it is one of this route. */
    Optional<Map<String, String>> match(String asked) {
        List<String> wanted = List.of(path.split("/"));
        boolean rest = path.endsWith("...}");
        String[] parts = asked.split("/", rest ? wanted.size() : -1);
        if (parts.length != wanted.size()) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            String want = wanted.get(i);
            if (want.startsWith("{")) {
                named.put(want.replaceAll("[{}.]", ""), parts[i]);
            } else if (!want.equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }
}
