package org.jiritsu.world.internal.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;
import org.jiritsu.world.About;
import org.jiritsu.world.ImportOptions;

/**
 * What is known of a published table from its layout and its name.
 *
 * @param title with the edition
 * @param unit in which the file's cells are
 */
record Publication(String title, Unit unit, String source, String licence, String valueAdded, List<String> notes) {
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(19[5-9][0-9]|20[0-9][0-9])(?![0-9])");

    /** USD for one unit of the table's currency. */
    double rate(String place, ImportOptions options) {
        return rate(unit, place, options);
    }

    /** The same of a table in some unit. */
    static double rate(Unit unit, String place, ImportOptions options) {
        if (unit.isDollars() && options.rate().isPresent()) {
            throw InputException.use(
                    place + " needs no rate",
                    "no rate: the table is in " + unit,
                    "a rate of " + options.rate().get().usd(),
                    "it reads without --rate: thousands and millions are converted by themselves.");
        }
        if (!unit.isDollars() && options.rate().isEmpty()) {
            throw InputException.use(
                    place + " is in another currency than the rest of the house",
                    "a table in USD, or a rate: USD for one " + unit.currency(),
                    unit.toString(),
                    "the year's average exchange rate is wanted, with its source: --rate %s --rate-source '%s'."
                            .formatted(
                                    unit.currency().equals("EUR") ? "1.0530" : "0.0071",
                                    "the central bank, average of the year"));
        }
        return options.rate().map(ImportOptions.Rate::usd).orElse(1.0);
    }

    About about(ImportOptions options, int year, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        if (!unit.equals(Unit.MILLION_USD)) {
            all.add(options.rate()
                    .map(rate -> String.format(
                            Locale.ROOT,
                            "Converted from %s at %s USD for one %s (%s).",
                            unit,
                            rate.usd(),
                            unit.currency(),
                            rate.source()))
                    .orElse("Converted from " + unit + " to million USD."));
        }
        all.addAll(more);
        return new About(
                options.id(),
                Said.of(title + ", " + year),
                year,
                About.MILLION_USD,
                Said.of(source),
                Said.of(licence),
                Said.of(valueAdded),
                all.stream().map(Said::of).toList(),
                List.of());
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
