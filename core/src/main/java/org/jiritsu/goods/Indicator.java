package org.jiritsu.goods;

import java.util.function.ToDoubleFunction;

/** What a rule looks at, in value. */
public enum Indicator {
    /** Herfindahl-Hirschman index of the imports from outside, by supplier. */
    HHI_IMPORTS(Dependence::hhiImports),
    /** Herfindahl-Hirschman index of the world's exports of the good, by exporter. */
    HHI_WORLD_EXPORTS(Dependence::hhiWorldExports),
    /** Imports from outside over all imports; always 1 for a single economy. */
    OUTSIDE_SHARE(Dependence::outsideShare),
    /** Imports from outside over exports to outside. */
    IMPORTS_OVER_EXPORTS(Dependence::importsOverExports),
    /** Imports from outside over all exports, those within the group included; the same for a single economy. */
    IMPORTS_OVER_ALL_EXPORTS(Dependence::importsOverAllExports),
    /** The largest supplier's share of the imports' value. */
    LARGEST_SHARE(d -> d.largest(Measure.VALUE).map(Supplier::valueShare).orElse(0.0));

    private final ToDoubleFunction<Dependence> of;

    Indicator(ToDoubleFunction<Dependence> of) {
        this.of = of;
    }

    public double of(Dependence dependence) {
        return of.applyAsDouble(dependence);
    }
}
