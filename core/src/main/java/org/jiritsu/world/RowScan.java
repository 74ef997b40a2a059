package org.jiritsu.world;

import org.jiritsu.base.CompensatedSum;
import org.jiritsu.world.internal.Parts;

/** What one pass over the intermediate flows finds in each row. */
final class RowScan {
    /** Output minus all sales, compensated. */
    final double[] residual;

    /** Whether every flow of the row, its final sales and its output are finite. */
    final boolean[] finite;

    /** Whether every intermediate flow is a whole number. */
    final boolean[] whole;

    /** How many intermediate flows are negative. */
    final int[] negatives;

    /** The column of the lowest of the negative flows, or −1. */
    final int[] lowest;

    private RowScan(int n) {
        residual = new double[n];
        finite = new boolean[n];
        whole = new boolean[n];
        negatives = new int[n];
        lowest = new int[n];
    }

    static RowScan of(World world) {
        RowScan scan = new RowScan(world.size());
        Parts.forEach(world.size(), (from, to) -> {
            double[] row = new double[world.size()];
            for (int i = from; i < to; i++) {
                world.readZ(i, row);
                scan.flows(i, row, world.output(i), world.finalOutput(i));
            }
        });
        return scan;
    }

    boolean wholeNumbers() {
        for (boolean row : whole) {
            if (!row) {
                return false;
            }
        }
        return true;
    }

    private void flows(int i, double[] row, double output, double finalOutput) {
        CompensatedSum left = new CompensatedSum(output);
        CompensatedSum sales = new CompensatedSum();
        sales.add(row, 0, row.length);
        boolean integers = true;
        int below = 0;
        int least = -1;
        for (int j = 0; j < row.length; j++) {
            double flow = row[j];
            integers = integers && flow == Math.rint(flow);
            if (flow < 0) {
                below++;
                least = least < 0 || flow < row[least] ? j : least;
            }
        }
        left.subtract(sales);
        left.add(-finalOutput);
        residual[i] = left.value();
        finite[i] = Double.isFinite(residual[i]); // one that is not spoils the sum
        whole[i] = integers;
        negatives[i] = below;
        lowest[i] = least;
    }
}
