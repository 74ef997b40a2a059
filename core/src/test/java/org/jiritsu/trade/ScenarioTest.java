package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
    private static final Path FOLDER = Worlds.DATA.resolve("scenarios");
    private static final Groups GROUPS = Groups.read(FOLDER);
    private static final TradeModel WIOD = TradeModel.of(Worlds.wiod2011("GYY"), Deficits.OBSERVED);
    private static final TradeModel PAPER =
            TradeModel.of(CaliendoParro.read(Worlds.DATA.resolve("cp1993")).data(), Deficits.ZERO);

    static List<Path> bundled() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyBundledScenarioSolves(Path file) {
        TradeScenario scenario = TradeScenario.read(file);
        TradeModel model = Groups.fits("cp1993", scenario.worlds())
                ? PAPER
                : Groups.fits("wiod2011", scenario.worlds())
                        ? WIOD
                        : TradeModel.of(Worlds.bundled("icio2022", "icio", "GYY"), Deficits.OBSERVED);
        Effects effects =
                model.effects(scenario.applyTo(model.baseline(), GROUPS).policy());
        assertTrue(effects.economies().stream().anyMatch(r -> Math.abs(r.realIncomePct()) > 0.01));
    }

    @Test
    void naftaIsTableTwo() {
        TradePolicy policy = scenario("nafta").applyTo(PAPER.baseline(), GROUPS).policy();
        Effects.EconomyRow mexico =
                PAPER.effects(policy).economy(PAPER.baseline().economy("Mexico"));
        assertEquals(1.31, mexico.firstOrderWelfarePct(), 0.005);
        assertEquals(0.007, mexico.realIncomePct(), 0.0005);
    }

    /** Cars, metals and exempted goods of Japan in the rates by good, worked out by hand from the orders. */
    @Test
    void ratesByGoodTellCarsMetalsAndExemptionsApart() {
        TradeData data = Worlds.bundled("icio2022", "icio", "GYY");
        TradeScenario.Applied applied = scenario("us-2025-august-goods").applyTo(data, GROUPS);
        int usa = data.economy("USA");
        assertEquals(0.24, added(data, applied.policy(), "C29", usa, "JPN"), 0.02);
        assertEquals(0.5, added(data, applied.policy(), "C24A", usa, "JPN"), 0.03);
        assertEquals(0, added(data, applied.policy(), "C21", usa, "JPN"), 0.01);
        assertEquals(0.1, added(data, applied.policy(), "C28", usa, "STP"), 0.01);
        assertEquals(0, added(data, applied.policy(), "C29", data.economy("JPN"), "USA"), 0);
    }

    private static double added(TradeData data, TradePolicy policy, String sector, int importer, String exporter) {
        int j = data.sector(sector);
        int i = data.economy(exporter);
        return policy.tariffRate(j, importer, i) - data.tariffRate(j, importer, i);
    }

    /** What a flow pays, against the laws: baseline b, and the part of the sector that the group means. */
    @ParameterizedTest
    @CsvSource({
        "us-2025-april, CHN, c14, 0.54, 1, 0",
        "us-2025-april, JPN, c15, 0.24, 1, 0",
        "us-cars-2025, KOR, c15, 0.25, 0.91, 0",
        "us-cars-2025, CAN, c15, 0.125, 0.91, 0",
        "us-cars-2025, JPN, c15, 0.15, 0.91, 1",
        "us-cars-2025, DEU, c15, 0.15, 0.91, 1",
        "us-cars-2025, JPN, c14, 0, 1, 0",
        "us-metals-2025, GBR, c12, 0.25, 0.66, 0",
        "us-2025-august, DEU, c3, 0.15, 1, 1",
        "japan-us-none, JPN, c15, 0.25, 0.91, 0.24"
    })
    void ratesAreTheLaws(String id, String exporter, String sector, double rate, double coverage, double other) {
        TradeData data = WIOD.baseline();
        TradePolicy policy = scenario(id).applyTo(data, GROUPS).policy();
        int j = data.sector(sector);
        int usa = data.economy("USA");
        int i = data.economy(exporter);
        double baseline = data.tariffRate(j, usa, i);
        double full = other == 1 ? Math.max(baseline, rate) : baseline + rate;
        double rest = other == 1 ? baseline : baseline + other;
        assertEquals(coverage * full + (1 - coverage) * rest, policy.tariffRate(j, usa, i), 1e-12);
    }

    @Test
    void whatAWorldLumpsTogetherIsSaid() {
        List<String> notes = notes("eu-cptpp-free");
        assertTrue(notes.stream().anyMatch(n -> n.startsWith("EU27 without HRV")), notes.toString());
        notes = notes("us-2025-april");
        assertTrue(notes.stream().anyMatch(n -> n.startsWith("The rest of the world meets ")), notes.toString());
        assertFalse(notes.stream().anyMatch(n -> n.contains("meets 0.0%")), notes.toString());
    }

    private static List<String> notes(String id) {
        return scenario(id).applyTo(WIOD.baseline(), GROUPS).notes().stream()
                .map(Said::english)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "importer: USA, exporter: CHN, sector: goods, tarif: 15% | you meant 'tariff",
                "importer: USA, exporter: CHN, sector: goods, tariff: 15 | 15% was meant",
                "importer: USA, exporter: CHN, sector: goods, tariff: 1500% | cannot be meant",
                "importer: USA, exporter: CHN, sector: goods, tariff: -100% | sign is wrong",
                "importer: USA, exporter: CHN, sector: goods | 0 instruments",
                "importer: USA, exporter: Vietnam, sector: goods, ban: true | rest of the world",
                "importer: USA, exporter: CHN, sector: c99, ban: true | Unknown sector",
                "importer: USA, exporter: CHN, sector: cars, ban: true | cannot cover a part",
                "importer: USA, exporter: USA, sector: goods, tariff: 5% | against itself",
                "importer: USA, exporter: CHN, sector: goods, rates: none.csv | no such file",
                "importer: USA, exporter: CHN, sector: goods, ban: false | a ban that is none",
                "importer: USA, exporter: CHN, sector: goods, tariff: | has no value",
                "importer: USA, exporter: CHN, sector: goods, tariff: 12,5% | decimal comma",
                "importer: USA, exporter: CHN, sector: [goods, tariff: 1% | not YAML"
            })
    void badInputIsAClearError(String line, String part, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, "title: bad\nchanges:\n  - {" + line + "}\n");
        String message = assertThrows(
                        InputException.class, () -> TradeScenario.read(file).applyTo(WIOD.baseline(), GROUPS))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.lines().toList().getLast().startsWith("Maybe"), message);
    }

    @Test
    void mistakesAreToldWithLineAndColumn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, """
                title: bad
                changes:
                  - {importer: USA, sector: goods, tariff: 15%}
                  - importer: CHN
                    sector: goods
                    tariff: 15
                """);
        String message = assertThrows(InputException.class, () -> TradeScenario.read(file))
                .getMessage();
        assertTrue(message.startsWith(file + ", line 6, column 13: "), message);
    }

    @Test
    void groupsOfTheBundledListAreNamesToo() {
        TradeData data = WIOD.baseline();
        assertEquals(7, GROUPS.economiesOf(data, "G7").size());
        assertEquals(26, GROUPS.economiesOf(data, "EU").size());
    }

    private static TradeScenario own(TradeScenario.Change... changes) {
        return new TradeScenario("own", "own", List.of(), List.of(), "*", List.of(changes));
    }

    private static TradeScenario.Change line(String importer, String exporter, String instrument, Object rate) {
        return TradeScenario.change(
                Map.of("importer", importer, "exporter", exporter, "sector", "c14", instrument, rate));
    }

    private static TradePolicy mirrored(TradeScenario scenario) {
        return scenario.mirrored(WIOD.baseline(), GROUPS).policy();
    }

    /** What the exporter then asks of the importer's goods, in rates of the flow the other way. */
    @ParameterizedTest
    @CsvSource({"tariff, 60%", "tariff_add, 60%", "tariff_floor, 60%", "export_tax, 30%", "trade_cost, 10%", "ban, true"
    })
    void aMirrorIsTheSameMeasureTheOtherWay(String instrument, String rate) {
        TradePolicy answered = mirrored(own(line("USA", "JPN", instrument, rate)));
        TradePolicy both = own(line("USA", "JPN", instrument, rate), line("JPN", "USA", instrument, rate))
                .applyTo(WIOD.baseline(), GROUPS)
                .policy();
        assertArrayEquals(both.tariff, answered.tariff);
        assertArrayEquals(both.exportTax, answered.exportTax);
        assertArrayEquals(both.iceberg, answered.iceberg);
    }

    @Test
    void nobodyAnswersByLoweringATariffOrAtAllWhereNothingRose() {
        TradeData data = WIOD.baseline();
        int c14 = data.sector("c14");
        int usa = data.economy("USA");
        int jpn = data.economy("JPN");
        TradePolicy freed = mirrored(own(line("USA", "JPN", "tariff", "0%")));
        assertEquals(0, freed.tariffRate(c14, usa, jpn), 1e-15);
        assertEquals(data.tariffRate(c14, jpn, usa), freed.tariffRate(c14, jpn, usa));
        TradePolicy higher = mirrored(own(line("USA", "JPN", "tariff", "20%"), line("JPN", "USA", "tariff", "40%")));
        assertEquals(0.4, higher.tariffRate(c14, jpn, usa), 1e-15);
        assertEquals(0.4, higher.tariffRate(c14, usa, jpn), 1e-15);
        TradePolicy spared =
                mirrored(own(line("USA", "*", "tariff_add", "20%"), line("USA", "JPN", "tariff_add", "0%")));
        assertEquals(data.tariffRate(c14, jpn, usa), spared.tariffRate(c14, jpn, usa));
        assertEquals(
                data.tariffRate(c14, data.economy("CHN"), usa) + 0.2,
                spared.tariffRate(c14, data.economy("CHN"), usa),
                1e-15);
    }

    @Test
    void theBundledRetaliationIsTheMirrorOfApril() {
        assertArrayEquals(
                scenario("us-retaliation").applyTo(WIOD.baseline(), GROUPS).policy().tariff,
                mirrored(scenario("us-2025-april")).tariff,
                1e-15);
    }

    @Test
    void aZoneThatFreesTradeIsLeftAloneByTheMirror() {
        assertArrayEquals(
                scenario("eu-cptpp-free").applyTo(WIOD.baseline(), GROUPS).policy().tariff,
                mirrored(scenario("eu-cptpp-free")).tariff);
    }

    @Test
    void groupsAreWhatTheWorldListsOfThem() {
        TradeData data = WIOD.baseline();
        assertEquals(16, GROUPS.sectorsOf(data, "goods").size());
        assertEquals(List.of(data.sector("c15")), GROUPS.sectorsOf(data, "cars"));
        assertEquals(26, GROUPS.economiesOf(data, "EU27").size());
        assertEquals(List.of(data.economy("JPN")), GROUPS.economiesOf(data, "Japan"));
        assertThrows(InputException.class, () -> GROUPS.economiesOf(data, "OPEC"));
    }

    @Test
    void aScenarioOfAnotherWorldIsRefused() {
        String message = assertThrows(
                        InputException.class, () -> scenario("nafta").applyTo(WIOD.baseline(), GROUPS))
                .getMessage();
        assertTrue(message.contains("does not fit world wiod2011"), message);
    }

    private static TradeScenario scenario(String id) {
        return TradeScenario.read(FOLDER.resolve(id + ".yaml"));
    }
}
