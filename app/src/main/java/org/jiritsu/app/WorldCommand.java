package org.jiritsu.app;

import picocli.CommandLine.Command;

@Command(
        name = "world",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Check, bring in, build, join, balance, compare and write world tables.",
        subcommands = {
            WorldCheckCommand.class,
            WorldImportCommand.class,
            WorldBuildCommand.class,
            WorldAggregateCommand.class,
            WorldBalanceCommand.class,
            WorldDiffCommand.class,
            WorldExportCommand.class
        })
final class WorldCommand {}
