package org.jiritsu.trade;

/**
 * What border values and tariffs imply.
 *
 * @param expenditure X, by (sector, economy), at purchasers' values
 * @param share π, by cell; an economy that buys nothing of a sector is its own only seller
 * @param deficit D, one an economy: imports less exports at border values
 */
record TradeFlows(double[] expenditure, double[] share, double[] deficit) {
    static TradeFlows of(double[] border, double[] tariff, int n) {
        double[] expenditure = new double[border.length / n];
        double[] deficit = new double[n];
        for (int cell = 0; cell < border.length; cell++) {
            expenditure[cell / n] += border[cell] * tariff[cell];
            deficit[cell / n % n] += border[cell];
            deficit[cell % n] -= border[cell];
        }
        double[] share = new double[border.length];
        for (int cell = 0; cell < border.length; cell++) {
            double total = expenditure[cell / n];
            share[cell] = total > 0 ? border[cell] * tariff[cell] / total : cell / n % n == cell % n ? 1 : 0;
        }
        return new TradeFlows(expenditure, share, deficit);
    }
}
