package org.jiritsu.app;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which world to ask. */
final class WorldOption {
    static final String DEFAULT = "icio2022";

    private static final String NAME = "--world";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = NAME,
            paramLabel = "ID",
            defaultValue = DEFAULT,
            description = "the world table to ask (default: ${DEFAULT-VALUE}; 'jiritsu worlds' lists them)")
    private String id = DEFAULT;

    String id() {
        return id;
    }

    /** Whether it was said, rather than left at the default. */
    boolean isGiven() {
        return command.commandLine().getParseResult().hasMatchedOption(NAME);
    }
}
