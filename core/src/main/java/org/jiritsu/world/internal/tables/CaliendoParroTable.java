package org.jiritsu.world.internal.tables;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Sayings;
import org.jiritsu.world.About;
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

    private static final Sayings SAYINGS = new Sayings(CaliendoParroTable.class);

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
        Publication.rate(Unit.MILLION_USD, folder.toString(), options);
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
                about(options.id()),
                files.economies(),
                files.sectors(),
                List.of(new FinalUse("FD", "Final demand", false)),
                z,
                y,
                x);
    }

    private About about(String id) {
        long standIns = Arrays.stream(files.outputUsd()).filter(usd -> usd <= 1).count();
        return new About(
                id,
                SAYINGS.say("cp.title", YEAR),
                YEAR,
                About.MILLION_USD,
                SAYINGS.say("cp.source"),
                SAYINGS.say("cp.licence"),
                SAYINGS.say("cp.valueadded"),
                List.of(
                        SAYINGS.say("cp.note.proportions"),
                        SAYINGS.say("cp.note.border"),
                        SAYINGS.say(
                                "cp.note.negative",
                                negative,
                                x.length,
                                String.format(Locale.ROOT, "%.0f", negativeMusd)),
                        SAYINGS.say("cp.note.standins", standIns)),
                List.of());
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
