package org.jiritsu.base;

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

    /** Adds the terms {@code from} to before {@code to} in four sums side by side, for one would wait for itself. */
    public void add(double[] terms, int from, int to) {
        CompensatedSum second = new CompensatedSum();
        CompensatedSum third = new CompensatedSum();
        CompensatedSum fourth = new CompensatedSum();
        int at = from;
        for (; at + 4 <= to; at += 4) {
            add(terms[at]);
            second.add(terms[at + 1]);
            third.add(terms[at + 2]);
            fourth.add(terms[at + 3]);
        }
        for (; at < to; at++) {
            add(terms[at]);
        }
        add(second);
        add(third);
        add(fourth);
    }

    private void add(CompensatedSum other) {
        add(other.sum);
        add(other.lost);
    }

    /** Takes away what another sum has come to. */
    public void subtract(CompensatedSum other) {
        add(-other.sum);
        add(-other.lost);
    }

    public double value() {
        return sum + lost;
    }
}
