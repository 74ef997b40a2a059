package org.jiritsu.partners;

import java.util.Arrays;
import java.util.List;
import org.jiritsu.base.Csv;

/** On what a row stands. One from memory is marked wherever it is shown. */
public enum Evidence {
    /** The named source was read. */
    SEEN("seen"),
    /** Some of it was read; the note says what was not. */
    IN_PART("in part"),
    /** Nobody has checked it. */
    FROM_MEMORY("from memory");

    private final String key;

    Evidence(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** What a row says of itself; a row that says nothing is seen if it names a source. */
    static Evidence of(Csv.Row row) {
        if (row.text("evidence").isEmpty()) {
            return row.text("source").isEmpty() ? FROM_MEMORY : SEEN;
        }
        List<String> keys = Arrays.stream(values()).map(Evidence::key).toList();
        return values()[keys.indexOf(row.oneOf("evidence", keys))];
    }
}
