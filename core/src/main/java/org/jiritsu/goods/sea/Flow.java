package org.jiritsu.goods.sea;

/** Trade in one good from one economy to another in a year; {@code amount} in thousand US dollars or in tonnes. */
public record Flow(String exporter, String importer, double amount) {}
