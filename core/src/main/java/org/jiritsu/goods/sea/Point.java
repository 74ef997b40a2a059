package org.jiritsu.goods.sea;

/** A place on the globe, in degrees: longitude from -180 to 180, latitude from -90 to 90. */
public record Point(double lon, double lat) {}
