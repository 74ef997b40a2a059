/** The daily steps of the disruption model. */
@NullMarked
package org.jiritsu.disruption.internal;

import org.jspecify.annotations.NullMarked;
