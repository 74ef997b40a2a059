package org.jiritsu.disruption.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.Cause;
import org.jiritsu.disruption.DisruptionRun.Fall;
import org.jiritsu.disruption.DisruptionRun.Measure;
import org.jiritsu.disruption.DisruptionRun.Series;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Warning;
import org.jiritsu.world.Industry;
import org.jiritsu.world.World;

/** Writes down one lane of an engine, day by day, after {@link Engine#produce}. */
final class Recorder {
    private final World world;
    private final SupplyTable table;
    private final Engine engine;
    private final int lane;
    private final DisruptionScenario scenario;
    private final Compiled plan;
    private final double[] worldProduction;
    private final double[] before;
    private final double[][] economyProduction;
    private final double[] made;
    /** Least output so far, at most that of before. */
    private final double[] lowest;

    private final int[] lowestDay;
    /** Output below which an industry has fallen; zero once it has. */
    private final double[] floor;

    private final List<Fall> falls = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<DailyValue> values = new ArrayList<>();
    /** Series of which only the one that sinks lowest is of interest. */
    private final List<List<Series>> rivals = new ArrayList<>();

    private interface DailyValue {
        double on(int day);
    }

    Recorder(
            World world,
            Engine engine,
            int lane,
            DisruptionScenario scenario,
            Compiled plan,
            Recorded watch,
            Resolver resolver) {
        this.world = world;
        this.table = engine.table;
        this.engine = engine;
        this.lane = lane;
        this.scenario = scenario;
        this.plan = plan;
        worldProduction = new double[scenario.days()];
        economyProduction = new double[table.economies][scenario.days()];
        before = new double[table.economies];
        for (int j = 0; j < table.n; j++) {
            before[table.economyOf(j)] += table.output[j];
        }
        made = new double[table.n];
        lowest = table.output.clone();
        lowestDay = new int[table.n];
        floor = new double[table.n];
        Arrays.setAll(floor, j -> table.output[j] * (scenario.level() - DisruptionRun.ROUNDING));
        watch.economies().forEach(name -> watchEconomy(world.economy(name)));
        watch.industries().forEach(key -> watchIndustry(world.industry(key)));
        watch.inventories()
                .forEach(stock -> watchInventory(world.industry(stock.industry()), world.sector(stock.good())));
        for (int s = 0; s < plan.piles().size(); s++) {
            int pile = s;
            add(
                    Measure.STOCKPILE_MUSD,
                    String.join(" ", scenario.stockpiles().get(s).users().economies()),
                    scenario.stockpiles().get(s).good(),
                    day -> engine.pileLeft(pile, lane));
        }
    }

    private void add(Measure measure, String whose, String good, DailyValue value) {
        add(measure, whose, good, Optional.empty(), value);
    }

    private void add(Measure measure, String whose, String good, Optional<Industry> supplier, DailyValue value) {
        series.add(new Series(measure, whose, good, supplier, new double[scenario.days()]));
        values.add(value);
    }

    private void watchEconomy(int c) {
        String code = world.economies().get(c).code();
        add(Measure.PRODUCTION_MUSD, code, "", day -> economyProduction[c][day]);
        add(Measure.VALUE_ADDED_LOST_MUSD, code, "", day -> valueAddedLost(c));
        add(Measure.UNMET_FINAL_ORDERS_MUSD, code, "", day -> unmetFinal(day, c));
    }

    private double valueAddedLost(int c) {
        double lost = 0;
        for (int p = 0; p < table.goods; p++) {
            int j = table.industry(c, p);
            lost += clear(table.output[j] - engine.output(j, lane), table.output[j]) * table.valueAddedShare[j];
        }
        return lost;
    }

    /** A difference, or zero if it is no more than rounding of what it is a difference of. */
    private static double clear(double difference, double of) {
        return Math.abs(difference) > DisruptionRun.ROUNDING * of ? difference : 0;
    }

    /** What the final users of an economy wanted before, and more in a surge, and do not get. */
    private double unmetFinal(int day, int c) {
        boolean first = plan.priorityEconomies()[c];
        double unmet = 0;
        for (int i = 0; i < table.n; i++) {
            double wanted = table.finalDemand[i * table.economies + c];
            if (wanted > 0) {
                for (Compiled.Demand surge : plan.demands()) {
                    wanted *= surge.economies()[c] && surge.goods()[table.goodOf(i)] ? surge.factor(day) : 1;
                }
                unmet += clear(
                        wanted - FinalDemand.wanted(day, table, plan, i, c) * engine.fill(i, lane, first), wanted);
            }
        }
        return unmet;
    }

    private void watchIndustry(int j) {
        String label = world.label(j);
        add(Measure.PRODUCTION_MUSD, label, "", day -> engine.output(j, lane));
        add(
                Measure.UNFILLED_ORDERS_MUSD,
                label,
                "",
                day -> Math.max(0, engine.demand(j, lane) - engine.output(j, lane)));
    }

    private void watchInventory(int j, int p) {
        String label = world.label(j);
        String good = world.sectors().get(p).code();
        add(
                Measure.INVENTORY_DAYS,
                label,
                good,
                day -> table.purchases[p][j] > 0 ? engine.inventory(p, j, lane) / table.purchases[p][j] : 0);
        int before = series.size();
        table.sellers(p)
                .filter(i -> engine.daysHeld(i, j, lane) >= 0)
                .forEach(i -> add(
                        Measure.SUPPLIER_INVENTORY_DAYS,
                        label,
                        good,
                        Optional.of(world.key(i)),
                        day -> engine.daysHeld(i, j, lane)));
        rivals.add(List.copyOf(series.subList(before, series.size())));
    }

    /** The series, of rivals only the one that sinks lowest, and of those that sink as low the first to do so. */
    private List<Series> told() {
        List<Series> told = new ArrayList<>(series);
        for (List<Series> some : rivals) {
            told.removeAll(some);
            some.stream()
                    .min(Comparator.comparingDouble(
                            (Series s) -> Arrays.stream(s.values()).min().orElse(0)))
                    .ifPresent(told::add);
        }
        return told;
    }

    void day(int day) {
        double total = 0;
        for (int c = 0; c < table.economies; c++) {
            double sum = 0;
            for (int p = 0; p < table.goods; p++) {
                int j = table.industry(c, p);
                double output = engine.output(j, lane);
                sum += output;
                made[j] += output;
                lookAt(j, output, day);
            }
            economyProduction[c][day] = sum;
            total += sum;
        }
        worldProduction[day] = total;
        for (int s = 0; s < values.size(); s++) {
            series.get(s).values()[day] = values.get(s).on(day);
        }
    }

    private void lookAt(int j, double output, int day) {
        if (output < lowest[j]) {
            lowest[j] = output;
            lowestDay[j] = day;
            if (output < floor[j]) {
                floor[j] = 0;
                falls.add(fall(j, output / table.output[j], day));
            }
        }
    }

    private Fall fall(int j, double share, int day) {
        if (engine.lacksInputs(j, lane, DisruptionRun.ROUNDING)) {
            int good = engine.scarcest(j, lane);
            return new Fall(
                    day,
                    world.key(j),
                    share,
                    Cause.INPUT,
                    Optional.of(world.sectors().get(good).code()),
                    supplier(good, j, day));
        }
        Cause cause = engine.capacity(j, lane) < engine.demand(j, lane) ? Cause.CAPACITY : Cause.DEMAND;
        return new Fall(day, world.key(j), share, cause, Optional.empty(), Optional.empty());
    }

    private Optional<DisruptionRun.Supplier> supplier(int good, int j, int day) {
        int worst = -1;
        double most = 0;
        for (int i = good; i < table.n; i += table.goods) {
            if (table.flow(i, j) == 0) {
                continue;
            }
            double lacking = table.flow(i, j) * (1 - engine.comes(i, j, lane));
            if (lacking > most * (1 + DisruptionRun.ROUNDING)) {
                most = lacking;
                worst = i;
            }
        }
        return worst < 0
                ? Optional.empty()
                : Optional.of(new DisruptionRun.Supplier(world.key(worst), most, isOfTheLink(worst, j, day)));
    }

    /** Whether it is the link that keeps a buyer short: closed or slow today, or lately, if the seller himself can deliver. */
    private boolean isOfTheLink(int seller, int buyer, int day) {
        if (engine.open(seller, buyer, lane) < 1) {
            return true;
        }
        boolean able = engine.capacity(seller, lane) >= table.output[seller] * (1 - DisruptionRun.ROUNDING)
                && !engine.lacksInputs(seller, lane, DisruptionRun.ROUNDING);
        return able
                && plan.links().stream()
                        .anyMatch(link -> link.sellers()[seller]
                                && link.buyers()[buyer]
                                && link.timing().firstDay() <= day);
    }

    DisruptionRun outcome(double worstImbalance, List<Warning> warnings) {
        falls.sort(Comparator.comparingInt(Fall::day));
        List<Double> left = new ArrayList<>();
        for (int s = 0; s < plan.piles().size(); s++) {
            left.add(engine.pileLeft(s, lane));
        }
        return new DisruptionRun(
                scenario,
                worldProduction,
                economyLosses(),
                industryLosses(),
                told(),
                falls,
                left,
                worstImbalance,
                warnings);
    }

    private double lost(int j) {
        double usual = table.output[j] * scenario.days();
        return clear(usual - made[j], usual);
    }

    private List<DisruptionRun.IndustryLoss> industryLosses() {
        List<DisruptionRun.IndustryLoss> losses = new ArrayList<>();
        for (int j = 0; j < table.n; j++) {
            double lost = lost(j);
            losses.add(new DisruptionRun.IndustryLoss(
                    world.key(j),
                    lost,
                    lost * table.valueAddedShare[j],
                    table.output[j] > 0 ? lowest[j] / table.output[j] : 1,
                    lowestDay[j]));
        }
        return losses;
    }

    private List<DisruptionRun.EconomyLoss> economyLosses() {
        List<DisruptionRun.EconomyLoss> losses = new ArrayList<>();
        for (int c = 0; c < table.economies; c++) {
            double lost = 0;
            double valueAdded = 0;
            for (int p = 0; p < table.goods; p++) {
                int j = table.industry(c, p);
                double one = lost(j);
                lost += one;
                valueAdded += one * table.valueAddedShare[j];
            }
            int worst = 0;
            for (int day = 0; day < scenario.days(); day++) {
                worst = clear(economyProduction[c][worst] - economyProduction[c][day], before[c]) > 0 ? day : worst;
            }
            losses.add(new DisruptionRun.EconomyLoss(
                    world.economies().get(c).code(),
                    lost,
                    valueAdded,
                    100 * valueAdded / world.gdp(c),
                    economyProduction[c][worst] / before[c],
                    worst));
        }
        return losses;
    }
}
