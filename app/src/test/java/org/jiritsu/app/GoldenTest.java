package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.linear.Kernel;
import org.jiritsu.linear.Lu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every question still says what it said: the tables of {@code golden/commands.txt} and of two studies, byte for byte.
 *
 * <p>A processor with other instructions rounds sums in another order. Where a factorisation and a few powers differ in
 * any bit from {@code golden/rounding.txt}, figures may differ by 10⁻⁹; all else must be the same even there.
 */
class GoldenTest {
    private static final double ELSEWHERE = 1e-9;

    /** Lines of a study's table that are kept; of the whole there is a SHA-256. */
    private static final int HEAD = 41;

    private static final Pattern FIGURE = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    private static final Path GOLDEN = golden();

    /** After a change that has its reason in the CHANGELOG: -Djiritsu.golden.remake=true. */
    private static final boolean REMAKE = Boolean.getBoolean("jiritsu.golden.remake");

    private static final Path SOURCE = Bundled.root().resolve("app/src/test/resources/golden");

    @TempDir
    private Path folder;

    private static Path golden() {
        try {
            return Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/golden"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A command line of the list. */
    private record Asked(String name, List<String> commands) {
        static Asked read(String line) {
            String[] parts = line.split(" ", 2);
            return new Asked(parts[0], List.of(parts[1].split(" && ")));
        }

        @Override
        public String toString() {
            return name + ": " + String.join(" && ", commands);
        }
    }

    static List<Asked> commands() throws IOException {
        return Files.readAllLines(GOLDEN.resolve("commands.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Asked::read)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandSaysWhatItSaid(Asked asked) throws IOException {
        for (String command : asked.commands().subList(0, asked.commands().size() - 1)) {
            run(words(command));
        }
        Path file = folder.resolve("answer.csv");
        List<String> words = words(asked.commands().getLast());
        words.addAll(List.of("-o", file.toString()));
        run(words);
        assertSame(asked.name() + ".csv", file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"japan-dependence", "japan-2025"})
    void aStudyHasTheTablesItHad(String study) throws IOException {
        Path report = folder.resolve("report");
        run(List.of("run", Bundled.root().resolve("studies/" + study + ".yaml").toString(), "-o", report.toString()));
        Set<String> tables = csv(report.resolve("tables"));
        assertEquals(csv(GOLDEN.resolve(study)), tables);
        StringBuilder whole = new StringBuilder();
        for (String table : tables) {
            Path file = report.resolve("tables").resolve(table);
            assertSame(study + "/" + table, Files.writeString(folder.resolve("head.csv"), head(file)));
            whole.append(sha256(file)).append("  ").append(table).append('\n');
        }
        if (REMAKE) {
            Files.writeString(SOURCE.resolve(study).resolve("whole.sha256"), whole);
        } else if (roundsAlike()) {
            assertEquals(Files.readString(GOLDEN.resolve(study).resolve("whole.sha256")), whole.toString());
        }
    }

    private static String head(Path file) throws IOException {
        return Stream.of(Files.readString(file).split("(?<=\n)")).limit(HEAD).collect(Collectors.joining());
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyTableHasItsCommand() throws IOException {
        Set<String> expected = new TreeSet<>();
        commands().forEach(asked -> assertTrue(expected.add(asked.name() + ".csv"), asked.name() + " stands twice"));
        assertEquals(expected, csv(GOLDEN));
    }

    private List<String> words(String command) {
        return new ArrayList<>(
                List.of(command.replace("{input}", GOLDEN.resolve("input").toString())
                        .replace("{output}", folder.toString())
                        .split(" ")));
    }

    private static void run(List<String> words) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertEquals(
                    0,
                    Main.run(words.toArray(String[]::new)),
                    () -> String.join(" ", words) + "\n" + said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    private static Set<String> csv(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .forEach(names::add);
            return names;
        }
    }

    private static void assertSame(String name, Path answer) throws IOException {
        if (REMAKE) {
            Files.copy(answer, SOURCE.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        String expected = Files.readString(GOLDEN.resolve(name));
        String found = Files.readString(answer);
        if (expected.equals(found)) {
            return;
        }
        if (roundsAlike()) {
            assertEquals(expected, found, name);
        }
        assertEquals(
                FIGURE.matcher(expected).replaceAll("#"), FIGURE.matcher(found).replaceAll("#"), name);
        double[] before = figures(expected);
        double[] now = figures(found);
        for (int f = 0; f < before.length; f++) {
            double size = Math.max(1, Math.abs(before[f]));
            assertEquals(before[f], now[f], ELSEWHERE * size, name + ", figure " + f + " from 0");
        }
    }

    private static double[] figures(String text) {
        return FIGURE.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static boolean roundsAlike() throws IOException {
        return Files.readString(GOLDEN.resolve("rounding.txt")).strip().equals(rounding());
    }

    /** Bits that differ where sums or powers are rounded in another way. */
    private static String rounding() {
        int n = 600;
        double[] solved = new double[n];
        for (int i = 0; i < n; i++) {
            solved[i] = Math.pow(1 + i / 7.0, -4.1) + Math.exp(-i / 300.0) + Math.log1p(i / 11.0);
        }
        try (Lu lu = Kernel.best().factorDominant(n, (row, target) -> {
            for (int j = 0; j < n; j++) {
                target[j] = (row == j ? 1 : 0) - 0.9 / n * Math.abs(Math.sin(31.0 * row + 17.0 * j));
            }
        })) {
            lu.solve(solved, 1);
            lu.solveTransposed(solved, 1);
        }
        long bits = 0;
        for (double value : solved) {
            bits = 31 * bits + Double.doubleToLongBits(value);
        }
        return Long.toHexString(bits);
    }

    /** The worlds that the commands make have names that no other test gives; a run before may have left some. */
    @BeforeEach
    @AfterEach
    void removeOwnWorlds() throws IOException {
        String home = System.getenv().getOrDefault("JIRITSU_HOME", "");
        assumeTrue(!home.isEmpty(), "without JIRITSU_HOME worlds would be kept among a person's own");
        Path worlds = Path.of(home, "worlds");
        if (!Files.isDirectory(worlds)) {
            return;
        }
        Set<Path> made = new HashSet<>();
        try (Stream<Path> files = Files.list(worlds)) {
            files.filter(file -> file.getFileName().toString().contains("golden"))
                    .forEach(made::add);
        }
        for (Path file : made) {
            Files.delete(file);
        }
    }
}
