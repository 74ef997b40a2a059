package org.jiritsu.ask;

/** How long an answer takes, for whoever must decide how to wait for it. */
public enum Cost {
    /** Milliseconds once its world is open. */
    QUICK,
    /** Seconds: a model is solved. */
    MODEL,
    /** Perhaps minutes: over HTTP it has to be a run. */
    LONG
}
