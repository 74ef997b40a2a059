package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.Endurance;
import org.jiritsu.disruption.Endurance.Point;

/** One row a size of a stockpile: what is lost with it, and which size is enough. */
final class StockCurve {
    private StockCurve() {}

    static Answer of(Work work, Inquiry.Ask.Curve asked) {
        Endurance.StockAnswer answer = new Endurance(work.disruption())
                .stock(work.inquiry().scenario(), work.home(), asked.kind(), asked.sizes(), asked.withinPercent());
        String good = asked.kind().good();
        double daily = IntStream.range(0, work.world().sectorCount())
                .mapToDouble(s -> work.disruption()
                        .purchases(
                                work.world().sector(good),
                                work.world().industry(work.inquiry().home(), s)))
                .sum();
        List<Column<Point>> columns = List.of(
                new Column<>("good", _ -> good),
                new Column<>("stock_days", Point::stockDays),
                new Column<>("stock_musd", p -> p.stockDays() * daily),
                new Column<>("va_lost_musd", Point::lossMusd),
                new Column<>("va_lost_pct_made", Point::lossPercent),
                new Column<>("one_more_day_musd", Point::oneMoreDayMusd));
        DisruptionRun run = work.run();
        Story story = work.story(run, Cells.NONE);
        List<Finding> told = new ArrayList<>(story.ground().stream().toList());
        told.addAll(story.shocks(""));
        told.add(enough(work, asked, answer));
        told.add(saved(work, answer.curve()));
        return work.answer(
                run,
                told,
                work.caution(run),
                new Work.Form(
                        "curve",
                        head -> Table.of(head, columns, answer.curve()),
                        List.of(new Pictures(work)
                                .losses("stock_days", answer.curve(), Point::stockDays, Point::lossMusd)),
                        columns.stream().skip(1).map(Column::field).toList()));
    }

    private static Finding enough(Work work, Inquiry.Ask.Curve asked, Endurance.StockAnswer answer) {
        String good = work.names().good(asked.kind().good());
        return Finding.headline(
                answer.enoughDays().isPresent()
                        ? work.words()
                                .say(
                                        "disrupt.enough",
                                        "days",
                                        work.words().rounded(answer.enoughDays().getAsDouble()),
                                        "good",
                                        good,
                                        "within",
                                        asked.withinPercent())
                        : work.words().say("disrupt.notenough", "good", good, "within", asked.withinPercent()));
    }

    /** The loss with the smallest and the largest stockpile. */
    private static Finding saved(Work work, List<Point> curve) {
        Point least = curve.getFirst();
        Point most = curve.getLast();
        return Finding.story(
                work.words()
                        .say(
                                curve.size() == 1 ? "disrupt.curve.one" : "disrupt.curve.ends",
                                "home",
                                work.names().economy(work.home()),
                                "least",
                                work.words().rounded(least.stockDays()),
                                "high",
                                work.names().moneyAtHome(least.lossMusd(), work.home()),
                                "most",
                                work.words().rounded(most.stockDays()),
                                "low",
                                work.names().moneyAtHome(most.lossMusd(), work.home())),
                new Figure(0, "va_lost_musd"),
                new Figure(curve.size() - 1, "va_lost_musd"));
    }
}
