package org.jiritsu.world;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ObjDoubleConsumer;
import org.jiritsu.base.InputException;

/**
 * What an import is told beside the file.
 *
 * @param id the name of the new world
 * @param year if the file does not say it, or holds several
 * @param rate needed when the table is in another currency than USD
 * @param keepParts whether parts of an economy, such as CN1 and CN2 of the OECD's tables, stay apart as sectors of their own
 * @param progress is told which file is being read and how much of it has been, from 0 to 1; often, by any thread
 */
public record ImportOptions(
        String id, OptionalInt year, Optional<Rate> rate, boolean keepParts, ObjDoubleConsumer<String> progress) {
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2199;
    static final ObjDoubleConsumer<String> UNWATCHED = (file, part) -> {};

    /**
     * The value of the table's currency.
     *
     * @param usd USD for one unit of the currency, such as 1.0530 for one EUR of 2022; whether the table is in
     *     thousands or millions of it makes no difference
     * @param source where the rate comes from; it stands in the world's notes
     */
    public record Rate(double usd, String source) {
        public Rate {
            if (!(usd > 0) || !Double.isFinite(usd)) {
                throw InputException.use(
                        "This rate cannot convert a table",
                        "USD for one unit of its currency, above 0",
                        String.valueOf(usd),
                        "the rate is the other way round: USD for one EUR is near 1.1.");
            }
        }
    }

    public static ImportOptions of(String id) {
        return new ImportOptions(id, OptionalInt.empty(), Optional.empty(), false, UNWATCHED);
    }

    /**
     * @throws InputException if it is no year of a table
     */
    public ImportOptions year(int value) {
        if (value < FIRST_YEAR || value > LAST_YEAR) {
            throw InputException.use(
                    "There are no tables of such a year",
                    FIRST_YEAR + " to " + LAST_YEAR,
                    String.valueOf(value),
                    "a digit is missing or too many.");
        }
        return new ImportOptions(id, OptionalInt.of(value), rate, keepParts, progress);
    }

    public ImportOptions rate(double usd, String source) {
        return new ImportOptions(id, year, Optional.of(new Rate(usd, source)), keepParts, progress);
    }

    public ImportOptions keepParts(boolean keep) {
        return new ImportOptions(id, year, rate, keep, progress);
    }

    public ImportOptions progress(ObjDoubleConsumer<String> told) {
        return new ImportOptions(id, year, rate, keepParts, told);
    }
}
