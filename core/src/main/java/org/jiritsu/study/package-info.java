/** Questions as text, their steps, their results as tables, and the report of them. */
@NullMarked
package org.jiritsu.study;

import org.jspecify.annotations.NullMarked;
