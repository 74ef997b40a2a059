package org.jiritsu.answer.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiritsu.answer.Field;
import org.jiritsu.answer.Table;

/** CSV with field names on top and full precision. */
public final class CsvTable {
    private CsvTable() {}

    public static void write(Table table, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(table.fields().stream().map(Field::name).toList());
        for (List<Object> row : table.rows()) {
            csv.writeRecord(row.stream().map(CsvTable::cell).toList());
        }
        csv.flush();
    }

    private static String cell(Object value) {
        return value instanceof Double d && Double.isNaN(d) ? "" : value.toString();
    }
}
