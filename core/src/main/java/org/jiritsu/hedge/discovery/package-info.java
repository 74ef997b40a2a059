/** Scenario discovery: which conditions go with failure, in boxes that can be told in words. */
@NullMarked
package org.jiritsu.hedge.discovery;

import org.jspecify.annotations.NullMarked;
