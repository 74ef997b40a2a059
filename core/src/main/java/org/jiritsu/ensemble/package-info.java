/** Experiments over parameters: samples from a seed, and cells that are computed once and survive a crash. */
@NullMarked
package org.jiritsu.ensemble;

import org.jspecify.annotations.NullMarked;
