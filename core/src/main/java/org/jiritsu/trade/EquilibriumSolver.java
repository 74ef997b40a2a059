package org.jiritsu.trade;

import java.util.Arrays;
import org.jiritsu.base.Cancellation;

/**
 * Finds the wages at which every labour market clears, by Broyden's method from the Jacobian of a gravity model. At
 * each wage vector, prices and then spending are solved as fixed points; see docs/methods/trade.md, "Solution".
 */
final class EquilibriumSolver {
    /** Largest relative excess demand for labour at which wages count as found. */
    private static final double WAGE_TOLERANCE = 1e-12;

    /** The same in a search, where a maximum is flat and every digit costs a step. */
    private static final double SEARCH_TOLERANCE = 1e-9;

    /** How much closer than the labour markets the prices and spending within a step are solved, and its bounds. */
    private static final double PRECISION = 1e-3;

    private static final double TIGHTEST = 1e-14;
    private static final double LOOSEST = 1e-6;

    /** How far a step may turn out better than expected before its prices and spending are solved closer. */
    private static final double SLACK = 100;

    private static final int MOST_STEPS = 200;
    private static final double LONGEST_STEP = 0.4;

    private final TradeData data;
    private final int n;
    private final MarketSystem markets;
    private double[][] inverse = {};

    private EquilibriumSolver(TradeData data, TradePolicy policy, Deficits deficits) {
        this.data = data;
        this.n = data.economyCount();
        this.markets = new MarketSystem(data, policy, deficits);
    }

    /**
     * @param start ln ŵ to begin from
     * @throws UnconvergedException if the iteration does not end in an equilibrium
     */
    static Equilibrium solve(TradeData data, TradePolicy policy, Deficits deficits, double[] start) {
        return new EquilibriumSolver(data, policy, deficits).solve(start, WAGE_TOLERANCE);
    }

    /** The same, begun from the wages, prices, spending and Jacobian of an equilibrium nearby. */
    static Equilibrium solveNear(Equilibrium near, TradeData data, TradePolicy policy, Deficits deficits) {
        EquilibriumSolver solver = new EquilibriumSolver(data, policy, deficits);
        solver.markets.beginAt(near);
        solver.inverse =
                Arrays.stream(near.inverseJacobian).map(double[]::clone).toArray(double[][]::new);
        return solver.solve(Arrays.stream(near.wage).map(Math::log).toArray(), SEARCH_TOLERANCE);
    }

    private Equilibrium solve(double[] start, double tolerance) {
        double[] wage = normalised(start);
        double[] excess = excess(wage, LOOSEST);
        int step = 0;
        while (largest(excess) > tolerance) {
            Cancellation.check();
            if (step++ == MOST_STEPS) {
                throw new UnconvergedException("No equilibrium found in %d steps: labour demand is still off by %.1e."
                        .formatted(MOST_STEPS, largest(excess)));
            }
            if (inverse.length == 0) {
                inverse = markets.inverseGravityJacobian();
            }
            double[] direction = times(inverse, excess, -1);
            double length = Math.min(1, LONGEST_STEP / largest(direction));
            double precision = precision(excess);
            double[] next = normalised(sum(wage, direction, length));
            double[] nextExcess = excess(next, precision);
            while (largest(nextExcess) > 2 * largest(excess) && length > 1e-3) {
                length /= 4;
                next = normalised(sum(wage, direction, length));
                nextExcess = excess(next, precision);
            }
            update(sum(next, wage, -1), sum(nextExcess, excess, -1));
            wage = next;
            excess = nextExcess;
        }
        return markets.equilibrium(wage, step, inverse);
    }

    /** Excess demand for labour, with prices and spending solved at least so much closer than it is large. */
    private double[] excess(double[] wage, double precision) {
        double[] excess = markets.excessLabourDemand(wage, precision);
        double needed = precision(excess);
        return needed < precision / SLACK ? excess(wage, needed) : excess;
    }

    private static double precision(double[] excess) {
        return Math.clamp(PRECISION * largest(excess), TIGHTEST, LOOSEST);
    }

    /** Broyden's good update of the inverse Jacobian, by the Sherman-Morrison formula. */
    private void update(double[] step, double[] change) {
        double[] predicted = times(inverse, change, 1);
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                left[k] += step[i] * inverse[i][k];
            }
        }
        double scale = 0;
        for (int i = 0; i < n; i++) {
            scale += step[i] * predicted[i];
        }
        if (Math.abs(scale) < 1e-30) {
            return;
        }
        for (int i = 0; i < n; i++) {
            double factor = (step[i] - predicted[i]) / scale;
            for (int k = 0; k < n; k++) {
                inverse[i][k] += factor * left[k];
            }
        }
    }

    /** Shifts ln ŵ so that the factor income of every market is unchanged. */
    private double[] normalised(double[] logWage) {
        Markets apart = markets.markets();
        double[] before = new double[apart.count()];
        double[] after = new double[apart.count()];
        for (int e = 0; e < n; e++) {
            before[apart.of(e)] += data.factorIncome[e];
            after[apart.of(e)] += data.factorIncome[e] * Math.exp(logWage[e]);
        }
        double[] shifted = new double[n];
        Arrays.setAll(shifted, e -> logWage[e] + Math.log(before[apart.of(e)] / after[apart.of(e)]));
        return shifted;
    }

    private static double[] times(double[][] matrix, double[] vector, double factor) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            double sum = 0;
            for (int k = 0; k < vector.length; k++) {
                sum += matrix[i][k] * vector[k];
            }
            product[i] = factor * sum;
        }
        return product;
    }

    private static double[] sum(double[] a, double[] b, double factor) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + factor * b[i]);
        return sum;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.abs(value));
        }
        return largest;
    }
}
