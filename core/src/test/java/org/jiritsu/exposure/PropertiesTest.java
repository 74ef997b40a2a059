package org.jiritsu.exposure;

import static org.jiritsu.Mistakes.assertBadData;
import static org.jiritsu.RandomWorlds.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.RandomWorlds;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold on every world, tried on random ones. */
class PropertiesTest {
    private static final double CLOSE = 1e-12;
    private static final Kernel KERNEL = Kernel.java();
    private static final List<ToDoubleFunction<PartnerShare>> SHARES = List.of(
            PartnerShare::supplyDirect,
            PartnerShare::supplyLookThrough,
            PartnerShare::consumptionLookThrough,
            PartnerShare::marketDirect,
            PartnerShare::marketLookThrough);
    private static final List<ToDoubleFunction<PartnerShare>> RATIOS =
            List.of(PartnerShare::hiddenRatio, PartnerShare::leveragePp);
    private static final List<ToDoubleFunction<Indicator>> PURE_INDICATORS = List.of(
            Indicator::hhiDirect,
            Indicator::hhiLookThrough,
            Indicator::vaxRatio,
            Indicator::upstreamness,
            Indicator::downstreamness,
            Indicator::upstreamnessNetInventory,
            Indicator::downstreamnessNetInventory,
            Indicator::foreignInputReliance,
            Indicator::foreignMarketReliance);

    /** Everything there is to know about a world from one factorisation. */
    private record Answers(World world, PartnerExposure partners, Indicators indicators, List<Cutoff> cutoffs) {
        static Answers of(World world) {
            try (Leontief leontief = Leontief.of(world, KERNEL)) {
                PartnerExposure partners = PartnerExposure.of(leontief);
                return new Answers(
                        world,
                        partners,
                        Indicators.of(leontief, partners, KERNEL),
                        IntStream.range(0, world.economyCount())
                                .mapToObj(h -> Cutoff.into(leontief, h, 0.01))
                                .toList());
            }
        }

        PartnerShare industry(int home, int i) {
            return partners.partnersBySector(home).get(i);
        }
    }

    private static World world(long seed) {
        return RandomWorlds.of(seed, 4, 3);
    }

    private static List<PartnerShare> foreign(List<PartnerShare> shares) {
        return shares.stream().filter(s -> s.partner() != s.home()).toList();
    }

    private static double sum(List<PartnerShare> shares, ToDoubleFunction<PartnerShare> measure) {
        return shares.stream().mapToDouble(measure).sum();
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, within(expected));
    }

    /** Relative where a figure is large, absolute where it is a share; NaN agrees with NaN only. */
    private static double within(double expected) {
        return CLOSE * (Math.abs(expected) > 1 ? Math.abs(expected) : 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sharesByOriginSumToOne(long seed) {
        World world = world(seed);
        PartnerExposure exposure = Answers.of(world).partners();
        for (int home = 0; home < world.economyCount(); home++) {
            List<PartnerShare> shares = exposure.partners(home);
            assertClose(1, sum(shares, PartnerShare::supplyDirect));
            assertClose(1, sum(shares, PartnerShare::supplyLookThrough));
            assertClose(1, sum(shares, PartnerShare::consumptionLookThrough));
            assertClose(1, sum(shares, PartnerShare::marketDirect));
            assertClose(1, sum(shares, PartnerShare::marketLookThrough));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sectorsAddUpToTheirPartner(long seed) {
        World world = world(seed);
        PartnerExposure exposure = Answers.of(world).partners();
        for (int home = 0; home < world.economyCount(); home++) {
            for (PartnerShare partner : exposure.partners(home)) {
                List<PartnerShare> sectors = exposure.partnersBySector(home).stream()
                        .filter(s -> s.partner() == partner.partner())
                        .toList();
                assertEquals(world.sectorCount(), sectors.size());
                SHARES.forEach(measure -> assertClose(measure.applyAsDouble(partner), sum(sectors, measure)));
                assertClose(partner.leveragePp(), sum(sectors, PartnerShare::leveragePp));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void leverageIsMutual(long seed) {
        PartnerExposure exposure = Answers.of(world(seed)).partners();
        assertClose(
                exposure.partners(0).get(1).leveragePp(),
                -exposure.partners(1).get(0).leveragePp());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theUnitChangesNoShare(long seed) {
        World world = world(seed);
        Answers millions = Answers.of(world);
        Answers thousands = Answers.of(RandomWorlds.withFlows(world, (i, j) -> 1000 * cell(world, i, j)));
        for (int home = 0; home < world.economyCount(); home++) {
            for (int i = 0; i < world.size(); i++) {
                assertSameShare(millions.industry(home, i), thousands.industry(home, i));
            }
            assertSameIndicator(
                    millions.indicators().home(home), thousands.indicators().home(home));
            int partner = home == 0 ? 1 : 0;
            CutLink before = millions.cutoffs().get(home).link(partner, 1);
            CutLink after = thousands.cutoffs().get(home).link(partner, 1);
            assertClose(before.supplierVaLostPctGdp(), after.supplierVaLostPctGdp());
            assertClose(before.homeVaUsingPctGdp(), after.homeVaUsingPctGdp());
            assertEquals(
                    1000 * before.supplierVaLostMusd(), after.supplierVaLostMusd(), 1e-9 * after.supplierVaLostMusd());
        }
    }

    private static void assertSameShare(PartnerShare expected, PartnerShare actual) {
        SHARES.forEach(m -> assertClose(m.applyAsDouble(expected), m.applyAsDouble(actual)));
        RATIOS.forEach(m -> assertClose(m.applyAsDouble(expected), m.applyAsDouble(actual)));
    }

    private static void assertSameIndicator(Indicator expected, Indicator actual) {
        PURE_INDICATORS.forEach(m -> assertClose(m.applyAsDouble(expected), m.applyAsDouble(actual)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfEconomiesAndSectorsChangesNothing(long seed) {
        World world = world(seed);
        int[] economies = shuffled(world.economyCount(), seed);
        int[] sectors = shuffled(world.sectorCount(), seed + 1);
        int uses = world.finalUses().size();
        int[] cells = new int[world.size() + world.economyCount() * uses];
        for (int j = 0; j < cells.length; j++) {
            cells[j] = j < world.size()
                    ? world.industry(economies[world.economyOf(j)], sectors[world.sectorOf(j)])
                    : world.size() + economies[(j - world.size()) / uses] * uses + (j - world.size()) % uses;
        }
        Answers answers = Answers.of(world);
        Answers permuted = Answers.of(RandomWorlds.withFlows(world, (i, j) -> cell(world, cells[i], cells[j])));
        for (int home = 0; home < world.economyCount(); home++) {
            for (int i = 0; i < world.size(); i++) {
                assertSameShare(answers.industry(economies[home], cells[i]), permuted.industry(home, i));
            }
            assertSameIndicator(
                    answers.indicators().home(economies[home]),
                    permuted.indicators().home(home));
            for (int partner = 0; partner < world.economyCount(); partner++) {
                assertClose(
                        answers.cutoffs()
                                .get(economies[home])
                                .link(economies[partner], sectors[2])
                                .supplierVaLostMusd(),
                        permuted.cutoffs().get(home).link(partner, 2).supplierVaLostMusd());
            }
        }
    }

    private static int[] shuffled(int count, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    @Test
    void anAutarkicEconomyDependsOnNobody() {
        World world = RandomWorlds.autarkic(6, 3, 4);
        Answers answers = Answers.of(world);
        for (int home = 0; home < world.economyCount(); home++) {
            for (PartnerShare share : foreign(answers.partners().partners(home))) {
                SHARES.forEach(measure -> assertEquals(0, measure.applyAsDouble(share), CLOSE));
                assertTrue(Double.isNaN(share.hiddenRatio()));
                assertEquals(0, share.leveragePp(), CLOSE);
                CutLink cut = answers.cutoffs().get(home).link(share.partner(), PartnerShare.ALL_SECTORS);
                assertEquals(0, cut.flowMusd());
                assertEquals(0, cut.supplierVaLostMusd(), CLOSE);
                assertEquals(0, cut.industriesUsing());
            }
            assertEquals(0, answers.indicators().home(home).exportsMusd());
            assertEquals(0, answers.indicators().home(home).foreignInputReliance(), CLOSE);
            assertEquals(0, answers.indicators().home(home).foreignMarketReliance(), CLOSE);
        }
    }

    @Test
    void bothKernelsAgreeOnEveryMeasureOfWiod2011() {
        World world = org.jiritsu.Bundled.world("wiod2011");
        try (Leontief fast = Leontief.of(world, Kernel.openBlas());
                Leontief plain = Leontief.of(world, Kernel.java())) {
            PartnerExposure fastPartners = PartnerExposure.of(fast);
            PartnerExposure plainPartners = PartnerExposure.of(plain);
            Indicators fastIndicators = Indicators.of(fast, fastPartners, Kernel.openBlas());
            Indicators plainIndicators = Indicators.of(plain, plainPartners, Kernel.java());
            for (int home = 0; home < world.economyCount(); home++) {
                assertSameFigures(plainPartners.partners(home), fastPartners.partners(home));
                assertSameFigures(plainPartners.partnersBySector(home), fastPartners.partnersBySector(home));
                assertSameFigures(List.of(plainIndicators.home(home)), List.of(fastIndicators.home(home)));
                assertSameFigures(plainIndicators.homeSectors(home), fastIndicators.homeSectors(home));
            }
            int japan = world.economy("JPN");
            assertSameFigures(
                    Cutoff.into(plain, japan, 0.01).atlas(),
                    Cutoff.into(fast, japan, 0.01).atlas());
        }
    }

    /** Every component of every record, to 1e-12 of its size, or of one where it is a share. */
    private static void assertSameFigures(List<? extends Record> expected, List<? extends Record> actual) {
        assertEquals(expected.size(), actual.size());
        for (int r = 0; r < expected.size(); r++) {
            for (var component : expected.get(r).getClass().getRecordComponents()) {
                try {
                    double a = ((Number) component.getAccessor().invoke(expected.get(r))).doubleValue();
                    double b = ((Number) component.getAccessor().invoke(actual.get(r))).doubleValue();
                    String where = component.getName() + " of " + expected.get(r);
                    assertEquals(a, b, within(a), where);
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    @Test
    void theCutOfALinkWithoutTradeCostsNothing() {
        World world = world(7);
        World without = RandomWorlds.withFlows(
                world, (i, j) -> i == world.industry(1, 2) && buyer(world, j) == 0 ? 0 : cell(world, i, j));
        CutLink cut = Answers.of(without).cutoffs().get(0).link(1, 2);
        for (double figure : new double[] {
            cut.flowMusd(),
            cut.supplierVaLostMusd(),
            cut.homeVaLostMusd(),
            cut.worldVaLostMusd(),
            cut.homeVaUsingMusd(),
            cut.largestRequirement(),
            cut.shareOfHomePurchases()
        }) {
            assertEquals(0, figure, CLOSE);
        }
        assertTrue(Double.isNaN(cut.stakeRatio()));
    }

    private static int buyer(World world, int cell) {
        return cell < world.size()
                ? world.economyOf(cell)
                : (cell - world.size()) / world.finalUses().size();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cuttingAllSectorsCostsAtLeastAsMuchAsTheWorstOfThem(long seed) {
        Cutoff cutoff = Answers.of(world(seed)).cutoffs().getFirst();
        for (int partner = 1; partner < 4; partner++) {
            CutLink all = cutoff.link(partner, PartnerShare.ALL_SECTORS);
            double flows = 0;
            for (int sector = 0; sector < 3; sector++) {
                CutLink one = cutoff.link(partner, sector);
                assertTrue(all.supplierVaLostMusd() >= one.supplierVaLostMusd() - CLOSE);
                assertTrue(all.worldVaLostMusd() >= one.worldVaLostMusd() - CLOSE);
                assertTrue(all.homeVaUsingMusd() >= one.homeVaUsingMusd());
                assertTrue(all.largestRequirement() >= one.largestRequirement());
                flows += one.flowMusd();
            }
            assertClose(all.flowMusd(), flows);
        }
    }

    /** The table is cut by hand and factored again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCutAgreesWithTheTableWithoutTheLink(long seed) {
        World world = world(seed);
        int cut = world.industry(2, 1);
        CutLink link = Answers.of(world).cutoffs().getFirst().link(2, 1);
        double[] outputBefore = RandomWorlds.output(world);
        try (Leontief whole = Leontief.of(world, KERNEL)) {
            double[] x = outputBefore;
            for (int round = 0; round < 300; round++) { // x* = A* x* + f*, by substitution
                double[] last = x;
                x = IntStream.range(0, world.size())
                        .mapToDouble(i -> {
                            double sum = world.finalOutput(i) - (i == cut ? world.y(i, 0) : 0);
                            for (int j = 0; j < world.size(); j++) {
                                sum += i == cut && world.economyOf(j) == 0 ? 0 : whole.coefficient(i, j) * last[j];
                            }
                            return sum;
                        })
                        .toArray();
            }
            double lost = 0;
            for (int s = 0; s < world.sectorCount(); s++) {
                int i = world.industry(2, s);
                lost += whole.valueAddedShare(i) * (outputBefore[i] - x[i]);
            }
            assertEquals(lost, link.supplierVaLostMusd(), 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theAtlasHoldsEveryForeignLinkOnceTheWorstFirst(long seed) {
        List<CutLink> atlas = Answers.of(world(seed)).cutoffs().getFirst().atlas();
        assertEquals(9, atlas.size());
        assertEquals(
                9,
                new HashSet<>(atlas.stream()
                                .map(l -> List.of(l.partner(), l.sector()))
                                .toList())
                        .size());
        for (int k = 1; k < atlas.size(); k++) {
            assertTrue(atlas.get(k - 1).homeVaUsingTwiceMusd() >= atlas.get(k).homeVaUsingTwiceMusd());
        }
    }

    private static SupplyChains.Answer chains(Leontief leontief, int partner, double threshold) {
        return SupplyChains.find(
                leontief,
                new SupplyChains.Query(
                        0, partner, PartnerShare.ALL_SECTORS, PartnerShare.ALL_SECTORS, threshold, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void chainsAreSortedDistinctAboveTheThresholdAndCoverMoreAsItFalls(long seed) {
        try (Leontief leontief = Leontief.of(world(seed), KERNEL)) {
            double covered = 0;
            for (double threshold : new double[] {0.1, 0.01, 0.001}) {
                SupplyChains.Answer answer = chains(leontief, 1, threshold);
                List<SupplyChains.Chain> found = answer.chains();
                assertTrue(answer.complete());
                assertEquals(
                        found.size(),
                        new HashSet<>(found.stream()
                                        .map(SupplyChains.Chain::industries)
                                        .toList())
                                .size());
                for (int k = 0; k < found.size(); k++) {
                    assertTrue(k == 0
                            || found.get(k - 1).valueMusd() >= found.get(k).valueMusd());
                    assertTrue(found.get(k).share() >= threshold * (1 - CLOSE));
                }
                assertClose(
                        answer.coverage(),
                        found.stream().mapToDouble(SupplyChains.Chain::share).sum());
                assertTrue(answer.coverage() >= covered && answer.coverage() <= 1 + CLOSE);
                covered = answer.coverage();
            }
            assertTrue(covered > 0.7, "coverage " + covered);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.01, 0.02, 0.03, 0.05})
    void everyChainOfTwoIndustriesAboveTheThresholdIsListed(double threshold) {
        World world = world(1);
        try (Leontief leontief = Leontief.of(world, KERNEL)) {
            SupplyChains.Answer answer = chains(leontief, 1, threshold);
            List<List<Integer>> expected = new ArrayList<>();
            for (int s = 0; s < world.sectorCount(); s++) {
                for (int t = 0; t < world.sectorCount(); t++) {
                    int i = world.industry(1, s);
                    int j = world.industry(0, t);
                    double value = leontief.valueAddedShare(i) * leontief.coefficient(i, j) * world.finalOutput(j);
                    if (value >= threshold * answer.totalMusd()) {
                        expected.add(List.of(i, j));
                    }
                }
            }
            assertFalse(expected.isEmpty());
            assertEquals(
                    new HashSet<>(expected),
                    new HashSet<>(answer.chains().stream()
                            .map(SupplyChains.Chain::industries)
                            .filter(c -> c.size() == 2)
                            .toList()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTotalsOfAllSourcesMakeUpTheFinalOutput(long seed) {
        World world = world(seed);
        try (Leontief leontief = Leontief.of(world, KERNEL)) {
            double total = IntStream.range(0, 4)
                    .mapToDouble(p -> chains(leontief, p, 0.1).totalMusd())
                    .sum();
            assertClose(IntStream.range(0, 3).mapToDouble(world::finalOutput).sum(), total);
        }
    }

    @Test
    void chainsIntoOutputThatIsOnlyDrawnFromStockAreNone() {
        World world = world(8);
        World drawn = RandomWorlds.withFlows(
                world,
                (i, j) -> world.economyOf(i) == 0 && j == world.size() + 1 ? -2000 : cell(world, i, j),
                RandomWorlds.output(world));
        try (Leontief leontief = Leontief.of(drawn, KERNEL)) {
            SupplyChains.Answer answer = chains(leontief, 1, 0.001);
            assertTrue(answer.totalMusd() < 0);
            assertEquals(List.of(), answer.chains());
        }
    }

    @Test
    void industriesThatLiveOnTheirOwnPurchasesAloneAreAnswered() {
        World world = world(9);
        World closed = RandomWorlds.withFlows(world, (i, j) -> {
            boolean first = i < 3;
            boolean same = first == (j < 3);
            return !same ? 0 : !first ? cell(world, i, j) : i == (j + 1) % 3 ? 100 : 0;
        });
        assertBadData(() -> Leontief.of(closed, KERNEL).close(), "random", "no Leontief inverse", "world check");
        assertBadData(() -> Leontief.of(closed, Kernel.openBlas()).close(), "random", "no Leontief inverse");
    }

    @Test
    void anIndustryWithZeroOutputMakesNoShareEmpty() {
        World world = world(10);
        World idle = RandomWorlds.withFlows(world, (i, j) -> i == 4 || j == 4 ? 0 : cell(world, i, j));
        Answers answers = Answers.of(idle);
        for (int home = 0; home < 4; home++) {
            for (PartnerShare share : answers.partners().partnersBySector(home)) {
                SHARES.forEach(measure -> assertTrue(Double.isFinite(measure.applyAsDouble(share)), share.toString()));
            }
            assertClose(1, sum(answers.partners().partners(home), PartnerShare::supplyLookThrough));
            Indicator indicator = answers.indicators().home(home);
            PURE_INDICATORS.forEach(measure -> assertTrue(Double.isFinite(measure.applyAsDouble(indicator))));
        }
        Indicator empty = answers.indicators().homeSectors(1).get(1);
        assertTrue(Double.isNaN(empty.upstreamness()) && Double.isNaN(empty.vaxRatio()));
        assertEquals(
                0, Arrays.stream(RandomWorlds.output(idle)).skip(4).findFirst().orElseThrow());
    }
}
