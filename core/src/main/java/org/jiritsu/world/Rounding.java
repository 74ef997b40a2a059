package org.jiritsu.world;

import java.util.Arrays;

/**
 * What rounding of the published cells can do to the row identities: output and every sale of a published row are off
 * by half a unit at most, so the row by half of their number. Rows that are joined add up their bounds.
 */
final class Rounding {
    private static final double HALF_UNIT = 0.5;

    private Rounding() {}

    /** By industry: as stated, else as whole numbers tell; none where cells are not known to be rounded. */
    static double[] of(World world, RowScan scan) {
        double[] stated = world.rounding();
        if (stated.length > 0 || !scan.wholeNumbers()) {
            return stated;
        }
        double[] bounds = new double[world.size()];
        Arrays.fill(
                bounds,
                HALF_UNIT
                        * (world.size()
                                + world.economyCount() * world.finalUses().size()
                                + 1));
        return bounds;
    }
}
