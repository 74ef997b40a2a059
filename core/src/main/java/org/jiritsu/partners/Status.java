package org.jiritsu.partners;

/** How far a tie has come on a day. */
public enum Status {
    /** Nothing signed by that day. */
    NOT_YET,
    SIGNED,
    IN_FORCE,
    ENDED
}
