package org.jiritsu.disruption.internal;

/**
 * Work on rows of {@link Lanes}, element by element. A row is either all industries of one lane, and then what differs
 * between industries is taken element by element too; or all lanes of one industry, and then it is that of the industry.
 */
interface Rows {
    /** {@code sums *= orders}. */
    void multiply(double[] sums, double[] orders);

    /** {@code sums = sums * orders + otherSums * otherOrders}. */
    void multiply(double[] sums, double[] orders, double[] otherSums, double[] otherOrders);

    /** Adds to {@code sums}, lane by lane, what is in a row. */
    void addTo(double[] sums, double[] row);

    /**
     * Uses and receives, then sets the order factor that closes part of the gap to the target.
     *
     * @param perUnit of an industry, as {@code goal}, target inventory for one unit of output
     * @param pace of a lane, share of the gap that is closed in a day
     */
    void restock(double[] stocks, double[] received, double[] output, double[] target, double[] perUnit, double[] goal,
            int industry, double[] pace, double[] supply, double[] orders);

    /** Lowers limits on output to what stocks allow: {@code stocks * perStock + without}, the last two of an industry. */
    void lower(double[] limits, double[] stocks, double[] perStock, double[] without, int industry);
}
