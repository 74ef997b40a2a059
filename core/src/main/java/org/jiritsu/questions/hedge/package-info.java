/** Which hedges are worth their price, whatever the others do: {@code docs/methods/hedge.md}. */
@NullMarked
package org.jiritsu.questions.hedge;

import org.jspecify.annotations.NullMarked;
