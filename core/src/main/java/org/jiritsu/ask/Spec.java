package org.jiritsu.ask;

import java.util.List;
import java.util.Optional;

/**
 * What a question says of itself.
 *
 * @param name of the command, the route and the step
 * @param params in the order in which they are explained; {@link Common} ones are added to every question
 * @param usual its cost as it is mostly asked
 * @param forms other names under which a study asks it, with some arguments given
 * @param examples argument lines that answer within seconds; they are shown in help and run as tests
 * @param methodsPage where its mathematics stand, such as {@code docs/methods/cutoff.md}
 */
public record Spec(
        String name,
        List<Param<?>> params,
        Cost usual,
        List<Form> forms,
        List<List<String>> examples,
        String methodsPage) {
    public Spec {
        params = List.copyOf(params);
        forms = List.copyOf(forms);
        examples = List.copyOf(examples);
    }

    /** A name under which a study asks this question with these arguments; a step may say them again. */
    public record Form(String name, List<Preset> presets) {
        public Form {
            presets = List.copyOf(presets);
        }
    }

    /** An argument given by a form. */
    public record Preset(String param, String text) {
        /** Stands for the list of worlds in the head of the study. */
        public static final String OF_THE_STUDY = "study";
    }

    /** The parameter of this name, or a common one. */
    public Optional<Param<?>> param(String called) {
        return all().stream().filter(p -> p.name().equals(called)).findFirst();
    }

    /** Its own parameters, then the common ones that it does not define itself. */
    public List<Param<?>> all() {
        List<Param<?>> all = new java.util.ArrayList<>(params);
        Common.ALL.stream()
                .filter(common -> params.stream().noneMatch(own -> own.name().equals(common.name())))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
