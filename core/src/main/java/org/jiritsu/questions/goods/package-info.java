/** Which goods an economy cannot replace, by whom and for how long: {@code docs/methods/goods.md}. */
@NullMarked
package org.jiritsu.questions.goods;

import org.jspecify.annotations.NullMarked;
