/**
 * Dense linear algebra: LU factors, solves with a residual check, low-rank updates. Knows no economics.
 *
 * <p>Two kernels stand behind one contract: OpenBLAS through its JavaCPP binding, and plain Java, which always works.
 */
@NullMarked
package org.jiritsu.linear;

import org.jspecify.annotations.NullMarked;
