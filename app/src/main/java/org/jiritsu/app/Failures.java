package org.jiritsu.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;
import org.jiritsu.app.http.Problem;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.linear.ResidualException;
import org.jiritsu.trade.UnconvergedException;
import picocli.CommandLine;

/** Turns what went wrong into words for a person and an exit code. */
final class Failures {
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    static final int BAD_DATA = 3;

    private Failures() {}

    /**
     * A failure in words.
     *
     * @param what in short
     * @param text the whole message, whose last line begins "Maybe"
     * @param expected empty where it cannot be said; so is {@code found}
     * @param maybe the likeliest mend, without the word "Maybe"
     */
    record Words(int code, String what, String text, String expected, String found, String maybe) {
        static Words of(int code, String what, String maybe) {
            return new Words(code, what, what + "\nMaybe " + maybe, "", "", maybe);
        }
    }

    static int wrongUse(CommandLine.ParameterException e, String[] args) {
        return print(e, e.getCommandLine());
    }

    static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        trace(e);
        return print(e, command);
    }

    /** Where it happened, for those who ask with JIRITSU_DEBUG. */
    static void trace(Exception e) {
        if (System.getenv("JIRITSU_DEBUG") != null) {
            e.printStackTrace();
        }
    }

    private static int print(Exception e, CommandLine command) {
        Words words = words(e);
        PrintWriter err = command.getErr();
        err.println(words.text());
        return words.code();
    }

    static Words words(Exception e) {
        return switch (e) {
            case CommandLine.ParameterException wrong
            when wrong.getCause() instanceof InputException input -> words(input);
            case CommandLine.ParameterException wrong -> parameter(wrong);
            case InputException input ->
                new Words(
                        input.kind() == InputException.Kind.USE ? WRONG_USE : BAD_DATA,
                        input.what(),
                        input.getMessage(),
                        input.expected(),
                        input.found(),
                        input.maybe());
            case UnconvergedException unconverged ->
                Words.of(
                        FAILED,
                        String.valueOf(unconverged.getMessage()),
                        "the change is too large for these elasticities: try a smaller one, or --deficits zero.");
            case ResidualException residual ->
                Words.of(
                        FAILED,
                        String.valueOf(residual.getMessage()),
                        "the table is nearly singular: 'jiritsu world check' shows its identities.");
            case UncheckedIOException io -> file(Objects.requireNonNull(io.getCause()));
            case IOException io -> file(io);
            default ->
                Words.of(
                        FAILED,
                        "Jiritsu failed: " + e,
                        "this is an error in Jiritsu: JIRITSU_DEBUG=1 shows where, for a report.");
        };
    }

    /** The same over HTTP. */
    static Problem problem(Exception e) {
        trace(e);
        Words words = words(e);
        int status = words.code() == WRONG_USE ? 400 : words.code() == BAD_DATA || isOfTheModel(e) ? 422 : 500;
        return new Problem(status, words.what(), words.text(), words.expected(), words.found(), words.maybe());
    }

    /** Whether the model could not answer what was asked rightly. */
    private static boolean isOfTheModel(Exception e) {
        return e instanceof UnconvergedException || e instanceof ResidualException;
    }

    private static Words parameter(CommandLine.ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String help = "'" + name + " --help' shows what you need.";
        return Words.of(
                WRONG_USE,
                name + ": " + e.getMessage(),
                e instanceof CommandLine.UnmatchedArgumentException unmatched
                        ? nearest(unmatched.getUnmatched().getFirst(), command)
                                .map(near -> "you meant " + near + ".")
                                .orElse(help)
                        : help);
    }

    private static Optional<String> nearest(String unknown, CommandLine command) {
        return NearestWord.of(
                unknown,
                unknown.startsWith("-")
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }

    private static Words file(IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() != null
                ? f.getFile() + ": " + f.getReason()
                : e.getMessage();
        String denied = e instanceof AccessDeniedException ? " (access denied)" : "";
        String what = "Cannot write or read: " + reason + denied;
        return Words.of(
                FAILED,
                what + "\nNothing was left half-written.",
                String.valueOf(reason).toLowerCase(java.util.Locale.ROOT).contains("space")
                        ? "the disk is full: free some room, or name another place with -o."
                        : "the place cannot be written to: name another with -o.");
    }
}
