package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.EconomyLoss;
import org.jiritsu.disruption.DisruptionScenario;

/** One row a duration. */
final class ByDuration {
    /** Twice the time costs as much more than twice, in proportion, or less. */
    private static final double EVEN = 0.01;

    private ByDuration() {}

    private record Row(int days, DisruptionRun run, EconomyLoss home) {
        double lost() {
            return home.valueAddedLostMusd();
        }
    }

    static Answer of(Work work, List<Integer> durations) {
        DisruptionScenario scenario = work.inquiry().scenario();
        List<DisruptionRun> runs = work.disruption()
                .runAll(
                        durations.stream()
                                .map(days -> scenario.shocked(scenario.shocks().stream()
                                        .map(shock -> shock.at(shock.timing().lasting(days)))
                                        .toList()))
                                .toList(),
                        work.inquiry().homeOnly());
        List<Row> rows = IntStream.range(0, runs.size())
                .mapToObj(
                        i -> new Row(durations.get(i), runs.get(i), runs.get(i).economy(work.home())))
                .toList();
        List<Column<Row>> columns = List.of(
                new Column<>("duration_days", Row::days),
                new Column<>("va_lost_musd", Row::lost),
                new Column<>("va_lost_pct_gdp", r -> r.home().valueAddedLostPercent()),
                new Column<>("va_lost_per_day_musd", r -> r.lost() / r.days()),
                new Column<>("lowest_production", r -> r.home().lowestShare()),
                new Column<>("va_lost_by_world_musd", r -> r.run().valueAddedLostMusd()));
        Optional<Story> lost = runs.stream()
                .filter(run -> work.ground(run).isPresent())
                .findFirst()
                .map(run -> work.story(run, Cells.NONE));
        Story story = work.story(runs.getLast(), Cells.NONE);
        List<Finding> told =
                new ArrayList<>(lost.flatMap(Story::ground).stream().toList());
        told.addAll(story.shocks(
                work.words().and(durations.stream().map(String::valueOf).toList())));
        List<Finding> times = times(work, rows);
        told.addAll(times);
        told.add(range(work, rows, times.isEmpty()));
        return work.answer(
                runs.getLast(),
                told,
                lost.isPresent() ? Optional.empty() : work.caution(),
                new Work.Form(
                        "durations",
                        head -> Table.of(head, columns, rows),
                        List.of(new Pictures(work).losses("duration_days", rows, Row::days, Row::lost)),
                        List.of()));
    }

    /** How much more twice the time costs, the longest first. */
    private static List<Finding> times(Work work, List<Row> rows) {
        List<Finding> times = new ArrayList<>();
        for (Row half : rows) {
            rows.stream()
                    .filter(row -> row.days() == 2 * half.days() && half.lost() > 0)
                    .findFirst()
                    .ifPresent(twice -> times.addFirst(times(work, half, twice, rows)));
        }
        return times.isEmpty()
                ? times
                : IntStream.range(0, times.size())
                        .mapToObj(i -> i == 0
                                ? times.get(i)
                                : new Finding(
                                        Finding.Role.STORY,
                                        times.get(i).said(),
                                        times.get(i).figures()))
                        .toList();
    }

    private static Finding times(Work work, Row half, Row twice, List<Row> rows) {
        double times = twice.lost() / half.lost();
        return Finding.headline(
                work.words()
                        .say(
                                times > 2 + EVEN
                                        ? "disrupt.times.more"
                                        : times < 2 - EVEN ? "disrupt.times.less" : "disrupt.times.even",
                                "days",
                                twice.days(),
                                "times",
                                work.words().rounded(times),
                                "half",
                                half.days()),
                new Figure(rows.indexOf(half), "va_lost_musd"),
                new Figure(rows.indexOf(twice), "va_lost_musd"));
    }

    /** What the shortest and the longest cost. */
    private static Finding range(Work work, List<Row> rows, boolean headline) {
        Row least = rows.stream().min(Comparator.comparingInt(Row::days)).orElseThrow();
        Row most = rows.stream().max(Comparator.comparingInt(Row::days)).orElseThrow();
        return new Finding(
                headline ? Finding.Role.HEADLINE : Finding.Role.STORY,
                work.words()
                        .say(
                                rows.size() == 1 ? "disrupt.durations.one" : "disrupt.durations.ends",
                                "home",
                                work.names().economy(work.home()),
                                "least",
                                least.days(),
                                "low",
                                work.names().moneyAtHome(least.lost(), work.home()),
                                "most",
                                most.days(),
                                "high",
                                work.names().moneyAtHome(most.lost(), work.home())),
                List.of(
                        new Figure(rows.indexOf(least), "va_lost_musd"),
                        new Figure(rows.indexOf(most), "va_lost_musd")));
    }
}
