package org.jiritsu.disruption.internal;

/**
 * Work on one row of {@link Lanes}, element by element. A row is either all industries of one lane, and then what differs
 * between industries is taken element by element too; or all lanes of one industry, and then it is that of the industry.
 */
interface GoodRows {
    /** Adds to {@code sums}, lane by lane, what is in row r of a vector. */
    void addTo(double[] sums, double[] vector, int r);

    /**
     * Row r of good p uses and receives, then sets the order factor that closes part of the gap to the target.
     *
     * @param received what comes, a vector; {@code supply} what suppliers offer at an order factor of 1
     */
    void restock(int p, int r, double[] received, double[] supply);

    /** Lowers limits on output to what the inventories of good p in row r allow. */
    void lower(int p, int r, double[] limits);
}
