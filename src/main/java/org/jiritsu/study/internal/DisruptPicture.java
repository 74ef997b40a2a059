package org.jiritsu.study.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.study.Chart;
import org.jiritsu.study.DisruptQuestion;
import org.jiritsu.study.DisruptQuestion.Ask;
import org.jiritsu.study.Table;

/** What a report shows of a disruption: heading, picture and columns, by what was asked. */
final class DisruptPicture {
    private static final int BARS = 15;

    private DisruptPicture() {}

    static String heading(DisruptQuestion question) {
        String what = question.scenario().name();
        return switch (question.ask()) {
            case Ask.Economies _, Ask.Industries _, Ask.Days _ -> "Day by day: " + what;
            case Ask.Endure _ -> "How long industries last: " + what;
            case Ask.Curve _ -> "What a stockpile saves: " + what;
            case Ask.Durations _ -> "Loss by duration: " + what;
            case Ask.Draws _ -> "How sure this is: " + what;
        };
    }

    /** @param days the home economy day by day */
    static Chart of(DisruptQuestion question, Table table, Table days) {
        return switch (question.ask()) {
            case Ask.Economies _, Ask.Industries _ -> daily(days);
            case Ask.Days asked -> asked.watch().industries().isEmpty() ? daily(table) : watched(table);
            case Ask.Endure _ -> endurance(table);
            case Ask.Curve _ -> lines("million USD", "stock_days", "Value added lost", table, "va_lost_musd");
            case Ask.Durations _ -> lines("million USD", "duration_days", "Value added lost", table, "va_lost_musd");
            case Ask.Draws _ -> lines("million USD", "percentile", "Value added lost", table, "va_lost_musd");
        };
    }

    private static Chart daily(Table days) {
        double world = days.number(0, "world_production_musd");
        return new Chart.Lines("% of usual production", rows(days).mapToObj(r -> "" + days.cell(r, "day")).toList(), List.of(
                new Chart.Series("Home", rows(days).mapToObj(r -> 100 * days.number(r, "production_of_usual")).toList()),
                new Chart.Series("World", rows(days).mapToObj(r -> 100 * days.number(r, "world_production_musd") / world)
                        .toList())));
    }

    private static Chart watched(Table table) {
        List<String> industries = rows(table).mapToObj(r -> industry(table, r)).distinct().toList();
        List<String> days = rows(table).mapToObj(r -> "" + table.cell(r, "day")).distinct().toList();
        return new Chart.Lines("% of usual production", days, industries.stream()
                .map(name -> new Chart.Series(name, rows(table).filter(r -> industry(table, r).equals(name))
                        .limit(days.size())
                        .mapToObj(r -> 100 * table.number(r, "production_of_usual")).toList()))
                .toList());
    }

    private static String industry(Table table, int row) {
        return table.text(row, "economy") + ": " + table.text(row, "sector_name");
    }

    private static Chart endurance(Table table) {
        List<Integer> fallen = rows(table).filter(r -> !Double.isNaN(table.number(r, "days_lasted"))).limit(BARS).boxed().toList();
        return new Chart.Bars("days", fallen.stream().map(r -> table.text(r, "sector_name")).toList(),
                List.of(new Chart.Series("Days lasted", fallen.stream().map(r -> table.number(r, "days_lasted")).toList())));
    }

    private static Chart lines(String unit, String labels, String name, Table table, String field) {
        return new Chart.Lines(unit, rows(table).mapToObj(r -> Words.figure(table.number(r, labels)).replaceFirst("\\.0+$", ""))
                .toList(), List.of(new Chart.Series(name, rows(table).mapToObj(r -> table.number(r, field)).toList())));
    }

    private static IntStream rows(Table table) {
        return IntStream.range(0, table.rows().size());
    }

    /** The fields a reader is shown; the files hold all. */
    static List<String> shown(DisruptQuestion question, Table table) {
        return switch (question.ask()) {
            case Ask.Economies _ -> List.of("economy_name", "va_lost_musd", "va_lost_pct_gdp", "production_lost_musd",
                    "lowest_production", "lowest_day");
            case Ask.Industries _ -> List.of("sector_name", "va_lost_musd", "production_lost_musd", "lowest_production",
                    "lowest_day");
            case Ask.Endure _ -> List.of("sector_name", "days_lasted", "bottleneck_name", "bottleneck_chain");
            default -> table.fields().stream().map(field -> field.name()).toList();
        };
    }
}
