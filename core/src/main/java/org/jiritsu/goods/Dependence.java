package org.jiritsu.goods;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * On whom one economy depends for one good in one year. Every measure is a mean of its own: nothing is combined.
 *
 * @param dataset where the figures come from
 * @param good the code in the data set's revision
 * @param imports from outside
 * @param exports to outside
 * @param internal trade among the members where the economy is a group, else none
 * @param suppliers largest value first; of equal ones by code
 * @param hhiImports Herfindahl-Hirschman index of the imports' value, the sum of squared shares, 0 to 1
 * @param hhiImportsTonnes the same in tonnes; 0 where no tonnes are known
 * @param hhiWorldExports of the world's exports of the good by exporter, in value
 * @param hhiWorldExportsTonnes the same in tonnes
 * @param tonnesKnown share of the imports' value whose tonnes are known, 0 to 1
 */
public record Dependence(
        String dataset,
        int year,
        String good,
        String economy,
        Amount imports,
        Amount exports,
        Amount internal,
        List<Supplier> suppliers,
        double hhiImports,
        double hhiImportsTonnes,
        double hhiWorldExports,
        double hhiWorldExportsTonnes,
        double tonnesKnown) {

    public Dependence {
        suppliers = List.copyOf(suppliers);
    }

    public double hhiImports(Measure measure) {
        return measure == Measure.VALUE ? hhiImports : hhiImportsTonnes;
    }

    public double hhiWorldExports(Measure measure) {
        return measure == Measure.VALUE ? hhiWorldExports : hhiWorldExportsTonnes;
    }

    /** What rules look at. */
    public Figures figures() {
        return new Figures(
                imports.kusd(),
                exports.kusd(),
                internal.kusd(),
                hhiImports,
                hhiWorldExports,
                largest(Measure.VALUE).map(Supplier::valueShare).orElse(0.0));
    }

    /** Imports over exports to outside, in value; infinite where nothing is exported. */
    public double importsOverExports() {
        return figures().importsOverExports();
    }

    /** The largest supplier by this measure, if anything is imported. */
    public Optional<Supplier> largest(Measure measure) {
        return suppliers.stream()
                .max(Comparator.comparingDouble((Supplier s) -> s.share(measure))
                        .thenComparing(Supplier::economy, Comparator.reverseOrder()));
    }

    /** The share of one supplier, 0 if it sells nothing. */
    public double share(String supplier, Measure measure) {
        return suppliers.stream()
                .filter(s -> s.economy().equals(supplier))
                .mapToDouble(s -> s.share(measure))
                .findFirst()
                .orElse(0);
    }
}
