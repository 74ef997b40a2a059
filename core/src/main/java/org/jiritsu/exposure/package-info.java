/** Who depends on whom: shares by origin and by market, chains, and the cut of one link. No time, no prices. */
@NullMarked
package org.jiritsu.exposure;

import org.jspecify.annotations.NullMarked;
