package org.jiritsu.world.internal.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiritsu.base.InputException;
import org.jiritsu.world.CaliendoParroFiles;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.World;

/**
 * The world table that the replication files of Caliendo and Parro (2015) imply. All users in an economy buy a sector's
 * goods from the same sellers in the same proportions, so the industry (i,k) sells to (n,j)
 * {@code Z = b_kni · γ_nkj x_nj / X_nk}, with b the flow at border values and X_nk = Σ_i b_kni (1 + t_kni) what economy n
 * spends on k at purchasers' values; final demand is what is left of b.
 */
final class CaliendoParroTable {
    private static final int YEAR = 1993;
    private static final double MUSD_PER_USD = 1e-6;

    private static final Publication PUBLICATION = new Publication(
            "Caliendo and Parro (2015), replication data",
            Unit.MILLION_USD,
            "Caliendo, L. and Parro, F. (2015), Estimates of the Trade and Welfare Effects of NAFTA, Review of Economic "
                    + "Studies 82(1), 1-44, replication files",
            "none stated; published for replication, cite the paper",
            "gross output minus intermediate purchases at border values: the authors' value added plus the tariffs of 1993 "
                    + "on inputs",
            List.of(
                    "Made from bilateral trade, gross output, value-added shares and input coefficients: every user in an "
                            + "economy buys from the same sellers in the same proportions; the 20 service sectors do not trade.",
                    "Flows are at border values, before tariffs."));

    private final CaliendoParroFiles files;
    private final int n;
    private final int sectors;
    private final double[] z;
    private final double[] y;
    private final double[] x;
    private int negative;
    private double negativeMusd;

    private CaliendoParroTable(CaliendoParroFiles files) {
        this.files = files;
        this.n = files.economies().size();
        this.sectors = files.sectors().size();
        this.x = new double[n * sectors];
        this.z = new double[x.length * x.length];
        this.y = new double[x.length * n];
    }

    /** Whether these are the files, or some of them. */
    static boolean fits(List<Source> sources) {
        return sources.stream()
                .map(Source::name)
                .anyMatch(name -> name.equals(CaliendoParroFiles.BILATERAL) || name.equals(CaliendoParroFiles.OUTPUT));
    }

    static World read(Path folder, ImportOptions options) {
        if (!Files.isDirectory(folder)) {
            throw InputException.use(
                    "Format cp1993 is a folder of text files",
                    "a folder",
                    folder.toString(),
                    "it is one of the files, or still packed: name the folder.");
        }
        PUBLICATION.rate(folder.toString(), options);
        if (options.year().orElse(YEAR) != YEAR) {
            throw InputException.use(
                    "Format cp1993 holds one year",
                    "no year, or " + YEAR,
                    String.valueOf(options.year().getAsInt()),
                    "the year was meant for another table.");
        }
        return new CaliendoParroTable(CaliendoParroFiles.read(folder)).world(options);
    }

    private World world(ImportOptions options) {
        for (int k = 0; k < sectors; k++) {
            for (int importer = 0; importer < n; importer++) {
                sell(k, importer);
            }
        }
        for (int pair = 0; pair < x.length; pair++) {
            x[pair % n * sectors + pair / n] = files.outputUsd()[pair] * MUSD_PER_USD;
        }
        return new World(
                PUBLICATION.about(options, YEAR, List.of(negativeDemand(), standIns())),
                files.economies(),
                files.sectors(),
                List.of(new FinalUse("FD", "Final demand", false)),
                z,
                y,
                x);
    }

    private String negativeDemand() {
        return String.format(
                Locale.ROOT,
                "In %d of %d pairs of economy and sector the coefficients use more of a sector's goods than is bought: final "
                        + "demand there is negative, %.0f million USD in all at purchasers' values. It is kept, so that "
                        + "output, trade and coefficients are the authors'; their model sets it to zero and solves for "
                        + "another output.",
                negative,
                x.length,
                negativeMusd);
    }

    private String standIns() {
        return "%d industries have an output of one USD, the authors' stand-in for none: what is far above one there, such as "
                        .formatted(Arrays.stream(files.outputUsd())
                                .filter(usd -> usd <= 1)
                                .count())
                + "sales over output or upstreamness, means nothing.";
    }

    /** Divides what an economy buys of one sector, from every seller alike, among its users. */
    private void sell(int k, int importer) {
        int first = (k * n + importer) * n;
        double spent = 0;
        for (int cell = first; cell < first + n; cell++) {
            spent += files.borderUsd()[cell] * (1 + files.tariffs1993()[cell]);
        }
        double[] useShare = new double[sectors];
        double used = 0;
        for (int j = 0; j < sectors; j++) {
            double purchases =
                    files.inputShare()[(importer * sectors + k) * sectors + j] * files.outputUsd()[j * n + importer];
            useShare[j] = purchases / spent;
            used += purchases;
        }
        for (int seller = 0; seller < n; seller++) {
            double flow = files.borderUsd()[first + seller] * MUSD_PER_USD;
            int row = seller * sectors + k;
            for (int j = 0; j < sectors; j++) {
                z[row * x.length + importer * sectors + j] = flow * useShare[j];
            }
            y[row * n + importer] = flow * (spent - used) / spent;
        }
        if (used > spent) {
            negative++;
            negativeMusd += (spent - used) * MUSD_PER_USD;
        }
    }
}
