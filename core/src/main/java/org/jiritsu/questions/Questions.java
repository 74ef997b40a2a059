package org.jiritsu.questions;

import java.util.List;
import org.jiritsu.ask.Question;
import org.jiritsu.questions.cutoff.CutoffQuestion;

/** Every question. A new one is a package beside this class, and one line here. */
public final class Questions {
    public static final List<Question> ALL = List.of(new CutoffQuestion());

    private Questions() {}
}
