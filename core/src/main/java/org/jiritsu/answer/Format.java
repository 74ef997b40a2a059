package org.jiritsu.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jiritsu.answer.internal.CsvTable;
import org.jiritsu.answer.internal.JsonTable;
import org.jiritsu.answer.internal.ParquetTable;
import org.jiritsu.answer.internal.TextTable;
import org.jiritsu.answer.internal.XlsxTable;
import org.jiritsu.base.AtomicWrite;

/** The forms in which any table can be written; one implementation for every command. */
public enum Format {
    TABLE,
    CSV,
    JSON,
    PARQUET,
    XLSX;

    /** Whether it can be printed on a terminal. */
    public boolean isText() {
        return this == TABLE || this == CSV || this == JSON;
    }

    /** Writes a text form. */
    public void print(Table table, OutputStream out) throws IOException {
        switch (this) {
            case TABLE -> TextTable.write(table, out);
            case CSV -> CsvTable.write(table, out);
            case JSON -> JsonTable.write(table, out);
            case PARQUET, XLSX -> throw new IllegalArgumentException(this + " is not text");
        }
    }

    /** Writes a file, all or nothing. */
    public void write(Table table, Path file) throws IOException {
        AtomicWrite.write(file, part -> {
            switch (this) {
                case PARQUET -> ParquetTable.write(table, part);
                case XLSX -> XlsxTable.write(table, part);
                case TABLE, CSV, JSON -> {
                    try (OutputStream out =
                            new java.io.BufferedOutputStream(java.nio.file.Files.newOutputStream(part))) {
                        print(table, out);
                    }
                }
            }
        });
    }
}
