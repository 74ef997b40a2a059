/** Goods at six digits: who sells what to whom, who mines and refines, and which goods an economy cannot replace. */
@NullMarked
package org.jiritsu.goods;

import org.jspecify.annotations.NullMarked;
