package org.jiritsu.world.internal.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jiritsu.base.InputException;

/** The first sheet of a workbook laid out as WIOD's as a wide table. */
final class Xlsx {
    private static final int LARGEST_HEADER = 12;

    private Xlsx() {}

    static WideTable read(Source source, int labelColumns) {
        return source.onDisk(file -> {
            try {
                source.requireLimited(file, true);
                try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                        Stream<org.dhatim.fastexcel.reader.Row> rows =
                                workbook.getFirstSheet().openStream()) {
                    return table(source.place(), rows.iterator(), labelColumns);
                }
            } catch (ExcelReaderException | IOException e) {
                throw InputException.data(
                        source.place() + " cannot be read as a workbook",
                        "an xlsx file",
                        String.valueOf(e.getMessage()),
                        "it is an xlsb or a cut-off file: save it again as xlsx or CSV.");
            }
        });
    }

    /** The first rows of the first sheet; none if it is no workbook. */
    static List<List<String>> head(Source source) {
        return source.onDisk(file -> {
            try {
                source.requireLimited(file, false);
                try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                        Stream<org.dhatim.fastexcel.reader.Row> rows =
                                workbook.getFirstSheet().openStream()) {
                    return rows.limit(LARGEST_HEADER)
                            .map(row -> texts(row, row.getCellCount()))
                            .toList();
                }
            } catch (ExcelReaderException | IOException e) {
                return List.of();
            }
        });
    }

    private static WideTable table(String place, Iterator<org.dhatim.fastexcel.reader.Row> sheet, int labelColumns) {
        List<List<String>> header = new ArrayList<>();
        while (Wiod.headerLines(header).isEmpty()) {
            if (!sheet.hasNext() || header.size() == LARGEST_HEADER) {
                throw InputException.data(
                        place + ": the first sheet is not laid out as WIOD",
                        "a line with c1, c2, ... from the fifth column on",
                        "none in the first %d lines".formatted(header.size()),
                        "the table is on another sheet: put it first.");
            }
            org.dhatim.fastexcel.reader.Row row = sheet.next();
            while (header.size() < row.getRowNum() - 1) {
                header.add(List.of("")); // the sheet leaves empty rows out
            }
            header.add(texts(row, row.getCellCount()));
        }
        int columns = header.getLast().size() - labelColumns;
        List<WideTable.Row> rows = new ArrayList<>();
        while (sheet.hasNext()) {
            org.dhatim.fastexcel.reader.Row row = sheet.next();
            List<String> labels = texts(row, labelColumns);
            if (!String.join("", labels).isEmpty()) {
                rows.add(
                        new WideTable.Row(row.getRowNum(), labels, numbers(place, row, labels, labelColumns, columns)));
            }
        }
        return new WideTable(place, header, rows);
    }

    private static List<String> texts(org.dhatim.fastexcel.reader.Row row, int count) {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            texts.add(row.getOptionalCell(c).map(Cell::getText).orElse("").strip());
        }
        return texts;
    }

    private static double[] numbers(
            String place, org.dhatim.fastexcel.reader.Row row, List<String> labels, int from, int count) {
        double[] values = new double[count];
        for (int c = 0; c < count; c++) {
            Cell cell = row.getOptionalCell(from + c).orElse(null);
            if (cell == null
                    || cell.getType() == CellType.EMPTY
                    || cell.getText().isBlank()) {
                values[c] = Double.NaN;
            } else if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
                values[c] = Double.parseDouble(cell.getRawValue());
            } else {
                throw InputException.data(
                        "%s, row %d (%s), column %d: this is not a number"
                                .formatted(place, row.getRowNum(), String.join(" ", labels), from + c + 1),
                        "a number",
                        "'" + cell.getText() + "'",
                        "a mark for missing data stands in it.");
            }
        }
        return values;
    }
}
