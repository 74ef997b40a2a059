package org.jiritsu.goods;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.InputException;
import org.jiritsu.goods.internal.Duck;

/**
 * Reads a year of trade from parquet: {@code year, good, importer, exporter, usd, kg}, amounts as whole US dollars and
 * kilograms, {@code kg} null where unknown. DuckDB reads and sorts; a row comes over as three numbers.
 */
final class TradeFile {
    private static final int BITS = 12;
    private static final int MASK = (1 << BITS) - 1;

    private TradeFile() {}

    static TradeYear read(String dataset, int year, Path file) {
        try (Duck duck = new Duck()) {
            String source = "read_parquet(%s) WHERE year = %d".formatted(Duck.quoted(file), year);
            String[] goods = texts(duck, "SELECT DISTINCT good FROM " + source + " ORDER BY 1");
            String[] economies = texts(
                    duck,
                    "SELECT DISTINCT importer FROM %s UNION SELECT DISTINCT exporter FROM %s ORDER BY 1"
                            .formatted(source, source));
            duck.run("CREATE TYPE economy AS ENUM (" + list(economies) + ")");
            duck.run("CREATE TYPE good AS ENUM (" + list(goods) + ")");
            int size = (int) duck.number("SELECT count(*) FROM " + source);
            TradeYear.Rows rows = duck.query(
                    """
                    SELECT (enum_code(good::good)::BIGINT << %d) | (enum_code(importer::economy)::BIGINT << %d)
                           | enum_code(exporter::economy)::BIGINT, usd, coalesce(kg, -1)
                    FROM %s ORDER BY 1"""
                            .formatted(2 * BITS, BITS, source),
                    result -> rows(result, goods.length, size));
            return new TradeYear(dataset, year, goods, economies, rows, -1, new Amount[0]);
        } catch (SQLException e) {
            throw InputException.data(
                    file + " cannot be read as a year of trade",
                    "a parquet file with year, good, importer, exporter, usd, kg",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("damage"),
                    "the file is damaged: take it anew from where it came.");
        }
    }

    private static TradeYear.Rows rows(ResultSet result, int goods, int size) throws SQLException {
        TradeYear.Rows rows = new TradeYear.Rows(goods, size);
        for (int n = 0; result.next(); n++) {
            long key = result.getLong(1);
            long kg = result.getLong(3);
            rows.add(
                    (int) (key >>> 2 * BITS),
                    (int) (key >>> BITS) & MASK,
                    (int) key & MASK,
                    result.getLong(2) / 1000.0,
                    kg < 0 ? Double.NaN : kg / 1000.0);
            if ((n & 0xFFFFF) == 0) {
                Cancellation.check();
            }
        }
        return rows.done();
    }

    private static String[] texts(Duck duck, String sql) throws SQLException {
        return duck.query(sql, rows -> {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts.toArray(String[]::new);
        });
    }

    private static String list(String[] texts) {
        List<String> quoted = new ArrayList<>();
        for (String text : texts) {
            quoted.add(Duck.quoted(text));
        }
        return String.join(", ", quoted);
    }
}
