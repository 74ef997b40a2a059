package org.jiritsu.trade;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Maximises a smooth function of a few variables: BFGS, gradients by central differences taken side by side. */
final class Bfgs {
    private static final double DIFFERENCE = 1e-3;
    private static final double LONGEST_STEP = 0.3;
    private static final int MOST_STEPS = 200;

    private Bfgs() {}

    /**
     * @param tolerance ends when a full step moves no variable by more
     * @throws UnconvergedException if it does not end
     */
    static double[] maximise(ToDoubleFunction<double[]> function, double[] start, double tolerance) {
        double[] x = start.clone();
        double value = function.applyAsDouble(x);
        double[] gradient = gradient(function, x);
        double[][] inverse = firstInverse(function, x, value);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = direction(inverse, gradient);
            double full = largest(direction);
            double length = Math.min(1, LONGEST_STEP / Math.max(full, 1e-300));
            double slope = dot(direction, gradient);
            double[] next = move(x, direction, length);
            double nextValue = function.applyAsDouble(next);
            while (nextValue < value + 1e-4 * length * slope && length * full > tolerance) {
                length /= 3;
                next = move(x, direction, length);
                nextValue = function.applyAsDouble(next);
            }
            if (length * full <= tolerance) {
                return nextValue >= value ? next : x;
            }
            double[] nextGradient = gradient(function, next);
            update(inverse, move(next, x, -1), move(nextGradient, gradient, -1));
            x = next;
            value = nextValue;
            gradient = nextGradient;
        }
        throw new UnconvergedException("The best tariff was not found in %d steps.".formatted(MOST_STEPS));
    }

    private static double[] gradient(ToDoubleFunction<double[]> function, double[] x) {
        return IntStream.range(0, x.length)
                .parallel()
                .mapToDouble(i -> (at(function, x, i, DIFFERENCE) - at(function, x, i, -DIFFERENCE)) / (2 * DIFFERENCE))
                .toArray();
    }

    private static double at(ToDoubleFunction<double[]> function, double[] x, int i, double step) {
        double[] moved = x.clone();
        moved[i] += step;
        return function.applyAsDouble(moved);
    }

    /**
     * From the second difference in the first gradient's own coordinates: what one Newton step along each would take.
     */
    private static double[][] firstInverse(ToDoubleFunction<double[]> function, double[] x, double value) {
        double wide = 10 * DIFFERENCE;
        double[] curvature = IntStream.range(0, x.length)
                .parallel()
                .mapToDouble(i -> (at(function, x, i, wide) - 2 * value + at(function, x, i, -wide)) / (wide * wide))
                .toArray();
        double typical = Math.max(Arrays.stream(curvature).map(Math::abs).max().orElse(1), 1e-9);
        double[][] inverse = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            inverse[i][i] = 1 / Math.max(Math.abs(curvature[i]), 1e-3 * typical);
        }
        return inverse;
    }

    private static double[] direction(double[][] inverse, double[] gradient) {
        return Arrays.stream(inverse).mapToDouble(row -> dot(row, gradient)).toArray();
    }

    /** The BFGS update of the inverse Hessian of −f; left alone where the curvature has the wrong sign. */
    private static void update(double[][] inverse, double[] step, double[] gradientChange) {
        double[] y = Arrays.stream(gradientChange).map(g -> -g).toArray();
        double curvature = dot(step, y);
        if (!(curvature > 1e-14)) {
            return;
        }
        double[] hy = direction(inverse, y);
        double factor = (1 + dot(y, hy) / curvature) / curvature;
        for (int i = 0; i < step.length; i++) {
            for (int k = 0; k < step.length; k++) {
                inverse[i][k] += factor * step[i] * step[k] - (hy[i] * step[k] + step[i] * hy[k]) / curvature;
            }
        }
    }

    private static double[] move(double[] x, double[] direction, double length) {
        double[] moved = new double[x.length];
        Arrays.setAll(moved, i -> x[i] + length * direction[i]);
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
