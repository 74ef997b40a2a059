package org.jiritsu.study.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.CellText;
import org.jiritsu.answer.Field;
import org.jiritsu.answer.Format;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.study.StepResult;

/**
 * The shown part of a table, as a person reads it, and the whole of it as CSV.
 *
 * @param part how many rows are shown; empty if all are
 * @param saveAs what the button that saves the CSV says to those who do not see the table
 * @param csvJson the CSV file's text as a JSON string
 */
record ReportTable(
        String caption, List<Column> columns, List<Row> rows, String part, String saveAs, String file, String csvJson) {
    private static final int LONGEST_UNBROKEN = 22;

    /** A column head with its working; {@code popover} is the id of its definition, {@code look} its style classes. */
    record Column(
            String popover, String name, String label, String unit, String look, String definition, String source) {}

    record Row(List<Cell> cells) {}

    /** {@code head} marks the cell that names its row; {@code look} is its class in the style sheet, or empty. */
    record Cell(String text, String look, boolean head) {}

    static ReportTable of(StepResult step, Words words) {
        Table table = step.answer().table();
        List<Integer> shown = step.answer().shown().fields().stream()
                .map(name -> indexOf(table, name))
                .toList();
        List<Column> columns = shown.stream()
                .map(i -> column(step.id(), table.fields().get(i), words))
                .toList();
        int naming = naming(table, shown);
        List<Row> rows = table.top(step.answer().shown().rows()).rows().stream()
                .map(row -> new Row(shown.stream()
                        .map(i -> cell(table.fields().get(i), row.get(i), i == naming))
                        .toList()))
                .toList();
        return new ReportTable(
                table.head().title(),
                columns,
                rows,
                rows.size() == table.rows().size()
                        ? ""
                        : words.say(
                                "report.part",
                                "shown",
                                rows.size(),
                                "all",
                                words.count(table.rows().size())),
                words.say("report.savetable", "file", step.id() + ".csv"),
                step.id() + ".csv",
                ReportJson.inPage(csv(step.answer())));
    }

    private static int indexOf(Table table, String name) {
        return IntStream.range(0, table.fields().size())
                .filter(i -> table.fields().get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No field " + name + " in " + table.head().title()));
    }

    /** The column that names a row: the first of text, or simply the first. */
    private static int naming(Table table, List<Integer> shown) {
        return shown.stream()
                .filter(i -> table.fields().get(i).kind() == Field.Kind.TEXT)
                .findFirst()
                .orElse(shown.getFirst());
    }

    private static Column column(String step, Field field, Words words) {
        String look = isNumber(field) ? "number" : "text";
        return new Column(
                "def-" + step + "-" + field.name(),
                field.name(),
                field.label(),
                words.unit(field.kind()),
                field.label().length() > LONGEST_UNBROKEN ? look + " long" : look,
                field.definition(),
                field.source());
    }

    private static Cell cell(Field field, Object value, boolean head) {
        String text = CellText.cell(field, value);
        String look = isNumber(field) ? "number" : text.length() > LONGEST_UNBROKEN ? "words" : "";
        return new Cell(text, look, head);
    }

    private static boolean isNumber(Field field) {
        return field.kind() != Field.Kind.TEXT;
    }

    private static String csv(Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Format.CSV.print(answer, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
