package org.jiritsu.hedge;

import java.io.Serializable;
import java.util.List;

/** Something that happens in a future, told in what the models already know. Lists that are empty mean all. */
public sealed interface Event extends Serializable {
    String id();

    /** Days from the start of the horizon. */
    double from();

    /** How long it lasts; infinite for good. */
    double days();

    /**
     * Economies stop selling goods to others.
     *
     * @param on the economies it is aimed at
     * @param breadth share of the goods that it covers, 0 to 1
     */
    record Ban(
            String id, List<String> by, List<String> on, List<String> goods, double breadth, double from, double days)
            implements Event {}

    /** A strait that cannot be passed. @param share of its traffic that is stopped */
    record StraitClosed(String id, String strait, double share, double from, double days) implements Event {}

    /** Plants that stand still. @param share of capacity that is lost */
    record LostCapacity(String id, List<String> by, List<String> goods, double share, double from, double days)
            implements Event {}

    /** Tariffs by some economies on goods from others. @param rate added, ad valorem: 0.1 is ten points */
    record Tariff(
            String id, List<String> by, List<String> on, List<String> goods, double rate, double from, double days)
            implements Event {}

    /** Final users want more. @param share more, 1 is a doubling */
    record DemandSurge(String id, List<String> by, List<String> goods, double share, double from, double days)
            implements Event {}
}
