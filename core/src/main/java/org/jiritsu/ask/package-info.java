/**
 * What a question is: typed parameters, a plan made from checked arguments, its cost; and the session in which it is
 * answered. Knows no model.
 */
@NullMarked
package org.jiritsu.ask;

import org.jspecify.annotations.NullMarked;
