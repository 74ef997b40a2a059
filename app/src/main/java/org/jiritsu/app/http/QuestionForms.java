package org.jiritsu.app.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Spec;

/** What each question says of itself, from which a browser makes its form. */
final class QuestionForms {
    private QuestionForms() {}

    static List<Map<String, Object>> of(Catalogue catalogue, Language language) {
        return catalogue.questions().stream().map(q -> form(q, language)).toList();
    }

    private static Map<String, Object> form(Question question, Language language) {
        Spec spec = question.spec();
        Words words = Catalogue.words(question, language);
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", spec.name());
        form.put("label", words.text("label").orElse(spec.name()));
        form.put("about", words.say("about"));
        form.put("methods", spec.methodsPage());
        form.put("cost", lower(spec.usual()));
        form.put(
                "parameters",
                Asked.parameters(spec).stream().map(p -> parameter(p, words)).toList());
        form.put("forms", spec.forms().stream().map(QuestionForms::preset).toList());
        form.put("examples", spec.examples());
        return form;
    }

    private static Map<String, Object> parameter(Param<?> param, Words words) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", param.name());
        said.put("label", words.text("label." + param.name()).orElse(param.name()));
        said.put("help", words.say("param." + param.name()));
        said.put("kind", lower(param.type().kind()));
        said.put("shape", lower(param.shape()));
        said.put("required", param.shape() == Param.Shape.POSITIONAL);
        said.put("among", param.type().among());
        said.put("usual", param.usual().orElse(""));
        said.put("placeholder", param.placeholder());
        said.put("cost", lower(param.slow()));
        return said;
    }

    private static Map<String, Object> preset(Spec.Form form) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        form.presets().forEach(preset -> parameters.put(preset.param(), preset.text()));
        return Map.of("name", form.name(), "parameters", parameters);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
