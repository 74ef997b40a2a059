package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.List;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.World;

/** Makes the world of an assembled table, in million USD. */
final class Worlds {
    private Worlds() {}

    static World of(
            Assembly assembly, Publication publication, ImportOptions options, int year, List<String> notes, Names names) {
        List<String> all = new ArrayList<>(notes);
        double[] x = assembly.output(all);
        double factor = publication.factor(assembly.place(), options);
        if (factor != 1) {
            scale(assembly.z(), factor);
            scale(assembly.y(), factor);
            scale(x, factor);
        }
        return new World(publication.about(options, year, all),
                assembly.economies().stream().map(names::economy).toList(),
                assembly.sectors().stream().map(names::sector).toList(),
                assembly.uses().stream().map(names::finalUse).toList(), assembly.z(), assembly.y(), x);
    }

    private static void scale(double[] values, double factor) {
        for (int k = 0; k < values.length; k++) {
            values[k] *= factor;
        }
    }
}
