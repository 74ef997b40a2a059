package org.jiritsu.questions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.linear.Kernel;

/** Asks a question as {@code home=JPN good=850511}, in one session for all tests. */
public final class Asked {
    private static final Session SESSION = Bundled.session(Bundled.store(Path.of("no own worlds")), Kernel.java());

    private Asked() {}

    public static Answer answer(Question question, Language language, String call) {
        return answer(question, language, call, new Given.Place.Option());
    }

    public static Answer answer(Question question, Language language, String call, Given.Place place) {
        Map<String, List<Given>> given = new LinkedHashMap<>();
        for (String each : call.split(" ")) {
            int at = each.indexOf('=');
            given.computeIfAbsent(each.substring(0, at), _ -> new ArrayList<>())
                    .add(new Given(each.substring(at + 1), place));
        }
        return question.plan(SESSION.in(language).of(question), Arguments.of(question.spec(), given))
                .answer()
                .get();
    }

    /** Every cell that a sentence speaks of is there. */
    public static void requireCells(Answer answer) {
        for (Finding finding : answer.findings()) {
            finding.figures().forEach(figure -> answer.table().cell(figure.row(), figure.field()));
        }
    }
}
