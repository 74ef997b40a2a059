package org.jiritsu.questions.standing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a partner does that stands by; one that does not does the opposite, which is said beside it. */
public enum State {
    /** Keeps selling to home what others no longer sell; else it joins them. */
    SELLS,
    /** Makes more of these goods; else no more than before. */
    SPARE,
    /** Sends stocks of these goods to home's industries; else none. */
    STOCKS,
    /** Keeps its tariffs on goods of home; else it raises them. */
    TARIFFS;

    /** As options write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(State::key).toList();
    }
}
