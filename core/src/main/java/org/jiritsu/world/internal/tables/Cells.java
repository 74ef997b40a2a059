package org.jiritsu.world.internal.tables;

import org.jiritsu.world.World;

/** The columns of a world in one row: n industries, then the final uses of each economy. */
public final class Cells {
    private Cells() {}

    public static int columns(World world) {
        return world.size() + world.economyCount() * world.finalUses().size();
    }

    /** Such as {@code JPN_C26} or {@code JPN_HFCE}. */
    public static String label(World world, int column) {
        int use = column - world.size();
        int uses = world.finalUses().size();
        return use < 0
                ? world.label(column)
                : world.economies().get(use / uses).code() + "_"
                        + world.finalUses().get(use % uses).code();
    }

    /** Sales of industry i to the industries, then to the final uses. */
    public static double[] row(World world, int i) {
        double[] row = new double[columns(world)];
        double[] flows = new double[world.size()];
        world.readZ(i, flows);
        System.arraycopy(flows, 0, row, 0, flows.length);
        int uses = world.finalUses().size();
        for (int c = flows.length; c < row.length; c++) {
            row[c] = world.y(i, (c - flows.length) / uses, (c - flows.length) % uses);
        }
        return row;
    }
}
