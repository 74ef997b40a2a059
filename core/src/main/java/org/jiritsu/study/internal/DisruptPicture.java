package org.jiritsu.study.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.study.DisruptQuestion;
import org.jiritsu.study.DisruptQuestion.Ask;

/** What a report shows of a disruption: heading, picture and columns, by what was asked. */
final class DisruptPicture {
    private static final int BARS = 15;

    private DisruptPicture() {}

    static String heading(DisruptQuestion question, Words words) {
        String key = switch (question.ask()) {
            case Ask.Economies _, Ask.Industries _, Ask.Days _ -> "days";
            case Ask.Endure _ -> "endure";
            case Ask.Curve _ -> "curve";
            case Ask.Durations _ -> "durations";
            case Ask.Draws _ -> "draws";
        };
        return words.say("heading.disrupt." + key, "what", question.scenario().name());
    }

    /**
     * What is drawn.
     *
     * @param days the home economy day by day
     * @param home its name
     */
    static Chart of(DisruptQuestion question, Table table, Table days, String home, Words words) {
        return switch (question.ask()) {
            case Ask.Economies _, Ask.Industries _ -> daily(days, home, words);
            case Ask.Days asked ->
                asked.watch().industries().isEmpty() ? daily(table, home, words) : watched(table, words);
            case Ask.Endure _ -> endurance(table, words);
            case Ask.Curve _ -> losses(table, "stock_days", words);
            case Ask.Durations _ -> losses(table, "duration_days", words);
            case Ask.Draws _ -> losses(table, "percentile", words);
        };
    }

    private static Chart daily(Table days, String home, Words words) {
        double world = days.number(0, "world_production_musd");
        List<String> all = rows(days).mapToObj(r -> "" + days.cell(r, "day")).toList();
        return new Chart.Lines(
                words.say("unit.usual"),
                label("day", words),
                all,
                List.of(
                        new Chart.Series(
                                home,
                                rows(days)
                                        .mapToObj(r -> 100 * days.number(r, "production_of_usual"))
                                        .toList()),
                        new Chart.Series(
                                words.say("chart.world"),
                                rows(days)
                                        .mapToObj(r -> 100 * days.number(r, "world_production_musd") / world)
                                        .toList())));
    }

    private static Chart watched(Table table, Words words) {
        List<String> industries =
                rows(table).mapToObj(r -> industry(table, r, words)).distinct().toList();
        List<String> days =
                rows(table).mapToObj(r -> "" + table.cell(r, "day")).distinct().toList();
        return new Chart.Lines(
                words.say("unit.usual"),
                label("day", words),
                days,
                industries.stream()
                        .map(name -> new Chart.Series(
                                name,
                                rows(table)
                                        .filter(r -> industry(table, r, words).equals(name))
                                        .limit(days.size())
                                        .mapToObj(r -> 100 * table.number(r, "production_of_usual"))
                                        .toList()))
                        .toList());
    }

    private static String industry(Table table, int row, Words words) {
        return words.say("industry", "economy", table.text(row, "economy"), "sector", table.text(row, "sector_name"));
    }

    private static Chart endurance(Table table, Words words) {
        List<Integer> fallen = rows(table)
                .filter(r -> !Double.isNaN(table.number(r, "days_lasted")))
                .limit(BARS)
                .boxed()
                .toList();
        return new Chart.Bars(
                words.say("unit.days"),
                fallen.stream().map(r -> table.text(r, "sector_name")).toList(),
                List.of(new Chart.Series(
                        label("days_lasted", words),
                        fallen.stream().map(r -> table.number(r, "days_lasted")).toList())));
    }

    private static Chart losses(Table table, String by, Words words) {
        return new Chart.Lines(
                words.say("unit.musd"),
                label(by, words),
                rows(table)
                        .mapToObj(r -> words.figure(table.number(r, by)).replaceFirst("\\.0+$", ""))
                        .toList(),
                List.of(new Chart.Series(
                        label("va_lost_musd", words),
                        rows(table)
                                .mapToObj(r -> table.number(r, "va_lost_musd"))
                                .toList())));
    }

    private static String label(String field, Words words) {
        return words.field(field).label();
    }

    private static IntStream rows(Table table) {
        return IntStream.range(0, table.rows().size());
    }

    /** The fields a reader is shown; the files hold all. */
    static List<String> shown(DisruptQuestion question, Table table) {
        return switch (question.ask()) {
            case Ask.Economies _ ->
                List.of(
                        "economy_name",
                        "va_lost_musd",
                        "va_lost_pct_gdp",
                        "production_lost_musd",
                        "lowest_production",
                        "lowest_day");
            case Ask.Industries _ ->
                List.of("sector_name", "va_lost_musd", "production_lost_musd", "lowest_production", "lowest_day");
            case Ask.Endure _ -> List.of("sector_name", "days_lasted", "bottleneck_name", "bottleneck_chain");
            case Ask.Curve _ ->
                List.of("stock_days", "stock_musd", "va_lost_musd", "va_lost_pct_made", "one_more_day_musd");
            default -> table.fields().stream().map(field -> field.name()).toList();
        };
    }
}
