package org.jiritsu.ask;

import java.util.function.Supplier;
import org.jiritsu.answer.Answer;

/**
 * A question understood: every word of it was read against its world.
 *
 * @param title what is asked, in plain words
 * @param answer works it out
 */
public record Plan(String title, Cost cost, Supplier<Answer> answer) {}
