package org.jiritsu.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jiritsu.Mistakes;
import org.junit.jupiter.api.Test;

/** The kernel against plain sums over random flows. */
class TradeYearTest {
    private static final List<String> ECONOMIES = List.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG");

    private static List<Flow> random(long seed) {
        Random random = new Random(seed);
        List<Flow> flows = new ArrayList<>();
        for (int g = 0; g < 8; g++) {
            for (String importer : ECONOMIES) {
                for (String exporter : ECONOMIES) {
                    if (!importer.equals(exporter) && random.nextInt(3) == 0) {
                        OptionalDouble tonnes = random.nextInt(4) == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(random.nextInt(1000));
                        flows.add(new Flow("10000" + g, importer, exporter, random.nextInt(1, 5000) / 8.0, tonnes));
                    }
                }
            }
        }
        Collections.shuffle(flows, random);
        return flows;
    }

    private static double hhi(Iterable<Double> amounts) {
        double sum = 0;
        double squares = 0;
        for (double a : amounts) {
            sum += a;
            squares += a * a;
        }
        return sum > 0 ? squares / sum / sum : 0;
    }

    @Test
    void everyPairAgreesWithPlainSums() {
        for (long seed = 0; seed < 30; seed++) {
            List<Flow> flows = random(seed);
            DependenceTable table = DependenceTable.of(TradeYear.of("test", 2020, flows));
            for (Dependence d : table.where(any -> true)) {
                check(flows, d);
            }
            assertEquals(
                    flows.stream().map(f -> f.good() + f.importer()).distinct().count(),
                    table.where(any -> true).size());
        }
    }

    private static void check(List<Flow> flows, Dependence d) {
        Map<String, Double> bought = new HashMap<>();
        Map<String, Double> weights = new HashMap<>();
        Map<String, Double> world = new TreeMap<>();
        double exports = 0;
        for (Flow f : flows) {
            if (f.good().equals(d.good())) {
                world.merge(f.exporter(), f.kusd(), Double::sum);
                exports += f.exporter().equals(d.economy()) ? f.kusd() : 0;
                if (f.importer().equals(d.economy())) {
                    bought.put(f.exporter(), f.kusd());
                    weights.put(f.exporter(), f.tonnes().orElse(0));
                }
            }
        }
        double sum = bought.values().stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(sum, d.imports().kusd(), 1e-9);
        assertEquals(exports, d.exports().kusd(), 1e-9);
        assertEquals(hhi(bought.values()), d.hhiImports(), 1e-12);
        assertEquals(hhi(weights.values()), d.hhiImportsTonnes(), 1e-12);
        assertEquals(hhi(world.values()), d.hhiWorldExports(), 1e-12);
        bought.forEach((who, kusd) -> assertEquals(kusd / sum, d.share(who, Measure.VALUE), 1e-12));
        assertEquals(1, d.suppliers().stream().mapToDouble(Supplier::valueShare).sum(), 1e-12);
        assertTrue(d.hhiImports() >= 1.0 / d.suppliers().size() - 1e-12 && d.hhiImports() <= 1 + 1e-12);
    }

    @Test
    void aGroupIsOneEconomyAndNothingIsLost() {
        EconomyGroup group = new EconomyGroup("UNION", Set.of("BBB", "DDD", "FFF"));
        for (long seed = 0; seed < 30; seed++) {
            List<Flow> flows = random(seed);
            TradeYear year = TradeYear.of("test", 2020, flows);
            DependenceTable merged = DependenceTable.of(year.with(group));
            for (String good : year.goods()) {
                double all = flows.stream()
                        .filter(f -> f.good().equals(good))
                        .mapToDouble(Flow::kusd)
                        .sum();
                double left = merged.importersOf(good).stream()
                        .mapToDouble(d -> d.imports().kusd() + d.internal().kusd())
                        .sum();
                boolean buysAtAll = merged.of(good, "UNION").isPresent();
                assertEquals(all, left, buysAtAll ? 1e-9 : all);
            }
            List<Flow> outside = flows.stream()
                    .filter(f -> !group.members().contains(f.importer())
                            && !group.members().contains(f.exporter()))
                    .toList();
            for (Flow f : outside) {
                Dependence d = merged.of(f.good(), f.importer()).orElseThrow();
                assertEquals(
                        f.kusd(),
                        d.share(f.exporter(), Measure.VALUE) * d.imports().kusd(),
                        1e-9);
            }
        }
    }

    @Test
    void orderOfTheFlowsDoesNotMatter() {
        List<Flow> flows = random(7);
        List<Dependence> one =
                DependenceTable.of(TradeYear.of("test", 2020, flows)).where(any -> true);
        Collections.reverse(flows);
        assertEquals(one, DependenceTable.of(TradeYear.of("test", 2020, flows)).where(any -> true));
    }

    @Test
    void flowsComeBackAsTheyWentIn() {
        List<Flow> flows = random(3);
        TradeYear year = TradeYear.of("test", 2020, flows);
        List<Flow> back = new ArrayList<>();
        for (int r = 0; r < year.size(); r++) {
            back.add(year.flow(r));
        }
        assertEquals(Set.copyOf(flows), Set.copyOf(back));
        assertEquals(flows.size(), back.size());
    }

    @Test
    void flowsThatCannotBeAreRefused() {
        Flow flow = Flow.of("100000", "AAA", "BBB", 5, 1);
        Mistakes.assertBadData(() -> TradeYear.of("test", 2020, List.of(flow, flow)), "second");
        Mistakes.assertBadData(() -> TradeYear.of("test", 2020, List.of(Flow.of("100000", "AAA", "BBB", -5, 1))), "-5");
        Mistakes.assertBadData(
                () -> TradeYear.of("test", 2020, List.of(Flow.of("100000", "AAA", "BBB", 5, Double.NaN))), "NaN");
    }
}
