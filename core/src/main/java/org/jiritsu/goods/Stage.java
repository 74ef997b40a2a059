package org.jiritsu.goods;

/** How far a material has come. */
public enum Stage {
    MINE,
    /** Separated, refined or turned into a compound. */
    REFINE,
    METAL,
    PART,
    PRODUCT
}
