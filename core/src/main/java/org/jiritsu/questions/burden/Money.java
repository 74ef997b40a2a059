package org.jiritsu.questions.burden;

import java.util.stream.IntStream;
import org.jiritsu.partners.Burden;
import org.jiritsu.world.World;

/**
 * Amounts in million USD, and what an economy makes in a year of its world.
 *
 * @param jpy yen for a dollar
 * @param krw won for a dollar
 */
record Money(World world, int economy, double jpy, double krw) {
    private static final double MILLIONS = 1000;

    double gdp() {
        return world.gdp(economy);
    }

    double output() {
        return IntStream.range(0, world.sectorCount())
                .mapToDouble(s -> world.output(world.industry(economy, s)))
                .sum();
    }

    /** Million USD; of the GDP of the world's year where it is a share of GDP; NaN where the unit is not known. */
    double musd(Burden burden) {
        String unit = burden.unit();
        if (unit.startsWith("% of GDP")) {
            return burden.value() / 100 * gdp();
        }
        double billions = unit.startsWith("bn USD")
                ? burden.value()
                : unit.startsWith("bn JPY")
                        ? burden.value() / jpy
                        : unit.startsWith("bn KRW") ? burden.value() / krw : Double.NaN;
        return billions * MILLIONS;
    }
}
