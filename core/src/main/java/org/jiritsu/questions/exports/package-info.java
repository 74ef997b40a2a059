/** What exports are made of: {@code docs/methods/exports.md}. */
@NullMarked
package org.jiritsu.questions.exports;

import org.jspecify.annotations.NullMarked;
