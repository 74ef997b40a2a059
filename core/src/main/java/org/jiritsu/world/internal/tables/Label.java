package org.jiritsu.world.internal.tables;

import org.jiritsu.base.InputException;

/** What a row or a column of a published table holds. */
sealed interface Label {
    /** An economy's sector or final use, in the source's own words. */
    record Cell(String economy, String item) implements Label {
        @Override
        public String toString() {
            return economy + "_" + item;
        }
    }

    /** What stands at the margin of the table. */
    enum Margin implements Label {
        /** Gross output of each industry. */
        OUTPUT,
        /** A part of output that is not bought from an industry: value added, taxes, margins. */
        PRIMARY_INPUT,
        /** Sums that follow from the cells. */
        IGNORED
    }

    /** {@code JPN_C26} at its first underscore. */
    static Cell split(String text, String place) {
        int at = text.indexOf('_');
        if (at < 1 || at == text.length() - 1) {
            throw InputException.data(
                    place + ": this label has not two parts",
                    "ECONOMY_SECTOR or ECONOMY_USE such as JPN_C26",
                    "'" + text + "'",
                    "another format was named, or the label was changed by hand.");
        }
        return new Cell(text.substring(0, at), text.substring(at + 1));
    }
}
