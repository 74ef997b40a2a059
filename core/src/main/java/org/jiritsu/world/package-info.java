/** Economies, sectors, the immutable world table, its readers, its accounting checks and its store. */
@NullMarked
package org.jiritsu.world;

import org.jspecify.annotations.NullMarked;
