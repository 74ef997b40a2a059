/**
 * Long run: the quantitative trade equilibrium after tariffs, trade costs, export taxes and bans, in exact hat algebra
 * (Caliendo and Parro 2015). Knows prices and no weeks.
 *
 * <p>{@link TradeData} holds a calibrated world, {@link TradeModel} solves its baseline, {@link TradePolicy} says what
 * changes, {@link Effects} answers.
 */
@NullMarked
package org.jiritsu.trade;

import org.jspecify.annotations.NullMarked;
