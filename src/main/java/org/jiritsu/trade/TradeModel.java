package org.jiritsu.trade;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The quantitative trade model of Caliendo and Parro (2015) on one world: solves its baseline once and holds policies
 * against it. Immutable; may be asked by several threads.
 */
public final class TradeModel {
    /** Largest accepted residual of the equilibrium equations, relative to income; a worse answer is refused. */
    public static final double RESIDUAL_TOLERANCE = 1e-8;

    private final Equilibrium calibration;
    private final TradeData baseline;
    private final Deficits deficits;

    private TradeModel(Equilibrium calibration, Deficits deficits) {
        this.calibration = calibration;
        this.baseline = calibration.asData();
        this.deficits = deficits;
    }

    /**
     * Solves the baseline: the world under its own tariffs with the wanted deficits.
     *
     * @throws UnconvergedException if there is no equilibrium within {@link #RESIDUAL_TOLERANCE}
     */
    public static TradeModel of(TradeData data, Deficits deficits) {
        return new TradeModel(solve(data, TradePolicy.statusQuo(data), deficits, new double[data.economyCount()]),
                deficits);
    }

    /** The world before any change: an exact equilibrium. */
    public TradeData baseline() {
        return baseline;
    }

    /** How the baseline was found from the data. */
    public Equilibrium calibration() {
        return calibration;
    }

    public Deficits deficits() {
        return deficits;
    }

    /** The effects of a policy that begins as the baseline's status quo and is changed by {@code changes}. */
    public Effects effects(Consumer<TradePolicy> changes) {
        TradePolicy policy = TradePolicy.statusQuo(baseline);
        changes.accept(policy);
        return effects(policy);
    }

    /**
     * @throws UnconvergedException if there is no equilibrium within {@link #RESIDUAL_TOLERANCE}
     * @throws org.jiritsu.world.InputException if income turns negative or nobody is left to buy from
     */
    public Effects effects(TradePolicy policy) {
        return new Effects(baseline, solve(policy, new double[baseline.economyCount()]));
    }

    /**
     * The equilibrium under a policy, found from a given starting point.
     *
     * @param logWages ln ŵ to begin from, one an economy
     */
    public Equilibrium solve(TradePolicy policy, double[] logWages) {
        return solve(baseline, policy, deficits, logWages);
    }

    private static Equilibrium solve(TradeData data, TradePolicy policy, Deficits deficits, double[] start) {
        Equilibrium found = EquilibriumSolver.solve(data, policy, deficits, Arrays.copyOf(start, start.length));
        if (!(found.residual() <= RESIDUAL_TOLERANCE)) {
            throw new UnconvergedException(
                    "The equilibrium leaves a residual of %.2e in the %s; at most %.0e is accepted, so the result is withheld."
                            .formatted(found.residual(), found.residualWhere(), RESIDUAL_TOLERANCE));
        }
        return found;
    }
}
