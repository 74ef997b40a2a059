package org.jiritsu.questions.exposure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.answer.Provenance;
import org.jiritsu.ask.Session;
import org.jiritsu.exposure.Indicators;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.exposure.PartnerExposure;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/** What is solved of worlds, once each. */
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

    /** The same estimate under its other assumption about origins, if it is one and that is at hand. */
    Optional<World> other(World world) {
        return EstimatedWorld.otherSplit(world).filter(at.store()::holds).map(at::world);
    }

    /** Worlds of which something has been solved, the one that answers most last. */
    Provenance provenance(List<World> worlds) {
        Provenance from = Provenance.of(worlds.stream().map(World::id).toArray(String[]::new));
        for (World world : worlds) {
            from = from.checked("residual", leontief(world).worstResidual());
        }
        return from;
    }

    /** Of a world, and of its other estimate. */
    Provenance provenance(World world) {
        return provenance(Stream.concat(other(world).stream(), Stream.of(world)).toList());
    }
}
