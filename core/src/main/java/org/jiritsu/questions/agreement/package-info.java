/** What the next agreement would change: {@code docs/methods/partners.md}. */
@NullMarked
package org.jiritsu.questions.agreement;

import org.jspecify.annotations.NullMarked;
