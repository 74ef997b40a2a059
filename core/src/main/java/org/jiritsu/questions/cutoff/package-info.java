/** What both sides have at stake in a supply link: {@code docs/methods/cutoff.md}. */
@NullMarked
package org.jiritsu.questions.cutoff;

import org.jspecify.annotations.NullMarked;
