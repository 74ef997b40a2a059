package org.jiritsu.disruption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Industry;
import org.jiritsu.world.World;

/** How long an economy lasts, and how much stock would have been enough. */
public final class Endurance {
    /** The search for the stock that is just enough ends when it is known to this many days. */
    private static final double DAYS_TOLERANCE = 0.25;

    private final Disruption disruption;

    public Endurance(Disruption disruption) {
        this.disruption = disruption;
    }

    /**
     * How long an industry lasts.
     *
     * @param days from the first shock until it falls below the scenario's level; empty if it lasts to the end
     * @param chain the bottleneck and what is behind it
     */
    public record Lasts(Industry industry, OptionalInt days, Chain chain) {}

    /** How long each industry of a home lasts: those that fall first stand first, of one day those that lose most. */
    public static List<Lasts> of(World world, DisruptionRun outcome, String home) {
        int economy = world.economy(home);
        int begin = outcome.scenario().shocks().stream()
                .mapToInt(s -> s.timing().firstDay())
                .min()
                .orElse(0);
        return IntStream.range(0, world.sectorCount())
                .mapToObj(s -> world.key(world.industry(economy, s)))
                .sorted(Comparator.comparingDouble((Industry industry) -> lost(outcome, industry))
                        .reversed())
                .map(industry -> new Lasts(
                        industry,
                        outcome.fall(industry)
                                .map(f -> OptionalInt.of(f.day() - begin))
                                .orElse(OptionalInt.empty()),
                        Chain.behind(outcome, industry)))
                .sorted((a, b) -> Integer.compare(
                        a.days().orElse(Integer.MAX_VALUE), b.days().orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private static double lost(DisruptionRun outcome, Industry industry) {
        return outcome.industries().stream()
                .filter(i -> i.industry().equals(industry))
                .mapToDouble(DisruptionRun.IndustryLoss::valueAddedLostMusd)
                .sum();
    }

    /**
     * A point of the curve stock against loss.
     *
     * @param stockDays days of the users' normal use
     * @param lossPercent value added lost by the home over the scenario's days, % of what it makes in that time
     * @param oneMoreDayMusd loss avoided by one day's stock more, million USD
     */
    public record Point(double stockDays, double lossMusd, double lossPercent, double oneMoreDayMusd) {}

    /**
     * What stock does.
     *
     * @param enoughDays the least stock, to a quarter of a day, with which the loss stays within the limit; empty if the
     *     largest stock of the curve is not enough
     */
    public record StockAnswer(List<Point> curve, OptionalDouble enoughDays) {
        public StockAnswer {
            curve = List.copyOf(curve);
        }
    }

    /**
     * The stock of one kind that keeps the home's loss over the scenario's days within {@code lossPercent}.
     *
     * @param stock the kind of stockpile; its size is varied
     * @param sizes days of use to try for the curve, rising
     */
    public StockAnswer stock(
            DisruptionScenario scenario, String home, Stockpile stock, List<Double> sizes, double lossPercent) {
        requireSizes(sizes, lossPercent);
        double[] losses = losses(
                scenario,
                home,
                stock,
                Stream.concat(sizes.stream(), sizes.stream().map(size -> size + 1))
                        .toList());
        double made = made(scenario, home);
        List<Point> curve = IntStream.range(0, sizes.size())
                .mapToObj(i -> new Point(
                        sizes.get(i), losses[i], 100 * losses[i] / made, losses[i] - losses[i + sizes.size()]))
                .toList();
        return new StockAnswer(curve, enough(scenario, home, stock, curve, lossPercent));
    }

    /** @throws InputException if no curve can be made of these sizes, or no loss is within that percentage */
    public static void requireSizes(List<Double> sizes, double lossPercent) {
        if (sizes.isEmpty() || IntStream.range(1, sizes.size()).anyMatch(i -> sizes.get(i) <= sizes.get(i - 1))) {
            throw InputException.use(
                    "The stock sizes to try are not usable",
                    "rising days of use, at least one",
                    sizes.toString(),
                    "they are not sorted.");
        }
        if (!(lossPercent >= 0)) {
            throw InputException.use(
                    "The accepted loss is not usable",
                    "a percentage of 0 or more",
                    String.valueOf(lossPercent),
                    "the sign is wrong.");
        }
    }

    /** Value added that a home makes without a shock in the days of a scenario. */
    private double made(DisruptionScenario scenario, String home) {
        return disruption.world().gdp(disruption.world().economy(home)) * scenario.days() / 365;
    }

    private double[] losses(DisruptionScenario scenario, String home, Stockpile stock, List<Double> sizes) {
        String code = disruption
                .world()
                .economies()
                .get(disruption.world().economy(home))
                .code();
        return disruption
                .runAll(
                        sizes.stream()
                                .map(size -> holding(scenario, stock, size))
                                .toList(),
                        Recorded.NOTHING)
                .stream()
                .mapToDouble(outcome -> outcome.economy(code).valueAddedLostMusd())
                .toArray();
    }

    private static DisruptionScenario holding(DisruptionScenario scenario, Stockpile stock, double days) {
        List<Stockpile> piles = new ArrayList<>(scenario.stockpiles());
        piles.add(stock.holding(days));
        return scenario.with(piles);
    }

    private OptionalDouble enough(
            DisruptionScenario scenario, String home, Stockpile stock, List<Point> curve, double limit) {
        int first = 0;
        while (first < curve.size() && curve.get(first).lossPercent() > limit) {
            first++;
        }
        if (first == curve.size()) {
            return OptionalDouble.empty();
        }
        double high = curve.get(first).stockDays();
        double low = first == 0 ? high : curve.get(first - 1).stockDays();
        while (high - low > DAYS_TOLERANCE) {
            double middle = (low + high) / 2;
            if (100 * losses(scenario, home, stock, List.of(middle))[0] / made(scenario, home) > limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }
}
