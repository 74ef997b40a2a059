package org.jiritsu.goods;

/**
 * What rules look at, all in value.
 *
 * @param imports from outside, thousand US dollars
 * @param exports to outside
 * @param internal trade among the members where the economy is a group, else 0
 * @param hhiImports 0 to 1
 * @param hhiWorldExports 0 to 1
 * @param largestShare of the imports, 0 to 1
 */
public record Figures(
        double imports,
        double exports,
        double internal,
        double hhiImports,
        double hhiWorldExports,
        double largestShare) {
    /** Imports over exports to outside; infinite where nothing is exported. */
    public double importsOverExports() {
        return imports / exports;
    }

    /** Imports over all exports, those among the members of a group included. */
    public double importsOverAllExports() {
        return imports / (exports + internal);
    }

    /** Imports from outside over all imports, those among the members included: 1 for a single economy. */
    public double outsideShare() {
        return imports / (imports + internal);
    }
}
