package org.jiritsu.study;

import org.jiritsu.answer.Answer;

/**
 * What one step of a study found.
 *
 * @param id its file name, such as {@code 01-partners}
 * @param heading the section's title
 * @param text what the study's author wrote for the reader; may be empty
 */
public record StepResult(String id, String heading, String text, Answer answer) {}
