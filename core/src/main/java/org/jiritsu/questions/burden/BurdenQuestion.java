package org.jiritsu.questions.burden;

import java.util.List;
import java.util.Locale;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.partners.Burden;
import org.jiritsu.world.World;

/** Defence spending, host-nation support and pledges of an economy, in shares of its GDP and output. */
public final class BurdenQuestion implements Question {
    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<Double> JPY =
            Param.one("yen", Types.NUMBER, 150.0).as("PER_USD");
    private static final Param<Double> KRW =
            Param.one("won", Types.NUMBER, 1400.0).as("PER_USD");

    @Override
    public Spec spec() {
        return new Spec(
                "burden",
                List.of(HOME, JPY, KRW),
                Cost.QUICK,
                List.of(),
                List.of(List.of("JPN"), List.of("KOR")),
                "docs/methods/partners.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        World world = asked.look(Common.WORLD, at::world);
        int economy = asked.look(HOME, world::economy);
        String home = world.economies().get(economy).code();
        List<Burden> all = Burden.bundled(at.data().resolve("partners"));
        if (all.stream().noneMatch(b -> b.economy().equals(home))) {
            throw asked.wrong(
                    HOME,
                    "There are no figures of " + home,
                    "one of "
                            + String.join(
                                    ", ",
                                    all.stream()
                                            .map(Burden::economy)
                                            .filter(e -> !e.isEmpty())
                                            .distinct()
                                            .toList()),
                    "JPN is meant.");
        }
        Money money = new Money(world, economy, rate(asked, JPY), rate(asked, KRW));
        BurdenAnswer answer = new BurdenAnswer(at.words(), money, home);
        return new Plan(answer.title(), Cost.QUICK, () -> answer.of(all));
    }

    private static double rate(Arguments asked, Param<Double> param) {
        double rate = asked.get(param);
        if (!(rate > 0)) {
            throw asked.wrong(
                    param,
                    "An exchange rate is above 0",
                    "units for a dollar, as " + param.option() + " 150",
                    "the sign is wrong: " + String.format(Locale.ROOT, "%.0f", Math.abs(rate)) + ".");
        }
        return rate;
    }
}
