package org.jiritsu.world;

/**
 * An industry of an economy, by their codes in a world; written {@code JPN_C26}.
 *
 * @param economy the economy's code
 * @param sector the sector's code
 */
public record Industry(String economy, String sector) {
    @Override
    public String toString() {
        return economy + "_" + sector;
    }
}
