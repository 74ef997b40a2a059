package org.jiritsu.goods;

import java.util.OptionalDouble;

/**
 * One good sold by one economy to another in one year.
 *
 * @param kusd thousand US dollars
 * @param tonnes metric tonnes, if known
 */
public record Flow(String good, String importer, String exporter, double kusd, OptionalDouble tonnes) {
    public static Flow of(String good, String importer, String exporter, double kusd, double tonnes) {
        return new Flow(good, importer, exporter, kusd, OptionalDouble.of(tonnes));
    }
}
