package org.jiritsu.questions.disrupt;

import java.util.Map;
import java.util.OptionalDouble;
import org.jiritsu.disruption.BundledAssumptions;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionRun.Cause;
import org.jiritsu.disruption.DisruptionRun.Fall;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.InventoryDays;
import org.jiritsu.world.World;

/** Which falls of a run only repeat what was assumed. */
final class Assumed {
    /** An input without which less than this share of an industry stops is not critical to it. */
    private static final double CRITICAL = 0.5;

    private final DisruptionModel model;
    private final Map<String, Map<String, Double>> survey;

    Assumed(World world, DisruptionModel model) {
        this.model = model;
        this.survey = model.inputs() instanceof InputRule.PartiallyBinding
                ? Map.of()
                : new BundledAssumptions(world).inputs().criticality();
    }

    /** Days of inventories that were assumed, if an industry falls on the day on which just these run out. */
    OptionalDouble held(Fall fall, int begin) {
        if (fall.cause() != Cause.INPUT || fall.input().isEmpty()) {
            return OptionalDouble.empty();
        }
        double held = days(fall.input().get(), fall.industry().sector());
        return Math.abs(fall.day() - begin - held) <= 1 ? OptionalDouble.of(held) : OptionalDouble.empty();
    }

    private double days(String good, String buyer) {
        InventoryDays days = model.inventories();
        double one = days.byGood().getOrDefault(good, days.byBuyer().getOrDefault(buyer, days.others()));
        return one * days.scale();
    }

    /** Whether an industry falls for lack of an input that is needed by the rule, and not critical in the survey. */
    boolean byRule(Fall fall) {
        return fall.cause() == Cause.INPUT
                && fall.input()
                                .map(good -> survey.getOrDefault(good, Map.of())
                                        .getOrDefault(fall.industry().sector(), 1.0))
                                .orElse(1.0)
                        < CRITICAL;
    }
}
