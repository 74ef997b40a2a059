package org.jiritsu.disruption.internal;

import java.util.Arrays;
import org.jiritsu.world.CompensatedSum;
import org.jiritsu.world.World;

/**
 * The world as the daily model sees it: a day's flows (a year's over 365), re-indexed sector-major so that the sellers
 * of one good stand together, industry = sector · G + economy, and kept sparse, since a world table is mostly zeros.
 *
 * <p>Negative flows count as zero. Output is the sum of what is sold, so that the first day is in equilibrium. The
 * purchases of an industry that sells nothing are left out, for it would never use them up.
 */
public final class Table {
    public static final double DAYS_A_YEAR = 365;

    final int n;
    final int goods;
    final int economies;
    /** Rows: entries of seller i are rowStart[i] .. rowStart[i + 1]. */
    final int[] rowStart;
    final char[] buyer;
    final double[] flow;
    /** Columns within a good: entries of pair (good p, buyer j) are pairStart[p · n + j] .. pairStart[p · n + j + 1]. */
    final int[] pairStart;
    final char[] seller;
    final double[] pairFlow;
    /** n × economies, row-major. */
    final double[] finalDemand;
    final double[] finalOutput;
    final double[] output;
    /** [good][buyer]: a day's purchases, and the same for one unit of output. */
    final double[][] purchases;
    final double[][] perUnit;
    /** Share of value added in output, from the world's own value added. */
    final double[] valueAddedShare;

    public Table(World world) {
        n = world.size();
        goods = world.sectorCount();
        economies = world.economyCount();
        if (n > Character.MAX_VALUE) {
            throw new IllegalArgumentException("more than 65,535 industries");
        }
        finalDemand = finalDemand(world);
        finalOutput = rowSums(finalDemand, economies);
        boolean[] sells = sellers(world);
        rowStart = new int[n + 1];
        int entries = 0;
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            readDay(world, i, sells, row);
            for (double value : row) {
                entries += value > 0 ? 1 : 0;
            }
            rowStart[i + 1] = entries;
        }
        buyer = new char[entries];
        flow = new double[entries];
        for (int i = 0; i < n; i++) {
            readDay(world, i, sells, row);
            int at = rowStart[i];
            for (int j = 0; j < n; j++) {
                if (row[j] > 0) {
                    buyer[at] = (char) j;
                    flow[at++] = row[j];
                }
            }
        }
        output = output();
        pairStart = new int[goods * n + 1];
        seller = new char[entries];
        pairFlow = new double[entries];
        fillPairs();
        purchases = new double[goods][n];
        perUnit = new double[goods][n];
        fillPurchases();
        valueAddedShare = new double[n];
        for (int i = 0; i < n; i++) {
            int published = industryInWorld(i);
            valueAddedShare[i] = world.output(published) > 0 ? world.valueAdded(published) / world.output(published) : 0;
        }
    }

    public int size() {
        return n;
    }

    public int goods() {
        return goods;
    }

    public int economies() {
        return economies;
    }

    /** The index of (economy, sector) here. */
    public int industry(int economy, int sector) {
        return sector * economies + economy;
    }

    public int goodOf(int industry) {
        return industry / economies;
    }

    public int economyOf(int industry) {
        return industry % economies;
    }

    /** The index in the {@link World} of an industry of this table. */
    public int industryInWorld(int industry) {
        return economyOf(industry) * goods + goodOf(industry);
    }

    /** A day's output before any shock. */
    public double output(int industry) {
        return output[industry];
    }

    public double valueAddedShare(int industry) {
        return valueAddedShare[industry];
    }

    /** A day's purchases of a good by an industry before any shock. */
    public double purchases(int good, int industry) {
        return purchases[good][industry];
    }

    /** A day's sales of an industry to the final users of an economy before any shock. */
    public double finalDemand(int industry, int economy) {
        return finalDemand[industry * economies + economy];
    }

    /** A day's sales of an industry to another before any shock. */
    public double flow(int from, int to) {
        int pair = goodOf(from) * n + to;
        for (int e = pairStart[pair]; e < pairStart[pair + 1]; e++) {
            if (seller[e] == from) {
                return pairFlow[e];
            }
        }
        return 0;
    }

    private double[] finalDemand(World world) {
        double[] demand = new double[n * economies];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < economies; c++) {
                demand[i * economies + c] = Math.max(0, world.y(industryInWorld(i), c)) / DAYS_A_YEAR;
            }
        }
        return demand;
    }

    private void readDay(World world, int i, boolean[] sells, double[] row) {
        double[] published = new double[n];
        world.readZ(industryInWorld(i), published);
        for (int j = 0; j < n; j++) {
            row[j] = sells[j] ? Math.max(0, published[industryInWorld(j)]) / DAYS_A_YEAR : 0;
        }
    }

    /** Who sells anything to someone who himself sells; repeated, since leaving out a buyer can leave out his seller. */
    private boolean[] sellers(World world) {
        boolean[] sells = new boolean[n];
        Arrays.fill(sells, true);
        double[] row = new double[n];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < n; i++) {
                if (sells[i] && finalOutput[i] == 0) {
                    readDay(world, i, sells, row);
                    sells[i] = Arrays.stream(row).anyMatch(value -> value > 0);
                    changed |= !sells[i];
                }
            }
        }
        return sells;
    }

    private double[] output() {
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            CompensatedSum sum = new CompensatedSum(finalOutput[i]);
            for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
                sum.add(flow[e]);
            }
            sums[i] = sum.value();
        }
        return sums;
    }

    private static double[] rowSums(double[] cells, int width) {
        double[] sums = new double[cells.length / width];
        for (int i = 0; i < sums.length; i++) {
            CompensatedSum sum = new CompensatedSum();
            for (int c = 0; c < width; c++) {
                sum.add(cells[i * width + c]);
            }
            sums[i] = sum.value();
        }
        return sums;
    }

    private void fillPairs() {
        for (int i = 0; i < n; i++) {
            for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
                pairStart[goodOf(i) * n + buyer[e] + 1]++;
            }
        }
        for (int pair = 0; pair < goods * n; pair++) {
            pairStart[pair + 1] += pairStart[pair];
        }
        int[] next = pairStart.clone();
        for (int i = 0; i < n; i++) {
            for (int e = rowStart[i]; e < rowStart[i + 1]; e++) {
                int at = next[goodOf(i) * n + buyer[e]]++;
                seller[at] = (char) i;
                pairFlow[at] = flow[e];
            }
        }
    }

    private void fillPurchases() {
        for (int p = 0; p < goods; p++) {
            for (int j = 0; j < n; j++) {
                CompensatedSum sum = new CompensatedSum();
                for (int e = pairStart[p * n + j]; e < pairStart[p * n + j + 1]; e++) {
                    sum.add(pairFlow[e]);
                }
                purchases[p][j] = sum.value();
                perUnit[p][j] = output[j] > 0 ? sum.value() / output[j] : 0;
            }
        }
    }
}
