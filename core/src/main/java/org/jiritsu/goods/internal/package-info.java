/** Readers of bundled tables and of the parquet files that hold trade. */
@NullMarked
package org.jiritsu.goods.internal;

import org.jspecify.annotations.NullMarked;
