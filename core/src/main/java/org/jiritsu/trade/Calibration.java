package org.jiritsu.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;
import org.jiritsu.base.Sayings;
import org.jiritsu.world.World;

/**
 * Turns a world table into an exact equilibrium of the model; docs/methods/trade.md, "From a world table", says how and
 * why. World flows are border values; tariffs come on top, and value added is what they leave over.
 */
final class Calibration {
    /** Least value added over gross output; an industry that shows less has part of its inputs booked as final use. */
    private static final double LEAST_LABOUR_SHARE = 0.01;

    private final World world;
    private final int n;
    private final int sectors;
    private final double[] tariff;
    private final double[] border;

    /** Purchases at purchasers' values, [(n · J + j) · J + k]. */
    private final double[] inputs;

    private final double[] output;
    private final double[] labourShare;
    private long negativeCells;
    private double negativeSum;
    private int squeezed;

    private Calibration(World world, BaselineTariffs tariffs) {
        this.world = world;
        this.n = world.economyCount();
        this.sectors = world.sectorCount();
        this.tariff = new double[sectors * n * n];
        this.border = new double[sectors * n * n];
        this.inputs = new double[n * sectors * sectors];
        this.output = new double[sectors * n];
        this.labourShare = new double[sectors * n];
        for (int cell = 0; cell < tariff.length; cell++) {
            int importer = cell / n % n;
            int exporter = cell % n;
            tariff[cell] = importer == exporter
                    ? 1
                    : 1
                            + tariffs.rate(
                                    world.economies().get(importer).code(),
                                    world.economies().get(exporter).code(),
                                    world.sectors().get(cell / (n * n)).code());
        }
    }

    static TradeData of(World world, double[] theta, BaselineTariffs tariffs, boolean linked) {
        Calibration calibration = new Calibration(world, tariffs);
        calibration.readFlows();
        if (linked) {
            calibration.requireInputs();
        }
        TradeFlows flows = TradeFlows.of(calibration.border, calibration.tariff, calibration.n);
        calibration.settleTechnology();
        return calibration.data(theta, tariffs, flows);
    }

    /** Negative cells, mostly inventories run down, count as zero: the model has no inventories. */
    private void readFlows() {
        double[] row = new double[world.size()];
        for (int i = 0; i < world.size(); i++) {
            world.readZ(i, row);
            int exporter = world.economyOf(i);
            int j = world.sectorOf(i);
            for (int buyer = 0; buyer < world.size(); buyer++) {
                int importer = world.economyOf(buyer);
                int cell = (j * n + importer) * n + exporter;
                double flow = notNegative(row[buyer]);
                border[cell] += flow;
                output[j * n + exporter] += flow;
                inputs[(importer * sectors + j) * sectors + world.sectorOf(buyer)] += flow * tariff[cell];
            }
            for (int importer = 0; importer < n; importer++) {
                double flow = notNegative(world.y(i, importer));
                border[(j * n + importer) * n + exporter] += flow;
                output[j * n + exporter] += flow;
            }
        }
    }

    private double notNegative(double flow) {
        if (flow < 0) {
            negativeCells++;
            negativeSum -= flow;
            return 0;
        }
        return flow;
    }

    private void requireInputs() {
        if (Arrays.stream(inputs).allMatch(v -> v == 0)) {
            throw InputException.data(
                    "World %s has no input-output block".formatted(world.id()),
                    "intermediate flows between industries",
                    "final flows only",
                    "--no-io answers without links between industries.");
        }
    }

    private void settleTechnology() {
        for (int e = 0; e < n; e++) {
            for (int k = 0; k < sectors; k++) {
                double used = 0;
                for (int j = 0; j < sectors; j++) {
                    used += inputs[(e * sectors + j) * sectors + k];
                }
                double made = output[k * n + e];
                double most = (1 - LEAST_LABOUR_SHARE) * made;
                double scale = used > most ? most / used : 1;
                squeezed += used > most ? 1 : 0;
                for (int j = 0; j < sectors; j++) {
                    inputs[(e * sectors + j) * sectors + k] *= scale;
                }
                labourShare[k * n + e] = made > 0 ? 1 - scale * used / made : 1;
            }
        }
    }

    private TradeData data(double[] theta, BaselineTariffs tariffs, TradeFlows flows) {
        double[] finalUse = flows.expenditure().clone();
        double[] inputShare = inputs.clone();
        double[] factorIncome = new double[n];
        double[] totals = new double[n];
        for (int e = 0; e < n; e++) {
            for (int j = 0; j < sectors; j++) {
                for (int k = 0; k < sectors; k++) {
                    int at = (e * sectors + j) * sectors + k;
                    finalUse[j * n + e] -= inputs[at];
                    inputShare[at] = output[k * n + e] > 0 ? inputs[at] / output[k * n + e] : 0;
                }
                factorIncome[e] += labourShare[j * n + e] * output[j * n + e];
                totals[e] += finalUse[j * n + e];
            }
        }
        double[] finalShare = new double[finalUse.length];
        Arrays.setAll(finalShare, pair -> finalUse[pair] / totals[pair % n]);
        double[] exportTax = new double[border.length];
        Arrays.fill(exportTax, 1);
        return new TradeData(
                world.id(),
                world.economies(),
                world.sectors(),
                notes(tariffs),
                theta.clone(),
                new TradeData.Technology(labourShare, inputShare, finalShare),
                flows.share(),
                tariff,
                exportTax,
                factorIncome,
                flows.deficit(),
                flows.expenditure());
    }

    private List<Said> notes(BaselineTariffs tariffs) {
        List<Said> notes = new ArrayList<>(world.about().notes());
        notes.add(tariffs.source());
        double moved = 0;
        double total = 0;
        for (int i = 0; i < world.size(); i++) {
            double now = output[world.sectorOf(i) * n + world.economyOf(i)];
            moved += Math.abs(now - world.output(i));
            total += world.output(i);
        }
        if (negativeCells == 0 && squeezed == 0 && moved < 5e-6 * total) {
            return notes;
        }
        notes.add(new Sayings(Calibration.class)
                .say(
                        "exact",
                        negativeCells,
                        String.format(Locale.ROOT, "%.3f", 100 * negativeSum / total),
                        String.format(Locale.ROOT, "%.3f", 100 * moved / total),
                        squeezed,
                        String.format(Locale.ROOT, "%.0f", 100 * LEAST_LABOUR_SHARE)));
        return notes;
    }
}
