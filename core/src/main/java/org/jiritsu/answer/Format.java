package org.jiritsu.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jiritsu.answer.internal.CsvTable;
import org.jiritsu.answer.internal.ParquetTable;
import org.jiritsu.answer.internal.TextAnswer;
import org.jiritsu.answer.internal.XlsxTable;
import org.jiritsu.base.AtomicWrite;

/** The forms in which any answer can be written; one implementation for every command. */
public enum Format {
    TABLE,
    CSV,
    JSON,
    PARQUET,
    XLSX;

    /** Without it before a CSV file Excel takes UTF-8 for the code page of the machine. */
    public static byte[] byteOrderMark() {
        return "\uFEFF".getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it can be printed on a terminal. */
    public boolean isText() {
        return this == TABLE || this == CSV || this == JSON;
    }

    /** Writes a text form. */
    public void print(Answer answer, OutputStream out) throws IOException {
        switch (this) {
            case TABLE -> TextAnswer.write(answer, out);
            case CSV -> CsvTable.write(answer.table(), out);
            case JSON -> JsonAnswer.write(answer, out);
            case PARQUET, XLSX -> throw new IllegalArgumentException(this + " is not text");
        }
    }

    /** Writes a file, all or nothing. */
    public void write(Answer answer, Path file) throws IOException {
        write(answer, file, new byte[0]);
    }

    /** The same after these bytes, if it is a text form: {@link #byteOrderMark} or nothing. */
    public void write(Answer answer, Path file, byte[] first) throws IOException {
        AtomicWrite.write(file, part -> {
            switch (this) {
                case PARQUET -> ParquetTable.write(answer.table(), part);
                case XLSX -> XlsxTable.write(answer.table(), part);
                case TABLE, CSV, JSON -> {
                    try (OutputStream out =
                            new java.io.BufferedOutputStream(java.nio.file.Files.newOutputStream(part))) {
                        out.write(first);
                        print(answer, out);
                    }
                }
            }
        });
    }
}
