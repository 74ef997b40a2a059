/** What is spent on defence and pledged to partners: {@code docs/methods/partners.md}. */
@NullMarked
package org.jiritsu.questions.burden;

import org.jspecify.annotations.NullMarked;
