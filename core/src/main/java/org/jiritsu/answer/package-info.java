/** What an answer is, in every form and in two languages: table, findings, charts, provenance. */
@NullMarked
package org.jiritsu.answer;

import org.jspecify.annotations.NullMarked;
