package org.jiritsu.world;

/** Neumaier's compensated sum: its error does not grow with the number of terms. For sums that feed identities. */
public final class CompensatedSum {
    private double sum;
    private double lost;

    public CompensatedSum() {}

    public CompensatedSum(double first) {
        sum = first;
    }

    public void add(double term) {
        double total = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - total) + term : (term - total) + sum;
        sum = total;
    }

    public double value() {
        return sum + lost;
    }
}
