/** How tables and reports are written. */
@NullMarked
package org.jiritsu.study.internal;

import org.jspecify.annotations.NullMarked;
