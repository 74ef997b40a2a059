/** The command line over the use cases of the study room. */
@NullMarked
package org.jiritsu.app;

import org.jspecify.annotations.NullMarked;
