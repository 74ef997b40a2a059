package org.jiritsu.hedge;

/**
 * What a level or a portfolio costs, in millions of the menu's currency. The three kinds of money are kept apart.
 *
 * @param oneOff paid once
 * @param running paid every year
 * @param tied up in stocks
 * @param yearly all of it as a cost per year: running, one-off by capital recovery, tied by the carrying rate
 */
public record Cost(double oneOff, double running, double tied, double yearly) {
    public static final Cost NONE = new Cost(0, 0, 0, 0);

    public Cost plus(Cost other) {
        return new Cost(oneOff + other.oneOff, running + other.running, tied + other.tied, yearly + other.yearly);
    }

    public Cost times(double factor) {
        return new Cost(oneOff * factor, running * factor, tied * factor, yearly * factor);
    }
}
