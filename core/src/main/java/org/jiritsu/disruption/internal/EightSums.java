package org.jiritsu.disruption.internal;

/**
 * A sum over industries as eight of them, each over every eighth industry in their order, added up in one fixed way: plain
 * Java and vector instructions of any length then give the same to the last digit.
 */
final class EightSums {
    static final int COUNT = 8;

    private EightSums() {}

    static double total(double[] sums) {
        return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
    }
}
