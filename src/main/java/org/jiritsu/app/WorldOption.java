package org.jiritsu.app;

import picocli.CommandLine.Option;

/** Which world to ask. */
final class WorldOption {
    static final String DEFAULT = "icio2022";

    @Option(
            names = "--world",
            paramLabel = "ID",
            defaultValue = DEFAULT,
            description = "the world table to ask (default: ${DEFAULT-VALUE}; 'jiritsu worlds' lists them)")
    private String id = DEFAULT;

    String id() {
        return id;
    }
}
