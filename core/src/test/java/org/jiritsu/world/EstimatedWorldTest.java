package org.jiritsu.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jiritsu.Bundled;
import org.jiritsu.base.InputException;
import org.jiritsu.base.InputFile;
import org.jiritsu.world.EstimatedWorld.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The world of 2022 on its real inputs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstimatedWorldTest {
    private final Path inputs = Bundled.root().resolve("data/icio2022");
    private final World seed = Bundled.world("wiod2011");
    private final InputFile seedFile = InputFile.of(Bundled.root().resolve("data/wiod2013/wiod2011.npz"));
    private EstimatedWorld built;

    @BeforeAll
    void build() {
        built = EstimatedWorld.build(inputs, seed, seedFile, 2022, Split.SEEDED);
    }

    @Test
    void reproducesEveryGivenFlowAndOutput() throws IOException {
        World world = built.world();
        List<NamedCsvRecord> lines = flows();
        assertEquals(2268, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            double output = 0;
            for (int d = 0; d < world.economyCount(); d++) {
                double given = Double.parseDouble(
                        lines.get(i).getField(world.economies().get(d).code()));
                assertEquals(given, sales(world, i, d), 1e-6 * given, world.label(i) + " to economy " + d);
                output += given;
            }
            assertEquals(output, world.output(i), 1e-6 * output, world.label(i));
        }
    }

    @Test
    void recordsEveryFileItWasMadeFrom() {
        List<InputFile> files = built.world().about().inputs();
        assertTrue(files.contains(seedFile), files.toString());
        assertTrue(files.contains(InputFile.of(inputs.resolve("flows2022.csv.gz"))), files.toString());
        assertEquals(files, Bundled.world("icio2022").about().inputs());
    }

    private static double sales(World world, int industry, int economy) {
        double sum = world.y(industry, economy);
        for (int s = 0; s < world.sectorCount(); s++) {
            sum += world.z(industry, world.industry(economy, s));
        }
        return sum;
    }

    private List<NamedCsvRecord> flows() throws IOException {
        List<NamedCsvRecord> lines = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(inputs.resolve("flows2022.csv.gz")));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.forEach(lines::add);
        }
        return lines;
    }

    @Test
    void holdsEveryAccountingIdentityWithoutNegativeCells() {
        World world = built.world();
        WorldCheck.require(world);
        int idle = 0;
        for (int j = 0; j < world.size(); j++) {
            assertTrue(world.valueAdded(j) >= 0, world.label(j));
            assertTrue(world.output(j) == 0 || world.valueAdded(j) > 0, world.label(j));
            idle += world.output(j) == 0 ? 1 : 0;
            for (int i = 0; i < world.size(); i++) {
                assertTrue(world.z(i, j) >= 0);
                assertTrue(world.z(i, j) == 0 || (world.output(i) > 0 && world.output(j) > 0));
            }
        }
        assertEquals(41, idle, "industries without output in the flows of 2022");
    }

    /** Trillion USD: what the World Bank's figures for 2022 less taxes on products lead one to expect, within 5%. */
    @Test
    void hasTheGdpOfTheLargeEconomies() {
        World world = built.world();
        assertEquals(4.3, world.gdp(world.economy("JPN")) / 1e6, 0.05 * 4.3);
        assertEquals(26, world.gdp(world.economy("USA")) / 1e6, 0.05 * 26);
        assertEquals(17.6, world.gdp(world.economy("CHN")) / 1e6, 0.05 * 17.6);
        assertEquals(4.2, world.gdp(world.economy("DEU")) / 1e6, 0.05 * 4.2);
        assertEquals(0.93 * 761.84e9 / 1e6, world.gdp(world.economy("CHE")), 0.08 * 761e3, "a GDP that is given");
    }

    @Test
    void closesEveryBalance() {
        assertEquals(81, built.closures().size());
        for (EstimatedWorld.Closure closure : built.closures()) {
            assertTrue(closure.relative() <= 1e-7, closure.toString());
        }
    }

    @Test
    void saysThatItIsAnEstimate() {
        About about = built.world().about();
        assertEquals("icio2022", about.id());
        assertTrue(about.source().startsWith("ESTIMATE"), about.source());
        assertTrue(
                String.join(" ", about.notes()).contains("supply 8.5%, market 4.3%"),
                about.notes().toString());
    }

    @Test
    void splitsOriginsAlikeWhenProportional() {
        World world = EstimatedWorld.build(inputs, seed, seedFile, 2022, Split.PROPORTIONAL)
                .world();
        assertEquals("icio2022-proportional", world.id());
        int ours = world.industry(world.economy("JPN"), world.sector("C29"));
        int theirs = world.industry(world.economy("JPN"), world.sector("C26"));
        int chips = world.industry(world.economy("TWN"), world.sector("C26"));
        int other = world.industry(world.economy("USA"), world.sector("C26"));
        double inCars = world.z(chips, ours) / world.z(other, ours);
        assertEquals(inCars, world.z(chips, theirs) / world.z(other, theirs), 1e-6);
    }

    @Test
    void givesTheSameBytesWhateverTheThreadsAndComesBackFromItsFile(@TempDir Path folder) throws Exception {
        Path one = folder.resolve("one.npz");
        Path many = folder.resolve("many.npz");
        try (ForkJoinPool pool = new ForkJoinPool(1)) {
            pool.submit(() -> {
                        EstimatedWorld.build(inputs, seed, seedFile, 2022, Split.SEEDED)
                                .write(one);
                        return one;
                    })
                    .get();
        }
        built.write(many);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(many));
        WorldStore store = new WorldStore(folder.resolve("none"), folder);
        World world = store.open("many");
        for (int i = 0; i < world.size(); i++) {
            for (int j = 0; j < world.size(); j++) {
                assertEquals(built.world().z(i, j), world.z(i, j), 0);
            }
            assertEquals(built.world().valueAdded(i), world.valueAdded(i), 0);
        }
    }

    /** Built again from its inputs it is the file that stands in the repository. */
    @Test
    void isTheBundledWorld(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("icio2022.npz");
        built.write(file);
        World bundled = Bundled.world("icio2022");
        World again = new WorldStore(folder.resolve("none"), folder).open("icio2022");
        assertEquals(again.about(), bundled.about());
        for (int i = 0; i < again.size(); i++) {
            for (int j = 0; j < again.size(); j++) {
                assertEquals(again.z(i, j), bundled.z(i, j), 1e-9 * again.z(i, j));
            }
        }
    }

    @Test
    void buildsTheOtherYears(@TempDir Path folder) {
        WorldStore store = new WorldStore(folder.resolve("none"), folder);
        EstimatedWorld world = EstimatedWorld.build(inputs, seed, seedFile, 2018, Split.SEEDED);
        assertTrue(Files.exists(store.keep(world)));
        assertEquals(5.0, store.open("icio2018").gdp(world.world().economy("JPN")) / 1e6, 0.3);
    }

    @Test
    void refusesAYearItHasNoFlowsOf() {
        assertRefused(inputs, 1999, "There is no such file", "flows1999.csv.gz");
    }

    @Test
    void refusesAnotherSeed() {
        World other = built.world();
        assertThrows(InputException.class, () -> EstimatedWorld.build(inputs, other, seedFile, 2022, Split.SEEDED));
    }

    /** As in Japan's published table of 2018: the two mining rows exchanged. */
    @Test
    void refusesANationalTableWithMixedUpMining(@TempDir Path folder) throws IOException {
        copyInputs(folder);
        changePacked(folder.resolve("JPN_2015.csv.gz"), text -> {
            String[] lines = text.split("\n");
            String energy = lines[3].substring(lines[3].indexOf("products\"") + 9);
            String other = lines[4].substring(lines[4].indexOf("products\"") + 9);
            lines[3] = lines[3].replace(energy, other);
            lines[4] = lines[4].replace(other, energy);
            return String.join("\n", lines).replace("85216.4,12374.9,1164.2,4031.8", "85216.4,12374.9,4031.8,1164.2");
        });
        assertRefused(folder, 2022, "mining is implausible", "Japan's of 2018");
    }

    @Test
    void refusesANationalTableWhoseRowsDoNotAddUp(@TempDir Path folder) throws IOException {
        copyInputs(folder);
        changePacked(folder.resolve("CHN_2018.csv.gz"), text -> text.replaceFirst(",([0-9]{6})\\.", ",1."));
        assertRefused(folder, 2022, "does not add up to its output", "CHN_2018.csv.gz, line");
    }

    @Test
    void refusesFlowsThatAreCutOffNegativeOrNotNumbers(@TempDir Path folder) throws IOException {
        copyInputs(folder);
        Path flows = folder.resolve("flows2022.csv.gz");
        byte[] whole = Files.readAllBytes(flows);
        changePacked(flows, text -> text.substring(0, text.length() / 2 - text.length() / 2 % 7));
        assertRefused(folder, 2022, "flows2022.csv.gz", "Maybe");
        Files.write(flows, whole);
        changePacked(flows, text -> text.replaceFirst("AGO,A01,", "AGO,A01,-"));
        assertRefused(folder, 2022, "line 2, column AGO: a negative flow", "set it to 0");
        Files.write(flows, whole);
        changePacked(flows, text -> text.replaceFirst("AGO,A01,[0-9.]+,", "AGO,A01,n/a,"));
        assertRefused(folder, 2022, "line 2, column AGO", "'n/a'");
        Files.write(flows, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(folder, 2022, "cannot be read", "cut off");
    }

    @Test
    void refusesMappingsThatNameNothing(@TempDir Path folder) throws IOException {
        copyInputs(folder);
        Path economies = folder.resolve("economies.csv");
        String whole = Files.readString(economies);
        Files.writeString(economies, whole.replace("Norway,DNK", "Norway,DNQ"));
        assertRefused(folder, 2022, "economies.csv, line", "you meant DNK");
        Files.writeString(economies, whole);
        Path splits = folder.resolve("splits.csv");
        String shares = Files.readString(splits);
        Files.writeString(splits, shares.replace("0.95,sawmills", "95,sawmills"));
        assertRefused(folder, 2022, "splits.csv, line", "per cent");
        Files.writeString(splits, shares.replace("A02,01,C16", "A02,01,C99"));
        assertRefused(folder, 2022, "splits.csv, line", "C99");
        Files.writeString(splits, shares);
        Path gdp = folder.resolve("gdp.csv");
        Files.writeString(gdp, Files.readString(gdp).replaceAll("NOR,2022,.*\n", ""));
        assertRefused(folder, 2022, "no GDP of NOR in 2022", "gdp.csv");
    }

    private void assertRefused(Path folder, int year, String... words) {
        InputException e = assertThrows(
                InputException.class, () -> EstimatedWorld.build(folder, seed, seedFile, year, Split.SEEDED));
        for (String word : words) {
            assertTrue(e.getMessage().contains(word), e.getMessage());
        }
        assertTrue(e.getMessage().contains("\nMaybe "), e.getMessage());
    }

    private void copyInputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(inputs)) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".npz")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static void changePacked(Path file, UnaryOperator<String> change) throws IOException {
        String text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String changed = change.apply(text);
        assertTrue(!changed.equals(text), "the test changes the file");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(changed.getBytes(StandardCharsets.UTF_8));
        }
    }
}
