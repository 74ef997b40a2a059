package org.jiritsu.questions.goods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.Irreplaceable;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.Minerals;
import org.jiritsu.goods.Supplier;
import org.jiritsu.goods.Uses;
import org.jiritsu.goods.sea.Cargo;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Flow;
import org.jiritsu.goods.sea.StraitShares;
import org.jiritsu.questions.commodity.Ways;

/** The goods that an economy could hardly get elsewhere, of everyone or of one supplier. */
final class HardToReplace {
    private static final int SHOWN = 10;
    private static final int NAMED = 3;

    /** Of a good's imports, to be worth a word. */
    private static final double SOME = 0.01;

    private final Ground ground;
    private final Optional<String> from;

    HardToReplace(Ground ground, Optional<String> from) {
        this.ground = ground;
        this.from = from;
    }

    String title() {
        return from.map(supplier ->
                        ground.begin("title.from", "supplier", ground.at().the(supplier)))
                .orElseGet(() -> ground.begin("title.hold"));
    }

    private record Row(int rank, Irreplaceable good, Optional<StraitShares.StraitShare> strait) {}

    Answer answer() {
        List<Irreplaceable> goods = Irreplaceable.of(
                ground.store(),
                ground.sets(),
                ground.home(),
                ground.year(),
                holder -> !holder.equals(ground.home())
                        && from.map(holder::equals).orElse(true));
        if (goods.isEmpty()) {
            return none();
        }
        List<Row> rows = IntStream.range(0, goods.size())
                .mapToObj(k -> new Row(k + 1, goods.get(k), strait(goods.get(k))))
                .toList();
        Table table = Table.of(ground.head(title(), ground.facts()), columns(), rows);
        return new Answer(
                from.map(supplier -> ground.say(
                                "heading.from", "supplier", ground.at().the(supplier)))
                        .orElseGet(() -> ground.say("heading.hold")),
                table,
                findings(rows),
                charts(rows),
                new Answer.Shown(
                        List.of(
                                "rank",
                                "good_name",
                                "holder_name",
                                "share_of_imports",
                                "share_of_world",
                                "stage_name",
                                "industry_name",
                                "stops_low",
                                "stops",
                                "stops_high",
                                "stock_days_held",
                                "strait_name",
                                "strait_share"),
                        SHOWN),
                Provenance.of());
    }

    private Answer none() {
        Table table = Table.of(ground.head(title(), ground.facts()), columns(), List.of());
        return new Answer(
                title(),
                table,
                List.of(Finding.headline(ground.begin("find.none"))),
                List.of(),
                Answer.Shown.all(table),
                Provenance.of());
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("rank", Row::rank),
                new Column<>("home", _ -> ground.home()),
                new Column<>("year", _ -> ground.year()),
                new Column<>("hs", r -> r.good.good().toString()),
                new Column<>("good_name", r -> ground.at().name(r.good.good())),
                new Column<>("holder", r -> r.good.hold().holder()),
                new Column<>("holder_name", r -> ground.at().name(r.good.hold().holder())),
                new Column<>("stage_name", r -> stage(r.good.hold())),
                new Column<>("share_of_imports", r -> r.good.hold().ofImports()),
                new Column<>("share_of_world", r -> r.good.hold().ofWorld()),
                new Column<>("share_source", r -> r.good.hold().source()),
                new Column<>("grip", r -> r.good.hold().grip()),
                new Column<>(
                        "industry", r -> r.good.use().map(Uses.Use::industry).orElse("")),
                new Column<>(
                        "industry_name",
                        r -> r.good.use()
                                .map(use -> ground.at().industry(use.industry()))
                                .orElse("")),
                new Column<>("stops_low", r -> known(r, r.good.stops().low())),
                new Column<>("stops", r -> known(r, r.good.stops().usual())),
                new Column<>("stops_high", r -> known(r, r.good.stops().high())),
                new Column<>(
                        "imports_of_good_musd",
                        r -> Ground.musd(r.good.dependence().imports().kusd())),
                new Column<>(
                        "shipper_name",
                        r -> largest(r).map(s -> ground.at().name(s.economy())).orElse("")),
                new Column<>(
                        "shipper_share",
                        r -> largest(r).map(Supplier::valueShare).orElse(0.0)),
                new Column<>("stock_days_low", r -> days(r, s -> s.days().low())),
                new Column<>("stock_days_held", r -> days(r, s -> s.days().usual())),
                new Column<>("stock_days_high", r -> days(r, s -> s.days().high())),
                new Column<>("stock_basis", r -> r.good.stock().map(this::basis).orElse("")),
                new Column<>(
                        "byproduct",
                        r -> r.good.companion()
                                .map(Minerals.Companion::percent)
                                .map(percent -> percent / 100)
                                .orElse(Double.NaN)),
                new Column<>("strait", r -> r.strait.map(s -> s.strait().code()).orElse("")),
                new Column<>(
                        "strait_name",
                        r -> r.strait.map(s -> ground.at().name(s.strait())).orElse("")),
                new Column<>(
                        "strait_low",
                        r -> r.strait.map(StraitShares.StraitShare::low).orElse(Double.NaN)),
                new Column<>(
                        "strait_share",
                        r -> r.strait.map(StraitShares.StraitShare::shortest).orElse(Double.NaN)),
                new Column<>(
                        "strait_high",
                        r -> r.strait.map(StraitShares.StraitShare::high).orElse(Double.NaN)));
    }

    private static double known(Row row, double stops) {
        return row.good.use().isPresent() ? stops : Double.NaN;
    }

    private static Optional<Supplier> largest(Row row) {
        return row.good.dependence().largest(Measure.VALUE);
    }

    private static double days(Row row, java.util.function.ToDoubleFunction<Uses.Stock> of) {
        return row.good.stock().map(of::applyAsDouble).orElse(Double.NaN);
    }

    private String basis(Uses.Stock stock) {
        return ground.say("basis." + stock.basis().name().toLowerCase(java.util.Locale.ROOT));
    }

    private String stage(Irreplaceable.Hold hold) {
        return ground.say(hold.stage()
                .map(stage -> "stage." + stage.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("stage.shipper"));
    }

    /** Of bulk goods, the strait by which most has no way round, else the one that most must pass. */
    private Optional<StraitShares.StraitShare> strait(Irreplaceable good) {
        Cargo cargo = Cargo.of(good.good().code());
        List<Flow> flows = org.jiritsu.questions.commodity.Commodities.flows(good.dependence(), Measure.TONNES);
        if (cargo == Cargo.GENERAL || flows.isEmpty()) {
            return Optional.empty();
        }
        StraitShares shares =
                ground.at().lanes(cargo).shares(ground.home(), org.jiritsu.goods.sea.SeaTrade.Side.IMPORTS, flows);
        Ways ways = ground.at().ways(ground.at().network().ship(cargo), cargo, flows);
        return shares.straits().stream()
                .filter(s -> s.shortest() >= SOME)
                .max(java.util.Comparator.<StraitShares.StraitShare>comparingDouble(s -> cut(ways, s))
                        .thenComparing(StraitShares.StraitShare::low)
                        .thenComparing(StraitShares.StraitShare::shortest));
    }

    private static double cut(Ways ways, StraitShares.StraitShare share) {
        double cut = ways.cut(ways.closing(Closure.of(share.strait().code())));
        return cut >= SOME ? cut : 0;
    }

    private List<Finding> findings(List<Row> rows) {
        List<Finding> found = new ArrayList<>();
        List<Row> ten =
                rows.stream().filter(r -> r.good.use().isPresent()).limit(SHOWN).toList();
        found.add(headline(rows, ten.isEmpty() ? rows : ten));
        if (ten.size() > NAMED) {
            found.add(Finding.story(
                    ground.begin(
                            "find.next",
                            "goods",
                            ground.words()
                                    .and(ten.stream()
                                            .skip(NAMED)
                                            .map(this::brief)
                                            .toList())),
                    ten.stream()
                            .skip(NAMED)
                            .map(r -> new Figure(r.rank - 1, "share_of_imports"))
                            .toArray(Figure[]::new)));
        }
        ten.stream()
                .filter(r -> r.good.hold().stage().isPresent()
                        && largest(r)
                                .filter(s -> !s.economy().equals(r.good.hold().holder()))
                                .isPresent())
                .findFirst()
                .ifPresent(r -> found.add(behind(r)));
        stocks(ten).ifPresent(found::add);
        rows.stream()
                .filter(r -> from.isEmpty() && r.strait.isPresent() && isGate(r))
                .limit(NAMED)
                .forEach(r -> found.add(gate(r)));
        found.add(Finding.assumption(ground.begin("assume.grip")));
        found.add(Finding.assumption(ground.begin("assume.uses")));
        found.add(Finding.limit(
                ground.begin("limit.goods", "count", rows.size(), "editions", ground.editions(ground.sets()))));
        found.add(Finding.limit(ground.begin("limit.single")));
        return found;
    }

    private Finding headline(List<Row> rows, List<Row> first) {
        List<Row> named = first.stream().limit(NAMED).toList();
        return Finding.headline(
                ground.begin(
                        from.isPresent() ? "find.from" : "find.hold",
                        "count",
                        rows.size(),
                        "supplier",
                        from.map(ground.at()::the).orElse(""),
                        "goods",
                        ground.words().and(named.stream().map(this::told).toList())),
                named.stream()
                        .flatMap(r -> java.util.stream.Stream.of("share_of_imports", "share_of_world", "stops")
                                .map(field -> new Figure(r.rank - 1, field)))
                        .toArray(Figure[]::new));
    }

    private String told(Row row) {
        Irreplaceable.Hold hold = row.good.hold();
        String world = ground.say(
                hold.stage()
                        .map(stage -> "world." + stage.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("world.shipper"),
                "share",
                ground.words().percent(hold.ofWorld()));
        Object[] values = {
            "good",
            ground.at().name(row.good.good()),
            "holder",
            ground.at().the(hold.holder()),
            "imports",
            ground.words().percent(hold.ofImports()),
            "world",
            world,
            "industry",
            row.good.use().map(use -> ground.at().industry(use.industry())).orElse(""),
            "usual",
            ground.words().percent(row.good.stops().usual()),
            "range",
            ground.percents(row.good.stops())
        };
        return ground.say(row.good.use().isPresent() ? "find.held" : "find.held.unused", values);
    }

    private String brief(Row row) {
        return ground.say(
                "find.brief",
                "good",
                ground.at().name(row.good.good()),
                "holder",
                ground.at().the(row.good.hold().holder()),
                "imports",
                ground.words().percent(row.good.hold().ofImports()));
    }

    private Finding behind(Row row) {
        Supplier shipper = largest(row).orElseThrow();
        return Finding.story(
                ground.begin(
                        "find.behind",
                        "good",
                        ground.at().name(row.good.good()),
                        "shipper",
                        ground.at().the(shipper.economy()),
                        "share",
                        ground.words().percent(shipper.valueShare()),
                        "holder",
                        ground.at().the(row.good.hold().holder()),
                        "stage",
                        stage(row.good.hold()),
                        "behind",
                        ground.words().percent(row.good.hold().ofImports()),
                        "source",
                        row.good.hold().source()),
                new Figure(row.rank - 1, "shipper_share"),
                new Figure(row.rank - 1, "share_of_imports"));
    }

    /** What is held of the ten; goods that one row of the table of stocks speaks of stand together. */
    private Optional<Finding> stocks(List<Row> ten) {
        Map<Uses.Stock, List<Row>> held = new LinkedHashMap<>();
        ten.forEach(r -> r.good.stock()
                .ifPresent(stock ->
                        held.computeIfAbsent(stock, _ -> new ArrayList<>()).add(r)));
        if (held.isEmpty()) {
            return Optional.empty();
        }
        List<String> told = new ArrayList<>();
        held.forEach((stock, rows) -> told.add(ground.say(
                "find.stock.good",
                "goods",
                ground.words()
                        .and(rows.stream()
                                .map(r -> ground.at().name(r.good.good()))
                                .toList()),
                "days",
                ground.days(stock.days()),
                "basis",
                basis(stock))));
        List<Row> all = held.values().stream().flatMap(List::stream).toList();
        return Optional.of(Finding.story(
                ground.begin(
                        "find.stock",
                        "count",
                        all.size(),
                        "all",
                        ten.size(),
                        "goods",
                        String.join(ground.say("semicolon"), told)),
                all.stream().map(r -> new Figure(r.rank - 1, "stock_days_held")).toArray(Figure[]::new)));
    }

    /** Energy alone is told of; ores are in the table. */
    private static boolean isGate(Row row) {
        Cargo cargo = Cargo.of(row.good.good().code());
        return cargo == Cargo.CRUDE || cargo == Cargo.LNG;
    }

    private Finding gate(Row row) {
        StraitShares.StraitShare share = row.strait.orElseThrow();
        GoodCode good = row.good.good();
        return Finding.story(
                ground.begin(
                        row.good.stock().isPresent() ? "find.gate.stock" : "find.gate",
                        "good",
                        ground.at().name(good),
                        "rank",
                        row.rank,
                        "share",
                        ground.words().percent(share.shortest()),
                        "low",
                        ground.words().figure(100 * share.low()),
                        "high",
                        ground.words().percent(share.high()),
                        "strait",
                        ground.at().the(share.strait()),
                        "days",
                        row.good.stock().map(s -> ground.days(s.days())).orElse("")),
                new Figure(row.rank - 1, "strait_share"),
                new Figure(row.rank - 1, "strait_low"),
                new Figure(row.rank - 1, "strait_high"));
    }

    private List<Chart> charts(List<Row> rows) {
        List<Row> shown = rows.stream().limit(SHOWN).toList();
        List<String> labels = shown.stream()
                .map(r -> ground.say(
                        "chart.good",
                        "good",
                        ground.at().name(r.good.good()),
                        "holder",
                        ground.at().name(r.good.hold().holder())))
                .toList();
        Chart shares = new Chart.Bars(
                "%",
                labels,
                List.of(
                        new Chart.Series(
                                ground.say("chart.imports"),
                                shown.stream()
                                        .map(r -> 100 * r.good.hold().ofImports())
                                        .toList()),
                        new Chart.Series(
                                ground.say("chart.world"),
                                shown.stream()
                                        .map(r -> 100 * r.good.hold().ofWorld())
                                        .toList())));
        Chart stops = new Chart.Bars(
                ground.say("chart.stops.unit"),
                labels,
                List.of(
                        new Chart.Series(
                                ground.say("chart.low"),
                                shown.stream()
                                        .map(r -> 100 * r.good.stops().low())
                                        .toList()),
                        new Chart.Series(
                                ground.say("chart.usual"),
                                shown.stream()
                                        .map(r -> 100 * r.good.stops().usual())
                                        .toList()),
                        new Chart.Series(
                                ground.say("chart.high"),
                                shown.stream()
                                        .map(r -> 100 * r.good.stops().high())
                                        .toList())));
        return List.of(shares, stops);
    }
}
