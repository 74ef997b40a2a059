package org.jiritsu.study.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.exposure.SupplyChains;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.BestTariffs;
import org.jiritsu.study.CutoffTables;
import org.jiritsu.study.DisruptQuestion;
import org.jiritsu.study.DisruptQuestion.Ask;
import org.jiritsu.study.Disruptions;
import org.jiritsu.study.ExposureTables;
import org.jiritsu.study.StepResult;
import org.jiritsu.study.StepResult.Shown;
import org.jiritsu.study.Study;
import org.jiritsu.study.Study.Step;
import org.jiritsu.study.Tariffs;
import org.jiritsu.world.World;

/** Answers each step of a study: table, picture, and the result in plain sentences ({@link StepFindings}). */
public final class StepAnswers {
    private static final String REST = "ROW";
    private static final int TREND_PARTNERS = 6;
    private static final int HEAT_SECTORS = 14;

    private final Analysis analysis;
    private final Study study;
    private final World world;
    private final int home;
    private final Words words;
    private final StepFindings findings;

    public StepAnswers(Analysis analysis, Study study) {
        this.analysis = analysis;
        this.study = study;
        this.world = analysis.world(study.world());
        this.home = world.economy(study.home());
        this.words = analysis.words();
        this.findings = new StepFindings(world, home, words);
    }

    /** @param number the step's place in the study, from one */
    public StepResult answer(int number, Step step) {
        String id = "%02d-".formatted(number);
        return switch (step) {
            case Step.Partners s -> partners(id + "partners", s);
            case Step.Sectors s -> sectors(id + "sectors", s);
            case Step.Trend s -> trend(id + "trend", s);
            case Step.Indicators s -> indicators(id + "indicators", s);
            case Step.Paths s -> paths(id + "paths", s);
            case Step.Cutoff s -> cutoff(id + "cutoff", s);
            case Step.Atlas s -> atlas(id + "atlas", s);
            case Step.Tariffs s -> tariffs(id + "tariffs", s);
            case Step.Disrupt s -> disrupt(id + "disrupt", s);
            case Step.Rules s -> rules(id + "rules", s);
        };
    }

    private StepResult partners(String id, Step.Partners step) {
        boolean band = ExposureTables.hasBand(analysis, world.id());
        Table table = band
                ? ExposureTables.partnersWithBand(analysis, world.id(), List.of(home))
                : ExposureTables.partners(analysis, world.id(), List.of(home));
        int rows = Math.min(step.show(), table.rows().size() - 1);
        Chart chart = new Chart.Bars(
                "%",
                column(table, "partner_name", rows),
                List.of(
                        series(table, "supply_look_through", rows),
                        series(table, "supply_direct", rows),
                        series(table, "market_look_through", rows)));
        return new StepResult(
                id,
                heading("partners"),
                step.text(),
                findings.partners(table),
                chart,
                table,
                new Shown(
                        band
                                ? List.of(
                                        "partner_name",
                                        "supply_direct",
                                        "supply_look_through",
                                        "supply_look_through_other_split",
                                        "consumption_look_through",
                                        "market_direct",
                                        "market_look_through",
                                        "hidden_ratio",
                                        "leverage_pp")
                                : List.of(
                                        "partner_name",
                                        "supply_direct",
                                        "supply_look_through",
                                        "consumption_look_through",
                                        "market_direct",
                                        "market_look_through",
                                        "hidden_ratio",
                                        "leverage_pp"),
                        rows));
    }

    private StepResult sectors(String id, Step.Sectors step) {
        Table table = ExposureTables.partnersBySector(analysis, world.id(), List.of(home));
        Map<String, Map<String, Double>> byPartner = new LinkedHashMap<>();
        Map<String, Double> bySector = new LinkedHashMap<>();
        for (int r = 0; r < table.rows().size(); r++) {
            if (!table.text(r, "partner").equals(study.home())) {
                double share = table.number(r, "supply_look_through");
                byPartner
                        .computeIfAbsent(table.text(r, "partner"), p -> new LinkedHashMap<>())
                        .put(table.text(r, "sector_name"), share);
                bySector.merge(table.text(r, "sector_name"), share, Double::sum);
            }
        }
        List<String> partners = largest(totals(byPartner), step.show());
        List<String> columns = largest(bySector, HEAT_SECTORS);
        List<List<Double>> values = partners.stream()
                .map(p ->
                        columns.stream().map(s -> 100 * byPartner.get(p).get(s)).toList())
                .toList();
        return new StepResult(
                id,
                heading("sectors"),
                step.text(),
                findings.sectors(table),
                new Chart.HeatMap(
                        words.say("unit.final"),
                        partners.stream().map(this::nameOf).toList(),
                        columns,
                        values),
                table,
                new Shown(
                        List.of(
                                "partner_name",
                                "sector_name",
                                "supply_direct",
                                "supply_look_through",
                                "hidden_ratio",
                                "market_look_through"),
                        20));
    }

    private static Map<String, Double> totals(Map<String, Map<String, Double>> byPartner) {
        Map<String, Double> totals = new LinkedHashMap<>();
        byPartner.forEach((p, s) -> totals.put(
                p, s.values().stream().mapToDouble(Double::doubleValue).sum()));
        return totals;
    }

    private static List<String> largest(Map<String, Double> values, int count) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private StepResult trend(String id, Step.Trend step) {
        Table table = ExposureTables.trend(analysis, step.worlds(), study.home());
        List<String> partners = step.partners().isEmpty() ? topPartners(table) : step.partners();
        Map<String, List<Double>> lines = new LinkedHashMap<>();
        partners.forEach(p -> lines.put(p, new ArrayList<>()));
        for (int r = 0; r < table.rows().size(); r++) {
            if (lines.containsKey(table.text(r, "partner"))) {
                lines.get(table.text(r, "partner")).add(100 * table.number(r, step.measure()));
            }
        }
        List<String> years = step.worlds().stream()
                .map(w -> "" + analysis.world(w).about().year())
                .toList();
        List<Chart.Series> series = lines.entrySet().stream()
                .map(e -> new Chart.Series(nameOf(e.getKey()), e.getValue()))
                .toList();
        String label = words.field(step.measure()).label();
        return new StepResult(
                id,
                words.say("heading.trend", "from", years.getFirst(), "to", years.getLast()),
                step.text(),
                findings.trend(label, years, series),
                new Chart.Lines(words.say("unit.measure", "measure", words.within(label)), years, series),
                ordered(table, partners),
                new Shown(
                        List.of(
                                "partner_name",
                                "year",
                                "supply_direct",
                                "supply_look_through",
                                "consumption_look_through",
                                "market_look_through",
                                "hidden_ratio",
                                "leverage_pp"),
                        partners.size() * years.size()));
    }

    private List<String> topPartners(Table trend) {
        Set<String> partners = new LinkedHashSet<>();
        for (int r = 0; r < trend.rows().size() && partners.size() < TREND_PARTNERS; r++) {
            if (!trend.text(r, "partner").equals(REST)) {
                partners.add(trend.text(r, "partner"));
            }
        }
        return List.copyOf(partners);
    }

    /** The chosen partners first, as the reader sees them in the picture. */
    private static Table ordered(Table table, List<String> partners) {
        List<List<Object>> rows = IntStream.range(0, table.rows().size())
                .boxed()
                .sorted(Comparator.comparingInt(r -> {
                    int at = partners.indexOf(table.text(r, "partner"));
                    return at < 0 ? partners.size() : at;
                }))
                .map(table.rows()::get)
                .toList();
        return new Table(table.head(), table.fields(), rows);
    }

    private StepResult indicators(String id, Step.Indicators step) {
        Table table = ExposureTables.indicators(analysis, step.worlds(), List.of(study.home()));
        int rows = table.rows().size();
        Chart chart = rows < 2
                ? new Chart.None()
                : new Chart.Lines(
                        "%",
                        column(table, "year", rows),
                        List.of(
                                series(table, "foreign_input_reliance", rows),
                                series(table, "foreign_market_reliance", rows)));
        return new StepResult(
                id,
                heading("indicators"),
                step.text(),
                findings.indicators(table),
                chart,
                table,
                new Shown(
                        List.of(
                                "year",
                                "foreign_input_reliance",
                                "foreign_market_reliance",
                                "hhi_direct",
                                "hhi_look_through",
                                "vax_ratio",
                                "exports_musd",
                                "foreign_va_in_exports_musd",
                                "upstreamness",
                                "downstreamness"),
                        rows));
    }

    private StepResult paths(String id, Step.Paths step) {
        int from = world.economy(step.from());
        int fromSector = step.sector().map(world::sector).orElse(PartnerShare.ALL_SECTORS);
        int intoSector = step.into().map(world::sector).orElse(PartnerShare.ALL_SECTORS);
        SupplyChains.Query query = new SupplyChains.Query(
                home, from, fromSector, intoSector, step.threshold(), ExposureTables.DEFAULT_CHAINS);
        Table table = ExposureTables.paths(analysis, world.id(), query);
        return new StepResult(
                id,
                table.head().title(),
                step.text(),
                findings.paths(table, from),
                flow(table, Math.min(step.show(), table.rows().size())),
                table,
                new Shown(List.of("rank", "chain_names", "value_musd", "share", "cumulative_share"), step.show()));
    }

    /** Chains laid over each other, ending together on the right. */
    private Chart flow(Table table, int rows) {
        int longest =
                IntStream.range(0, rows).map(r -> labels(table, r).length).max().orElse(1);
        Map<String, Chart.Node> nodes = new LinkedHashMap<>();
        Map<List<String>, Double> links = new LinkedHashMap<>();
        for (int r = 0; r < rows; r++) {
            String[] labels = labels(table, r);
            for (int k = 0; k < labels.length; k++) {
                int stage = longest - labels.length + k;
                nodes.putIfAbsent(labels[k] + "@" + stage, new Chart.Node(labels[k] + "@" + stage, labels[k], stage));
                if (k > 0) {
                    links.merge(
                            List.of(labels[k - 1] + "@" + (stage - 1), labels[k] + "@" + stage),
                            table.number(r, "value_musd"),
                            Double::sum);
                }
            }
        }
        return new Chart.Flow(
                words.say("unit.valueadded"),
                List.copyOf(nodes.values()),
                links.entrySet().stream()
                        .map(e -> new Chart.Link(e.getKey().get(0), e.getKey().get(1), e.getValue()))
                        .toList());
    }

    private static String[] labels(Table paths, int row) {
        return paths.text(row, "chain_names").split(" > ");
    }

    private StepResult cutoff(String id, Step.Cutoff step) {
        int partner = world.economy(step.by());
        int sector = step.sector().map(world::sector).orElse(PartnerShare.ALL_SECTORS);
        Table table = CutoffTables.link(analysis, world.id(), home, partner, sector, step.threshold());
        Chart chart = new Chart.Bars(
                words.say("unit.musd"),
                List.of(
                        words.say("chart.using", "home", homeName()),
                        words.say("chart.lost", "partner", nameOf(step.by()))),
                List.of(new Chart.Series(
                        words.say("chart.stake"),
                        List.of(table.number(0, "home_va_using_musd"), table.number(0, "supplier_va_lost_musd")))));
        String seller = words.the(world.economies().get(partner));
        return new StepResult(
                id,
                sector == PartnerShare.ALL_SECTORS
                        ? heading("cutoff.all", "partner", seller)
                        : heading(
                                "cutoff.sector",
                                "partner",
                                seller,
                                "sector",
                                words.goods(world.sectors().get(sector))),
                step.text(),
                findings.cutoff(table, step.threshold()),
                chart,
                table,
                new Shown(
                        List.of(
                                "sector_name",
                                "flow_musd",
                                "share_of_home_purchases",
                                "supplier_va_lost_musd",
                                "supplier_va_lost_pct_gdp",
                                "home_va_using_pct_gdp",
                                "most_exposed_sector_name",
                                "largest_requirement",
                                "stake_ratio"),
                        sector == PartnerShare.ALL_SECTORS ? step.show() : 1));
    }

    private StepResult atlas(String id, Step.Atlas step) {
        Table table = CutoffTables.atlas(analysis, world.id(), home, step.threshold());
        List<Chart.Point> points = IntStream.range(0, table.rows().size())
                .filter(r -> table.number(r, "home_va_using_musd") > 0 && table.number(r, "supplier_va_lost_musd") > 0)
                .mapToObj(r -> new Chart.Point(
                        words.say(
                                "industry",
                                "economy",
                                table.text(r, "partner_name"),
                                "sector",
                                table.text(r, "sector_name")),
                        table.number(r, "supplier_va_lost_musd"),
                        table.number(r, "home_va_using_musd"),
                        table.number(r, "flow_musd")))
                .toList();
        return new StepResult(
                id,
                heading("atlas"),
                step.text(),
                findings.atlas(table, step.threshold()),
                new Chart.Points(
                        words.say("chart.lost.axis"), words.say("chart.using.axis", "home", homeName()), points),
                table,
                new Shown(
                        List.of(
                                "rank",
                                "partner_name",
                                "sector_name",
                                "flow_musd",
                                "share_of_home_purchases",
                                "home_va_using_pct_gdp",
                                "most_exposed_sector_name",
                                "supplier_va_lost_pct_gdp",
                                "stake_ratio"),
                        step.show()));
    }

    private StepResult tariffs(String id, Step.Tariffs step) {
        Table table = Tariffs.of(analysis, world.id(), step.setup())
                .economies(step.scenario(), step.answer(), List.of(), line -> {});
        int rows = Math.min(step.show(), table.rows().size());
        Chart chart = new Chart.Bars(
                words.say("unit.pctchange"),
                column(table, "economy_name", rows),
                List.of(values(table, "real_income_pct", rows), values(table, "real_wage_pct", rows)));
        return new StepResult(
                id,
                words.say("heading.tariffs", "policy", table.head().title()),
                step.text(),
                findings.tariffs(table),
                chart,
                table,
                new Shown(
                        List.of(
                                "economy_name",
                                "real_income_pct",
                                "real_income_musd",
                                "real_wage_pct",
                                "first_order_welfare_pct",
                                "terms_of_trade_pct",
                                "exports_pct",
                                "imports_pct",
                                "tariff_revenue_pct_of_income"),
                        rows));
    }

    private StepResult disrupt(String id, Step.Disrupt step) {
        DisruptQuestion question = DisruptQuestion.of(words, world, study.home(), step.words());
        Disruptions.Answer answer = Disruptions.answer(analysis, world.id(), question);
        Table table = answer.table();
        List<String> told = new ArrayList<>(List.of(answer.headline()));
        answer.story().stream()
                .filter(sentence -> !sentence.equals(answer.headline()))
                .forEach(told::add);
        boolean series = question.ask() instanceof Ask.Days;
        String heading = step.title().isEmpty() ? DisruptPicture.heading(question, words) : step.title();
        return new StepResult(
                id,
                heading,
                step.text(),
                told,
                DisruptPicture.of(
                        question,
                        table,
                        answer.daily(),
                        words.name(world.economies().get(home)),
                        words),
                table,
                new Shown(
                        DisruptPicture.shown(question, table),
                        series ? 1 : Math.min(step.show(), table.rows().size())));
    }

    private StepResult rules(String id, Step.Rules step) {
        Table table = BestTariffs.rules(
                Tariffs.of(analysis, world.id(), step.setup()), step.today(), step.coalitions(), false, line -> {});
        int rows = Math.min(step.show(), table.rows().size());
        Chart chart = new Chart.Bars(
                "%",
                column(table, "economy_name", rows),
                List.of(values(table, "value_of_rules_pct", rows), values(table, "mean_tariff_pct", rows)));
        return new StepResult(
                id,
                heading("rules"),
                step.text(),
                findings.rules(table),
                chart,
                table,
                new Shown(
                        List.of(
                                "economy_name",
                                "value_of_rules_pct",
                                "value_of_rules_musd",
                                "tariff_today_pct",
                                "mean_tariff_pct",
                                "real_income_today_pct",
                                "real_income_nash_pct",
                                "exports_pct"),
                        rows));
    }

    private String heading(String key, String... values) {
        Object[] all = Stream.concat(
                        Stream.of("home", words.the(world.economies().get(home))), Stream.of(values))
                .toArray();
        return words.say("heading." + key, all);
    }

    private String homeName() {
        return words.name(world.economies().get(home));
    }

    private String nameOf(String code) {
        return words.name(world.economies().get(world.economy(code)));
    }

    private static List<String> column(Table table, String field, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(r -> table.cell(r, field).toString())
                .toList();
    }

    /** A column of shares, in per cent. */
    private Chart.Series series(Table table, String field, int rows) {
        return series(table, field, rows, 100);
    }

    private Chart.Series values(Table table, String field, int rows) {
        return series(table, field, rows, 1);
    }

    private Chart.Series series(Table table, String field, int rows, double factor) {
        return new Chart.Series(
                words.field(field).label(),
                IntStream.range(0, rows)
                        .mapToObj(r -> factor * table.number(r, field))
                        .toList());
    }
}
