package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;

/** What a call of the command line gave back. */
record CommandProcess(int code, String out, String err) {
    /** In this machine, which is quick; a result must go to a file by -o. */
    static CommandProcess inProcess(String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return new CommandProcess(Main.run(args), "", err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    /** The command that starts a process of its own. */
    static List<String> java(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djiritsu.root=" + Bundled.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.jiritsu.app.Main"));
        command.addAll(List.of(args));
        return command;
    }

    static ProcessBuilder process(Path home, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("JIRITSU_HOME", home.resolve("home").toString());
        builder.environment().remove("JIRITSU_KERNEL");
        builder.environment().remove("JIRITSU_DEBUG");
        return builder;
    }

    /** As a process of its own, in {@code home} and with its store there. */
    static CommandProcess asProcess(Path home, List<String> command, Redirect out) {
        try {
            Path err = Files.createTempFile("err", ".txt");
            Path printed = Files.createTempFile("out", ".txt");
            try {
                Process process = process(home, command)
                        .redirectOutput(out == Redirect.PIPE ? Redirect.to(printed.toFile()) : out)
                        .redirectError(err.toFile())
                        .start();
                assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running: " + command);
                return new CommandProcess(process.exitValue(), Files.readString(printed), Files.readString(err));
            } finally {
                Files.delete(err);
                Files.delete(printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static CommandProcess asProcess(Path home, String... args) {
        return asProcess(home, java(args), Redirect.PIPE);
    }

    /** Done, and nothing said. */
    CommandProcess done() {
        assertEquals(0, code, err);
        assertEquals("", err);
        return this;
    }

    /** Ended with this code, each text on stderr, a last line that begins "Maybe", and no stack trace. */
    CommandProcess failed(int expected, String... texts) {
        assertEquals(expected, code, err);
        for (String text : texts) {
            assertTrue(err.contains(text), () -> "'" + text + "' is missing in: " + err);
        }
        assertTrue(err.strip().lines().toList().getLast().startsWith("Maybe "), err);
        assertFalse(err.contains("\tat "), err);
        return this;
    }

    /** The same, in the full form of an answer to a mistake. */
    CommandProcess answered(int expected, String... texts) {
        failed(expected, texts);
        Mistakes.assertForm(err);
        return this;
    }
}
