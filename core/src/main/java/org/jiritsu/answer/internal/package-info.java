/** The forms of a table. */
@NullMarked
package org.jiritsu.answer.internal;

import org.jspecify.annotations.NullMarked;
