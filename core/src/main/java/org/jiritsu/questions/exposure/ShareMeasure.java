package org.jiritsu.questions.exposure;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jiritsu.exposure.PartnerShare;

/** What a trend can be drawn of: shares of one, by the name of their field. */
enum ShareMeasure {
    SUPPLY_DIRECT(PartnerShare::supplyDirect),
    SUPPLY_LOOK_THROUGH(PartnerShare::supplyLookThrough),
    CONSUMPTION_LOOK_THROUGH(PartnerShare::consumptionLookThrough),
    MARKET_DIRECT(PartnerShare::marketDirect),
    MARKET_LOOK_THROUGH(PartnerShare::marketLookThrough);

    private final ToDoubleFunction<PartnerShare> of;

    ShareMeasure(ToDoubleFunction<PartnerShare> of) {
        this.of = of;
    }

    double of(PartnerShare share) {
        return of.applyAsDouble(share);
    }

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
