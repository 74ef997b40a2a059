package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.List;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.World;

/** Makes the world of an assembled table, in million USD. */
final class Worlds {
    private Worlds() {}

    static World of(
            Assembly assembly,
            Publication publication,
            ImportOptions options,
            int year,
            List<String> notes,
            Naming names) {
        List<String> all = new ArrayList<>(notes);
        double[] x = assembly.output(all);
        double[] rounding = assembly.rounding();
        double rate = publication.rate(assembly.place(), options);
        Unit unit = publication.unit();
        for (double[] values : List.of(assembly.z(), assembly.y(), x, rounding)) {
            convert(values, unit, rate);
        }
        World world = new World(
                publication.about(options, year, all),
                assembly.economies().stream().map(names::economy).toList(),
                assembly.sectors().stream().map(names::sector).toList(),
                assembly.uses().stream().map(names::finalUse).toList(),
                assembly.z(),
                assembly.y(),
                x,
                rounding);
        assembly.requirePrimary(world, unit, rate);
        return world;
    }

    /** The same world with names for the codes that are known. */
    static World renamed(World world, Naming names) {
        int n = world.size();
        int uses = world.finalUses().size();
        double[] z = new double[n * n];
        double[] y = new double[n * world.economyCount() * uses];
        double[] x = new double[n];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            world.readZ(i, row);
            System.arraycopy(row, 0, z, i * n, n);
            for (int c = 0; c < world.economyCount() * uses; c++) {
                y[i * world.economyCount() * uses + c] = world.y(i, c / uses, c % uses);
            }
            x[i] = world.output(i);
        }
        return new World(
                world.about(),
                world.economies().stream().map(e -> names.economy(e.code())).toList(),
                world.sectors().stream().map(s -> names.sector(s.code())).toList(),
                world.finalUses(),
                z,
                y,
                x,
                world.rounding());
    }

    private static void convert(double[] values, Unit unit, double rate) {
        if (unit.equals(Unit.MILLION_USD)) {
            return;
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = unit.toMillionUsd(values[k], rate);
        }
    }
}
