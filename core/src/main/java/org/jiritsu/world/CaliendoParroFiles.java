package org.jiritsu.world;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jiritsu.base.InputException;
import org.jiritsu.world.internal.TextNumbers;

/**
 * The replication files of Caliendo and Parro (2015), 1993, made consistent as in the authors' code: an industry makes at
 * least what it exports, and sells at home what it does not export. N economies × J sectors, of which the first 20 trade.
 *
 * <p>Cells (sector, importer, exporter) are indexed {@code (j · N + n) · N + i}; pairs (sector, economy) {@code j · N + n}.
 *
 * @param borderUsd sales at border values, before tariffs, by cell, own sales on the diagonal; USD
 * @param outputUsd gross output, by pair; USD
 * @param valueAddedShare β, by pair: value added over gross output
 * @param inputShare γ[(n · J + j) · J + k] = (1 − β_nk) times the share of sector j in the materials of k in economy n, at
 *     purchasers' values
 * @param theta the authors' trade elasticities, one a sector that trades
 * @param tariffs1993 ad valorem rates by cell, such as 0.15
 * @param tariffs2005 the same, later
 */
public record CaliendoParroFiles(
        List<Economy> economies,
        List<Sector> sectors,
        double[] borderUsd,
        double[] outputUsd,
        double[] valueAddedShare,
        double[] inputShare,
        double[] theta,
        double[] tariffs1993,
        double[] tariffs2005) {
    /** How many sectors trade; they stand first. */
    public static final int TRADED = 20;

    public static final String BILATERAL = "xbilat1993.txt";
    public static final String OUTPUT = "GO.txt";

    private static final double USD_PER_THOUSAND = 1000;
    private static final double PERCENT = 100;

    /** The printed shares of materials sum to one within 2e-6; beyond this it is another file. */
    private static final double SHARES_OFF = 1e-5;

    /**
     * Reads the folder of the authors' text files and our labels, as data/cp1993 holds them.
     *
     * @throws InputException naming file and line of what is missing, is no number or cannot be one of its kind
     */
    public static CaliendoParroFiles read(Path folder) {
        List<Economy> economies = TextNumbers.readLabels(folder.resolve("economies.csv")).stream()
                .map(l -> new Economy(l[0], l[1]))
                .toList();
        List<Sector> sectors = TextNumbers.readLabels(folder.resolve("sectors.csv")).stream()
                .map(l -> new Sector(l[0], "", l[1]))
                .toList();
        int n = economies.size();
        int all = sectors.size();
        double[] border = ofTraded(folder.resolve(BILATERAL), n, all, USD_PER_THOUSAND);
        double[] output = settleOutput(border, amounts(folder.resolve(OUTPUT), all, n), n);
        double[] valueAddedShare = TextNumbers.read(folder.resolve("B.txt"), all, n, Double.MIN_NORMAL, 1);
        return new CaliendoParroFiles(
                economies,
                sectors,
                border,
                output,
                valueAddedShare,
                inputShares(folder.resolve("IO.txt"), valueAddedShare, n),
                TextNumbers.read(folder.resolve("T.txt"), TRADED, 1, Double.MIN_NORMAL, Double.MAX_VALUE),
                ofTraded(folder.resolve("tariffs1993.txt"), n, all, 1 / PERCENT),
                ofTraded(folder.resolve("tariffs2005.txt"), n, all, 1 / PERCENT));
    }

    private static double[] amounts(Path file, int rows, int columns) {
        return TextNumbers.read(file, rows, columns, 0, Double.MAX_VALUE);
    }

    /** By cell; sectors that do not trade have zeros. */
    private static double[] ofTraded(Path file, int n, int sectors, double unit) {
        double[] cells = Arrays.copyOf(amounts(file, TRADED * n, n), sectors * n * n);
        Arrays.setAll(cells, cell -> cells[cell] * unit);
        return cells;
    }

    /** Fills the diagonal with what is not exported; gives output, which is at least exports. */
    private static double[] settleOutput(double[] border, double[] grossOutput, int n) {
        double[] exports = new double[grossOutput.length];
        for (int cell = 0; cell < border.length; cell++) {
            exports[cell / (n * n) * n + cell % n] += border[cell];
        }
        double[] output = new double[grossOutput.length];
        for (int pair = 0; pair < output.length; pair++) {
            output[pair] = Math.max(grossOutput[pair], exports[pair]);
            border[pair * n + pair % n] = output[pair] - exports[pair];
        }
        return output;
    }

    /** The printed shares sum to one only to 2e-6, which would leave world demand off by as much: they are scaled. */
    private static double[] inputShares(Path file, double[] valueAddedShare, int n) {
        int sectors = valueAddedShare.length / n;
        double[] shares = TextNumbers.read(file, n * sectors, sectors, -1, 1);
        for (int e = 0; e < n; e++) {
            for (int k = 0; k < sectors; k++) {
                double sum = 0;
                for (int j = 0; j < sectors; j++) {
                    sum += shares[(e * sectors + j) * sectors + k];
                }
                double materials = 1 - valueAddedShare[k * n + e];
                requireShares(file, e * sectors, k, sum, materials);
                double scale = materials > 0 ? materials / sum : 0;
                for (int j = 0; j < sectors; j++) {
                    shares[(e * sectors + j) * sectors + k] *= scale;
                }
            }
        }
        return shares;
    }

    private static void requireShares(Path file, int linesAbove, int column, double sum, double materials) {
        if (materials > 0 && Math.abs(sum - 1) > SHARES_OFF) {
            throw InputException.data(
                    "%s, column %d below line %d".formatted(file, column + 1, linesAbove),
                    "shares that sum to 1",
                    String.valueOf(sum),
                    "the file was edited: copy it again.");
        }
    }
}
