/** Who supplies whom with arms: {@code docs/methods/partners.md}. */
@NullMarked
package org.jiritsu.questions.arms;

import org.jspecify.annotations.NullMarked;
