package org.jiritsu.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiritsu.world.Economy;
import org.jiritsu.world.InputException;
import org.jiritsu.world.Sector;

/**
 * The data of Caliendo and Parro (2015): 31 economies × 40 sectors, of which 20 trade, 1993, with the tariffs of 1993
 * and 2005 and the authors' own elasticities. Calibrated as by the authors: domestic sales are gross output less
 * exports; final shares are what the goods markets leave over, negative ones set to zero.
 *
 * @param data the world of 1993 under the tariffs of 1993; USD
 * @param tariffs2005 ad valorem rates of 2005, by cell of {@code data}, such as 0.15
 */
public record CaliendoParro(TradeData data, double[] tariffs2005) {
    private static final int TRADED = 20;
    private static final double SERVICES_THETA = 8.22;
    private static final double THOUSAND = 1000;
    private static final String ID = "cp1993";

    /**
     * Reads the folder of the authors' text files, as data/cp1993 holds them.
     *
     * @throws InputException naming file and line of what cannot be read
     */
    public static CaliendoParro read(Path folder) {
        List<Economy> economies = labels(folder.resolve("economies.csv")).stream()
                .map(l -> new Economy(l[0], l[1]))
                .toList();
        List<Sector> sectors = labels(folder.resolve("sectors.csv")).stream()
                .map(l -> new Sector(l[0], "", l[1]))
                .toList();
        int n = economies.size();
        int all = sectors.size();
        double[] tariff = factors(matrix(folder.resolve("tariffs1993.txt"), TRADED * n, n), all);
        double[] border = Arrays.copyOf(matrix(folder.resolve("xbilat1993.txt"), TRADED * n, n), all * n * n);
        Arrays.setAll(border, cell -> border[cell] * THOUSAND);
        double[] output = addDomesticSales(border, matrix(folder.resolve("GO.txt"), all, n), n);
        double[] labourShare = matrix(folder.resolve("B.txt"), all, n);
        double[] inputs = inputShares(matrix(folder.resolve("IO.txt"), n * all, all), labourShare, n);
        double[] theta = Arrays.copyOf(matrix(folder.resolve("T.txt"), TRADED, 1), all);
        Arrays.fill(theta, TRADED, all, SERVICES_THETA);
        TradeData data = calibrate(economies, sectors, theta, labourShare, inputs, border, tariff, output);
        double[] later = factors(matrix(folder.resolve("tariffs2005.txt"), TRADED * n, n), all);
        return new CaliendoParro(data, Arrays.stream(later).map(t -> t - 1).toArray());
    }

    /** Gives every importer its tariffs of 2005, on the pairs of economies that {@code between} accepts. */
    public void setTariffsOf2005(TradePolicy policy, Pairs between) {
        int n = data.economyCount();
        for (int cell = 0; cell < tariffs2005.length; cell++) {
            int importer = cell / n % n;
            int exporter = cell % n;
            if (between.wants(importer, exporter)) {
                policy.setTariff(cell / (n * n), importer, exporter, tariffs2005[cell]);
            }
        }
    }

    /** A choice of pairs of economies. */
    @FunctionalInterface
    public interface Pairs {
        boolean wants(int importer, int exporter);
    }

    /**
     * γ_njk = (1 − β_nk) times the share of j in the materials of k. The printed shares sum to one only to 2e-6, which
     * would leave world demand off by as much: they are scaled.
     */
    private static double[] inputShares(double[] materials, double[] labourShare, int n) {
        int sectors = labourShare.length / n;
        for (int e = 0; e < n; e++) {
            for (int k = 0; k < sectors; k++) {
                double sum = 0;
                for (int j = 0; j < sectors; j++) {
                    sum += materials[(e * sectors + j) * sectors + k];
                }
                double scale = sum > 0 ? (1 - labourShare[k * n + e]) / sum : 0;
                for (int j = 0; j < sectors; j++) {
                    materials[(e * sectors + j) * sectors + k] *= scale;
                }
            }
        }
        return materials;
    }

    /** Fills the diagonal with what is not exported; gives output, which is at least exports. */
    private static double[] addDomesticSales(double[] border, double[] grossOutput, int n) {
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

    private static TradeData calibrate(
            List<Economy> economies,
            List<Sector> sectors,
            double[] theta,
            double[] labourShare,
            double[] inputShare,
            double[] border,
            double[] tariff,
            double[] output) {
        int n = economies.size();
        Flows flows = Flows.of(border, tariff, n);
        double[] factorIncome = new double[n];
        for (int pair = 0; pair < output.length; pair++) {
            factorIncome[pair % n] += labourShare[pair] * output[pair];
        }
        double[] finalShare = finalShares(flows.expenditure(), inputShare, output, n);
        double[] exportTax = new double[border.length];
        Arrays.fill(exportTax, 1);
        return new TradeData(ID, economies, sectors, List.of(
                "Baseline tariffs: effectively applied rates of 1993, Caliendo and Parro (2015).",
                "The raw data is no exact equilibrium (final shares that came out negative are zero): the baseline is "
                        + "solved first and every policy is held against it."),
                theta, new TradeData.Technology(labourShare, inputShare, finalShare), flows.share(), tariff, exportTax,
                factorIncome, flows.deficit(), flows.expenditure());
    }

    /** α ∝ max(0, X_nj − Σ_k γ_njk Y_nk). */
    private static double[] finalShares(double[] expenditure, double[] inputShare, double[] output, int n) {
        int sectors = expenditure.length / n;
        double[] shares = expenditure.clone();
        for (int e = 0; e < n; e++) {
            double total = 0;
            for (int j = 0; j < sectors; j++) {
                int pair = j * n + e;
                for (int k = 0; k < sectors; k++) {
                    shares[pair] -= inputShare[(e * sectors + j) * sectors + k] * output[k * n + e];
                }
                shares[pair] = Math.max(0, shares[pair]);
                total += shares[pair];
            }
            for (int j = 0; j < sectors; j++) {
                shares[j * n + e] /= total;
            }
        }
        return shares;
    }

    /** 1 + rate from percent, for the sectors given; 1 for the others. */
    private static double[] factors(double[] percent, int sectors) {
        double[] factors = new double[percent.length / TRADED * sectors];
        Arrays.fill(factors, 1);
        Arrays.setAll(factors, cell -> cell < percent.length ? 1 + percent[cell] / 100 : 1);
        return factors;
    }

    private static List<String[]> labels(Path file) {
        return lines(file).stream().skip(1).map(l -> l.split(",", 2)).toList();
    }

    private static double[] matrix(Path file, int rows, int columns) {
        List<String> lines = lines(file);
        if (lines.size() != rows) {
            throw InputException.data(file + " has another size", rows + " lines", lines.size() + " lines",
                    "the file was cut off or is another release of the data.");
        }
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            String[] words = lines.get(row).strip().split("\\s+");
            if (words.length != columns) {
                throw bad(file, row, columns + " numbers", words.length + " numbers");
            }
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = number(words[column], file, row);
            }
        }
        return values;
    }

    private static double number(String word, Path file, int row) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw bad(file, row, "a number", "'" + word + "'");
        }
    }

    private static InputException bad(Path file, int row, String expected, String found) {
        return InputException.data("%s, line %d cannot be read".formatted(file, row + 1), expected, found,
                "the file was cut off or edited: copy it again.");
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.removeIf(String::isBlank);
            return lines;
        } catch (NoSuchFileException e) {
            throw InputException.use("There is no such file", "the data of Caliendo and Parro (2015)",
                    file.toString(), "the folder data/cp1993 is missing or incomplete.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
