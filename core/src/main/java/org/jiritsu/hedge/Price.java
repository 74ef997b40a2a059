package org.jiritsu.hedge;

/**
 * What somebody published about a price.
 *
 * @param amount in millions of the currency, at the prices of the year
 * @param weak whether the source is an excerpt or second hand
 * @param note what was derived, in words; may be empty
 */
public record Price(double amount, String currency, int year, String source, boolean weak, String note) {}
