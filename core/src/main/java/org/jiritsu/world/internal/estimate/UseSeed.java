package org.jiritsu.world.internal.estimate;

/** What is believed of an economy's uses before they are balanced. */
interface UseSeed {
    /** Purchases of a product, from all origins, per unit of the user's output. */
    double coefficient(int product, int user);

    /** Value added per unit of output. */
    double valueAdded(int sector);

    /** The part of a product's absorption that is final. */
    double finalShare(int product);
}
