package org.jiritsu.exposure;

import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.linear.LinearSystem;
import org.jiritsu.linear.MatrixRows;
import org.jiritsu.linear.SingularMatrixException;
import org.jiritsu.world.World;

/**
 * A world with I − A factored once, from which every measure of this room is solved. L = (I − A)⁻¹ is never formed.
 * Right-hand sides and answers are n × columns, column-major, over the world's n industries. An industry with zero output
 * has zero coefficients.
 */
public final class Leontief implements AutoCloseable {
    private final World world;
    private final LinearSystem system;
    private final double[] inverseOutput;
    private final String kernelName;

    private Leontief(World world, LinearSystem system, double[] inverseOutput, String kernelName) {
        this.world = world;
        this.system = system;
        this.inverseOutput = inverseOutput;
        this.kernelName = kernelName;
    }

    /**
     * @throws InputException if I − A has no usable inverse
     */
    public static Leontief of(World world, Kernel kernel) {
        double[] ones = new double[world.size()];
        java.util.Arrays.fill(ones, 1);
        return of(world, kernel, ones);
    }

    /** The same with row i of A multiplied by rowFactor[i]. */
    static Leontief of(World world, Kernel kernel, double[] rowFactor) {
        int n = world.size();
        double[] inverseOutput = new double[n];
        for (int j = 0; j < n; j++) {
            inverseOutput[j] = world.output(j) == 0 ? 0 : 1 / world.output(j);
        }
        MatrixRows rows = (i, row) -> {
            world.readZ(i, row);
            double factor = rowFactor[i];
            for (int j = 0; j < n; j++) {
                row[j] = -factor * row[j] * inverseOutput[j];
            }
            row[i] += 1;
        };
        try {
            return new Leontief(world, LinearSystem.factor(kernel, n, rows), inverseOutput, kernel.name());
        } catch (SingularMatrixException e) {
            throw InputException.data(
                    "World %s has no Leontief inverse: %s".formatted(world.id(), e.getMessage()),
                    "value added in at least one industry of every closed chain of suppliers",
                    e.index() < 0
                            ? "a group of industries that lives on its own purchases alone"
                            : world.label(e.index()),
                    "output was read too small: 'jiritsu world check %s' shows where.".formatted(world.id()));
        }
    }

    public World world() {
        return world;
    }

    /** The kernel that did the solves, for the working of a result. */
    public String kernelName() {
        return kernelName;
    }

    /** The largest relative residual of all solves so far; above {@link LinearSystem#RESIDUAL_TOLERANCE} none is shown. */
    public double worstResidual() {
        return system.worstResidual();
    }

    /** A[i,j]. */
    public double coefficient(int i, int j) {
        return world.z(i, j) * inverseOutput[j];
    }

    /** v_j, value added per unit of output. */
    public double valueAddedShare(int j) {
        return world.valueAdded(j) * inverseOutput[j];
    }

    /** L B. */
    public double[] solve(double[] b, int columns) {
        return system.solve(b, columns);
    }

    /** L' B. */
    public double[] solveTransposed(double[] b, int columns) {
        return system.solveTransposed(b, columns);
    }

    @Override
    public void close() {
        system.close();
    }
}
