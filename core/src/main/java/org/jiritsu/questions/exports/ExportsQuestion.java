package org.jiritsu.questions.exports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.exposure.GrossExports;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/** Whose value is in an economy's gross exports, and how much of it is counted twice. */
public final class ExportsQuestion implements Question {
    private static final int KEPT = 50;

    /** What a row is. */
    enum By {
        PARTNER,
        SECTOR,
        BOTH
    }

    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<Method> METHOD = Param.one("method", Types.among(Method.class), Method.SOURCE);
    private static final Param<By> BY =
            Param.one("by", Types.among(By.class), By.PARTNER).as("WHAT");
    private static final Param<Optional<String>> TO =
            Param.maybe("to", Types.ECONOMY).as("PARTNER");

    @Override
    public Spec spec() {
        return new Spec(
                "exports",
                List.of(HOME, METHOD, BY, TO),
                Cost.QUICK,
                List.of(),
                List.of(List.of("JPN"), List.of("JPN", "--method", "wwz", "--to", "USA", "--by", "sector")),
                "docs/methods/exports.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        World world = asked.look(Common.WORLD, at::world);
        int home = asked.look(HOME, world::economy);
        OptionalInt to = to(asked, world, home);
        Method method = asked.get(METHOD);
        ExportsAnswer answer = new ExportsAnswer(at.words(), world, home, to, asked.get(BY), method);
        return new Plan(
                answer.title(),
                Cost.QUICK,
                () -> answer.of(
                                method.rows(exports(at, world, home)),
                                other(at, world).map(same -> method.rows(exports(at, same, home))))
                        .checked("residual", leontief(at, world).worstResidual()));
    }

    private static OptionalInt to(Arguments asked, World world, int home) {
        if (asked.get(TO).isEmpty()) {
            return OptionalInt.empty();
        }
        int partner = asked.check(TO, () -> world.economy(asked.get(TO).orElseThrow()));
        if (partner == home) {
            throw asked.wrong(
                    TO, "An economy exports to others", "another economy than " + asked.get(HOME), "leave out --to.");
        }
        if (asked.get(BY) != By.SECTOR) {
            throw asked.wrong(
                    TO, "One partner has no partners", "--to with --by sector", "add --by sector, or leave out --to.");
        }
        return OptionalInt.of(partner);
    }

    /** The same estimate under its other assumption about origins, if it is one and that is at hand. */
    private static Optional<World> other(Session at, World world) {
        return EstimatedWorld.otherSplit(world).filter(at.store()::holds).map(at::world);
    }

    private record Key(int home) {}

    private static GrossExports exports(Session at, World world, int home) {
        return at.latest(
                world.id(), new Key(home), GrossExports.class, KEPT, () -> GrossExports.of(leontief(at, world), home));
    }

    private static Leontief leontief(Session at, World world) {
        return at.once(world.id(), Leontief.class, () -> Leontief.of(world, at.kernel()));
    }
}
