package org.jiritsu.questions.exposure;

import java.util.Optional;
import org.jiritsu.answer.Provenance;
import org.jiritsu.ask.Session;
import org.jiritsu.exposure.Indicators;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.exposure.PartnerExposure;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/** What is solved once per world, and kept in the session. */
record Solved(Session at) {
    Leontief leontief(World world) {
        return at.once(world.id(), Leontief.class, () -> Leontief.of(world, at.kernel()));
    }

    PartnerExposure partners(World world) {
        return at.once(world.id(), PartnerExposure.class, () -> PartnerExposure.of(leontief(world)));
    }

    Indicators indicators(World world) {
        return at.once(
                world.id(), Indicators.class, () -> Indicators.of(leontief(world), partners(world), at.kernel()));
    }

    /** The same estimate under its other assumption about origins, if it is at hand. */
    Optional<World> otherSplit(World world) {
        return EstimatedWorld.otherSplit(world).filter(at.store()::holds).map(at::world);
    }

    /** Of an answer from these worlds, the one that answers most last. */
    Provenance from(Iterable<World> worlds) {
        java.util.List<String> ids = new java.util.ArrayList<>();
        double worst = 0;
        for (World world : worlds) {
            ids.add(world.id());
            worst = Math.max(worst, leontief(world).worstResidual());
        }
        return Provenance.of(ids.toArray(String[]::new)).checked("residual", worst);
    }
}
