package org.jiritsu.questions.goods;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.goods.Chains;
import org.jiritsu.goods.Criterion;
import org.jiritsu.goods.Dependence;
import org.jiritsu.goods.DependenceTable;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.Minerals;
import org.jiritsu.goods.RuleSet;
import org.jiritsu.goods.Stage;
import org.jiritsu.goods.StageView;
import org.jiritsu.goods.Supplier;
import org.jiritsu.goods.Uses;
import org.jiritsu.goods.Verdict;

/** Goods one by one: who ships, who mines, refines and makes, who stands behind the shipper, what is held, who needs it. */
final class OneGood {
    private static final int NAMED = 3;
    private static final int DRAWN = 8;

    /** A share that is worth a word. */
    private static final double WORTH = 0.005;

    private final Ground ground;
    private final List<GoodCode> goods;

    OneGood(Ground ground, List<GoodCode> goods) {
        this.ground = ground;
        this.goods = goods;
    }

    String title() {
        return ground.begin("title.good", "goods", names());
    }

    private String names() {
        return ground.words().and(goods.stream().map(ground.at()::name).toList());
    }

    /**
     * A row of a good's page.
     *
     * @param role what the economy is: supplier, exporter, maker, behind, user
     * @param share of value, or of output
     * @param tonnesShare of tonnes; NaN where only one share is known
     */
    private record Row(
            GoodCode good,
            String role,
            Optional<Stage> stage,
            String source,
            String economy,
            String name,
            double share,
            double tonnesShare,
            double musd,
            double tonnes) {}

    Answer answer() {
        List<Row> rows = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        List<Chart> charts = new ArrayList<>();
        for (GoodCode good : goods) {
            page(good, rows, found, charts);
        }
        found.add(Finding.assumption(ground.begin("assume.behind")));
        if (goods.stream()
                .anyMatch(good -> !ground.store().uses().of(good, ground.home()).isEmpty())) {
            found.add(Finding.assumption(ground.begin("assume.uses")));
        }
        found.add(Finding.limit(ground.begin("limit.editions")));
        Table table = Table.of(ground.head(title(), ground.facts()), columns(), rows);
        return new Answer(
                ground.say("heading.good", "goods", names()),
                table,
                found.stream()
                        .sorted(java.util.Comparator.comparing(Finding::role))
                        .toList(),
                charts,
                new Answer.Shown(
                        List.of(
                                "good_name",
                                "role",
                                "stage_name",
                                "share_source",
                                "part_name",
                                "part_share",
                                "part_tonnes_share",
                                "part_musd",
                                "part_tonnes"),
                        20),
                Provenance.of());
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("home", _ -> ground.home()),
                new Column<>("year", _ -> ground.year()),
                new Column<>("hs", r -> r.good.toString()),
                new Column<>("good_name", r -> ground.at().name(r.good)),
                new Column<>("role", r -> ground.say("role." + r.role)),
                new Column<>(
                        "stage_name",
                        r -> r.stage
                                .map(stage -> ground.say("stage." + stage.name().toLowerCase(Locale.ROOT)))
                                .orElse("")),
                new Column<>("share_source", Row::source),
                new Column<>("part", Row::economy),
                new Column<>("part_name", Row::name),
                new Column<>("part_share", Row::share),
                new Column<>("part_tonnes_share", Row::tonnesShare),
                new Column<>("part_musd", Row::musd),
                new Column<>("part_tonnes", Row::tonnes));
    }

    private void page(GoodCode good, List<Row> rows, List<Finding> found, List<Chart> charts) {
        DependenceTable table = table(good);
        Optional<Dependence> imports = table.of(good.code(), ground.home());
        int first = rows.size();
        imports.ifPresent(d -> {
            suppliers(good, d, rows);
            found.add(headline(good, d, first));
            found.add(concentration(good, d));
        });
        if (imports.isEmpty()) {
            found.add(Finding.headline(
                    ground.begin("find.good.none", "good", ground.at().name(good))));
        }
        exporters(good, table, rows, found);
        Optional<Chains.Link> link = ground.store().chains().linkOf(good);
        link.ifPresent(l -> chain(good, l, imports.isPresent(), rows, found, charts));
        users(good, rows, found);
        imports.ifPresent(d -> {
            stock(good, d, found);
            thresholds(good, d, found);
        });
        charts.addFirst(bars(good, imports, table));
    }

    private DependenceTable table(GoodCode good) {
        return ground.sets().stream()
                .sorted(java.util.Comparator.comparing(set -> !set.revision().equals(Optional.of(good.revision()))))
                .map(set -> ground.store().table(set, ground.year()))
                .filter(each -> each.trade().goods().contains(good.code()))
                .findFirst()
                .orElseThrow();
    }

    private Row trade(GoodCode good, String role, String source, Supplier s) {
        return new Row(
                good,
                role,
                Optional.empty(),
                source,
                s.economy(),
                ground.at().name(s.economy()),
                s.valueShare(),
                s.tonnesShare(),
                Ground.musd(s.amount().kusd()),
                s.amount().tonnes());
    }

    private void suppliers(GoodCode good, Dependence d, List<Row> rows) {
        d.suppliers().forEach(s -> rows.add(trade(good, "supplier", d.dataset(), s)));
    }

    private Finding headline(GoodCode good, Dependence d, int first) {
        int named = Math.min(NAMED, d.suppliers().size());
        String suppliers = ground.words()
                .and(d.suppliers().stream()
                        .limit(named)
                        .map(s -> ground.say(
                                "find.supplier",
                                "supplier",
                                ground.at().the(s.economy()),
                                "value",
                                ground.words().percent(s.valueShare()),
                                "tonnes",
                                ground.words().percent(s.tonnesShare())))
                        .toList());
        return Finding.headline(
                ground.begin(
                        "find.good",
                        "good",
                        ground.at().name(good),
                        "code",
                        good,
                        "money",
                        ground.words().dollars(Ground.musd(d.imports().kusd())),
                        "suppliers",
                        suppliers),
                IntStream.range(first, first + named)
                        .boxed()
                        .flatMap(k -> List.of(new Figure(k, "part_share"), new Figure(k, "part_tonnes_share")).stream())
                        .toArray(Figure[]::new));
    }

    private Finding concentration(GoodCode good, Dependence d) {
        return Finding.story(ground.begin(
                d.exports().kusd() > 0 ? "find.hhi" : "find.hhi.noexports",
                "good",
                ground.at().name(good),
                "value",
                ground.words().figure(d.hhiImports()),
                "tonnes",
                ground.words().figure(d.hhiImportsTonnes()),
                "world",
                ground.words().figure(d.hhiWorldExports()),
                "ratio",
                ground.words().figure(d.importsOverExports())));
    }

    private void exporters(GoodCode good, DependenceTable table, List<Row> rows, List<Finding> found) {
        List<Supplier> world = table.worldExporters(good.code());
        int first = rows.size();
        world.forEach(s -> rows.add(trade(good, "exporter", table.trade().dataset(), s)));
        int named = Math.min(NAMED, world.size());
        found.add(Finding.story(
                ground.begin(
                        "find.exporters",
                        "good",
                        ground.at().name(good),
                        "exporters",
                        shares(world.stream()
                                .limit(named)
                                .map(s -> new Part(s.economy(), s.valueShare()))
                                .toList())),
                IntStream.range(first, first + named)
                        .mapToObj(k -> new Figure(k, "part_share"))
                        .toArray(Figure[]::new)));
    }

    private record Part(String economy, double share) {}

    private String shares(List<Part> parts) {
        return ground.words()
                .and(parts.stream()
                        .map(p -> ground.say(
                                "find.part",
                                "who",
                                ground.at().the(p.economy),
                                "share",
                                ground.words().percent(p.share)))
                        .toList());
    }

    /** Makers by stage and edition, then who stands behind the shippers at each earlier stage. */
    private void chain(
            GoodCode good,
            Chains.Link link,
            boolean imported,
            List<Row> rows,
            List<Finding> found,
            List<Chart> charts) {
        StageView view = StageView.of(ground.store(), link.chain(), ground.year());
        for (StageView.Row stage : view.rows(ground.home())) {
            stage.outputs().forEach(output -> makers(good, stage.link(), output, rows, found));
            stage.leaders().forEach(leader -> leader(good, stage.link(), leader, rows, found));
            if (stage.blank()) {
                found.add(Finding.limit(ground.begin(
                        "limit.blank",
                        "stage",
                        stage(stage.link().stage()),
                        "note",
                        ground.words().data(stage.link().note()))));
            }
        }
        if (imported) {
            List<StageView.Behind> behind = new ArrayList<>();
            for (Stage earlier : Stage.values()) {
                if (earlier.compareTo(link.stage()) <= 0) {
                    view.behind(ground.home(), link.stage(), earlier, Measure.TONNES)
                            .ifPresent(behind::add);
                }
            }
            behind.forEach(b -> behind(good, link, b, rows, found));
            if (!behind.isEmpty()) {
                charts.add(heat(behind));
            }
        }
    }

    private String stage(Stage stage) {
        return ground.say("stage." + stage.name().toLowerCase(Locale.ROOT));
    }

    private static String edition(Minerals.Series series) {
        return "%s %d".formatted(series.edition(), series.year());
    }

    private void makers(GoodCode good, Chains.Link link, StageView.Output output, List<Row> rows, List<Finding> found) {
        int first = rows.size();
        output.producers()
                .forEach(p -> rows.add(new Row(
                        good,
                        "maker",
                        Optional.of(link.stage()),
                        edition(output.series()),
                        p.economy(),
                        ground.at().name(p.economy()),
                        p.share(),
                        Double.NaN,
                        Double.NaN,
                        p.tonnes())));
        List<Minerals.Producer> named = output.producers().stream().limit(NAMED).toList();
        if (!named.isEmpty()) {
            found.add(Finding.story(
                    ground.begin(
                            "find.makers",
                            "stage",
                            stage(link.stage()),
                            "edition",
                            edition(output.series()),
                            "makers",
                            shares(named.stream()
                                    .map(p -> new Part(p.economy(), p.share()))
                                    .toList())),
                    IntStream.range(first, first + named.size())
                            .mapToObj(k -> new Figure(k, "part_share"))
                            .toArray(Figure[]::new)));
        }
    }

    private void leader(GoodCode good, Chains.Link link, Minerals.Leader leader, List<Row> rows, List<Finding> found) {
        rows.add(new Row(
                good,
                "leader",
                Optional.of(link.stage()),
                leader.edition(),
                leader.economy(),
                ground.at().name(leader.economy()),
                leader.percent() / 100,
                Double.NaN,
                Double.NaN,
                leader.worldTonnes().isPresent()
                        ? leader.percent() / 100 * leader.worldTonnes().getAsDouble()
                        : Double.NaN));
        found.add(Finding.story(
                ground.begin(
                        "find.makers",
                        "stage",
                        stage(link.stage()),
                        "edition",
                        leader.edition(),
                        "makers",
                        shares(List.of(new Part(leader.economy(), leader.percent() / 100)))),
                new Figure(rows.size() - 1, "part_share")));
    }

    private void behind(GoodCode good, Chains.Link link, StageView.Behind behind, List<Row> rows, List<Finding> found) {
        int first = rows.size();
        behind.makers()
                .forEach(m -> rows.add(new Row(
                        good,
                        "behind",
                        Optional.of(behind.to()),
                        "",
                        m.economy(),
                        ground.at().name(m.economy()),
                        m.share(),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)));
        List<Part> named = behind.makers().stream()
                .filter(m -> m.share() >= WORTH)
                .limit(NAMED)
                .map(m -> new Part(m.economy(), m.share()))
                .toList();
        if (!named.isEmpty()) {
            found.add(Finding.story(
                    ground.begin(
                            "find.good.behind",
                            "good",
                            ground.at().name(good),
                            "stage",
                            stage(behind.to()),
                            "makers",
                            shares(named),
                            "unknown",
                            ground.words().percent(behind.unknown())),
                    IntStream.range(first, first + named.size())
                            .mapToObj(k -> new Figure(k, "part_share"))
                            .toArray(Figure[]::new)));
        }
        if (!behind.skipped().isEmpty()) {
            found.add(Finding.limit(ground.begin(
                    "limit.skipped",
                    "good",
                    ground.at().name(good),
                    "stages",
                    ground.words()
                            .and(behind.skipped().stream().map(this::stage).toList()))));
        }
    }

    private void users(GoodCode good, List<Row> rows, List<Finding> found) {
        List<Uses.Use> uses = ground.store().uses().of(good, ground.home()).stream()
                .sorted(java.util.Comparator.comparingDouble(
                                (Uses.Use u) -> u.share().usual())
                        .reversed())
                .toList();
        if (uses.isEmpty()) {
            found.add(Finding.limit(
                    ground.begin("limit.unused", "good", ground.at().name(good))));
            return;
        }
        int first = rows.size();
        uses.forEach(use -> rows.add(new Row(
                good,
                "user",
                Optional.empty(),
                ground.say("basis." + use.basis().name().toLowerCase(Locale.ROOT)),
                use.industry(),
                ground.at().industry(use.industry()),
                use.share().usual(),
                Double.NaN,
                Double.NaN,
                Double.NaN)));
        found.add(Finding.story(
                ground.begin(
                        "find.users",
                        "good",
                        ground.at().name(good),
                        "users",
                        ground.words()
                                .and(uses.stream()
                                        .limit(NAMED)
                                        .map(use -> ground.say(
                                                "find.user",
                                                "industry",
                                                ground.at().industry(use.industry()),
                                                "usual",
                                                ground.words()
                                                        .percent(use.share().usual()),
                                                "range",
                                                ground.percents(use.share())))
                                        .toList())),
                IntStream.range(first, first + Math.min(NAMED, uses.size()))
                        .mapToObj(k -> new Figure(k, "part_share"))
                        .toArray(Figure[]::new)));
    }

    private void stock(GoodCode good, Dependence d, List<Finding> found) {
        Optional<Uses.Stock> stock = ground.store().uses().stock(good, ground.home());
        if (stock.isEmpty()) {
            found.add(Finding.limit(
                    ground.begin("limit.stock", "good", ground.at().name(good))));
            return;
        }
        Uses.Stock held = stock.orElseThrow();
        Supplier largest = d.largest(Measure.TONNES).orElseThrow();
        double share = largest.tonnesShare() > 0 ? largest.tonnesShare() : largest.valueShare();
        found.add(Finding.story(ground.begin(
                "find.good.stock",
                "good",
                ground.at().name(good),
                "days",
                ground.days(held.days()),
                "basis",
                ground.say("basis." + held.basis().name().toLowerCase(Locale.ROOT)),
                "supplier",
                ground.at().the(largest.economy()),
                "until",
                ground.days(held.days().times(1 / share)),
                "source",
                ground.words().data(held.source()))));
    }

    /** Each rule's verdict of this year, with the distance to every threshold. */
    private void thresholds(GoodCode good, Dependence d, List<Finding> found) {
        for (RuleSet rule : RuleSet.ALL) {
            Verdict verdict = rule.judge(d, List.of(), 1);
            found.add(Finding.story(ground.begin(
                    verdict.thisYear() ? "find.rule.met" : "find.rule.unmet",
                    "good",
                    ground.at().name(good),
                    "rule",
                    rule.name(),
                    "tests",
                    ground.words()
                            .and(verdict.tests().stream()
                                    .filter(test -> !test.always())
                                    .map(this::test)
                                    .toList()))));
        }
    }

    private String test(Criterion.Test test) {
        return ground.say(
                "find.test",
                "indicator",
                ground.say("indicator." + test.criterion().indicator().name().toLowerCase(Locale.ROOT)),
                "value",
                Double.isInfinite(test.value()) ? "∞" : ground.words().figure(test.value()),
                "threshold",
                ground.words().figure(test.criterion().threshold()),
                "distance",
                Double.isInfinite(test.distance()) ? "∞" : String.format(Locale.ROOT, "%+.2f", test.distance()));
    }

    private Chart bars(GoodCode good, Optional<Dependence> imports, DependenceTable table) {
        List<Supplier> world = table.worldExporters(good.code());
        Set<String> who = new LinkedHashSet<>();
        imports.ifPresent(d -> d.suppliers().stream().limit(DRAWN).forEach(s -> who.add(s.economy())));
        world.stream().limit(NAMED).forEach(s -> who.add(s.economy()));
        List<Supplier> sold = imports.map(Dependence::suppliers).orElse(List.of());
        return new Chart.Bars(
                ground.say("chart.good.unit", "good", ground.at().name(good)),
                who.stream().map(ground.at()::name).toList(),
                List.of(
                        new Chart.Series(ground.say("chart.value"), shares(who, sold, Measure.VALUE)),
                        new Chart.Series(ground.say("chart.tonnes"), shares(who, sold, Measure.TONNES)),
                        new Chart.Series(ground.say("chart.exports"), shares(who, world, Measure.VALUE))));
    }

    private static List<Double> shares(Set<String> who, List<Supplier> of, Measure measure) {
        return who.stream()
                .map(economy -> 100
                        * of.stream()
                                .filter(s -> s.economy().equals(economy))
                                .mapToDouble(s -> s.share(measure))
                                .sum())
                .toList();
    }

    /** Who did each stage of what is imported. */
    private Chart heat(List<StageView.Behind> behind) {
        List<String> who = behind.stream()
                .flatMap(b -> b.makers().stream().limit(NAMED + 1))
                .map(StageView.Maker::economy)
                .distinct()
                .toList();
        return new Chart.HeatMap(
                ground.say("chart.behind"),
                who.stream().map(ground.at()::name).toList(),
                behind.stream().map(b -> stage(b.to())).toList(),
                who.stream()
                        .map(economy ->
                                behind.stream().map(b -> 100 * b.share(economy)).toList())
                        .toList());
    }
}
