package org.jiritsu.app.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Type;

/** A question asked from elsewhere, with its arguments read. */
record Asked(Question question, Arguments arguments, Language language) {
    /**
     * @param given values by parameter, without those of the HTTP call itself
     * @throws org.jiritsu.base.InputException if they cannot be understood
     */
    static Asked of(Question question, Map<String, List<String>> given, Language language) {
        Map<String, List<Given>> values = new LinkedHashMap<>();
        given.forEach((name, texts) ->
                values.put(name, texts.stream().map(Given::query).toList()));
        return new Asked(question, Arguments.of(question.spec(), Asked::isOpen, values), language);
    }

    /** A file is the command line's alone. */
    private static boolean isOpen(Param<?> param) {
        return param.type().kind() != Type.Kind.FILE;
    }

    /** What may be given from elsewhere: nothing that names a file. */
    static List<Param<?>> parameters(Spec spec) {
        return spec.all().stream().filter(Asked::isOpen).toList();
    }

    /** As far as its parameters tell, which need no world. */
    Cost cost() {
        Spec spec = question.spec();
        return Stream.concat(
                        Stream.of(spec.usual()),
                        spec.all().stream().filter(arguments::has).map(Param::slow))
                .max(Cost::compareTo)
                .orElseThrow();
    }

    Plan plan(Session session) {
        return session.in(language).plan(question, arguments);
    }
}
