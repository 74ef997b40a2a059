package org.jiritsu.study.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.study.Field;
import org.jiritsu.study.Table;

/** Aligned columns for a terminal: title, field names, units, rows, then method, sources and notes. */
public final class TextTable {
    private static final int WIDEST_TEXT = 44;

    private TextTable() {}

    public static void write(Table table, OutputStream out) throws IOException {
        PrintWriter text = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.println(table.head().title());
        text.println();
        List<Field> fields = table.fields();
        List<List<String>> cells = table.rows().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> shortened(Shown.cell(fields.get(i), row.get(i))))
                        .toList())
                .toList();
        int[] widths = IntStream.range(0, fields.size())
                .map(i -> Math.max(Math.max(fields.get(i).name().length(), fields.get(i).kind().unit().length()),
                        cells.stream().mapToInt(row -> row.get(i).length()).max().orElse(0)))
                .toArray();
        line(text, fields, widths, fields.stream().map(Field::name).toList());
        line(text, fields, widths, fields.stream().map(f -> f.kind().unit()).toList());
        line(text, fields, widths, IntStream.of(widths).mapToObj("-"::repeat).toList());
        cells.forEach(row -> line(text, fields, widths, row));
        text.println();
        foot(text, table.head());
        text.flush();
        if (text.checkError()) {
            throw new IOException("the output could not be written");
        }
    }

    private static void line(PrintWriter text, List<Field> fields, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(widths[i] - cell.length());
            boolean left = fields.get(i).kind() == Field.Kind.TEXT;
            line.append(i == 0 ? "" : "  ").append(left ? cell + padding : padding + cell);
        }
        text.println(line.toString().stripTrailing());
    }

    private static void foot(PrintWriter text, Table.Head head) {
        for (Map.Entry<String, Object> fact : head.facts().entrySet()) {
            text.println("%s: %s".formatted(fact.getKey(), fact.getValue()));
        }
        text.println("World: " + head.world());
        text.println("Method: " + head.method());
        head.sources().forEach(source -> text.println("Source: " + source));
        head.notes().forEach(note -> text.println("Note: " + note));
    }

    private static String shortened(String cell) {
        return cell.length() <= WIDEST_TEXT ? cell : cell.substring(0, WIDEST_TEXT - 1) + "…";
    }
}
