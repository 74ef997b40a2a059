package org.jiritsu.disruption.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Many lanes with vector instructions: along the flows that are not zero, buyer by buyer both ways, so that what the
 * sellers of one good have or get, an economy after the other, stays in the processor's nearest cache.
 */
record LaneFlows(SupplyTable table, Lines byBuyer) implements InputSums {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LENGTH = SPECIES.length();
    /** Four vectors at once: one alone waits for each addition before it begins the next. */
    private static final int FOUR = 4 * LENGTH;
    /**
     * Where a panel's first row begins. An array's elements begin 16 bytes after the array; where arrays begin with a cache
     * line, as {@code -XX:ObjectAlignmentInBytes=64} makes them, rows do so too, and no vector lies across two lines.
     */
    static final int START = 6;

    static LaneFlows of(SupplyTable table) {
        return new LaneFlows(table, table.byBuyer());
    }

    @Override
    public void toBuyers(int p, double[] weight, double[] out) {
        int width = width(weight);
        double[] sellers = read(p, weight);
        for (int j = 0; j < table.n; j++) {
            sum(p, j, width, sellers, out, j * width);
        }
    }

    @Override
    public void toBuyers(int p, double[] weightA, double[] outA, double[] weightB, double[] outB) {
        int width = width(weightA);
        double[] sellersA = read(p, weightA);
        double[] sellersB = read(p, weightB);
        for (int j = 0; j < table.n; j++) {
            sum(p, j, width, sellersA, outA, sellersB, outB, j * width);
        }
    }

    @Override
    public void toSellers(int p, double[] order, double[] out) {
        int width = width(order);
        double[] sellers = panel(width);
        for (int j = 0; j < table.n; j++) {
            add(p, j, order, j * width, width, sellers);
        }
        write(p, sellers, out);
    }

    private int width(double[] vector) {
        return vector.length / table.n;
    }

    private double[] read(int p, double[] vector) {
        double[] sellers = panel(width(vector));
        read(p, vector, sellers);
        return sellers;
    }

    /** A panel: a row for each seller of a good, one economy after the other. */
    double[] panel(int width) {
        return new double[START + table.economies * width];
    }

    /** Reads what the sellers of a good have, one economy after the other. */
    void read(int p, double[] vector, double[] sellers) {
        int width = width(vector);
        for (int c = 0; c < table.economies; c++) {
            System.arraycopy(vector, table.industry(c, p) * width, sellers, START + c * width, width);
        }
    }

    void write(int p, double[] sellers, double[] vector) {
        int width = width(vector);
        for (int c = 0; c < table.economies; c++) {
            System.arraycopy(sellers, START + c * width, vector, table.industry(c, p) * width, width);
        }
    }

    /** What comes to one buyer, into a vector from {@code at}. */
    void sum(int p, int buyer, int width, double[] sellers, double[] out, int at) {
        int line = p * table.n + buyer;
        int k = 0;
        for (; k + FOUR <= width; k += FOUR) {
            sumFour(line, width, k, sellers, out, at + k);
        }
        for (; k < width; k += LENGTH) {
            sumOne(line, sellers, width, k, out, at + k);
        }
    }

    private void sumFour(int line, int width, int k, double[] sellers, double[] out, int at) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = DoubleVector.zero(SPECIES);
        DoubleVector c = DoubleVector.zero(SPECIES);
        DoubleVector d = DoubleVector.zero(SPECIES);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector flow = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]);
            int from = START + byBuyer.index()[e] * width + k;
            a = flow.fma(at(sellers, from), a);
            b = flow.fma(at(sellers, from + LENGTH), b);
            c = flow.fma(at(sellers, from + 2 * LENGTH), c);
            d = flow.fma(at(sellers, from + 3 * LENGTH), d);
        }
        a.intoArray(out, at);
        b.intoArray(out, at + LENGTH);
        c.intoArray(out, at + 2 * LENGTH);
        d.intoArray(out, at + 3 * LENGTH);
    }

    private void sumOne(int line, double[] sellers, int width, int k, double[] out, int at) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector weights = at(sellers, START + byBuyer.index()[e] * width + k);
            sum = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]).fma(weights, sum);
        }
        sum.intoArray(out, at);
    }

    /**
     * Two sums for one buyer, into vectors from {@code at}. Both in one loop are faster, and too long for the compiler to put
     * into its caller: where it did, it ran out of room and kept vectors on the heap, three times slower.
     */
    void sum(int p, int buyer, int width, double[] sellersA, double[] outA, double[] sellersB, double[] outB, int at) {
        int line = p * table.n + buyer;
        int k = 0;
        for (; k + FOUR <= width; k += FOUR) {
            sumFour(line, width, k, sellersA, outA, sellersB, outB, at + k);
        }
        for (; k < width; k += LENGTH) {
            sumOne(line, sellersA, width, k, outA, at + k);
            sumOne(line, sellersB, width, k, outB, at + k);
        }
    }

    private void sumFour(
            int line, int width, int k, double[] sellersA, double[] outA, double[] sellersB, double[] outB, int at) {
        char[] index = byBuyer.index();
        double[] value = byBuyer.value();
        DoubleVector a0 = DoubleVector.zero(SPECIES);
        DoubleVector a1 = DoubleVector.zero(SPECIES);
        DoubleVector a2 = DoubleVector.zero(SPECIES);
        DoubleVector a3 = DoubleVector.zero(SPECIES);
        DoubleVector b0 = DoubleVector.zero(SPECIES);
        DoubleVector b1 = DoubleVector.zero(SPECIES);
        DoubleVector b2 = DoubleVector.zero(SPECIES);
        DoubleVector b3 = DoubleVector.zero(SPECIES);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector flow = DoubleVector.broadcast(SPECIES, value[e]);
            int from = START + index[e] * width + k;
            a0 = flow.fma(at(sellersA, from), a0);
            a1 = flow.fma(at(sellersA, from + LENGTH), a1);
            a2 = flow.fma(at(sellersA, from + 2 * LENGTH), a2);
            a3 = flow.fma(at(sellersA, from + 3 * LENGTH), a3);
            b0 = flow.fma(at(sellersB, from), b0);
            b1 = flow.fma(at(sellersB, from + LENGTH), b1);
            b2 = flow.fma(at(sellersB, from + 2 * LENGTH), b2);
            b3 = flow.fma(at(sellersB, from + 3 * LENGTH), b3);
        }
        a0.intoArray(outA, at);
        a1.intoArray(outA, at + LENGTH);
        a2.intoArray(outA, at + 2 * LENGTH);
        a3.intoArray(outA, at + 3 * LENGTH);
        b0.intoArray(outB, at);
        b1.intoArray(outB, at + LENGTH);
        b2.intoArray(outB, at + 2 * LENGTH);
        b3.intoArray(outB, at + 3 * LENGTH);
    }

    /** Adds what one buyer orders, {@code order} from {@code at}, to what his sellers have. */
    void add(int p, int buyer, double[] order, int at, int width, double[] sellers) {
        int line = p * table.n + buyer;
        int k = 0;
        for (; k + FOUR <= width; k += FOUR) {
            addFour(line, order, at + k, sellers, width, k);
        }
        for (; k < width; k += LENGTH) {
            addOne(line, order, at + k, sellers, width, k);
        }
    }

    private void addFour(int line, double[] order, int at, double[] sellers, int width, int k) {
        DoubleVector a = at(order, at);
        DoubleVector b = at(order, at + LENGTH);
        DoubleVector c = at(order, at + 2 * LENGTH);
        DoubleVector d = at(order, at + 3 * LENGTH);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            DoubleVector flow = DoubleVector.broadcast(SPECIES, byBuyer.value()[e]);
            int to = START + byBuyer.index()[e] * width + k;
            flow.fma(a, at(sellers, to)).intoArray(sellers, to);
            flow.fma(b, at(sellers, to + LENGTH)).intoArray(sellers, to + LENGTH);
            flow.fma(c, at(sellers, to + 2 * LENGTH)).intoArray(sellers, to + 2 * LENGTH);
            flow.fma(d, at(sellers, to + 3 * LENGTH)).intoArray(sellers, to + 3 * LENGTH);
        }
    }

    private void addOne(int line, double[] order, int at, double[] sellers, int width, int k) {
        DoubleVector orders = at(order, at);
        for (int e = byBuyer.start()[line], end = byBuyer.start()[line + 1]; e < end; e++) {
            int to = START + byBuyer.index()[e] * width + k;
            DoubleVector.broadcast(SPECIES, byBuyer.value()[e])
                    .fma(orders, at(sellers, to))
                    .intoArray(sellers, to);
        }
    }

    private static DoubleVector at(double[] vector, int k) {
        return DoubleVector.fromArray(SPECIES, vector, k);
    }
}
