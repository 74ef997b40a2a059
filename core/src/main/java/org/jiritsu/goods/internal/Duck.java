package org.jiritsu.goods.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** An embedded DuckDB in memory, for one piece of work. */
public final class Duck implements AutoCloseable {
    private final Connection connection;

    /** Reads one result. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    public Duck() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public <T> T query(String sql, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reader.read(rows);
        }
    }

    public long number(String sql) throws SQLException {
        return query(sql, rows -> rows.next() ? rows.getLong(1) : 0);
    }

    /** A file's path, or any text, as SQL writes it. */
    public static String quoted(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }

    public static String quoted(Path file) {
        return quoted((Object) file.toAbsolutePath());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
