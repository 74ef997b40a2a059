package org.jiritsu.disruption.internal;

/** Rows of all industries of one lane: long, so that the compiler makes vector instructions of these loops by itself. */
final class IndustryRows implements Rows {
    @Override
    public void multiply(double[] sums, double[] orders) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] *= orders[j];
        }
    }

    @Override
    public void multiply(double[] sums, double[] orders, double[] otherSums, double[] otherOrders) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = sums[j] * orders[j] + otherSums[j] * otherOrders[j];
        }
    }

    /** Four sums at once: one alone waits for each addition before it begins the next. */
    @Override
    public void addTo(double[] sums, double[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < row.length; j += 4) {
            a += row[j];
            b += row[j + 1];
            c += row[j + 2];
            d += row[j + 3];
        }
        for (; j < row.length; j++) {
            a += row[j];
        }
        sums[0] += (a + b) + (c + d);
    }

    @Override
    public void restock(double[] stocks, double[] received, double[] output, double[] target, double[] perUnit,
            double[] goal, int industry, double[] pace, double[] supply, double[] orders) {
        for (int j = 0; j < stocks.length; j++) {
            double wanted = perUnit[j] * output[j];
            double stock = stocks[j] + received[j] - Math.min(wanted, stocks[j]);
            double gap = Math.max(0, goal[j] * target[j] - stock);
            stocks[j] = stock;
            orders[j] = (wanted + gap * pace[j]) / Math.max(supply[j], Double.MIN_NORMAL);
        }
    }

    @Override
    public void lower(double[] limits, double[] stocks, double[] perStock, double[] without, int industry) {
        for (int j = 0; j < stocks.length; j++) {
            limits[j] = Math.min(limits[j], Math.fma(stocks[j], perStock[j], without[j]));
        }
    }
}
