package org.jiritsu.goods;

import java.util.function.ToDoubleFunction;

/** What a rule looks at, in value. */
public enum Indicator {
    /** Herfindahl-Hirschman index of the imports from outside, by supplier. */
    HHI_IMPORTS(Figures::hhiImports),
    /** Herfindahl-Hirschman index of the world's exports of the good, by exporter. */
    HHI_WORLD_EXPORTS(Figures::hhiWorldExports),
    /** Imports from outside over all imports; always 1 for a single economy. */
    OUTSIDE_SHARE(Figures::outsideShare),
    /** Imports from outside over exports to outside. */
    IMPORTS_OVER_EXPORTS(Figures::importsOverExports),
    /** Imports from outside over all exports, those within the group included; the same for a single economy. */
    IMPORTS_OVER_ALL_EXPORTS(Figures::importsOverAllExports),
    /** The largest supplier's share of the imports' value. */
    LARGEST_SHARE(Figures::largestShare);

    private final ToDoubleFunction<Figures> of;

    Indicator(ToDoubleFunction<Figures> of) {
        this.of = of;
    }

    public double of(Figures figures) {
        return of.applyAsDouble(figures);
    }
}
