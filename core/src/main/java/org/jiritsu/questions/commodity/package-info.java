/** What the questions of goods, of the sea and of a break ask alike: the goods and lanes at hand, and their names. */
@NullMarked
package org.jiritsu.questions.commodity;

import org.jspecify.annotations.NullMarked;
