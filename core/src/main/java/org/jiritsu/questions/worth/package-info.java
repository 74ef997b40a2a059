/** What each partner is worth in loss avoided: {@code docs/methods/partners.md}. */
@NullMarked
package org.jiritsu.questions.worth;

import org.jspecify.annotations.NullMarked;
