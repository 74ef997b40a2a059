/** The short run: production, inventories and shortages day by day after a break; stockpiles; how long we last. */
@NullMarked
package org.jiritsu.disruption;

import org.jspecify.annotations.NullMarked;
