/** A question that the product does not have: all of it stands here and in the resources beside. */
@NullMarked
package org.jiritsu.sample;

import org.jspecify.annotations.NullMarked;
