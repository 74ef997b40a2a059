package org.jiritsu.goods;

/**
 * What one economy supplies of another's imports of a good.
 *
 * @param valueShare of the imports' value, 0 to 1
 * @param tonnesShare of the imports' tonnes, as far as they are known, 0 to 1; 0 where none are
 */
public record Supplier(String economy, Amount amount, double valueShare, double tonnesShare) {
    public double share(Measure measure) {
        return measure == Measure.VALUE ? valueShare : tonnesShare;
    }
}
