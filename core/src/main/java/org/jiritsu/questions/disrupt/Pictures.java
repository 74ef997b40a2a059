package org.jiritsu.questions.disrupt;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.Measure;
import org.jiritsu.world.Industry;

/** What is drawn. */
record Pictures(Work work) {
    private static final int BARS = 15;

    private Words words() {
        return work.words();
    }

    private String label(String field) {
        return words().field(field).label();
    }

    /** Home and the world, day by day. */
    Chart daily(DisruptionRun run) {
        double[] home = run.series(Measure.PRODUCTION_MUSD, work.home()).values();
        double[] world = run.worldProduction();
        double usual = work.usual(work.home());
        return lines(
                home.length,
                List.of(
                        new Chart.Series(
                                words().name(work.inquiry().homeEconomy()),
                                percent(home, d -> 100 * (home[d] / usual))),
                        new Chart.Series(words().say("chart.world"), percent(world, d -> 100 * world[d] / world[0]))));
    }

    /** What is watched, day by day. */
    Chart watched(DisruptionRun run, List<Industry> industries) {
        return lines(
                run.worldProduction().length,
                industries.stream()
                        .map(industry -> {
                            double[] made = run.series(Measure.PRODUCTION_MUSD, industry.toString())
                                    .values();
                            double usual = work.usual(industry);
                            return new Chart.Series(
                                    words().say(
                                                    "industry",
                                                    "economy",
                                                    industry.economy(),
                                                    "sector",
                                                    work.names().sectorName(industry.sector())),
                                    percent(made, d -> usual > 0 ? 100 * (made[d] / usual) : Double.NaN));
                        })
                        .toList());
    }

    private static List<Double> percent(double[] days, java.util.function.IntToDoubleFunction of) {
        return IntStream.range(0, days.length).mapToDouble(of).boxed().toList();
    }

    private Chart lines(int days, List<Chart.Series> series) {
        return new Chart.Lines(
                words().say("unit.usual"),
                label("day"),
                IntStream.range(0, days).mapToObj(String::valueOf).toList(),
                series);
    }

    /** A bar for each of the first rows. */
    <R> Chart bars(
            String unit,
            String field,
            List<R> rows,
            java.util.function.Function<R, String> name,
            ToDoubleFunction<R> value) {
        List<R> first = rows.stream().limit(BARS).toList();
        return new Chart.Bars(
                words().say(unit),
                first.stream().map(name).toList(),
                List.of(new Chart.Series(
                        label(field), first.stream().map(value::applyAsDouble).toList())));
    }

    /** Loss over what varies. */
    <R> Chart losses(String field, List<R> rows, ToDoubleFunction<R> over, ToDoubleFunction<R> loss) {
        return new Chart.Lines(
                words().say("unit.musd"),
                label(field),
                rows.stream()
                        .map(r -> words().figure(over.applyAsDouble(r)).replaceFirst("\\.0+$", ""))
                        .toList(),
                List.of(new Chart.Series(
                        label("va_lost_musd"),
                        rows.stream().map(loss::applyAsDouble).toList())));
    }
}
