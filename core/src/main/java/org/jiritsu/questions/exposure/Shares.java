package org.jiritsu.questions.exposure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jiritsu.answer.Column;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.World;

/** The measures of a partner as columns, and their order. */
final class Shares {
    private Shares() {}

    /** The strongest supplier first, the home itself last. */
    static List<PartnerShare> ranked(List<PartnerShare> shares) {
        return shares.stream()
                .sorted(Comparator.comparing((PartnerShare s) -> s.partner() == s.home())
                        .thenComparing(Comparator.comparingDouble(PartnerShare::supplyLookThrough)
                                .reversed()))
                .toList();
    }

    /** Columns of rows that hold a share each. */
    static <R> List<Column<R>> columns(Function<R, PartnerShare> share) {
        return List.of(
                column("supply_direct", share, PartnerShare::supplyDirect),
                column("supply_look_through", share, PartnerShare::supplyLookThrough),
                column("consumption_look_through", share, PartnerShare::consumptionLookThrough),
                column("market_direct", share, PartnerShare::marketDirect),
                column("market_look_through", share, PartnerShare::marketLookThrough),
                column("hidden_ratio", share, PartnerShare::hiddenRatio),
                column("leverage_pp", share, PartnerShare::leveragePp));
    }

    private static <R> Column<R> column(
            String field, Function<R, PartnerShare> share, ToDoubleFunction<PartnerShare> of) {
        return new Column<>(field, row -> of.applyAsDouble(share.apply(row)));
    }

    static <R> List<Column<R>> together(List<Column<R>> first, List<Column<R>> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** How far look-through figures of an estimated world are off where the truth is known. */
    static Map<String, Object> medianError(World world) {
        Map<String, Object> facts = new LinkedHashMap<>();
        EstimatedWorld.medianError(world).ifPresent(error -> {
            facts.put("median_error_supply_pct", error.supplyPercent());
            facts.put("median_error_market_pct", error.marketPercent());
        });
        return facts;
    }
}
