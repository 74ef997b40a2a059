package org.jiritsu.goods;

/**
 * What was traded.
 *
 * @param kusd thousand US dollars
 * @param tonnes metric tonnes, of the flows whose quantity is known
 */
public record Amount(double kusd, double tonnes) {
    public static final Amount NONE = new Amount(0, 0);

    public double in(Measure measure) {
        return measure == Measure.VALUE ? kusd : tonnes;
    }

    public Amount plus(Amount other) {
        return new Amount(kusd + other.kusd, tonnes + other.tonnes);
    }
}
