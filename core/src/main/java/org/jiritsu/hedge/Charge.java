package org.jiritsu.hedge;

/**
 * One part of what a hedge costs.
 *
 * @param perUnit whether the price is for one unit of a level's amount (a day, a share of one); else it is due once any
 *     level is bought
 */
public record Charge(Kind kind, boolean perUnit, Price price) {
    /** How money is spent; only {@link Cost#yearly} adds the kinds up, by the rates they state. */
    public sealed interface Kind {
        /** What one unit of money costs a year. */
        double yearly();
    }

    /** Paid once and worn out after some years: a year's cost is {@link #capitalRecovery}. */
    public record OneOff(double rate, double years) implements Kind {
        @Override
        public double yearly() {
            return capitalRecovery(rate, years);
        }
    }

    /** Paid every year. */
    public record Yearly() implements Kind {
        @Override
        public double yearly() {
            return 1;
        }
    }

    /** Tied up in a stock that keeps its value: a year's cost is interest and decay, the carrying rate. */
    public record Tied(double carryingRate) implements Kind {
        @Override
        public double yearly() {
            return carryingRate;
        }
    }

    /** r (1 + r)^n / ((1 + r)^n - 1): the yearly payment that pays back one unit in n years at rate r. */
    public static double capitalRecovery(double rate, double years) {
        return rate == 0 ? 1 / years : rate / -Math.expm1(-years * Math.log1p(rate));
    }

    /** In millions of the price's own currency, for a level of this amount. */
    public double amount(double level) {
        return price.amount() * (perUnit ? level : 1);
    }
}
