package org.jiritsu.goods.sea;

/**
 * A port or terminal.
 *
 * @param code UN/LOCODE, or one of its own kind for a terminal that has none
 * @param economy where it lies, ISO 3166 alpha-3; blank for a place given by hand
 */
public record Port(String code, String economy, String name, Point at) {}
