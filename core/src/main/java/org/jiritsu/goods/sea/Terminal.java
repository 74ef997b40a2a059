package org.jiritsu.goods.sea;

/** A port and the share of an economy's cargo that it handles, 0 to 1; {@code note} says from where, or is blank. */
public record Terminal(Port port, double share, String note) {}
