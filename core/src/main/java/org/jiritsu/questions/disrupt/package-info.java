/** The question {@code disrupt}: what a break costs day by day, what stops first and why, how long stocks last. */
@NullMarked
package org.jiritsu.questions.disrupt;

import org.jspecify.annotations.NullMarked;
