/** Readers and writers of published table layouts. */
@NullMarked
package org.jiritsu.world.internal.tables;

import org.jspecify.annotations.NullMarked;
