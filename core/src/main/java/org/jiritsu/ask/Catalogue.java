package org.jiritsu.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;

/** Questions by name, from which every way of asking is made. */
public final class Catalogue {
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two have one name */
    public Catalogue(List<Question> all) {
        for (Question question : all) {
            Spec spec = question.spec();
            add(questions, spec.name(), question);
            add(steps, spec.name(), new Step(question, List.of()));
            spec.forms().forEach(form -> add(steps, form.name(), new Step(question, form.presets())));
        }
    }

    private static <V> void add(Map<String, V> map, String name, V value) {
        if (map.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("Two questions are called " + name);
        }
    }

    /** A question as a step of a study asks it. */
    public record Step(Question question, List<Spec.Preset> presets) {}

    public SequencedCollection<Question> questions() {
        return List.copyOf(questions.values());
    }

    public Optional<Question> question(String name) {
        return Optional.ofNullable(questions.get(name));
    }

    /** Names of steps: those of questions and of their forms. */
    public List<String> steps() {
        return List.copyOf(steps.keySet());
    }

    public Optional<Step> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    /** The words of a question and those that tell of common parameters. */
    public static Words words(Question question, Language language) {
        return Words.in(language)
                .of(Catalogue.class.getPackage())
                .of(question.getClass().getPackage());
    }
}
