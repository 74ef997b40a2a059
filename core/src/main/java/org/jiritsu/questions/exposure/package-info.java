/** On whom an economy depends and who depends on it: {@code docs/methods/exposure.md} and {@code paths.md}. */
@NullMarked
package org.jiritsu.questions.exposure;

import org.jspecify.annotations.NullMarked;
