package org.jiritsu.hedge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is bought of a menu.
 *
 * @param levels by hedge in the menu's order; 0 for none
 */
public record Portfolio(List<Integer> levels) implements Serializable, Comparable<Portfolio> {
    public Portfolio {
        levels = List.copyOf(levels);
    }

    public static Portfolio none(int hedges) {
        return new Portfolio(Collections.nCopies(hedges, 0));
    }

    public int level(int hedge) {
        return levels.get(hedge);
    }

    public boolean holds(int hedge) {
        return levels.get(hedge) > 0;
    }

    public Portfolio with(int hedge, int level) {
        if (levels.get(hedge) == level) {
            return this;
        }
        List<Integer> others = new ArrayList<>(levels);
        others.set(hedge, level);
        return new Portfolio(others);
    }

    /** Whether every level is at most the other's. */
    public boolean within(Portfolio other) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i) > other.levels.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Portfolio other) {
        for (int i = 0; i < levels.size(); i++) {
            int order = Integer.compare(levels.get(i), other.levels.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
