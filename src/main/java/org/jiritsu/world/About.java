package org.jiritsu.world;

import java.util.List;

/**
 * Where a world comes from and what its figures mean.
 *
 * @param id the name by which commands ask for it
 * @param unit the unit of every flow, such as {@code million USD, current prices}
 * @param source who published it, as it should be cited
 * @param licence under which terms, as far as known
 * @param valueAdded how value added is defined in it
 * @param notes limits that a reader of any result should know
 */
public record About(
        String id,
        String title,
        int year,
        String unit,
        String source,
        String licence,
        String valueAdded,
        List<String> notes) {
    public About {
        notes = List.copyOf(notes);
    }
}
