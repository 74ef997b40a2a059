package org.jiritsu.questions.worth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.ModelPresets;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.world.World;

/**
 * What happens, and what a partner does that stands by or does not.
 *
 * @param cuts by whom home is cut off
 * @param days of the cut
 * @param horizon days followed
 * @param spare by how much more a partner that stands by makes of the goods
 * @param ramp days until it does
 * @param seekDays characteristic time in which buyers find others
 * @param tariff what a partner that does not keep its tariffs adds to them
 */
record Future(
        World world,
        String home,
        List<Cut> cuts,
        int days,
        int horizon,
        double spare,
        int ramp,
        double seekDays,
        double tariff) {
    /** @param goods codes of sectors; empty for all */
    record Cut(String seller, List<String> goods, double share) {}

    /** Two answers to what a lack of inputs stops. */
    enum Rule {
        /** Any input that runs out. */
        STRICT,
        /** Critical inputs alone. */
        PARTIAL;

        DisruptionModel model(World world) {
            return this == STRICT ? ModelPresets.lean() : ModelPresets.partial(world);
        }
    }

    /**
     * The run in which some of the partners stand by.
     *
     * @param standing those who keep selling and make more; all other partners stop selling the same goods to home
     */
    DisruptionScenario scenario(Rule rule, List<String> partners, List<String> standing) {
        Timing timing = Timing.of(0, days);
        List<Shock> shocks = new ArrayList<>();
        for (Cut cut : cuts) {
            List<String> stopping = Stream.concat(
                            Stream.of(cut.seller()), partners.stream().filter(p -> !standing.contains(p)))
                    .toList();
            shocks.add(new Shock.LinkCut(new Selection(stopping, cut.goods()), Buyers.of(home), cut.share(), timing));
        }
        if (spare > 0 && !standing.isEmpty()) {
            List<String> goods = cuts.stream().anyMatch(c -> c.goods().isEmpty())
                    ? List.of()
                    : cuts.stream().flatMap(c -> c.goods().stream()).distinct().toList();
            shocks.add(new Shock.CapacitySurge(new Selection(standing, goods), spare, ramp, timing));
        }
        return new DisruptionScenario(
                String.join("+", standing),
                rule.model(world).with(new Substitution.Specific(seekDays)),
                shocks,
                List.of(),
                horizon,
                0.9);
    }
}
