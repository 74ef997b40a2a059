package org.jiritsu.disruption.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.world.World;
import org.jspecify.annotations.Nullable;

/**
 * The world as the daily model sees it: a day's flows (a year's over 365), industries numbered as in the world. The sellers
 * of good p are industries p, p + goods, p + 2 goods ...
 *
 * <p>Negative flows count as zero. Output is the sum of what is sold, so that the first day is in equilibrium. The
 * purchases of an industry that sells nothing are left out, for it would never use them up.
 */
public final class SupplyTable {
    public static final double DAYS_A_YEAR = 365;

    /** Zeros between two flows of a span at most. */
    private static final int LONGEST_GAP = 32;

    final int n;
    final int goods;
    final int economies;
    /** [seller][buyer]; zero outside the spans of the seller. */
    final double[][] flow;
    /** Spans of seller i are spanStart[i] .. spanStart[i + 1]: buyers spanFrom .. spanTo, few of them with a flow of zero. */
    final int[] spanStart;

    final char[] spanFrom;
    final char[] spanTo;
    /** n × economies, row-major. */
    final double[] finalDemand;

    final double[] finalOutput;
    final double[] output;
    /** [good][buyer]: a day's purchases, and the same for one unit of output. */
    final double[][] purchases;

    final double[][] perUnit;
    /** Share of value added in output, from the world's own value added. */
    final double[] valueAddedShare;

    private @Nullable Lines byBuyer;
    private @Nullable Lines bySeller;

    public SupplyTable(World world) {
        n = world.size();
        goods = world.sectorCount();
        economies = world.economyCount();
        if (n > Character.MAX_VALUE) {
            throw new IllegalArgumentException("more than 65,535 industries");
        }
        finalDemand = finalDemand(world);
        finalOutput = rowSums(finalDemand, economies);
        boolean[] sells = sellers(world);
        flow = new double[n][n];
        for (int i = 0; i < n; i++) {
            readDay(world, i, sells, flow[i]);
        }
        List<int[]> spans = new ArrayList<>();
        spanStart = new int[n + 1];
        for (int i = 0; i < n; i++) {
            addSpans(flow[i], spans);
            spanStart[i + 1] = spans.size();
        }
        spanFrom = chars(spans, 0);
        spanTo = chars(spans, 1);
        output = output();
        purchases = new double[goods][n];
        perUnit = new double[goods][n];
        fillPurchases();
        valueAddedShare = new double[n];
        for (int i = 0; i < n; i++) {
            valueAddedShare[i] = world.output(i) > 0 ? world.valueAdded(i) / world.output(i) : 0;
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

    /** The index of (economy, sector). */
    public int industry(int economy, int sector) {
        return economy * goods + sector;
    }

    /** The industries of a sector in all economies, who sell its good. */
    public IntStream sellers(int sector) {
        return IntStream.range(0, economies).map(c -> industry(c, sector));
    }

    public int goodOf(int industry) {
        return industry % goods;
    }

    public int economyOf(int industry) {
        return industry / goods;
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
        return flow[from][to];
    }

    private double[] finalDemand(World world) {
        double[] demand = new double[n * economies];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < economies; c++) {
                demand[i * economies + c] = Math.max(0, world.y(i, c)) / DAYS_A_YEAR;
            }
        }
        return demand;
    }

    private static void readDay(World world, int i, boolean[] sells, double[] row) {
        world.readZ(i, row);
        for (int j = 0; j < row.length; j++) {
            row[j] = sells[j] ? Math.max(0, row[j]) / DAYS_A_YEAR : 0;
        }
    }

    /** The goods, those with the most flows first: shared out in this order, threads end their day together. */
    int[] longestFirst() {
        long[] flows = new long[goods];
        forEachFlow((i, _) -> flows[goodOf(i)]++);
        return IntStream.range(0, goods)
                .boxed()
                .sorted(Comparator.comparingLong(p -> -flows[p]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Cuts a row at long runs of zeros: short ones cost less than a span more. */
    private static void addSpans(double[] row, List<int[]> spans) {
        int from = -1;
        int last = -1;
        for (int j = 0; j < row.length; j++) {
            if (row[j] > 0) {
                if (from >= 0 && j - last > LONGEST_GAP) {
                    spans.add(new int[] {from, last + 1});
                    from = -1;
                }
                from = from < 0 ? j : from;
                last = j;
            }
        }
        if (from >= 0) {
            spans.add(new int[] {from, last + 1});
        }
    }

    /** Share of the cells in the spans of a seller that are not zero; 1 if he has none. */
    double fullness(int i) {
        int cells = 0;
        int flows = 0;
        for (int s = spanStart[i]; s < spanStart[i + 1]; s++) {
            cells += spanTo[s] - spanFrom[s];
            for (int j = spanFrom[s]; j < spanTo[s]; j++) {
                flows += flow[i][j] > 0 ? 1 : 0;
            }
        }
        return cells > 0 ? (double) flows / cells : 1;
    }

    private static char[] chars(List<int[]> spans, int end) {
        char[] values = new char[spans.size()];
        for (int s = 0; s < values.length; s++) {
            values[s] = (char) spans.get(s)[end];
        }
        return values;
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
            for (double sold : flow[i]) {
                sum.add(sold);
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

    private void fillPurchases() {
        for (int p = 0; p < goods; p++) {
            for (int j = 0; j < n; j++) {
                CompensatedSum sum = new CompensatedSum();
                for (int i = p; i < n; i += goods) {
                    sum.add(flow[i][j]);
                }
                purchases[p][j] = sum.value();
                perUnit[p][j] = output[j] > 0 ? sum.value() / output[j] : 0;
            }
        }
    }

    /** Flows that are not zero by economy of the seller: a line for each good p and buyer j, numbered p · n + j. */
    synchronized Lines byBuyer() {
        if (byBuyer == null) {
            byBuyer = lines(goods * n, (i, j) -> goodOf(i) * n + j, (i, _) -> economyOf(i));
        }
        return byBuyer;
    }

    /** Flows that are not zero, a line for each seller; made when first asked for. */
    synchronized Lines bySeller() {
        if (bySeller == null) {
            bySeller = lines(n, (i, j) -> i, (i, j) -> j);
        }
        return bySeller;
    }

    private Lines lines(int count, IntBinaryOperator line, IntBinaryOperator index) {
        int[] start = new int[count + 1];
        forEachFlow((i, j) -> start[line.applyAsInt(i, j) + 1]++);
        for (int l = 0; l < count; l++) {
            start[l + 1] += start[l];
        }
        int[] next = start.clone();
        Lines lines = new Lines(start, new char[start[count]], new double[start[count]]);
        forEachFlow((i, j) -> {
            int at = next[line.applyAsInt(i, j)]++;
            lines.index()[at] = (char) index.applyAsInt(i, j);
            lines.value()[at] = flow[i][j];
        });
        return lines;
    }

    private interface Cell {
        void at(int i, int j);
    }

    private void forEachFlow(Cell work) {
        for (int i = 0; i < n; i++) {
            for (int s = spanStart[i]; s < spanStart[i + 1]; s++) {
                for (int j = spanFrom[s]; j < spanTo[s]; j++) {
                    if (flow[i][j] > 0) {
                        work.at(i, j);
                    }
                }
            }
        }
    }
}
