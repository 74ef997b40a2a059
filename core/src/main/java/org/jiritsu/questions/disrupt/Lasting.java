package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Finding.Role;
import org.jiritsu.answer.Table;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.Fall;
import org.jiritsu.disruption.Endurance;
import org.jiritsu.disruption.Endurance.Lasts;
import org.jiritsu.world.Industry;

/** One row a home industry: days until it falls below the level, and the bottleneck behind it. */
final class Lasting {
    private Lasting() {}

    static Answer of(Work work) {
        DisruptionRun run = work.run();
        List<Lasts> rows = Endurance.of(work.world(), run, work.home());
        List<Column<Lasts>> columns = List.of(
                new Column<>("economy", _ -> work.home()),
                new Column<>("sector", l -> l.industry().sector()),
                new Column<>("sector_name", l -> name(work, l)),
                new Column<>(
                        "days_lasted",
                        l -> l.days().isPresent() ? (Object) l.days().getAsInt() : (Object) Double.NaN),
                new Column<>("bottleneck", l -> input(l).orElse(cause(l))),
                new Column<>("bottleneck_name", l -> bottleneck(work, l)),
                new Column<>(
                        "bottleneck_chain",
                        l -> l.chain().falls().stream()
                                .map(fall -> link(work, fall))
                                .collect(Collectors.joining(" < "))));
        Cells cells = cells(rows);
        Story story = work.story(run, cells);
        List<Finding> told = new ArrayList<>(story.all(Role.STORY));
        Finding lasting = story.lasting();
        told.removeIf(f -> f.said().equals(lasting.said()));
        told.add(lasting);
        List<Lasts> fallen = rows.stream().filter(l -> l.days().isPresent()).toList();
        Pictures pictures = new Pictures(work);
        return work.answer(
                run,
                told,
                work.caution(run),
                new Work.Form(
                        "endure",
                        head -> Table.of(head, columns, rows),
                        List.of(fallen.isEmpty() ? pictures.daily(run) : bars(pictures, fallen, work)),
                        List.of("sector_name", "days_lasted", "bottleneck_name", "bottleneck_chain")));
    }

    private static Chart bars(Pictures pictures, List<Lasts> fallen, Work work) {
        return pictures.bars(
                "unit.days",
                "days_lasted",
                fallen,
                l -> name(work, l),
                l -> l.days().orElseThrow());
    }

    private static String name(Work work, Lasts lasts) {
        return work.names().sectorName(lasts.industry().sector());
    }

    private static Optional<Fall> first(Lasts lasts) {
        return lasts.chain().falls().stream().findFirst();
    }

    private static Optional<String> input(Lasts lasts) {
        return first(lasts).flatMap(Fall::input);
    }

    private static String cause(Lasts lasts) {
        return first(lasts).map(f -> f.cause().name().toLowerCase(Locale.ROOT)).orElse("");
    }

    private static String bottleneck(Work work, Lasts lasts) {
        return input(lasts)
                .map(work.names()::sectorName)
                .or(() -> first(lasts).map(_ -> work.words().say("disrupt.cause." + cause(lasts))))
                .orElse("");
    }

    private static String link(Work work, Fall fall) {
        return fall.industry()
                + fall.supplier()
                        .filter(DisruptionRun.Supplier::linkCut)
                        .map(s -> " < "
                                + work.words()
                                        .say(
                                                "item",
                                                "name",
                                                s.industry(),
                                                "value",
                                                work.words().say("disrupt.cut")))
                        .orElse("");
    }

    private static Cells cells(List<Lasts> rows) {
        return new Cells() {
            @Override
            public List<Figure> fall(Industry industry) {
                return IntStream.range(0, rows.size())
                        .filter(r -> rows.get(r).industry().equals(industry))
                        .mapToObj(r -> new Figure(r, "days_lasted"))
                        .toList();
            }
        };
    }
}
