package org.jiritsu.world;

import org.jiritsu.base.CompensatedSum;

/**
 * The sums over a whole world, in the world's unit.
 *
 * @param intermediate sum of Z
 * @param finalDemand sum of Y
 * @param output sum of x
 * @param valueAdded sum of v
 */
public record Totals(double intermediate, double finalDemand, double output, double valueAdded) {
    public static Totals of(World world) {
        CompensatedSum intermediate = new CompensatedSum();
        CompensatedSum finalDemand = new CompensatedSum();
        CompensatedSum output = new CompensatedSum();
        CompensatedSum added = new CompensatedSum();
        double[] row = new double[world.size()];
        for (int i = 0; i < world.size(); i++) {
            world.readZ(i, row);
            for (double flow : row) {
                intermediate.add(flow);
            }
            finalDemand.add(world.finalOutput(i));
            output.add(world.output(i));
            added.add(world.valueAdded(i));
        }
        return new Totals(intermediate.value(), finalDemand.value(), output.value(), added.value());
    }

    double largestDifference(Totals other) {
        return Math.max(
                Math.max(Math.abs(intermediate - other.intermediate), Math.abs(finalDemand - other.finalDemand)),
                Math.max(Math.abs(output - other.output), Math.abs(valueAdded - other.valueAdded)));
    }
}
