/**
 * Which hedges are worth their price, whatever the others do: a menu, futures, and the portfolios that hold up best. What
 * a portfolio loses in a future comes through {@link org.jiritsu.hedge.LossModel}; no model of an economy is known here.
 */
@NullMarked
package org.jiritsu.hedge;

import org.jspecify.annotations.NullMarked;
