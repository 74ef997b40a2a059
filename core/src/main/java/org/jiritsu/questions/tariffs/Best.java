package org.jiritsu.questions.tariffs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.Retaliation;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradePolicy;

/** The tariffs that governments would choose if no rules bound them. */
record Best(Told told, Retaliation.Shape shape, On on) {
    private Words words() {
        return told.words();
    }

    /** What is taxed, in words. */
    private String taxed() {
        On said = told.at().setup().oneSector() ? On.ALL : on;
        return words().say("on." + said.name().toLowerCase(Locale.ROOT));
    }

    private Retaliation retaliation() {
        return new Retaliation(told.model(), told.at().taxed(on));
    }

    /**
     * What an economy, or several as one, would choose for itself while all others keep theirs.
     *
     * @param names as they were asked for
     */
    Answer optimum(List<String> names) {
        List<Integer> members = told.at().economies(names);
        Retaliation retaliation = retaliation();
        Retaliation.Outcome outcome = retaliation.unilateral(retaliation.coalition(members), shape);
        Effects effects = outcome.effects();
        Map<Integer, Double> rates = Policy.chosen(outcome);
        List<Integer> rows = Told.order(effects);
        Table table = Table.of(
                told.head(words().say("best.title", "who", words().and(names)), effects, Map.of(), List.of()),
                List.of(
                        new Column<>("economy", told::code),
                        new Column<>("economy_name", told::name),
                        new Column<>("mean_tariff_pct", e -> rates.getOrDefault(e, Double.NaN)),
                        new Column<>("real_income_pct", effects::realIncomePct),
                        new Column<>("real_wage_pct", e -> effects.economy(e).realWagePct()),
                        new Column<>("exports_pct", e -> effects.economy(e).exportsPct()),
                        new Column<>("imports_pct", e -> effects.economy(e).importsPct())),
                rows);
        List<Finding> findings = new ArrayList<>(List.of(
                chooses(names, members, Objects.requireNonNull(rates.get(members.getFirst())), effects, rows),
                others(members, effects)));
        findings.addAll(told.assumptions(effects));
        findings.add(told.limit());
        return new Answer(
                table.head().title(),
                table,
                findings,
                List.of(chart(rows, Map.of("real_income_pct", effects::realIncomePct))),
                new Answer.Shown(
                        List.of(
                                "economy_name",
                                "mean_tariff_pct",
                                "real_income_pct",
                                "real_wage_pct",
                                "exports_pct",
                                "imports_pct"),
                        Math.min(Told.SHOWN, rows.size())),
                told.from(table));
    }

    private Finding chooses(
            List<String> names, List<Integer> members, double rate, Effects effects, List<Integer> rows) {
        double musd = members.stream().mapToDouble(effects::realIncomeMusd).sum();
        double before = members.stream().mapToDouble(effects::incomeBefore).sum();
        return Finding.headline(
                words().begin(
                                shape == Retaliation.Shape.UNIFORM ? "find.best.one" : "find.best.mean",
                                "who",
                                members.size() == 1 ? told.the(members.getFirst()) : words().and(names),
                                "rate",
                                words().figure(rate),
                                "on",
                                taxed(),
                                "income",
                                told.change(100 * musd / before, musd)),
                Told.figures(rows, members, "mean_tariff_pct", "real_income_pct"));
    }

    private Finding others(List<Integer> members, Effects effects) {
        double musd = told.at().all().stream()
                .filter(e -> !members.contains(e))
                .mapToDouble(effects::realIncomeMusd)
                .sum();
        return Finding.story(words().begin(
                        musd < 0 ? "find.best.lose" : "find.best.gain", "money", words().dollars(Math.abs(musd))));
    }

    /**
     * The value of binding rules: today against the Nash equilibrium, in which every economy sets the tariffs that
     * are best for itself given those of all others.
     *
     * @param today a policy to take for today's rather than the tariffs of the world
     */
    Answer rules(Optional<Policy> today, List<Retaliation.Player> players) {
        TradeData data = told.model().baseline();
        TradePolicy policy = today.map(p -> p.solve(told).rates()).orElseGet(() -> TradePolicy.statusQuo(data));
        Effects now = told.model().effects(policy);
        Retaliation.Outcome outcome = retaliation().nash(players, shape, told::tell);
        Effects nash = outcome.effects();
        Map<Integer, Double> rates = Policy.chosen(outcome);
        List<Integer> rows = Told.order(nash);
        Rules rules = new Rules(now, nash);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rounds", outcome.rounds());
        facts.put("world_real_income_nash_pct", nash.worldRealIncomePct());
        String worth = worth(rules);
        String held = today.map(
                        p -> words().say("rules.today", "scenario", p.scenario().title()))
                .orElseGet(() -> words().say("rules.baseline"));
        Table table = Table.of(
                told.head(
                        words().say("rules.title"),
                        nash,
                        facts,
                        Stream.concat(Stream.of(worth, held), today.map(Policy::notes).orElse(List.of()).stream())
                                .toList()),
                List.of(
                        new Column<>("economy", told::code),
                        new Column<>("economy_name", told::name),
                        new Column<>("tariff_today_pct", e -> 100 * meanTariff(policy, e)),
                        new Column<>("mean_tariff_pct", e -> Objects.requireNonNull(rates.get(e))),
                        new Column<>("real_income_today_pct", e -> today.isPresent() ? now.realIncomePct(e) : 0.0),
                        new Column<>("real_income_nash_pct", nash::realIncomePct),
                        new Column<>("value_of_rules_pct", rules::percent),
                        new Column<>("value_of_rules_musd", rules::musd),
                        new Column<>("exports_pct", e -> nash.economy(e).exportsPct())),
                rows);
        List<Finding> findings = new ArrayList<>();
        told.home()
                .map(e -> bound(e, rows, Objects.requireNonNull(rates.get(e)), 100 * meanTariff(policy, e), rules))
                .ifPresent(findings::add);
        findings.add(findings.isEmpty() ? Finding.headline(worth) : Finding.story(worth));
        findings.add(Finding.assumption(held));
        findings.add(Finding.assumption(words().begin("assumed.nash", "on", taxed())));
        findings.addAll(told.assumptions(nash));
        findings.add(told.limit());
        Map<String, ToDoubleFunction<Integer>> drawn = new LinkedHashMap<>();
        drawn.put("value_of_rules_pct", rules::percent);
        drawn.put("mean_tariff_pct", rates::get);
        return new Answer(
                words().say("heading.rules"),
                table,
                findings,
                List.of(chart(rows, drawn)),
                new Answer.Shown(
                        List.of(
                                "economy_name",
                                "value_of_rules_pct",
                                "value_of_rules_musd",
                                "tariff_today_pct",
                                "mean_tariff_pct",
                                "real_income_today_pct",
                                "real_income_nash_pct",
                                "exports_pct"),
                        Math.min(Told.SHOWN, rows.size())),
                told.from(table));
    }

    /** Today against Nash tariffs. */
    private record Rules(Effects now, Effects nash) {
        /** What real income is today above that under Nash, in percent of the latter. */
        double percent(int e) {
            return 100 * ((100 + now.realIncomePct(e)) / (100 + nash.realIncomePct(e)) - 1);
        }

        /** The same at the prices of the baseline: the equivalent variation, a year. */
        double musd(int e) {
            return now.realIncomeMusd(e) - nash.realIncomeMusd(e);
        }
    }

    private String worth(Rules rules) {
        List<Integer> all = told.at().all();
        double world = all.stream().mapToDouble(rules::musd).sum();
        List<String> gain =
                all.stream().filter(e -> rules.musd(e) < 0).map(told::name).toList();
        return words().say(
                        "rules.worth",
                        "money",
                        words().dollars(world),
                        "share",
                        words().percent(world
                                / all.stream()
                                        .mapToDouble(rules.now()::incomeBefore)
                                        .sum()),
                        "lose",
                        all.size() - gain.size(),
                        "all",
                        all.size(),
                        "gain",
                        gain.isEmpty() ? "" : words().say("rules.gain", "who", words().and(gain)));
    }

    private Finding bound(int e, List<Integer> rows, double nash, double today, Rules rules) {
        double value = rules.percent(e);
        return Finding.headline(
                words().begin(
                                value < 0 ? "find.rules.below" : "find.rules.above",
                                "home",
                                told.the(e),
                                "on",
                                taxed(),
                                "nash",
                                words().figure(Math.abs(nash)),
                                "today",
                                words().figure(Math.abs(today)),
                                "value",
                                words().figure(Math.abs(value)),
                                "money",
                                words().dollars(Math.abs(rules.musd(e)))),
                Told.figures(
                        rows, e, "mean_tariff_pct", "tariff_today_pct", "value_of_rules_pct", "value_of_rules_musd"));
    }

    /** On what governments set tariffs, by imports before. */
    private double meanTariff(TradePolicy policy, int importer) {
        TradeData data = told.model().baseline();
        double imports = 0;
        double revenue = 0;
        for (int j : told.at().taxed(on)) {
            for (int exporter : told.at().all()) {
                double flow = exporter == importer ? 0 : data.flow(j, importer, exporter);
                imports += flow;
                revenue += flow * policy.tariffRate(j, importer, exporter);
            }
        }
        return imports > 0 ? revenue / imports : 0;
    }

    private Chart chart(List<Integer> rows, Map<String, ToDoubleFunction<Integer>> drawn) {
        List<Integer> first = rows.stream().limit(Told.SHOWN).toList();
        return new Chart.Bars(
                "%",
                first.stream().map(told::name).toList(),
                drawn.entrySet().stream()
                        .map(each -> told.series(each.getKey(), first, each.getValue()))
                        .toList());
    }
}
