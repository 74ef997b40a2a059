package org.jiritsu.app.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing the API does, with what its description says of it.
 *
 * @param path such as {@code /runs/{id}}; a last part {@code {name...}} takes the rest of the path
 * @param about one line
 * @param status of a good answer
 * @param gives the media type of it
 * @param schema of the JSON it gives, with {@code []} for a list of them; empty if any
 * @param parameters the values of a parameter by its name, the default first
 * @param command whose parameters it takes; empty if none's
 */
record Route(
        String method,
        String path,
        String about,
        String status,
        String gives,
        String schema,
        Map<String, List<String>> parameters,
        String command,
        Handler handler) {
    /** Lanes a call. */
    @FunctionalInterface
    interface Handler {
        Reply answer(Call call) throws Exception;
    }

    static Route get(String path, String about, Handler handler) {
        return new Route("GET", path, about, "200", "application/json", "", Map.of(), "", handler);
    }

    Route gives(String type) {
        return new Route(method, path, about, status, type, schema, parameters, command, handler);
    }

    Route of(String schema) {
        return new Route(method, path, about, status, gives, schema, parameters, command, handler);
    }

    Route with(String parameter, List<String> values) {
        return new Route(method, path, about, status, gives, schema, Map.of(parameter, values), command, handler);
    }

    Route asks(String command) {
        return new Route(method, path, about, status, gives, schema, parameters, command, handler);
    }

    /** The same for another method, which answers that it has begun. */
    Route by(String method) {
        return new Route(method, path, about, "202", gives, schema, parameters, command, handler);
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
