package org.jiritsu.sample;

import java.util.List;
import java.util.Map;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.world.World;

/** How much an economy makes, in a multiple. */
public final class SampleQuestion implements Question {
    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<Integer> TIMES = Param.one("times", Types.whole(1, 9), 1);

    @Override
    public Spec spec() {
        return new Spec(
                "sample",
                List.of(HOME, TIMES),
                Cost.QUICK,
                List.of(new Spec.Form("twice", List.of(new Spec.Preset("times", "2")))),
                List.of(List.of("JPN", "--times", "3", "--world", "wiod2011")),
                "docs/methods/exposure.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        World world = asked.look(Common.WORLD, at::world);
        int home = asked.look(HOME, world::economy);
        int times = asked.get(TIMES);
        return new Plan(at.words().say("title"), Cost.QUICK, () -> answer(at, world, home, times));
    }

    private static Answer answer(Session at, World world, int home, int times) {
        double made = times * world.gdp(home);
        Table.Head head = Table.Head.of(
                at.words(),
                List.of(world),
                world.economies().get(home).code(),
                at.words().say("title"),
                at.words().say("unit.musd"),
                at.words().say("method"),
                Map.of());
        Table table = Table.of(head, List.of(new Column<Double>("sample_musd", d -> d)), List.of(made));
        return new Answer(
                at.words().say("title"),
                table,
                List.of(Finding.headline(
                        at.words().say("found", "made", at.words().dollars(made)),
                        new Finding.Figure(0, "sample_musd"))),
                List.of(new Chart.Bars(
                        at.words().say("unit.musd"),
                        List.of(world.economies().get(home).name()),
                        List.of(new Chart.Series(at.words().say("title"), List.of(made))))),
                Answer.Shown.all(table),
                Provenance.of(world.id()));
    }
}
