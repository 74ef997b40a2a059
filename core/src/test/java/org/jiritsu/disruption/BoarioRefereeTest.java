package org.jiritsu.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.world.Industry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The daily model against BoARIO 0.6.4 on WIOD 2011 without private households; its figures come from
 * {@code bench/peers/boario_disruption.py}, which states the same shocks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoarioRefereeTest {
    private static final int DAYS = 365;
    private static final double TOLERANCE = 1e-6;
    private static final Path FIGURES =
            Path.of(System.getProperty("jiritsu.root", "."), "core/src/test/resources/referee/boario-disruption.csv");

    private final Map<String, Double> figures = new HashMap<>();
    private final Map<String, List<String>> watched = new HashMap<>();
    private Disruption disruption = new Disruption(TestWorlds.random(1, 2, 2, 0));

    @BeforeAll
    void read() throws IOException {
        disruption = new Disruption(TestWorlds.without(TestWorlds.wiod2011(), "c35"));
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FIGURES)) {
            for (NamedCsvRecord line : csv) {
                String series = line.getField("case");
                String industry = line.getField("industry");
                figures.put(
                        key(series, Integer.parseInt(line.getField("day")), industry),
                        Double.valueOf(line.getField("production_musd")));
                if (line.getField("day").equals("0") && !industry.equals("WORLD")) {
                    watched.merge(
                            series,
                            List.of(industry),
                            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
                }
            }
        }
    }

    private static String key(String series, int day, String industry) {
        return series + "/" + day + "/" + industry;
    }

    /** BoARIO's event "occurrence o, duration d" works at full strength for d + 2 steps from step o + 1. */
    private static Timing boario(int occurrence, int duration, Recovery recovery, int recoveryDays) {
        return new Timing(occurrence + 1, duration + 2, recovery, recoveryDays);
    }

    private static DisruptionScenario scenario(String name) {
        DisruptionModel byProduction = DisruptionModel.ario();
        DisruptionModel fixedShares = byProduction.with(new Substitution.None());
        return switch (name) {
            case "japan-electronics" ->
                DisruptionScenario.of(
                        name,
                        byProduction,
                        DAYS,
                        new Shock.CapacityLoss(Selection.of("JPN", "c14"), 0.5, boario(5, 30, Recovery.LINEAR, 60)));
            case "china-metals-to-vehicles" ->
                DisruptionScenario.of(
                        name,
                        byProduction.with(InventoryDays.of(20)),
                        DAYS,
                        new Shock.CapacityLoss(
                                Selection.of("CHN", "c12", "c13", "c14", "c15"),
                                0.3,
                                boario(10, 60, Recovery.LINEAR, 1)));
            case "german-french-power" ->
                DisruptionScenario.of(
                        name,
                        fixedShares.with(InventoryDays.of(30)),
                        DAYS,
                        new Shock.CapacityLoss(Selection.of("DEU", "c17"), 0.4, boario(2, 15, Recovery.CONCAVE, 40)),
                        new Shock.CapacityLoss(Selection.of("FRA", "c17"), 0.25, boario(2, 15, Recovery.CONCAVE, 40)));
            case "taiwan" ->
                DisruptionScenario.of(
                        name,
                        fixedShares.with(InventoryDays.of(10)),
                        DAYS,
                        new Shock.CapacityLoss(Selection.of("TWN"), 0.9, boario(3, 45, Recovery.CONVEX, 2)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"japan-electronics", "china-metals-to-vehicles", "german-french-power", "taiwan"})
    void productionAgreesEveryDay(String name) {
        Disruption plain = new Disruption(disruption.world(), 2, false);
        List<Industry> industries = watched.get(name).stream()
                .map(label -> label.split("_", 2))
                .map(codes -> new Industry(codes[0], codes[1]))
                .toList();
        Recorded watch = new Recorded(List.of(), industries, List.of());
        assertAgrees(name, plain.run(scenario(name), watch));
        assertAgrees(name, disruption.run(scenario(name), watch));
        disruption.runAll(List.of(scenario(name), scenario(name)), watch).forEach(one -> assertAgrees(name, one));
    }

    private void assertAgrees(String name, DisruptionRun outcome) {
        double worst = 0;
        for (int day = 0; day < DAYS; day++) {
            worst = Math.max(worst, relative(figures.get(key(name, day, "WORLD")), outcome.worldProduction()[day]));
            for (String industry : watched.get(name)) {
                double value = outcome.series(DisruptionRun.Measure.PRODUCTION_MUSD, industry)
                        .values()[day];
                worst = Math.max(worst, relative(figures.get(key(name, day, industry)), value));
            }
        }
        double worstOfYear = 0;
        for (int i = 0; i < outcome.industries().size(); i++) {
            DisruptionRun.IndustryLoss loss = outcome.industries().get(i);
            double before = baseline(i);
            double made = before * DAYS - loss.productionLostMusd();
            worstOfYear = Math.max(
                    worstOfYear,
                    relative(figures.get(key(name, -1, loss.industry().toString())), made));
        }
        assertTrue(
                worst < TOLERANCE && worstOfYear < TOLERANCE,
                "relative difference: days %.3g, industries over the year %.3g".formatted(worst, worstOfYear));
        assertTrue(outcome.valueAddedLostMusd() > 0, "the shock does something");
    }

    private double baseline(int industry) {
        return IntStream.range(0, disruption.world().size())
                                .mapToDouble(j -> Math.max(0, disruption.world().z(industry, j)))
                                .sum()
                        / DAYS
                + finalSales(industry);
    }

    private double finalSales(int industry) {
        return IntStream.range(0, disruption.world().economyCount())
                        .mapToDouble(c -> Math.max(0, disruption.world().y(industry, c)))
                        .sum()
                / DAYS;
    }

    @Test
    void theRefereeCoversEveryCase() {
        assertEquals(4, watched.size());
    }

    private static double relative(double expected, double found) {
        return expected == found ? 0 : Math.abs(expected - found) / Math.abs(expected);
    }
}
