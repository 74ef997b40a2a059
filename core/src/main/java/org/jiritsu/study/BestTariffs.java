package org.jiritsu.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.Retaliation;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradePolicy;
import org.jiritsu.trade.TradeScenario;

/** The tariffs that governments would choose if no rules bound them, as tables. */
public final class BestTariffs {
    private BestTariffs() {}

    /**
     * The tariffs on goods that an economy, or several as one, would choose for itself while all others keep theirs.
     *
     * @param members economies or groups of them
     * @param bySector one rate a sector rather than one for all goods
     */
    public static Table optimum(Tariffs tariffs, List<String> members, boolean bySector) {
        Retaliation retaliation = new Retaliation(tariffs.model(), tariffs.taxed());
        Retaliation.Outcome outcome =
                retaliation.unilateral(retaliation.coalition(tariffs.economies(members)), shape(bySector));
        Table.Builder table = new Table.Builder(
                tariffs.head(
                        tariffs.words().say("best.title", "who", tariffs.words().and(members)),
                        tariffs.words().say("method.best"),
                        outcome.effects(),
                        Map.of(),
                        List.of()),
                "economy",
                "economy_name",
                "mean_tariff_pct",
                "real_income_pct",
                "real_wage_pct",
                "exports_pct",
                "imports_pct");
        Map<String, Double> rates = Tariffs.rates(outcome);
        Tariffs.order(outcome.effects()).forEach(e -> {
            Effects.EconomyRow row = outcome.effects().economy(e);
            table.row(
                    row.economy(),
                    tariffs.name(e),
                    rates.getOrDefault(row.economy(), Double.NaN),
                    row.realIncomePct(),
                    row.realWagePct(),
                    row.exportsPct(),
                    row.importsPct());
        });
        return table.build();
    }

    /**
     * The value of binding rules: today against the Nash equilibrium, in which every economy sets the tariffs on goods
     * that are best for itself given those of all others.
     *
     * @param today a policy to take for today's rather than the tariffs of the world
     * @param coalitions economies or groups that act as one
     */
    public static Table rules(
            Tariffs tariffs,
            Optional<TradeScenario> today,
            List<List<String>> coalitions,
            boolean bySector,
            Consumer<String> progress) {
        Optional<Tariffs.Solved> solved = today.map(scenario -> tariffs.solve(scenario, Optional.empty(), progress));
        TradePolicy policy = solved.map(Tariffs.Solved::policy)
                .orElseGet(() -> TradePolicy.statusQuo(tariffs.model().baseline()));
        Effects now = tariffs.model().effects(policy);
        Retaliation.Outcome nash = new Retaliation(tariffs.model(), tariffs.taxed())
                .nash(players(tariffs, coalitions), shape(bySector), progress);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rounds", nash.rounds());
        facts.put("world_real_income_nash_pct", nash.effects().worldRealIncomePct());
        List<String> notes = new ArrayList<>();
        Words words = tariffs.words();
        notes.add(worth(tariffs, now, nash.effects()));
        notes.add(today.map(scenario -> words.say("rules.today", "scenario", scenario.title()))
                .orElseGet(() -> words.say("rules.baseline")));
        solved.map(Tariffs.Solved::notes).ifPresent(notes::addAll);
        Table.Builder table = new Table.Builder(
                tariffs.head(words.say("rules.title"), words.say("method.best"), nash.effects(), facts, notes),
                "economy",
                "economy_name",
                "tariff_today_pct",
                "mean_tariff_pct",
                "real_income_today_pct",
                "real_income_nash_pct",
                "value_of_rules_pct",
                "value_of_rules_musd",
                "exports_pct");
        Map<String, Double> rates = Tariffs.rates(nash);
        Tariffs.order(nash.effects())
                .forEach(e -> table.row(
                        tariffs.code(e),
                        tariffs.name(e),
                        100 * meanTariff(tariffs, policy, e),
                        rates.get(tariffs.code(e)),
                        today.isPresent() ? now.realIncomePct(e) : 0,
                        nash.effects().realIncomePct(e),
                        value(now, nash.effects(), e),
                        money(now, nash.effects(), e),
                        nash.effects().economy(e).exportsPct()));
        return table.build();
    }

    /**
     * Who sets tariffs.
     *
     * @throws org.jiritsu.base.InputException if an economy is unknown, or in two coalitions
     */
    public static List<Retaliation.Player> players(Tariffs tariffs, List<List<String>> coalitions) {
        return new Retaliation(tariffs.model(), tariffs.taxed())
                .everyone(coalitions.stream().map(tariffs::economies).toList());
    }

    private static Retaliation.Shape shape(boolean bySector) {
        return bySector ? Retaliation.Shape.BY_SECTOR : Retaliation.Shape.UNIFORM;
    }

    /** What real income is today above that under Nash, in percent of the latter. */
    private static double value(Effects now, Effects nash, int e) {
        return 100 * ((100 + now.realIncomePct(e)) / (100 + nash.realIncomePct(e)) - 1);
    }

    /** The same at the prices of the baseline: the equivalent variation, a year. */
    private static double money(Effects now, Effects nash, int e) {
        return now.realIncomeMusd(e) - nash.realIncomeMusd(e);
    }

    private static String worth(Tariffs tariffs, Effects now, Effects nash) {
        Words words = tariffs.words();
        List<Integer> all = IntStream.range(0, now.economyCount()).boxed().toList();
        double world = all.stream().mapToDouble(e -> money(now, nash, e)).sum();
        List<String> gain = all.stream()
                .filter(e -> money(now, nash, e) < 0)
                .map(tariffs::name)
                .toList();
        return words.say(
                "rules.worth",
                "money",
                words.dollars(world),
                "share",
                words.percent(
                        world / all.stream().mapToDouble(now::incomeBefore).sum()),
                "lose",
                all.size() - gain.size(),
                "all",
                all.size(),
                "gain",
                gain.isEmpty() ? "" : words.say("rules.gain", "who", words.and(gain)));
    }

    /** On what governments set tariffs, by imports before. */
    private static double meanTariff(Tariffs tariffs, TradePolicy policy, int importer) {
        TradeData data = tariffs.model().baseline();
        double imports = 0;
        double revenue = 0;
        for (int j : tariffs.taxed()) {
            for (int exporter = 0; exporter < data.economyCount(); exporter++) {
                double flow = exporter == importer ? 0 : data.flow(j, importer, exporter);
                imports += flow;
                revenue += flow * policy.tariffRate(j, importer, exporter);
            }
        }
        return imports > 0 ? revenue / imports : 0;
    }
}
