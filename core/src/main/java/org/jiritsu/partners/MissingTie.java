package org.jiritsu.partners;

/**
 * What one more tie would change.
 *
 * @param a one end
 * @param b the other
 * @param joined pairs of economies that would newly be linked, directly or through others, with the hub taken away
 * @param density of the network with this tie and with the hub
 * @param degreeCentralisation of the network with this tie and with the hub
 */
public record MissingTie(String a, String b, int joined, double density, double degreeCentralisation) {}
