package org.jiritsu.world;

import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.base.InputFile;
import org.jiritsu.base.Said;
import org.jiritsu.base.Sayings;

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
        Said title,
        int year,
        Said unit,
        Said source,
        Said licence,
        Said valueAdded,
        List<Said> notes,
        List<InputFile> inputs) {
    /** The unit of every flow that readers of published tables give. */
    public static final Said MILLION_USD = new Sayings(About.class).say("unit");

    public About {
        notes = List.copyOf(notes);
        inputs = List.copyOf(inputs);
    }

    /** In one language, and without a record of files. */
    public About(
            String id,
            String title,
            int year,
            String unit,
            String source,
            String licence,
            String valueAdded,
            List<String> notes) {
        this(
                id,
                Said.of(title),
                year,
                Said.of(unit),
                Said.of(source),
                Said.of(licence),
                Said.of(valueAdded),
                notes.stream().map(Said::of).toList(),
                List.of());
    }

    /** The same, made from these files. */
    public About from(List<InputFile> files) {
        return new About(id, title, year, unit, source, licence, valueAdded, notes, files);
    }

    /** The same table by another id and title, with one note more. */
    About as(String other, Said called, Said note) {
        return new About(other, called, year, unit, source, licence, valueAdded, joined(notes, List.of(note)), inputs);
    }

    /** The same with more notes. */
    About noted(List<Said> more) {
        return new About(id, title, year, unit, source, licence, valueAdded, joined(notes, more), inputs);
    }

    private static List<Said> joined(List<Said> first, List<Said> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
