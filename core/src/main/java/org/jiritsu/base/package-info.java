/** What every room uses and no field owns: input errors, atomic writing, file access, cancellation, nearest words, exact sums. */
@NullMarked
package org.jiritsu.base;

import org.jspecify.annotations.NullMarked;
