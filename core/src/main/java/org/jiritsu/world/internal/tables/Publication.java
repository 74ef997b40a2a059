package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.InputException;
import org.jiritsu.world.About;
import org.jiritsu.world.ImportOptions;

/**
 * What is known of a published table from its layout and its name.
 *
 * @param title with the edition
 * @param unit in which the file's cells are, in words
 * @param isMillionUsd whether the cells need no rate
 */
record Publication(
        String title,
        String unit,
        boolean isMillionUsd,
        String source,
        String licence,
        String valueAdded,
        List<String> notes) {
    private static final String MILLION_USD = "million USD, current prices";
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(19[5-9][0-9]|20[0-9][0-9])(?![0-9])");

    /** What to multiply each cell with to get million USD. */
    double factor(String place, ImportOptions options) {
        if (isMillionUsd && options.rate().isPresent()) {
            throw InputException.use(
                    place + " needs no rate",
                    "no rate: the table is in million USD",
                    "a rate of " + options.rate().get().usd(),
                    "the rate was meant for another table.");
        }
        if (!isMillionUsd && options.rate().isEmpty()) {
            throw InputException.use(
                    place + " is in another unit than the rest of the house",
                    "million USD, or a rate",
                    unit,
                    "the year's average exchange rate is wanted, with its source: --rate 1.0530 --rate-source "
                            + "'ECB, average of 2022'.");
        }
        return options.rate().map(ImportOptions.Rate::usd).orElse(1.0);
    }

    About about(ImportOptions options, int year, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        options.rate()
                .ifPresent(rate -> all.add(String.format(
                        Locale.ROOT,
                        "Converted from %s at %s USD for one unit (%s).",
                        unit,
                        rate.usd(),
                        rate.source())));
        all.addAll(more);
        return new About(options.id(), title + ", " + year, year, MILLION_USD, source, licence, valueAdded, all);
    }

    /** The year that was asked for, else the last year in the name. */
    static int year(ImportOptions options, String name) {
        OptionalInt stated = options.year().isPresent() ? options.year() : lastYear(name);
        return stated.orElseThrow(() -> InputException.use(
                "The year of the table is not known",
                "a year in the name of the file, or --year",
                name,
                "the file was renamed: say --year 2022."));
    }

    static OptionalInt lastYear(String name) {
        Matcher years = YEAR.matcher(name);
        OptionalInt last = OptionalInt.empty();
        while (years.find()) {
            last = OptionalInt.of(Integer.parseInt(years.group()));
        }
        return last;
    }
}
