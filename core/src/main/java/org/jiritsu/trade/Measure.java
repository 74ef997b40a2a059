package org.jiritsu.trade;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures of an economy's row that carry bands; the name in tables is the lower-case one. */
public enum Measure {
    REAL_WAGE_PCT(Effects.EconomyRow::realWagePct),
    REAL_INCOME_PCT(Effects.EconomyRow::realIncomePct),
    FIRST_ORDER_WELFARE_PCT(Effects.EconomyRow::firstOrderWelfarePct),
    TERMS_OF_TRADE_PCT(Effects.EconomyRow::termsOfTradePct),
    VOLUME_OF_TRADE_PCT(Effects.EconomyRow::volumeOfTradePct),
    EXPORTS_PCT(Effects.EconomyRow::exportsPct),
    IMPORTS_PCT(Effects.EconomyRow::importsPct),
    TARIFF_REVENUE_PCT_OF_INCOME(Effects.EconomyRow::tariffRevenuePctOfIncome);

    private final ToDoubleFunction<Effects.EconomyRow> figure;

    Measure(ToDoubleFunction<Effects.EconomyRow> figure) {
        this.figure = figure;
    }

    public double of(Effects.EconomyRow row) {
        return figure.applyAsDouble(row);
    }

    /** Such as {@code real_income_pct}. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
