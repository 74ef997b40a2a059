/** World tables estimated from bilateral flows, output, and the coefficients of another table. */
@NullMarked
package org.jiritsu.world.internal.estimate;

import org.jspecify.annotations.NullMarked;
