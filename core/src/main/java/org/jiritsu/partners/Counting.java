package org.jiritsu.partners;

/** From when a tie counts. */
public enum Counting {
    IN_FORCE,
    /** From its signature, in force or not yet. */
    SIGNED
}
