/** The kernels behind {@link org.jiritsu.linear.Kernel}. */
@NullMarked
package org.jiritsu.linear.internal;

import org.jspecify.annotations.NullMarked;
