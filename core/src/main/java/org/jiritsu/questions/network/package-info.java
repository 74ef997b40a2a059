/** Ties between economies by layer and date, measured: {@code docs/methods/partners.md}. */
@NullMarked
package org.jiritsu.questions.network;

import org.jspecify.annotations.NullMarked;
