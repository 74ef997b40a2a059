/** What the questions of partners ask alike: a break of supplies, and what a partner does that stands by in it or does not. */
@NullMarked
package org.jiritsu.questions.standing;

import org.jspecify.annotations.NullMarked;
