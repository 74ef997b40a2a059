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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The world of 2022 on its real inputs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstimatedWorldTest {
    private static final int GOODS = 27;

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
        for (NamedCsvRecord line : lines) {
            String sector = line.getField("sector");
            int seller = world.economy(line.getField("exporter"));
            int first = sector.equals("SERV") ? GOODS : world.sector(sector);
            int last = sector.equals("SERV") ? world.sectorCount() - 1 : first;
            double output = 0;
            for (int d = 0; d < world.economyCount(); d++) {
                double given = Double.parseDouble(
                        line.getField(world.economies().get(d).code()));
                double found = 0;
                for (int s = first; s <= last; s++) {
                    found += sales(world, world.industry(seller, s), d);
                }
                assertEquals(given, found, 1e-6 * given, line.getFields() + " to economy " + d);
                output += given;
            }
            double made = 0;
            for (int s = first; s <= last; s++) {
                made += world.output(world.industry(seller, s));
            }
            assertEquals(output, made, 1e-6 * output, sector);
        }
    }

    @Test
    void keepsServicesInOneWhenAsked() {
        World world = EstimatedWorld.build(inputs, seed, seedFile, 2022, Split.SEEDED, EstimatedWorld.Services.ONE)
                .world();
        assertEquals("icio2022-services-one", world.id());
        assertEquals(GOODS + 1, world.sectorCount());
        assertEquals(
                "icio2022-proportional-services-one",
                EstimatedWorld.otherSplit(world).orElseThrow());
        int japan = world.economy("JPN");
        assertEquals(built.world().gdp(japan), world.gdp(japan), 1e-6 * world.gdp(japan));
    }

    /** Per cent of output that electronics buy of electronics, by the national tables nearest to 2022, within 10. */
    @ParameterizedTest
    @CsvSource({"JPN, 28", "USA, 10", "KOR, 33", "TWN, 46", "CHN, 51", "DEU, 13"})
    void electronicsBuyElectronics(String economy, double expected) {
        World world = built.world();
        int user = world.industry(world.economy(economy), world.sector("C26"));
        double bought = 0;
        for (int o = 0; o < world.economyCount(); o++) {
            bought += world.z(world.industry(o, world.sector("C26")), user);
        }
        assertEquals(expected, 100 * bought / world.output(user), 10);
    }

    /** Per cent of Japan's electronics from an economy that are inputs, by Japanese customs of 2022, within 10. */
    @ParameterizedTest
    @CsvSource({"CHN, 14, 24", "TWN, 87, 91", "KOR, 65, 70"})
    void chipsAndPartsAreInputs(String from, double low, double high) {
        World world = built.world();
        int seller = world.industry(world.economy(from), world.sector("C26"));
        int japan = world.economy("JPN");
        double inputs = 100 * (1 - world.y(seller, japan) / sales(world, seller, japan));
        assertTrue(inputs > low - 10 && inputs < high + 10, from + " " + inputs);
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
        assertEquals(
                41,
                idle,
                "goods without flows in 2022; services that a table counts in others stand apart (hosts.csv)");
    }

    /** The World Bank's GDP times the part that is value added (economies.csv); Egypt's is beyond what output allows. */
    @Test
    void hasTheGdpOfTheWorldBank() {
        World world = built.world();
        Map<String, Double> gdp = new HashMap<>();
        for (NamedCsvRecord line : lines(inputs.resolve("gdp.csv"))) {
            if (line.getField("year").equals("2022")) {
                gdp.put(line.getField("code"), Double.parseDouble(line.getField("usd")) / 1e6);
            }
        }
        assertEquals(80, gdp.size(), "all but Chinese Taipei");
        for (NamedCsvRecord line : lines(inputs.resolve("economies.csv"))) {
            String code = line.getField("code");
            double part = Double.parseDouble(line.getField("value_added"));
            double expected = gdp.getOrDefault(code, 760e3) * part;
            double tolerance = code.equals("EGY") ? 0.08 : code.equals("TWN") ? 0.05 : 1e-4;
            assertEquals(1, world.gdp(world.economy(code)) / expected, tolerance, code);
        }
    }

    private static List<NamedCsvRecord> lines(Path file) {
        List<NamedCsvRecord> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
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
        assertTrue(
                about.source().english().startsWith("ESTIMATE"), about.source().english());
        assertTrue(
                about.notes().toString().contains("supply 7.4%, market 4.0%"),
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
        assertEquals(0.917 * 5.041, store.open("icio2018").gdp(world.world().economy("JPN")) / 1e6, 0.01);
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

    @Test
    void refusesANationalTableThatIsCutOffOrNegative(@TempDir Path folder) throws IOException {
        copyInputs(folder);
        Path tables = folder.resolve("tables.csv.gz");
        byte[] whole = Files.readAllBytes(tables);
        changePacked(tables, text -> text.replaceFirst("JPN,output,[^\n]*\n", ""));
        assertRefused(folder, 2022, "the table of JPN leaves no value added", "tables.csv.gz");
        Files.write(tables, whole);
        changePacked(tables, text -> text.replaceFirst("JPN,domestic,A01,", "JPN,domestic,A01,-"));
        assertRefused(folder, 2022, "column A01: a negative use", "tables.csv.gz, line");
        Files.write(tables, whole);
        changePacked(tables, text -> text.replaceFirst("JPN,domestic,A01,", "JPN,domestic,A99,"));
        assertRefused(folder, 2022, "A99", "tables.csv.gz, line");
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
        assertRefused(folder, 2022, "line 2, column 3 (AGO)", "'n/a'");
        Files.write(flows, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(folder, 2022, "cannot be read", "cut off");
    }

    @Test
    void refusesMappingsThatNameNothing(@TempDir Path folder) throws IOException {
        copyInputs(folder);
        Path economies = folder.resolve("economies.csv");
        String whole = Files.readString(economies);
        Files.writeString(economies, whole.replace("Norway,NOR", "Norway,NOQ"));
        assertRefused(folder, 2022, "economies.csv, line", "NOQ");
        Files.writeString(economies, whole.replace("Norway,NOR,0.", "Norway,NOR,90."));
        assertRefused(folder, 2022, "economies.csv, line", "per cent");
        Files.writeString(economies, whole);
        Path uses = folder.resolve("end-use.csv");
        String shares = Files.readString(uses);
        Files.writeString(uses, shares.replace("JPN,CHN,C26", "JPN,CHN,C99"));
        assertRefused(folder, 2022, "end-use.csv, line", "C99");
        Files.writeString(uses, shares);
        Path gdp = folder.resolve("gdp.csv");
        Files.writeString(gdp, Files.readString(gdp).replaceAll(",2022,.*\n", ",2032,1\n"));
        assertRefused(folder, 2022, "no GDP in 2022", "gdp.csv");
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
