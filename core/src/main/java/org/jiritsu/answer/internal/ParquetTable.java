package org.jiritsu.answer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jiritsu.answer.Field;
import org.jiritsu.answer.Table;

/** Parquet through DuckDB; title, world, method and sources travel as key-value metadata. */
public final class ParquetTable {
    private ParquetTable() {}

    public static void write(Table table, Path file) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            sql.execute("SET threads = 1");
            sql.execute("CREATE TABLE result ("
                    + table.fields().stream()
                            .map(f -> '"' + f.name() + "\" " + type(f))
                            .collect(Collectors.joining(", "))
                    + ")");
            append(table, connection.unwrap(DuckDBConnection.class));
            sql.execute("COPY result TO %s (FORMAT parquet, COMPRESSION zstd, KV_METADATA {%s})"
                    .formatted(quoted(file.toString()), metadata(table.head())));
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void append(Table table, DuckDBConnection connection) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "result")) {
            for (List<Object> row : table.rows()) {
                appender.beginRow();
                for (int f = 0; f < row.size(); f++) {
                    boolean count = table.fields().get(f).kind() == Field.Kind.COUNT;
                    Object cell = row.get(f);
                    switch (cell) {
                        case Double d when Double.isNaN(d) -> appender.appendNull();
                        case Double d -> appender.append(d.doubleValue());
                        case Long l when count -> appender.append(l.longValue());
                        case Long whole -> appender.append(whole.doubleValue());
                        default -> appender.append(cell.toString());
                    }
                }
                appender.endRow();
            }
        }
    }

    private static String type(Field field) {
        return switch (field.kind()) {
            case TEXT -> "VARCHAR";
            case COUNT -> "BIGINT";
            default -> "DOUBLE";
        };
    }

    private static String metadata(Table.Head head) {
        return "title: %s, world: %s, home: %s, unit: %s, method: %s, sources: %s, notes: %s"
                .formatted(
                        quoted(head.title()),
                        quoted(head.world()),
                        quoted(head.home()),
                        quoted(head.unit()),
                        quoted(head.method()),
                        quoted(String.join("; ", head.sources())),
                        quoted(String.join("; ", head.notes())));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
