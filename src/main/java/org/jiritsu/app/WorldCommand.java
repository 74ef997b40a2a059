package org.jiritsu.app;

import picocli.CommandLine.Command;

@Command(
        name = "world",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Check a world table, or bring in your own.",
        subcommands = {WorldCheckCommand.class, WorldImportCommand.class})
final class WorldCommand {}
