package org.jiritsu.study.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.world.World;

/**
 * What a table says, in sentences that can be read aloud ({@code find.*} of {@code words.properties}). The first of each
 * list is the headline.
 */
final class StepFindings {
    private static final String REST = "ROW";
    private static final int LARGE_PARTNERS = 10;
    /** Less than this, in per cent, is 0.00 in a sentence. */
    private static final double TOLD = 0.005;

    private static final int NAMED = 3;

    private final World world;
    private final Words words;
    private final String homeCode;
    private final String home;

    StepFindings(World world, int home, Words words) {
        this.world = world;
        this.words = words;
        this.homeCode = world.economies().get(home).code();
        this.home = words.the(world.economies().get(home));
    }

    List<String> partners(Table table) {
        List<Integer> named = rows(
                table,
                r -> !table.text(r, "partner").equals(homeCode)
                        && !table.text(r, "partner").equals(REST));
        double own = table.number(table.rows().size() - 1, "supply_look_through");
        List<String> found = new ArrayList<>();
        found.add(words.begin(
                "find.partners.made", "home", home, "abroad", tenths(100 * (1 - own)), "own", tenths(100 * own)));
        sources(table, named).ifPresent(found::add);
        settled(table, named).ifPresent(found::add);
        List<Integer> large = named.subList(0, Math.min(LARGE_PARTNERS, named.size()));
        large.stream()
                .max(Comparator.comparingDouble(r -> number(table, r, "hidden_ratio")))
                .ifPresent(r -> found.add(words.begin(
                        "find.partners.hidden", "partner", name(table, r), "times", figure(table, r, "hidden_ratio"))));
        List<String> markets = named.stream()
                .sorted(Comparator.comparingDouble((Integer r) -> table.number(r, "market_look_through"))
                        .reversed())
                .limit(2)
                .map(r -> words.say("item", "name", name(table, r), "value", percent(table, r, "market_look_through")))
                .toList();
        found.add(words.begin(
                "find.partners.markets",
                "home",
                home,
                "markets",
                words.and(markets),
                "share",
                words.percent(1 - table.number(table.rows().size() - 1, "market_look_through"))));
        large.stream()
                .max(Comparator.comparingDouble(r -> table.number(r, "leverage_pp")))
                .filter(r -> table.number(r, "leverage_pp") > 0)
                .ifPresent(r -> found.add(words.begin(
                        "find.partners.leans",
                        "partner",
                        name(table, r),
                        "home",
                        home,
                        "points",
                        figure(table, r, "leverage_pp"))));
        return found;
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private Optional<String> sources(Table table, List<Integer> named) {
        String rest = rows(table, r -> table.text(r, "partner").equals(REST)).stream()
                .findFirst()
                .map(r -> words.say("find.partners.rest", "n", dollarsOf100(table, r, "supply_look_through")))
                .orElse("");
        return ranking(named.stream()
                        .limit(NAMED)
                        .map(r -> words.say(
                                "find.partners.source",
                                "name",
                                name(table, r),
                                "n",
                                dollarsOf100(table, r, "supply_look_through")))
                        .toList())
                .map(sources -> words.begin("find.partners.sources", "sources", sources, "rest", rest));
    }

    /** "a, then b and c". */
    private Optional<String> ranking(List<String> items) {
        return items.size() < 2
                ? items.stream().findFirst()
                : Optional.of(words.say(
                        "list.then", "first", items.getFirst(), "others", words.and(items.subList(1, items.size()))));
    }

    private String dollarsOf100(Table table, int row, String field) {
        return words.figure(100 * table.number(row, field));
    }

    /** For an estimate: whether its other assumption changes who comes first. */
    private Optional<String> settled(Table table, List<Integer> named) {
        String other = "supply_look_through_other_split";
        if (table.fields().stream().noneMatch(f -> f.name().equals(other)) || named.isEmpty()) {
            return Optional.empty();
        }
        int first = named.getFirst();
        int firstThere = named.stream()
                .max(Comparator.comparingDouble(r -> table.number(r, other)))
                .orElseThrow();
        return Optional.of(
                first == firstThere
                        ? words.begin(
                                "find.partners.settled",
                                "first",
                                name(table, first),
                                "n",
                                dollarsOf100(table, first, other))
                        : words.begin(
                                "find.partners.unsettled",
                                "there",
                                name(table, firstThere),
                                "n",
                                dollarsOf100(table, firstThere, other),
                                "first",
                                name(table, first),
                                "m",
                                dollarsOf100(table, first, other)));
    }

    List<String> sectors(Table table) {
        List<Integer> foreign = rows(table, r -> !table.text(r, "partner").equals(homeCode));
        double all = foreign.stream()
                .mapToDouble(r -> table.number(r, "supply_look_through"))
                .sum();
        double top = foreign.stream()
                .limit(20)
                .mapToDouble(r -> table.number(r, "supply_look_through"))
                .sum();
        List<String> found = new ArrayList<>();
        ranking(foreign.stream()
                        .filter(r -> !table.text(r, "partner").equals(REST))
                        .limit(NAMED)
                        .map(r -> words.say(
                                "find.sectors.source",
                                "partner",
                                name(table, r),
                                "sector",
                                sector(table, r),
                                "share",
                                percent(table, r, "supply_look_through")))
                        .toList())
                .ifPresent(sources -> found.add(words.begin("find.sectors.largest", "sources", sources)));
        found.add(words.begin(
                "find.sectors.twenty",
                "all",
                words.count(foreign.size()),
                "share",
                words.percent(top / all),
                "home",
                home));
        return found;
    }

    List<String> trend(String measure, List<String> years, List<Chart.Series> series) {
        return series.stream()
                .sorted(Comparator.comparingDouble((Chart.Series s) -> Math.abs(change(s)))
                        .reversed())
                .limit(NAMED)
                .map(s -> words.say(
                        change(s) >= 0 ? "find.trend.rose" : "find.trend.fell",
                        "name",
                        s.name(),
                        "measure",
                        words.within(measure),
                        "first",
                        words.figure(s.values().getFirst()),
                        "from",
                        years.getFirst(),
                        "last",
                        words.figure(s.values().getLast()),
                        "to",
                        years.getLast()))
                .toList();
    }

    private static double change(Chart.Series s) {
        return s.values().getLast() - s.values().getFirst();
    }

    List<String> indicators(Table table) {
        int last = table.rows().size() - 1;
        boolean spread = table.number(last, "hhi_look_through") < table.number(last, "hhi_direct");
        return List.of(
                words.begin(
                        "find.indicators.inputs",
                        "home",
                        home,
                        "share",
                        percent(table, last, "foreign_input_reliance"),
                        "before",
                        before(table, "foreign_input_reliance")),
                words.begin(
                        "find.indicators.markets",
                        "share",
                        percent(table, last, "foreign_market_reliance"),
                        "before",
                        before(table, "foreign_market_reliance")),
                words.begin(
                        spread ? "find.indicators.spread" : "find.indicators.concentrated",
                        "through",
                        index(table, last, "hhi_look_through"),
                        "direct",
                        index(table, last, "hhi_direct")));
    }

    /** With the decimals of the table: the two often differ in the third alone. */
    private static String index(Table table, int row, String field) {
        return String.format(Locale.ROOT, "%.3f", table.number(row, field));
    }

    private String before(Table table, String field) {
        return table.rows().size() < 2
                ? ""
                : words.say("find.indicators.before", "year", table.cell(0, "year"), "share", percent(table, 0, field));
    }

    List<String> paths(Table table, int from) {
        double total = ((Number) table.head().facts().get("total_musd")).doubleValue();
        double coverage = ((Number) table.head().facts().get("coverage")).doubleValue();
        if (table.rows().isEmpty()) {
            return List.of(words.begin("find.paths.none"));
        }
        double third = 0;
        String fromCode = world.economies().get(from).code();
        for (int r = 0; r < table.rows().size(); r++) {
            boolean passes = Arrays.stream(table.text(r, "chain").split(" > "))
                    .map(l -> l.substring(0, l.indexOf('_')))
                    .anyMatch(code -> !code.equals(fromCode) && !code.equals(homeCode));
            third += passes ? table.number(r, "value_musd") : 0;
        }
        return List.of(
                words.begin(
                        "find.paths.total",
                        "total",
                        words.dollars(total),
                        "count",
                        table.rows().size(),
                        "share",
                        words.percent(coverage)),
                words.begin(
                        "find.paths.strongest",
                        "share",
                        percent(table, 0, "share"),
                        "chain",
                        table.text(0, "chain_names").replace(" > ", words.say("find.paths.to"))),
                third > 0
                        ? words.begin("find.paths.third", "share", words.percent(third / total))
                        : words.begin("find.paths.direct"));
    }

    List<String> cutoff(Table table, double threshold) {
        String partner = name(table, 0);
        List<String> found = new ArrayList<>();
        found.add(words.begin(
                "find.cutoff.flow",
                "partner",
                partner,
                "home",
                home,
                "flow",
                dollars(table, 0, "flow_musd"),
                "lost",
                dollars(table, 0, "supplier_va_lost_musd"),
                "gdp",
                figure(table, 0, "supplier_va_lost_pct_gdp")));
        if (table.number(0, "home_va_using_musd") == 0) {
            found.add(words.begin("find.cutoff.unused", "home", home, "threshold", words.percent(threshold)));
            return found;
        }
        found.add(words.begin(
                "find.cutoff.used",
                "count",
                table.cell(0, "industries_using"),
                "home",
                home,
                "gdp",
                figure(table, 0, "home_va_using_pct_gdp"),
                "threshold",
                words.percent(threshold)));
        found.add(words.begin("find.cutoff.stake", "home", home, "ratio", figure(table, 0, "stake_ratio")));
        return found;
    }

    List<String> atlas(Table table, double threshold) {
        List<Integer> named = rows(table, r -> !table.text(r, "partner").equals(REST));
        long used = IntStream.range(0, table.rows().size())
                .filter(r -> table.number(r, "home_va_using_musd") > 0)
                .count();
        return List.of(
                words.begin(
                        "find.atlas.most",
                        "links",
                        words.and(named.stream()
                                .limit(NAMED)
                                .map(r -> words.say(
                                        "find.atlas.link",
                                        "sector",
                                        words.goods(world.sectors().get(world.sector(table.text(r, "sector")))),
                                        "partner",
                                        name(table, r),
                                        "gdp",
                                        figure(table, r, "home_va_using_pct_gdp")))
                                .toList())),
                words.begin(
                        "find.atlas.reach",
                        "used",
                        words.count(used),
                        "all",
                        words.count(table.rows().size()),
                        "home",
                        home,
                        "threshold",
                        words.percent(threshold)));
    }

    List<String> tariffs(Table table) {
        List<String> found = new ArrayList<>();
        rows(table, r -> table.text(r, "economy").equals(homeCode)).stream()
                .findFirst()
                .ifPresent(r -> found.add(words.begin(
                        "find.tariffs.home",
                        "home",
                        home,
                        "income",
                        change(table, r, "real_income_pct"),
                        "wages",
                        change(table, r, "real_wage_pct"),
                        "exports",
                        change(table, r, "exports_pct"))));
        losers(table).ifPresent(who -> found.add(words.begin("find.tariffs.worst", "who", who)));
        rows(
                        table,
                        r -> table.text(r, "economy").equals("USA")
                                && !homeCode.equals("USA")
                                && Math.abs(table.number(r, "real_income_pct")) >= TOLD)
                .stream()
                .findFirst()
                .ifPresent(r -> found.add(words.begin(
                        "find.tariffs.usa",
                        "income",
                        figure(table, r, "real_income_pct"),
                        "revenue",
                        figure(table, r, "tariff_revenue_pct_of_income"))));
        return found;
    }

    /** By money: by per cent the first would be the smallest economies, whatever happens. */
    private Optional<String> losers(Table table) {
        List<String> losers = rows(
                        table,
                        r -> !table.text(r, "economy").equals(REST) && table.number(r, "real_income_pct") <= -TOLD)
                .stream()
                .sorted(Comparator.comparingDouble(r -> table.number(r, "real_income_musd")))
                .limit(NAMED)
                .map(r -> words.say(
                        "find.tariffs.loser",
                        "name",
                        words.the(world.economies().get(world.economy(table.text(r, "economy")))),
                        "money",
                        words.dollars(-table.number(r, "real_income_musd")),
                        "n",
                        size(table, r, "real_income_pct")))
                .toList();
        return losers.isEmpty() ? Optional.empty() : Optional.of(words.and(losers));
    }

    private String change(Table table, int row, String field) {
        return words.say(table.number(row, field) < 0 ? "change.lower" : "change.higher", "n", size(table, row, field));
    }

    List<String> rules(Table table) {
        List<String> found = new ArrayList<>();
        rows(table, r -> table.text(r, "economy").equals(homeCode)).stream()
                .findFirst()
                .ifPresent(r -> found.add(words.begin(
                        table.number(r, "value_of_rules_pct") < 0 ? "find.rules.below" : "find.rules.above",
                        "home",
                        home,
                        "nash",
                        size(table, r, "mean_tariff_pct"),
                        "today",
                        size(table, r, "tariff_today_pct"),
                        "value",
                        size(table, r, "value_of_rules_pct"))));
        found.add(table.head().notes().getFirst());
        return found;
    }

    private String size(Table table, int row, String field) {
        return words.figure(Math.abs(table.number(row, field)));
    }

    private String figure(Table table, int row, String field) {
        return words.figure(table.number(row, field));
    }

    private String percent(Table table, int row, String field) {
        return words.percent(table.number(row, field));
    }

    private String dollars(Table table, int row, String field) {
        return words.dollars(table.number(row, field));
    }

    private interface RowTest {
        boolean accepts(int row);
    }

    private static List<Integer> rows(Table table, RowTest test) {
        return IntStream.range(0, table.rows().size())
                .filter(test::accepts)
                .boxed()
                .toList();
    }

    private static double number(Table table, int row, String field) {
        double value = table.number(row, field);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private String name(Table table, int row) {
        return words.the(world.economies().get(world.economy(table.text(row, "partner"))));
    }

    private String sector(Table table, int row) {
        return words.within(table.text(row, "sector_name"));
    }
}
