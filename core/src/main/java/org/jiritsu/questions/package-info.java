/** The list of questions; each has a package of its own below. */
@NullMarked
package org.jiritsu.questions;

import org.jspecify.annotations.NullMarked;
