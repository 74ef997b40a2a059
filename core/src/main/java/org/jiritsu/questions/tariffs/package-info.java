/** What a change of trade policy costs in the long run, and what binding rules are worth. */
@NullMarked
package org.jiritsu.questions.tariffs;

import org.jspecify.annotations.NullMarked;
