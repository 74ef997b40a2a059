package org.jiritsu.ask;

/** Told how far long work has come. */
@FunctionalInterface
public interface Progress {
    /**
     * @param all parts of the work; 0 where only the message counts
     * @param done of them
     */
    void at(int done, int all, String message);
}
