/** File formats of the world room. */
@NullMarked
package org.jiritsu.world.internal;

import org.jspecify.annotations.NullMarked;
