package org.jiritsu.study.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.study.Chart;
import org.jiritsu.study.Table;
import org.jiritsu.world.World;

/** What a table says, in sentences that can be read aloud. The first of each list is the headline. */
final class StepFindings {
    private static final String REST = "ROW";
    private static final int LARGE_PARTNERS = 10;

    private final World world;
    private final String homeCode;
    private final String home;

    StepFindings(World world, int home) {
        this.world = world;
        this.homeCode = world.economies().get(home).code();
        this.home = Words.the(world.economies().get(home).name());
    }

    List<String> partners(Table table) {
        List<Integer> named = rows(table, r -> !table.text(r, "partner").equals(homeCode) && !table.text(r, "partner").equals(REST));
        double own = table.number(table.rows().size() - 1, "supply_look_through");
        List<String> found = new ArrayList<>();
        found.add("Of every 100 dollars of final goods and services that %s makes, %.1f are value added abroad and %.1f at home."
                .formatted(home, 100 * (1 - own), 100 * own));
        found.add("Counting the whole chain of suppliers, the largest named source is %s%s.".formatted(
                Words.and(named.subList(0, Math.min(3, named.size())).stream()
                        .map(r -> name(table, r) + " (" + Words.figure(100 * table.number(r, "supply_look_through")) + " dollars)")
                        .toList()).replaceFirst(", ", ", then "),
                rows(table, r -> table.text(r, "partner").equals(REST)).stream()
                        .findFirst()
                        .map(r -> "; the rest of the world, which this table does not split, holds "
                                + Words.figure(100 * table.number(r, "supply_look_through")))
                        .orElse("")));
        settled(table, named).ifPresent(found::add);
        List<Integer> large = named.subList(0, Math.min(LARGE_PARTNERS, named.size()));
        large.stream().max(Comparator.comparingDouble(r -> number(table, r, "hidden_ratio"))).ifPresent(r -> found.add(
                ("Invoices hide part of it: among the ten largest sources, %s weighs %s times as much in foreign supply as "
                        + "direct purchases show.").formatted(name(table, r), Words.figure(table.number(r, "hidden_ratio")))));
        List<Integer> markets = named.stream()
                .sorted(Comparator.comparingDouble((Integer r) -> table.number(r, "market_look_through")).reversed())
                .limit(2)
                .toList();
        found.add("In the other direction %s of the GDP of %s is absorbed abroad, most of it in %s.".formatted(
                Words.percent(1 - table.number(table.rows().size() - 1, "market_look_through")), home,
                Words.and(markets.stream()
                        .map(r -> name(table, r) + " (" + Words.percent(table.number(r, "market_look_through")) + ")")
                        .toList())));
        large.stream().max(Comparator.comparingDouble(r -> table.number(r, "leverage_pp")))
                .filter(r -> table.number(r, "leverage_pp") > 0)
                .ifPresent(r -> found.add(("%s leans on %s more than the other way round: by %s percentage points of its own "
                        + "final output.").formatted(capital(name(table, r)), home,
                        Words.figure(table.number(r, "leverage_pp")))));
        return found;
    }

    /** For an estimate: whether its other assumption changes who comes first. */
    private Optional<String> settled(Table table, List<Integer> named) {
        String other = "supply_look_through_other_split";
        if (table.fields().stream().noneMatch(f -> f.name().equals(other)) || named.isEmpty()) {
            return Optional.empty();
        }
        int first = named.getFirst();
        int firstThere = named.stream().max(Comparator.comparingDouble(r -> table.number(r, other))).orElseThrow();
        return Optional.of(first == firstThere
                ? "The table is an estimate; under its other assumption %s comes first too, with %s dollars."
                        .formatted(name(table, first), Words.figure(100 * table.number(first, other)))
                : ("The table is an estimate and does not settle who comes first: under its other assumption it is %s with %s "
                        + "dollars, and %s has %s.").formatted(name(table, firstThere),
                        Words.figure(100 * table.number(firstThere, other)), name(table, first),
                        Words.figure(100 * table.number(first, other))));
    }

    List<String> sectors(Table table) {
        List<Integer> foreign = rows(table, r -> !table.text(r, "partner").equals(homeCode));
        double all = foreign.stream().mapToDouble(r -> table.number(r, "supply_look_through")).sum();
        double top = foreign.stream().limit(20).mapToDouble(r -> table.number(r, "supply_look_through")).sum();
        List<Integer> named = foreign.stream().filter(r -> !table.text(r, "partner").equals(REST)).limit(3).toList();
        return List.of(
                "The largest single foreign source with a name is %s.".formatted(Words.and(named.stream()
                        .map(r -> "%s: %s (%s of final output)".formatted(name(table, r), sector(table, r),
                                Words.percent(table.number(r, "supply_look_through"))))
                        .toList()).replaceFirst("\\), ", "), then ")),
                "Twenty of %,d foreign industries hold %s of all foreign value added in what %s makes."
                        .formatted(foreign.size(), Words.percent(top / all), home));
    }

    List<String> trend(String measure, List<String> years, List<Chart.Series> series) {
        List<Chart.Series> byChange = series.stream()
                .sorted(Comparator.comparingDouble((Chart.Series s) -> Math.abs(change(s))).reversed())
                .toList();
        List<String> found = new ArrayList<>();
        for (Chart.Series s : byChange.subList(0, Math.min(3, byChange.size()))) {
            found.add("%s: %s %s from %s%% in %s to %s%% in %s.".formatted(s.name(), measure.toLowerCase(),
                    change(s) >= 0 ? "rose" : "fell", Words.figure(s.values().getFirst()), years.getFirst(),
                    Words.figure(s.values().getLast()), years.getLast()));
        }
        return found;
    }

    private static double change(Chart.Series s) {
        return s.values().getLast() - s.values().getFirst();
    }

    List<String> indicators(Table table) {
        int last = table.rows().size() - 1;
        List<String> found = new ArrayList<>();
        found.add("Of all the inputs, at every stage, that the final output of %s needs, %s are made abroad%s.".formatted(
                home, Words.percent(table.number(last, "foreign_input_reliance")), since(table, "foreign_input_reliance")));
        found.add("Of all the inputs that it delivers, %s end in goods finished abroad%s.".formatted(
                Words.percent(table.number(last, "foreign_market_reliance")), since(table, "foreign_market_reliance")));
        found.add("Foreign supply is %s than foreign invoices show: concentration %s on look-through, %s on direct supply."
                .formatted(table.number(last, "hhi_look_through") < table.number(last, "hhi_direct")
                                ? "more spread out" : "more concentrated",
                        Words.figure(table.number(last, "hhi_look_through")), Words.figure(table.number(last, "hhi_direct"))));
        return found;
    }

    private static String since(Table table, String field) {
        return table.rows().size() < 2
                ? ""
                : "; in %s it was %s".formatted(table.cell(0, "year"), Words.percent(table.number(0, field)));
    }

    List<String> paths(Table table, int from) {
        double total = ((Number) table.head().facts().get("total_musd")).doubleValue();
        double coverage = ((Number) table.head().facts().get("coverage")).doubleValue();
        if (table.rows().isEmpty()) {
            return List.of("No chain is above the threshold.");
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
                "%s of value added arrives by these chains; the %d listed ones carry %s of it.".formatted(
                        capital(Words.dollars(total)), table.rows().size(), Words.percent(coverage)),
                "The strongest, %s, carries %s.".formatted(
                        table.text(0, "chain_names").replace(" > ", " to "), Words.percent(table.number(0, "share"))),
                third > 0
                        ? "%s of the total passes through a third economy on the listed chains, where a direct look would miss it."
                                .formatted(Words.percent(third / total))
                        : "None of the listed chains passes through a third economy.");
    }

    List<String> cutoff(Table table, double threshold) {
        String partner = Words.the(table.text(0, "partner_name"));
        double using = table.number(0, "home_va_using_musd");
        List<String> found = new ArrayList<>();
        found.add("%s sells %s to %s in a year; without that link %s would lose %s of value added, %s%% of its GDP.".formatted(
                capital(partner), Words.dollars(table.number(0, "flow_musd")), home, partner,
                Words.dollars(table.number(0, "supplier_va_lost_musd")),
                Words.figure(table.number(0, "supplier_va_lost_pct_gdp"))));
        if (using == 0) {
            found.add("No industry of %s needs the input for as much as %s of the value of its output.".formatted(
                    home, Words.percent(threshold)));
            return found;
        }
        found.add("%d industries that make %s%% of the GDP of %s need the input, at some stage, for at least %s of the value of "
                .formatted((Long) table.cell(0, "industries_using"), Words.figure(table.number(0, "home_va_using_pct_gdp")),
                        home, Words.percent(threshold))
                + "their output: an upper bound of what stops if it can be neither had nor replaced.");
        found.add("For each dollar the supplier puts at risk, %s puts %s at risk.".formatted(
                home, Words.figure(table.number(0, "stake_ratio"))));
        return found;
    }

    List<String> atlas(Table table, double threshold) {
        List<Integer> named = rows(table, r -> !table.text(r, "partner").equals(REST));
        long used = IntStream.range(0, table.rows().size())
                .filter(r -> table.number(r, "home_va_using_musd") > 0)
                .count();
        return List.of(
                "The links with the most at stake are %s.".formatted(Words.and(named.stream().limit(3)
                        .map(r -> "%s from %s (industries making %s%% of GDP use it)".formatted(sector(table, r),
                                name(table, r), Words.figure(table.number(r, "home_va_using_pct_gdp"))))
                        .toList())),
                "%d of %,d supply links reach at least one industry of %s with %s of the value of its output or more.".formatted(
                        used, table.rows().size(), home, Words.percent(threshold)));
    }

    List<String> tariffs(Table table) {
        List<String> found = new ArrayList<>();
        rows(table, r -> table.text(r, "economy").equals(homeCode)).stream().findFirst().ifPresent(r -> found.add(
                "Once everyone has adjusted, real income of %s is %s%% %s, real wages are %s%% %s, and exports are %s%% %s."
                        .formatted(home, size(table, r, "real_income_pct"), direction(table, r, "real_income_pct"),
                                size(table, r, "real_wage_pct"), direction(table, r, "real_wage_pct"),
                                size(table, r, "exports_pct"), direction(table, r, "exports_pct"))));
        List<Integer> worst = rows(table, r -> true).stream()
                .sorted(Comparator.comparingDouble(r -> table.number(r, "real_income_pct")))
                .limit(3)
                .toList();
        found.add("It costs most to %s.".formatted(Words.and(worst.stream()
                .map(r -> "%s (%s%%)".formatted(Words.the(table.text(r, "economy_name")),
                        Words.figure(table.number(r, "real_income_pct"))))
                .toList())));
        rows(table, r -> table.text(r, "economy").equals("USA")).stream().findFirst().ifPresent(r -> found.add(
                "For the United States real income changes by %s%%, and tariffs bring %s%% of its income.".formatted(
                        Words.figure(table.number(r, "real_income_pct")),
                        Words.figure(table.number(r, "tariff_revenue_pct_of_income")))));
        return found;
    }

    List<String> rules(Table table) {
        List<String> found = new ArrayList<>();
        rows(table, r -> table.text(r, "economy").equals(homeCode)).stream().findFirst().ifPresent(r -> found.add(
                ("If no rules bound tariffs, %s would tax imports of goods at %s%% rather than %s%%, all others would do "
                        + "as much for their own sake, and real income of %s today is %s%% %s what it would then be.")
                        .formatted(home, size(table, r, "mean_tariff_pct"), size(table, r, "tariff_today_pct"), home,
                                size(table, r, "value_of_rules_pct"),
                                table.number(r, "value_of_rules_pct") < 0 ? "below" : "above")));
        found.add(table.head().notes().getFirst());
        return found;
    }

    private static String size(Table table, int row, String field) {
        return Words.figure(Math.abs(table.number(row, field)));
    }

    private static String direction(Table table, int row, String field) {
        return table.number(row, field) < 0 ? "lower" : "higher";
    }

    private interface RowTest {
        boolean accepts(int row);
    }

    private static List<Integer> rows(Table table, RowTest test) {
        return IntStream.range(0, table.rows().size()).filter(test::accepts).boxed().toList();
    }

    private static double number(Table table, int row, String field) {
        double value = table.number(row, field);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private String name(Table table, int row) {
        return Words.the(world.economies().get(world.economy(table.text(row, "partner"))).name());
    }

    private static String sector(Table table, int row) {
        String name = table.text(row, "sector_name");
        return name.substring(0, 1).toLowerCase() + name.substring(1);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase() + text.substring(1);
    }
}
