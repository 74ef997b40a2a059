package org.jiritsu.study;

import java.util.List;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Table;

/**
 * What one step of a study found.
 *
 * @param id its file name, such as {@code 01-partners}
 * @param heading the section's title
 * @param text what the study's author wrote for the reader; may be empty
 * @param findings the result in plain sentences
 * @param chart the picture of it
 * @param table the figures, whole
 * @param shown the fields and the number of rows a reader is shown; the files hold all
 */
public record StepResult(
        String id, String heading, String text, List<String> findings, Chart chart, Table table, Shown shown) {
    public StepResult {
        findings = List.copyOf(findings);
    }

    /** Which part of a table the report shows. */
    public record Shown(List<String> fields, int rows) {
        public Shown {
            fields = List.copyOf(fields);
        }
    }
}
