package org.jiritsu.answer.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiritsu.answer.Field;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;

/** A workbook of two sheets: the rows, and the working (definitions, method, sources, notes). */
public final class XlsxTable {
    private XlsxTable() {}

    public static void write(Table table, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Jiritsu", "1.0")) {
            Words words = table.head().words();
            rows(table, book.newWorksheet(words.say("sheet.result")));
            working(table, book.newWorksheet(words.say("sheet.working")), words);
        }
    }

    private static void rows(Table table, Worksheet sheet) {
        List<Field> fields = table.fields();
        for (int c = 0; c < fields.size(); c++) {
            sheet.value(0, c, fields.get(c).name());
            sheet.width(c, Math.max(12, fields.get(c).name().length() + 2));
            for (int r = 0; r < table.rows().size(); r++) {
                cell(sheet, r + 1, c, table.rows().get(r).get(c));
            }
            String format = format(fields.get(c).kind());
            if (!table.rows().isEmpty() && !format.isEmpty()) {
                sheet.range(1, c, table.rows().size(), c).style().format(format).set();
            }
        }
        sheet.range(0, 0, 0, fields.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Double d when Double.isNaN(d) -> {}
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }

    private static String format(Field.Kind kind) {
        return switch (kind) {
            case SHARE -> "0.00%";
            case MUSD, TONNES -> "#,##0.0";
            case USD, KM -> "#,##0";
            case PERCENT, POINTS, RATIO -> "0.00";
            case INDEX -> "0.000";
            case DAYS -> "0.0";
            case TEXT, COUNT -> "";
        };
    }

    private static void working(Table table, Worksheet sheet, Words words) {
        Table.Head head = table.head();
        int row = 0;
        sheet.value(row++, 0, head.title());
        row = line(sheet, row, words.say("sheet.world"), head.world());
        row = line(sheet, row, words.say("sheet.home"), head.home());
        row = line(sheet, row, words.say("sheet.unit"), head.unit());
        row = line(sheet, row, words.say("sheet.method"), head.method());
        for (Map.Entry<String, Object> fact : head.facts().entrySet()) {
            row = line(sheet, row, fact.getKey(), fact.getValue().toString());
        }
        for (String source : head.sources()) {
            row = line(sheet, row, words.say("sheet.source"), source);
        }
        for (String note : head.notes()) {
            row = line(sheet, row, words.say("sheet.note"), note);
        }
        row++;
        for (Field field : table.fields()) {
            sheet.value(row, 2, field.source());
            row = line(sheet, row, field.name(), field.definition());
        }
        sheet.width(0, 28);
        sheet.width(1, 110);
    }

    private static int line(Worksheet sheet, int row, String name, String value) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, value);
        return row + 1;
    }
}
