package org.jiritsu.disruption.internal;

/** The row of all industries of one lane: long, so that the compiler makes vector instructions of loops by itself. */
record IndustryRows(State state) implements GoodRows {
    /** Four sums at once: one alone waits for each addition before it begins the next. */
    @Override
    public void addTo(double[] sums, double[] vector, int r) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < vector.length; j += 4) {
            a += vector[j];
            b += vector[j + 1];
            c += vector[j + 2];
            d += vector[j + 3];
        }
        for (; j < vector.length; j++) {
            a += vector[j];
        }
        sums[0] += (a + b) + (c + d);
    }

    @Override
    public void restock(int p, int r, double[] received, double[] supply) {
        restock(
                state.inventory[p],
                received,
                state.output,
                state.target,
                state.table.perUnit[p],
                state.goalPerUnit[p],
                state.pace,
                supply,
                state.order[p]);
    }

    private static void restock(
            double[] stocks,
            double[] received,
            double[] output,
            double[] target,
            double[] perUnit,
            double[] goal,
            double[] pace,
            double[] supply,
            double[] orders) {
        for (int j = 0; j < stocks.length; j++) {
            double wanted = perUnit[j] * output[j];
            double stock = stocks[j] + received[j] - Math.min(wanted, stocks[j]);
            double gap = Math.max(0, goal[j] * target[j] - stock);
            stocks[j] = stock;
            orders[j] = (wanted + gap * pace[j]) / Math.max(supply[j], Double.MIN_NORMAL);
        }
    }

    @Override
    public void lower(int p, int r, double[] limits) {
        lower(limits, state.inventory[p], state.limitPerStock[p], state.madeWithout[p]);
    }

    private static void lower(double[] limits, double[] stocks, double[] perStock, double[] without) {
        for (int j = 0; j < stocks.length; j++) {
            limits[j] = Math.min(limits[j], Math.fma(stocks[j], perStock[j], without[j]));
        }
    }
}
