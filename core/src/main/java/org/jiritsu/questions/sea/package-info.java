/** Through which straits an economy's imports come, what a closure does, and the way between two ports: {@code docs/methods/sea.md}. */
@NullMarked
package org.jiritsu.questions.sea;

import org.jspecify.annotations.NullMarked;
