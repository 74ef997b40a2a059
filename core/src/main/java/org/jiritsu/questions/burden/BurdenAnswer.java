package org.jiritsu.questions.burden;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.partners.Burden;
import org.jiritsu.partners.Evidence;
import org.jiritsu.world.World;

/** Burdens as an answer. */
final class BurdenAnswer {
    private static final String PLEDGE = "investment pledge to the United States";
    private static final String SPENDING = "military expenditure";
    private static final String SUPPORT = "host-nation support";

    private final Words words;
    private final Money money;
    private final String home;

    BurdenAnswer(Words words, Money money, String home) {
        this.words = words;
        this.money = money;
        this.home = home;
    }

    String title() {
        return words.begin("title", "home", the());
    }

    private record Row(Burden burden, double musd, double ofGdp, double ofOutput) {}

    Answer of(List<Burden> all) {
        List<Row> rows = all.stream()
                .filter(b -> b.economy().equals(home) || b.economy().isEmpty())
                .map(this::row)
                .toList();
        World world = money.world();
        List<Row> drawn = rows.stream().filter(r -> Double.isFinite(r.ofGdp())).toList();
        return new Answer(
                words.begin("heading", "home", the()),
                table(rows),
                findings(rows),
                List.of(new Chart.Bars(
                        words.say("unit.gdp", "year", world.about().year()),
                        drawn.stream()
                                .map(r -> words.say(
                                        "item",
                                        "name",
                                        measure(r.burden()) + mark(r.burden()),
                                        "value",
                                        r.burden().period()))
                                .toList(),
                        List.of(new Chart.Series(
                                name(), drawn.stream().map(r -> 100 * r.ofGdp()).toList())))),
                new Answer.Shown(
                        List.of(
                                "burden_measure",
                                "burden_period",
                                "burden_value",
                                "burden_unit",
                                "burden_musd",
                                "burden_of_gdp",
                                "burden_of_output",
                                "evidence"),
                        rows.size()),
                Provenance.of(world.id()));
    }

    private Row row(Burden burden) {
        double musd = money.musd(burden);
        boolean share = burden.unit().startsWith("% of GDP");
        return new Row(burden, musd, share ? burden.value() / 100 : musd / money.gdp(), musd / money.output());
    }

    private List<Finding> findings(List<Row> rows) {
        List<Finding> found = new ArrayList<>();
        say(rows, "find.spending", b -> b.measure().equals(SPENDING), found);
        say(rows, "find.support", b -> b.measure().equals(SUPPORT) && b.unit().endsWith("a year"), found);
        say(rows, "find.pledge", b -> b.measure().equals(PLEDGE), found);
        if (found.isEmpty()) {
            found.add(Finding.headline(words.begin("find.other", "count", rows.size(), "home", the())));
        }
        Finding first = found.getFirst();
        found.set(0, new Finding(Finding.Role.HEADLINE, first.said(), first.figures()));
        found.add(Finding.story(words.begin(
                "find.guideline",
                "home",
                the(),
                "one",
                words.dollars(money.gdp() / 100),
                "year",
                money.world().about().year())));
        found.add(Finding.assumption(words.begin(
                "assume.rates",
                "yen",
                words.rounded(money.jpy()),
                "won",
                words.rounded(money.krw()),
                "year",
                money.world().about().year())));
        List<String> unseen = rows.stream()
                .filter(r -> r.burden().evidence() == Evidence.FROM_MEMORY)
                .map(r -> words.say(
                        "item", "name", measure(r.burden()), "value", r.burden().period()))
                .toList();
        if (!unseen.isEmpty()) {
            found.add(Finding.limit(words.begin(
                    "limit.memory", "count", unseen.size(), "all", rows.size(), "what", words.and(unseen))));
        }
        found.add(Finding.limit(words.begin("limit.pledge")));
        return found;
    }

    /** The first of its kind, as the file has it. */
    private void say(List<Row> rows, String key, Predicate<Burden> wanted, List<Finding> found) {
        IntStream.range(0, rows.size())
                .filter(r -> wanted.test(rows.get(r).burden()))
                .boxed()
                .findFirst()
                .ifPresent(r -> found.add(Finding.story(
                        words.begin(
                                key,
                                "home",
                                the(),
                                "period",
                                rows.get(r).burden().period(),
                                "value",
                                amount(rows.get(r).burden()),
                                "musd",
                                words.dollars(rows.get(r).musd()),
                                "gdp",
                                words.percent(rows.get(r).ofGdp()),
                                "output",
                                words.percent(rows.get(r).ofOutput()),
                                "year",
                                money.world().about().year(),
                                "mark",
                                mark(rows.get(r).burden())),
                        new Figure(r, "burden_musd"),
                        new Figure(r, "burden_of_gdp"))));
    }

    private Table table(List<Row> rows) {
        Table.Head head = Table.Head.of(
                words,
                List.of(money.world()),
                home,
                title(),
                words.say("unit.musd"),
                words.say("method"),
                Map.of("yen_per_usd", money.jpy(), "won_per_usd", money.krw()));
        return Table.of(
                head,
                List.of(
                        new Column<Row>("burden_measure", r -> measure(r.burden()) + mark(r.burden())),
                        new Column<>("burden_period", r -> r.burden().period()),
                        new Column<>("burden_value", r -> r.burden().value()),
                        new Column<>("burden_unit", r -> unit(r.burden())),
                        new Column<>("burden_musd", Row::musd),
                        new Column<>("burden_of_gdp", Row::ofGdp),
                        new Column<>("burden_of_output", Row::ofOutput),
                        new Column<>(
                                "evidence",
                                r -> words.say("evidence."
                                        + r.burden().evidence().name().toLowerCase(Locale.ROOT))),
                        new Column<>("source", r -> r.burden().source()),
                        new Column<>("note", r -> r.burden().note())),
                rows);
    }

    private String measure(Burden burden) {
        return words.text("measure." + key(burden.measure())).orElse(burden.measure());
    }

    private String unit(Burden burden) {
        return words.text("of." + key(burden.unit())).orElse(burden.unit());
    }

    private String amount(Burden burden) {
        String unit = unit(burden);
        return words.rounded(burden.value()) + (unit.startsWith("%") ? "" : " ") + unit;
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_", "");
    }

    private String mark(Burden burden) {
        return burden.evidence() == Evidence.FROM_MEMORY ? words.say("mark.memory") : "";
    }

    private String the() {
        return words.the(money.world().economies().get(money.economy()));
    }

    private String name() {
        return words.name(money.world().economies().get(money.economy()));
    }
}
