package org.jiritsu.world;

import java.util.List;
import org.jiritsu.base.InputFile;

/**
 * Where a world comes from and what its figures mean.
 *
 * @param id the name by which commands ask for it
 * @param unit the unit of every flow, such as {@code million USD, current prices}
 * @param source who published it, as it should be cited
 * @param licence under which terms, as far as known
 * @param valueAdded how value added is defined in it
 * @param notes limits that a reader of any result should know
 * @param inputs the files it was made from, as far as recorded
 */
public record About(
        String id,
        String title,
        int year,
        String unit,
        String source,
        String licence,
        String valueAdded,
        List<String> notes,
        List<InputFile> inputs) {
    public About {
        notes = List.copyOf(notes);
        inputs = List.copyOf(inputs);
    }

    /** Without a record of files. */
    public About(
            String id,
            String title,
            int year,
            String unit,
            String source,
            String licence,
            String valueAdded,
            List<String> notes) {
        this(id, title, year, unit, source, licence, valueAdded, notes, List.of());
    }

    /** The same, made from these files. */
    public About from(List<InputFile> files) {
        return new About(id, title, year, unit, source, licence, valueAdded, notes, files);
    }
}
