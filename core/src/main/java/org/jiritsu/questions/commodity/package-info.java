/** What the questions of goods, of the sea, of a break and of hedges ask alike: goods and lanes at hand, and what is lost without. */
@NullMarked
package org.jiritsu.questions.commodity;

import org.jspecify.annotations.NullMarked;
