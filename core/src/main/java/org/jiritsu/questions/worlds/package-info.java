/** The worlds at hand, and the codes of one. */
@NullMarked
package org.jiritsu.questions.worlds;

import org.jspecify.annotations.NullMarked;
