package org.jiritsu.questions.disrupt;

import java.util.List;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.world.Industry;

/** Where in an answer's table the figures of a sentence stand; a table that does not have them has none. */
interface Cells {
    Cells NONE = new Cells() {};

    /** What home loses. */
    default List<Figure> total() {
        return List.of();
    }

    /** Home's worst day. */
    default List<Figure> worst() {
        return List.of();
    }

    /** What an economy loses. */
    default List<Figure> economy(String code) {
        return List.of();
    }

    /** What an industry loses. */
    default List<Figure> industry(Industry industry) {
        return List.of();
    }

    /** When an industry falls. */
    default List<Figure> fall(Industry industry) {
        return List.of();
    }
}
