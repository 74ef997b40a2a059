package org.jiritsu.trade;

/** What becomes of an economy's trade imbalance. The numeraire is world factor income, which no policy changes. */
public enum Deficits {
    /** As in the data, fixed in the numeraire: D' = D. */
    OBSERVED,
    /** None: the baseline is solved again without imbalances and every policy is held against that one. */
    ZERO,
    /** Held as a share of the value of world gross output: D' = D · (Σ Y' / Σ Y). */
    WORLD_OUTPUT_SHARE
}
