package org.jiritsu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.jiritsu.linear.ResidualException;
import org.jiritsu.trade.UnconvergedException;
import org.jiritsu.world.InputException;
import org.jiritsu.world.Nearest;
import picocli.CommandLine;

/** Turns what went wrong into words for a person and an exit code. */
final class Failures {
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    static final int BAD_DATA = 3;

    private Failures() {}

    static int wrongUse(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        if (e.getCause() instanceof InputException input) {
            return failed(input, command, command.getParseResult());
        }
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + e.getMessage());
        err.println(e instanceof CommandLine.UnmatchedArgumentException unmatched
                ? nearest(unmatched.getUnmatched().getFirst(), command)
                        .map(near -> "Maybe you meant " + near + ".")
                        .orElse(help(name))
                : help(name));
        return WRONG_USE;
    }

    private static String help(String name) {
        return "Maybe '" + name + " --help' shows what you need.";
    }

    private static Optional<String> nearest(String unknown, CommandLine command) {
        return Nearest.of(unknown, unknown.startsWith("-")
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet());
    }

    static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (System.getenv("JIRITSU_DEBUG") != null) {
            e.printStackTrace(err);
        }
        switch (e) {
            case InputException input -> {
                err.println(input.getMessage());
                return input.kind() == InputException.Kind.USE ? WRONG_USE : BAD_DATA;
            }
            case UnconvergedException unconverged -> err.println(unconverged.getMessage()
                    + "\nMaybe the change is too large for these elasticities: try a smaller one, or --deficits zero.");
            case ResidualException residual -> err.println(residual.getMessage()
                    + "\nMaybe the table is nearly singular: 'jiritsu world check' shows its identities.");
            case UncheckedIOException io -> file(err, io.getCause());
            case IOException io -> file(err, io);
            default -> err.println("Jiritsu failed: " + e
                    + "\nMaybe this is an error in Jiritsu: JIRITSU_DEBUG=1 shows where, for a report.");
        }
        return FAILED;
    }

    private static void file(PrintWriter err, IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() != null
                ? f.getFile() + ": " + f.getReason()
                : e.getMessage();
        err.println("Cannot write or read: " + reason + (e instanceof AccessDeniedException ? " (access denied)" : ""));
        err.println("Nothing was left half-written.");
        err.println(String.valueOf(reason).toLowerCase(java.util.Locale.ROOT).contains("space")
                ? "Maybe the disk is full: free some room, or name another place with -o."
                : "Maybe the place cannot be written to: name another with -o.");
    }
}
