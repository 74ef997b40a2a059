package org.jiritsu.trade;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Sayings;
import org.jiritsu.world.CaliendoParroFiles;

/**
 * The data of Caliendo and Parro (2015): 31 economies × 40 sectors, of which 20 trade, 1993, with the tariffs of 1993
 * and 2005 and the authors' own elasticities. Calibrated as by the authors: domestic sales are gross output less
 * exports; final shares are what the goods markets leave over, negative ones set to zero.
 *
 * @param data the world of 1993 under the tariffs of 1993; million USD
 * @param tariffs2005 ad valorem rates of 2005, by cell of {@code data}, such as 0.15
 */
public record CaliendoParro(TradeData data, double[] tariffs2005) {
    private static final double SERVICES_THETA = 8.22;
    private static final String ID = "cp1993";

    /**
     * Reads the folder of the authors' text files, as data/cp1993 holds them.
     *
     * @throws InputException naming file and line of what cannot be read
     */
    public static CaliendoParro read(Path folder) {
        CaliendoParroFiles files = CaliendoParroFiles.read(folder);
        double[] theta = Arrays.copyOf(files.theta(), files.sectors().size());
        Arrays.fill(theta, CaliendoParroFiles.TRADED, theta.length, SERVICES_THETA);
        return new CaliendoParro(calibrate(files, theta), files.tariffs2005());
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

    private static TradeData calibrate(CaliendoParroFiles files, double[] theta) {
        int n = files.economies().size();
        double[] output = million(files.outputUsd());
        double[] tariff =
                Arrays.stream(files.tariffs1993()).map(rate -> 1 + rate).toArray();
        TradeFlows flows = TradeFlows.of(million(files.borderUsd()), tariff, n);
        double[] factorIncome = new double[n];
        for (int pair = 0; pair < output.length; pair++) {
            factorIncome[pair % n] += files.valueAddedShare()[pair] * output[pair];
        }
        double[] finalShare = finalShares(flows.expenditure(), files.inputShare(), output, n);
        double[] exportTax = new double[tariff.length];
        Arrays.fill(exportTax, 1);
        Sayings sayings = new Sayings(CaliendoParro.class);
        return new TradeData(
                ID,
                files.economies(),
                files.sectors(),
                List.of(sayings.say("authors.baseline"), sayings.say("authors.raw")),
                theta,
                new TradeData.Technology(files.valueAddedShare(), files.inputShare(), finalShare),
                flows.share(),
                tariff,
                exportTax,
                factorIncome,
                flows.deficit(),
                flows.expenditure());
    }

    private static double[] million(double[] usd) {
        return Arrays.stream(usd).map(v -> v / 1e6).toArray();
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
}
