package org.jiritsu.world.internal.tables;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.InputException;

/** Data frames that pandas saved as parquet: columns named {@code ('region', 'sector')}, index columns behind. */
final class Parquet {
    private static final Pattern PAIR = Pattern.compile("\\((['\"])(.*)\\1, (['\"])(.*)\\3\\)");
    private static final String REGION = "region";
    private static final String SECTOR = "sector";

    private interface Query<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private Parquet() {}

    /** @param pairs whether columns are named by region and item, as in Z and Y */
    static WideTable read(Source source, boolean pairs) {
        return query(source, rows -> table(source.place(), rows, pairs));
    }

    /** The distinct values of a text column. */
    static List<String> texts(Source source, String column) {
        return query(source, rows -> {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                String text = rows.getString(column);
                if (!texts.contains(text)) {
                    texts.add(text);
                }
            }
            return texts;
        });
    }

    private static WideTable table(String place, ResultSet rows, boolean pairs) throws SQLException {
        List<String> regions = new ArrayList<>(List.of("", ""));
        List<String> items = new ArrayList<>(List.of("", ""));
        List<Integer> numbers = new ArrayList<>();
        ResultSetMetaData columns = rows.getMetaData();
        for (int c = 1; c <= columns.getColumnCount(); c++) {
            Matcher pair = PAIR.matcher(columns.getColumnName(c));
            if (pair.matches() || !pairs && !columns.getColumnName(c).matches(REGION + "|" + SECTOR)) {
                regions.add(pairs ? pair.group(2) : columns.getColumnName(c));
                items.add(pairs ? pair.group(4) : columns.getColumnName(c));
                numbers.add(c);
            }
        }
        List<WideTable.Row> all = new ArrayList<>();
        while (rows.next()) {
            double[] values = new double[numbers.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = rows.getDouble(numbers.get(k));
            }
            all.add(new WideTable.Row(all.size() + 1, List.of(rows.getString(REGION), rows.getString(SECTOR)), values));
        }
        return new WideTable(place, List.of(regions, items), all);
    }

    private static <T> T query(Source source, Query<T> query) {
        return source.onDisk(file -> {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    PreparedStatement statement = connection.prepareStatement("SELECT * FROM read_parquet(?)")) {
                statement.setString(1, file.toString());
                try (ResultSet rows = statement.executeQuery()) {
                    return query.read(rows);
                }
            } catch (SQLException e) {
                throw InputException.data(
                        source.place() + " cannot be read as parquet",
                        "a data frame with the index columns region and sector",
                        String.valueOf(e.getMessage()),
                        "it was saved by another tool than pymrio, or cut off.");
            }
        });
    }
}
