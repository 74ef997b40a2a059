package org.jiritsu.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.disruption.Account;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.Endurance;
import org.jiritsu.disruption.Outcome;
import org.jiritsu.disruption.Scenario;
import org.jiritsu.disruption.Watch;
import org.jiritsu.world.World;

/** A disruption day by day, as tables: one method a question. */
public final class Disruptions {
    private static final String METHOD = "Adaptive regional input-output model with inventories, daily steps: Hallegatte (2013), "
            + "Guan et al. (2020) (docs/methods/disruption.md)";

    private final World world;
    private final Disruption disruption;
    private final String home;

    private Disruptions(Disruption disruption, String home) {
        this.world = disruption.world();
        this.disruption = disruption;
        this.home = world.economies().get(world.economy(home)).code();
    }

    /** @param home the economy whose story is told, by code or name */
    public static Disruptions of(Analysis analysis, String worldId, String home) {
        return new Disruptions(analysis.disruption(worldId), home);
    }

    /** One row an economy, the largest loss first; the notes tell what happened in which order. */
    public Table economies(Scenario scenario) {
        Outcome outcome = disruption.run(scenario, Watch.NOTHING);
        Table.Builder table = new Table.Builder(head(scenario, outcome),
                "economy", "economy_name", "va_lost_musd", "va_lost_pct_gdp", "production_lost_musd", "lowest_production",
                "lowest_day");
        outcome.economies().stream()
                .sorted((a, b) -> Double.compare(b.valueAddedLostMusd(), a.valueAddedLostMusd()))
                .forEach(e -> table.row(e.economy(), world.economies().get(world.economy(e.economy())).name(),
                        e.valueAddedLostMusd(), e.valueAddedLostPercent(), e.productionLostMusd(), e.lowestShare(),
                        e.lowestDay()));
        return table.build();
    }

    /** One row a home industry, the largest loss first. */
    public Table industries(Scenario scenario) {
        Outcome outcome = disruption.run(scenario, Watch.NOTHING);
        Table.Builder table = new Table.Builder(head(scenario, outcome),
                "economy", "sector", "sector_name", "va_lost_musd", "production_lost_musd", "lowest_production", "lowest_day");
        outcome.industries().stream()
                .filter(i -> i.industry().startsWith(home + "_"))
                .sorted((a, b) -> Double.compare(b.valueAddedLostMusd(), a.valueAddedLostMusd()))
                .forEach(i -> {
                    String code = i.industry().substring(home.length() + 1);
                    table.row(home, code, world.sectors().get(world.sector(code)).name(), i.valueAddedLostMusd(),
                            i.productionLostMusd(), i.lowestShare(), i.lowestDay());
                });
        return table.build();
    }

    /** One row a day: what home's industries together made, and which final orders went unmet. */
    public Table days(Scenario scenario) {
        Outcome outcome = disruption.run(scenario, new Watch(List.of(home), List.of(), List.of()));
        double[] production = outcome.series(Outcome.Measure.PRODUCTION_MUSD, home).values();
        double[] lost = outcome.series(Outcome.Measure.VALUE_ADDED_LOST_MUSD, home).values();
        double[] unmet = outcome.series(Outcome.Measure.UNMET_FINAL_ORDERS_MUSD, home).values();
        Table.Builder table = new Table.Builder(head(scenario, outcome),
                "day", "production_musd", "va_lost_musd", "unmet_final_orders_musd", "world_production_musd");
        IntStream.range(0, production.length).forEach(d -> table.row(
                d, production[d], lost[d], unmet[d], outcome.worldProduction()[d]));
        return table.build();
    }

    /** One row a home industry: days until it falls below the level, and the bottleneck behind it. */
    public Table endurance(Scenario scenario) {
        Outcome outcome = disruption.run(scenario, Watch.NOTHING);
        Table.Builder table = new Table.Builder(head(scenario, outcome),
                "economy", "sector", "sector_name", "days_lasted", "bottleneck", "bottleneck_chain");
        new Endurance(disruption).of(scenario, home).forEach(lasts -> {
            String code = lasts.industry().substring(home.length() + 1);
            List<Outcome.Fall> falls = lasts.chain().falls();
            table.row(home, code, world.sectors().get(world.sector(code)).name(),
                    lasts.days().isPresent() ? (double) lasts.days().getAsInt() : Double.NaN,
                    falls.isEmpty() ? "" : falls.getFirst().input().orElse(falls.getFirst().cause().name().toLowerCase(java.util.Locale.ROOT)),
                    falls.stream().map(Disruptions::link).collect(Collectors.joining(" < ")));
        });
        return table.build();
    }

    private static String link(Outcome.Fall fall) {
        return fall.industry() + fall.supplier().map(s -> s.linkCut() ? " < " + s.industry() + " (cut)" : "").orElse("");
    }

    private Table.Head head(Scenario scenario, Outcome outcome) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("worst_imbalance", outcome.worstImbalance());
        facts.put("fallen_below", scenario.level());
        List<String> notes = Stream.of(Account.of(world, outcome, home), outcome.warnings(), world.about().notes())
                .flatMap(List::stream)
                .toList();
        return new Table.Head("%s (%d days)".formatted(scenario.name(), scenario.days()), world.id(), home,
                "million USD", METHOD, facts, List.of(ExposureTables.sourceLine(world)), notes);
    }
}
