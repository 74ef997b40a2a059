package org.jiritsu.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoodsImportTest {
    private static final String YEAR = """
            t,i,j,k,v,q
            2023,156,392,850511,     100.500,       2.250
            2023,608,392,850511,      50.000,          NA
            2023,156,842,850511,      25.125,       1.000
            2023,392,842,10121,       10.000,       0.500
            2023,490,392,854231,     900.000,       0.125
            """;

    @TempDir
    private Path folder;

    private GoodsStore store() {
        return GoodsStore.open(Bundled.root().resolve("data"), folder.resolve("home"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private GoodsImport.Report importYear() throws IOException {
        return GoodsImport.baci(store(), file("BACI_HS17_Y2023_V202601.csv", YEAR), GoodsImport.Options.NONE);
    }

    /** The mistake is answered and nothing is kept. */
    private void refused(String name, String text, GoodsImport.Options options, String... texts) throws IOException {
        Path file = file(name, text);
        Mistakes.assertBadData(() -> GoodsImport.baci(store(), file, options), texts);
        assertFalse(Files.exists(folder.resolve("home/goods/baci-hs17/2023/flows.parquet")));
        assertEquals(4, store().datasets().size());
    }

    private void refused(String text, String... texts) throws IOException {
        refused("BACI_HS17_Y2023_V202601.csv", text, GoodsImport.Options.NONE, texts);
    }

    private static GoodsImport.Options named(String dataset, HsRevision revision, int year) {
        return new GoodsImport.Options(
                Optional.of(dataset),
                Optional.of(revision),
                OptionalInt.of(year),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    @Test
    void aBaciYearComesBackAsItWas() throws IOException {
        GoodsImport.Report report = importYear();
        assertEquals(5, report.rows());
        assertEquals(3, report.goods());
        assertEquals(1085.625, report.kusd(), 1e-9);
        assertEquals(3.875, report.tonnes(), 1e-9);
        assertEquals(1, report.withoutTonnes());
        assertTrue(report.codesChecked() && report.unknownGoods().isEmpty());
        assertTrue(report.absent().contains("DEU"));
        GoodsStore store = store();
        Dataset set = store.dataset("baci-hs17");
        assertEquals(Optional.of(HsRevision.HS17), set.revision());
        assertEquals("V202601", set.edition().english());
        DependenceTable table = store.table(set, 2023);
        Dependence magnets = table.of("850511", "JPN").orElseThrow();
        assertEquals(new Amount(150.5, 2.25), magnets.imports());
        assertEquals(100.5 / 150.5, magnets.share("CHN", Measure.VALUE), 1e-12);
        assertEquals(100.5 / 150.5, magnets.tonnesKnown(), 1e-12);
        assertEquals(1, table.of("854231", "JPN").orElseThrow().share("TWN", Measure.VALUE));
        assertTrue(table.of("010121", "USA").isPresent());
    }

    @Test
    void gzippedToo() throws IOException {
        Path file = folder.resolve("BACI_HS17_Y2023_V202601.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(YEAR.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                5, GoodsImport.baci(store(), file, GoodsImport.Options.NONE).rows());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 30));
        Mistakes.assertBadData(() -> GoodsImport.baci(store(), file, named("cut", HsRevision.HS17, 2023)));
    }

    @Test
    void aPlainTable() throws IOException {
        Path file = file("mine.csv", """
                exporter,importer,year,good,kusd,tonnes
                CHN,JPN,2024,850511,7,
                PHL,JPN,2024,850511,3,1.5
                """);
        GoodsImport.Report report = GoodsImport.table(store(), file, named("mine", HsRevision.HS17, 2024));
        assertEquals(2, report.rows());
        GoodsStore store = store();
        assertEquals(Dataset.Coverage.ONE_IMPORTER, store.dataset("mine").coverage());
        assertEquals(
                0.7,
                store.table(store.dataset("mine"), 2024)
                        .of("850511", "JPN")
                        .orElseThrow()
                        .share("CHN", Measure.VALUE),
                1e-12);
        Mistakes.assertWrongUse(() -> GoodsImport.table(store(), file, GoodsImport.Options.NONE), "--name");
        Path names = file("names.csv", "year,exporter,importer,good,kusd,tonnes\n2024,China,JPN,850511,7,1\n");
        Mistakes.assertBadData(
                () -> GoodsImport.table(store(), names, named("other", HsRevision.HS17, 2024)), "line 2", "China");
    }

    @Test
    void everyMistakeHasItsLine() throws IOException {
        refused(YEAR.replace("2023,608", "2022,608"), "line 3", "column t", "2023");
        refused(YEAR.replace("      25.125", "     -25.125"), "line 4", "column v", "-25.125");
        refused(YEAR.replace("       1.000", "      -1.000"), "line 4", "column q", "-1.000");
        refused(YEAR.replace("       1.000", "         one"), "line 4", "column q", "one");
        refused(YEAR.replace(",10121,", ",980100,"), "line 5", "980100", "national", "--keep-unknown");
        refused(YEAR.replace(",10121,", ",8505110090,"), "line 5", "column k", "six");
        refused(YEAR.replace(",608,", ",999,"), "line 3", "column i", "999", "--countries");
        refused(YEAR + "2023,156,392,850511,1.000,1.000\n", "line 7", "second time");
        refused(YEAR.strip(), "not whole");
        refused(YEAR + "2023,156,3\n");
        refused("exporter,importer,value\n", "line 1", "t,i,j,k,v,q");
        refused("year,exporter,importer,good,kusd,tonnes\n", "line 1", "table");
    }

    @Test
    void aFileOfAnotherRevisionIsKnownByItsCodes() throws IOException {
        String hs22 = YEAR.replace(",10121,", ",854151,"); // new in 2022
        refused(hs22, "854151", "HS22");
        GoodsImport.Options keep = new GoodsImport.Options(
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false);
        Path file = file("BACI_HS17_Y2023_V202601.csv", hs22);
        assertEquals(List.of("854151"), GoodsImport.baci(store(), file, keep).unknownGoods());
    }

    @Test
    void aReplacedYearIsReadAnew() throws IOException {
        importYear();
        GoodsStore store = store();
        assertEquals(150.5, magnets(store).imports().kusd());
        Path changed = file("BACI_HS17_Y2023_V202601.csv", YEAR.replace("100.500", "200.500"));
        GoodsImport.Options replace = new GoodsImport.Options(
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true);
        GoodsImport.baci(store, changed, replace);
        assertEquals(250.5, magnets(store).imports().kusd());
    }

    private static Dependence magnets(GoodsStore store) {
        return store.table(store.dataset("baci-hs17"), 2023).of("850511", "JPN").orElseThrow();
    }

    @Test
    void nothingIsReplacedOrMixedUnasked() throws IOException {
        importYear();
        Path again = file("BACI_HS17_Y2023_V202601.csv", YEAR);
        Mistakes.assertWrongUse(() -> GoodsImport.baci(store(), again, GoodsImport.Options.NONE), "--replace");
        Path other = file("BACI_HS22_Y2022_V202601.csv", YEAR.replace("2023,", "2022,"));
        Mistakes.assertWrongUse(
                () -> GoodsImport.baci(store(), other, named("baci-hs17", HsRevision.HS22, 2022)), "never mixed");
        Mistakes.assertWrongUse(
                () -> GoodsImport.baci(store(), other, named("baci-hs92-raw74", HsRevision.HS22, 2022)), "bundled");
        Mistakes.assertWrongUse(
                () -> GoodsImport.baci(store(), other, named("baci-hs22", HsRevision.HS22, 2021)), "named after");
        Mistakes.assertWrongUse(
                () -> GoodsImport.baci(store(), other, named("../hs22", HsRevision.HS22, 2022)), "name");
        assertEquals(5, store().datasets().size());
    }

    @Test
    void economiesInCodePage850() throws IOException {
        Path list = folder.resolve("country_codes_V202601.csv");
        Files.write(list, """
                country_code,country_name,country_iso2,country_iso3
                384,C\u00f4te d'Ivoire,CI,CIV
                392,Japan,JP,JPN
                """.getBytes(Charset.forName("IBM850")));
        GoodsImport.Options options = new GoodsImport.Options(
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(list),
                false,
                false);
        Path file = file("BACI_HS17_Y2023_V202601.csv", "t,i,j,k,v,q\n2023,384,392,180100,5.000,1.000\n");
        assertEquals(2, GoodsImport.baci(store(), file, options).economies());
        Path wrong = file("product_codes.csv", "code,description\n010121,Horses\n");
        GoodsImport.Options products = new GoodsImport.Options(
                Optional.of("two"),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(wrong),
                false,
                false);
        Mistakes.assertBadData(() -> GoodsImport.baci(store(), file, products), "country_codes");
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        Path file = folder.resolve("BACI_HS17_Y2023_V202601.csv");
        Files.write(file, YEAR.replace("608", "6\u00f48").getBytes(StandardCharsets.ISO_8859_1));
        Mistakes.assertBadData(() -> GoodsImport.baci(store(), file, GoodsImport.Options.NONE), "UTF-8");
    }
}
