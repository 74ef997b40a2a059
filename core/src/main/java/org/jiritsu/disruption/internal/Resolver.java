package org.jiritsu.disruption.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.InventoryDays;
import org.jiritsu.disruption.Rationing;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.disruption.Warning;
import org.jiritsu.world.World;

/** Turns the names of a scenario into the indices of a table, and refuses what cannot be meant. */
public final class Resolver {
    private final World world;
    private final SupplyTable table;
    private final List<Warning> warnings = new ArrayList<>();

    public Resolver(World world, SupplyTable table) {
        this.world = world;
        this.table = table;
    }

    /** What looks like a mistake but can be run, such as a shock on an empty link. */
    public List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    public Rules rules(DisruptionModel model) {
        double[][] days = days(model.inventories());
        requireStable(model, days);
        return new Rules(
                days,
                criticality(model.inputs()),
                model.inputs() instanceof InputRule.InventoryLimited,
                model.rationing() instanceof Rationing.CriticalFirst,
                switch (model.substitution()) {
                    case Substitution.None _ -> Rules.Substitutes.NONE;
                    case Substitution.Specific specific ->
                        Double.isInfinite(specific.days()) ? Rules.Substitutes.NONE : Rules.Substitutes.SEEKING;
                    case Substitution.ByProduction _ -> Rules.Substitutes.BY_PRODUCTION;
                    case Substitution.Seeking _ -> Rules.Substitutes.SEEKING;
                });
    }

    public Compiled compile(DisruptionScenario scenario) {
        DisruptionModel model = scenario.model();
        List<Compiled.Capacity> capacities = new ArrayList<>();
        List<Compiled.Demand> demands = new ArrayList<>();
        List<Compiled.Link> links = new ArrayList<>();
        for (Shock shock : scenario.shocks()) {
            switch (shock) {
                case Shock.CapacityLoss loss ->
                    capacities.add(new Compiled.Capacity(working(loss.industries()), -loss.share(), 0, loss.timing()));
                case Shock.CapacitySurge surge ->
                    capacities.add(new Compiled.Capacity(
                            working(surge.industries()), surge.share(), surge.rampDays(), surge.timing()));
                case Shock.DemandSurge surge ->
                    demands.add(new Compiled.Demand(
                            economies(surge.economies()), goods(surge.goods()), surge.share(), surge.timing()));
                case Shock.LinkCut cut -> links.add(link(cut.sellers(), cut.buyers(), cut.share(), 0, cut));
                case Shock.LinkDelay slow -> links.add(link(slow.sellers(), slow.buyers(), 0, slow.days(), slow));
            }
            warnOfTime(shock.timing(), scenario.days());
            if (shock.share() == 0) {
                warnings.add(new Warning.NoShock());
            }
        }
        warnOfIdleCapacity(scenario);
        boolean[] priority = new boolean[table.n];
        boolean[] priorityEconomies = new boolean[table.economies];
        if (model.rationing() instanceof Rationing.Priority first) {
            for (Buyers users : first.users()) {
                mark(priority, industries(new Selection(users.economies(), users.sectors())));
                if (users.finalUsers()) {
                    boolean[] these = economies(users.economies());
                    IntStream.range(0, these.length).filter(c -> these[c]).forEach(c -> priorityEconomies[c] = true);
                }
            }
        }
        return new Compiled(
                model.inputs() instanceof InputRule.InventoryLimited limited ? limited.psi() : 1,
                model.inventories().scale(),
                model.restockDays(),
                model.overproduction().base(),
                model.overproduction().max(),
                model.overproduction().days(),
                switch (model.substitution()) {
                    case Substitution.Seeking seeking -> seeking.days();
                    case Substitution.Specific specific -> specific.days();
                    default -> 1;
                },
                capacities,
                demands,
                links,
                model.substitution() instanceof Substitution.Specific,
                priority,
                priorityEconomies,
                scenario.stockpiles().stream().map(this::pile).toList(),
                scenario.level());
    }

    private void warnOfTime(Timing timing, int days) {
        if (timing.firstDay() >= days) {
            warnings.add(new Warning.TooLate(timing.firstDay(), days - 1));
        } else if (timing.recovery() != Recovery.NEVER && timing.end() > days) {
            warnings.add(new Warning.CutShort(days, timing.end()));
        }
    }

    /** Capacity that is added where nobody looks for it is an expensive way to do nothing. */
    private void warnOfIdleCapacity(DisruptionScenario scenario) {
        boolean nobodySeeks = switch (scenario.model().substitution()) {
            case Substitution.None _ -> true;
            case Substitution.Specific specific -> Double.isInfinite(specific.days());
            case Substitution.ByProduction _, Substitution.Seeking _ -> false;
        };
        if (nobodySeeks && scenario.shocks().stream().anyMatch(Shock.CapacitySurge.class::isInstance)) {
            warnings.add(new Warning.IdleCapacity());
        }
    }

    private Compiled.Link link(Selection sellers, Buyers buyers, double cut, int delay, Shock shock) {
        boolean[] selling = marked(industries(sellers));
        boolean[] buying = marked(industries(new Selection(buyers.economies(), buyers.sectors())));
        boolean[] finals = buyers.finalUsers() ? economies(buyers.economies()) : new boolean[table.economies];
        if (isEmpty(selling, buying, finals)) {
            warnings.add(new Warning.NoFlow(sellers, new Selection(buyers.economies(), buyers.sectors())));
        }
        return new Compiled.Link(selling, buying, finals, cut, delay, shock.timing());
    }

    private boolean isEmpty(boolean[] selling, boolean[] buying, boolean[] finals) {
        for (int i = 0; i < table.n; i++) {
            for (int j = 0; j < table.n && selling[i]; j++) {
                if (buying[j] && table.flow(i, j) > 0) {
                    return false;
                }
            }
            for (int c = 0; c < finals.length && selling[i]; c++) {
                if (finals[c] && table.finalDemand(i, c) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Industries of a selection that make something. */
    private int[] working(Selection selection) {
        int[] chosen = industries(selection);
        int[] working = Arrays.stream(chosen).filter(j -> table.output[j] > 0).toArray();
        if (working.length == 0) {
            warnings.add(new Warning.NoOutput(selection));
        }
        return working;
    }

    public int[] industries(Selection selection) {
        boolean[] economies = economies(selection.economies());
        boolean[] goods = goods(selection.sectors());
        return IntStream.range(0, table.n)
                .filter(j -> economies[table.economyOf(j)] && goods[table.goodOf(j)])
                .toArray();
    }

    private boolean[] economies(List<String> names) {
        boolean[] chosen = new boolean[table.economies];
        Arrays.fill(chosen, names.isEmpty());
        names.forEach(name -> chosen[world.economy(name)] = true);
        return chosen;
    }

    private boolean[] goods(List<String> names) {
        boolean[] chosen = new boolean[table.goods];
        Arrays.fill(chosen, names.isEmpty());
        names.forEach(name -> chosen[world.sector(name)] = true);
        return chosen;
    }

    private boolean[] marked(int[] industries) {
        boolean[] marks = new boolean[table.n];
        mark(marks, industries);
        return marks;
    }

    private static void mark(boolean[] marks, int[] industries) {
        for (int j : industries) {
            marks[j] = true;
        }
    }

    private Compiled.Pile pile(Stockpile stock) {
        int good = world.sector(stock.good());
        int[] users = Arrays.stream(industries(stock.users()))
                .filter(j -> table.purchases[good][j] > 0)
                .toArray();
        if (users.length == 0) {
            warnings.add(new Warning.UnusedStock(stock.users(), stock.good()));
        }
        return new Compiled.Pile(good, users, stock.daysOfUse(), stock.trigger(), stock.dailyRelease());
    }

    private double[][] days(InventoryDays inventories) {
        double[][] days = new double[table.goods][table.n];
        for (double[] row : days) {
            Arrays.fill(row, inventories.others());
        }
        inventories.byBuyer().forEach((buyer, value) -> {
            int sector = world.sector(buyer);
            for (double[] row : days) {
                table.sellers(sector).forEach(j -> row[j] = value);
            }
        });
        inventories.byGood().forEach((good, value) -> Arrays.fill(days[world.sector(good)], value));
        inventories.byIndustry().forEach((key, goods) -> {
            int j = world.industry(key);
            goods.forEach((good, value) -> days[world.sector(good)][j] = value);
        });
        return days;
    }

    private double[][] criticality(InputRule rule) {
        double[][] criticality = new double[table.goods][table.n];
        for (double[] row : criticality) {
            Arrays.fill(row, 1);
        }
        if (rule instanceof InputRule.PartiallyBinding partial) {
            partial.criticality().forEach((good, byBuyer) -> {
                double[] row = criticality[world.sector(good)];
                if (byBuyer.containsKey("")) {
                    Arrays.fill(row, byBuyer.get(""));
                }
                for (Map.Entry<String, Double> entry : byBuyer.entrySet()) {
                    if (!entry.getKey().isEmpty()) {
                        table.sellers(world.sector(entry.getKey())).forEach(j -> row[j] = entry.getValue());
                    }
                }
            });
        }
        return criticality;
    }

    /**
     * With a limit below one day's use an industry would need more in a day than the rule keeps for it, and production
     * would swing from day to day without any shock.
     */
    void requireStable(DisruptionModel model, double[][] days) {
        double psi = model.inputs() instanceof InputRule.InventoryLimited limited ? limited.psi() : 1;
        double factor = psi * model.inventories().scale();
        for (int p = 0; p < table.goods; p++) {
            for (int j = 0; j < table.n; j++) {
                if (table.perUnit[p][j] > 0 && days[p][j] * factor < 1 - 1e-12) {
                    throw InputException.use(
                            "The inventory of %s in %s does not last one day, so restocking is unstable"
                                    .formatted(world.sectors().get(p).code(), world.label(j)),
                            "days of inventory times psi times scale of at least 1",
                            "%s days x %s x %s"
                                    .formatted(
                                            days[p][j], psi, model.inventories().scale()),
                            "you want at least %.3g days, or the strict Leontief rule with 1 day."
                                    .formatted(Math.ceil(1 / factor * 100) / 100));
                }
            }
        }
    }
}
