package org.jiritsu.goods;

/** What a share is a share of. The two differ widely where the suppliers' prices do. */
public enum Measure {
    /** Thousand US dollars. */
    VALUE,
    /** Metric tonnes; flows without a published quantity count nothing. */
    TONNES
}
