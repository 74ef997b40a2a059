package org.jiritsu.partners;

/** Where a tie is written down. */
public enum Book {
    /** The list and the trade agreements that come with the program. */
    LIST,
    /** Alliance Treaty Obligations and Provisions 5.1, to 2018. */
    ATOP,
    /** Correlates of War formal alliances 4.1, to 2012. */
    COW,
    /** A person's own file. */
    OWN
}
