package org.jiritsu.goods;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiritsu.base.Said;

/**
 * A set of yearly trade in one revision of the Harmonized System.
 *
 * @param id its name
 * @param revision the revision of its codes; empty for the sum of all goods
 * @param coverage what stands in it
 * @param title what it is, in a few words
 * @param source publisher and licence
 * @param edition which edition of the source
 * @param bundled whether it came with the product
 * @param files the file of each year
 */
public record Dataset(
        String id,
        Optional<HsRevision> revision,
        Coverage coverage,
        Said title,
        Said source,
        Said edition,
        boolean bundled,
        SortedMap<Integer, Path> files) {

    /** Whether every pair of economies and every good stand in it. */
    public enum Coverage {
        /** Every good, every pair of economies. */
        ALL_GOODS,
        /** Some goods, every pair of economies. */
        SOME_GOODS,
        /** The imports of one economy only: nothing can be said of world exports. */
        ONE_IMPORTER,
        /** One good that stands for all: totals only. */
        TOTAL
    }

    public Dataset {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public List<Integer> years() {
        return List.copyOf(files.keySet());
    }

    public int lastYear() {
        return files.lastKey();
    }

    /** The revision, or "all goods". */
    public String revisionName() {
        return revision.map(Enum::name).orElse("all goods");
    }
}
