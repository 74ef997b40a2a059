/**
 * Ties between economies by layer and date, measures of their network, arms supply, and what each partner is worth: the
 * arithmetic of coalitions for any value that a caller gives.
 */
@NullMarked
package org.jiritsu.partners;

import org.jspecify.annotations.NullMarked;
