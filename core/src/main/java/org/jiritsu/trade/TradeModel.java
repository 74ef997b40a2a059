package org.jiritsu.trade;

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
        return new TradeModel(
                solve(data, TradePolicy.statusQuo(data), deficits, new double[data.economyCount()]), deficits);
    }

    /**
     * Says early what {@link #effects(TradePolicy)} would: that no equilibrium can hold the imbalances.
     *
     * @throws org.jiritsu.base.InputException with the economy and the amount
     */
    public static void requireFinanceable(TradeData data, TradePolicy policy, Deficits deficits) {
        Markets.of(data, policy, deficits == Deficits.ZERO ? new double[data.economyCount()] : data.deficit);
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
     * @throws org.jiritsu.base.InputException if income turns negative, nobody is left to buy from, or a trade imbalance
     *     cannot last under the policy
     */
    public Effects effects(TradePolicy policy) {
        return effects(policy, new double[baseline.economyCount()]);
    }

    /**
     * The same, found from a given starting point: sooner where it is near.
     *
     * @param logWages ln ŵ to begin from, one an economy
     */
    public Effects effects(TradePolicy policy, double[] logWages) {
        return new Effects(baseline, solve(policy, logWages));
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
        return require(EquilibriumSolver.solve(data, policy, deficits, start));
    }

    /** For searches that solve many neighbouring policies: not verified; what is shown must be. */
    Equilibrium solveNear(Equilibrium near, TradePolicy policy) {
        return EquilibriumSolver.solveNear(near, baseline, policy, deficits);
    }

    private static Equilibrium require(Equilibrium found) {
        EquilibriumCheck.Residual residual = found.residual();
        if (!(residual.size() <= RESIDUAL_TOLERANCE)) {
            throw new UnconvergedException(
                    "The equilibrium leaves a residual of %.2e in the %s; at most %.0e is accepted, so it is withheld."
                            .formatted(residual.size(), residual.where(), RESIDUAL_TOLERANCE));
        }
        return found;
    }
}
