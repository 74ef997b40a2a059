package org.jiritsu.ask;

/**
 * One question. Its package holds all of it: parameters, plan, findings, charts, and in {@code words.properties},
 * {@code fields.properties} (and {@code _ja}) what it says. From its {@link Spec} come the command, the HTTP route, the keys
 * of a study's step, the browser's form and the examples that are run as tests.
 *
 * <p>Texts of the parameters stand in {@code words.properties}: {@code about} says in a line or two what is asked,
 * {@code param.NAME} what a parameter means, {@code label.NAME} what a form calls it (optional: else its name).
 */
public interface Question {
    Spec spec();

    /**
     * Reads every word against the world that is asked; nothing that takes long is computed.
     *
     * @param at whose words are those of the question's package, in the language of the answer
     * @throws org.jiritsu.base.InputException if it cannot be answered as it was asked
     */
    Plan plan(Session at, Arguments asked);
}
