package org.jiritsu.goods;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
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
            String select = """
                    SELECT (enum_code(good::good)::BIGINT << %d) | (enum_code(importer::economy)::BIGINT << %d)
                           | enum_code(exporter::economy)::BIGINT, usd, coalesce(kg, -1)
                    FROM %s""".formatted(2 * BITS, BITS, source);
            // what the product wrote is sorted; a file from elsewhere need not be
            Optional<TradeYear.Rows> sorted = duck.query(select, result -> rows(result, goods.length, size));
            TradeYear.Rows rows = sorted.isPresent()
                    ? sorted.orElseThrow()
                    : duck.query(select + " ORDER BY 1", result -> rows(result, goods.length, size))
                            .orElseThrow(() -> twice(file));
            return new TradeYear(dataset, year, goods, economies, rows, -1, new Amount[0]);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /** All flows of one good by year; of many years in a file only these rows are read. */
    static SortedMap<Integer, List<Flow>> good(Path file, String good) {
        try (Duck duck = new Duck()) {
            return duck.query(
                    "SELECT year, importer, exporter, usd, coalesce(kg, -1) FROM read_parquet(%s) WHERE good = %s"
                            .formatted(Duck.quoted(file), Duck.quoted((Object) good)),
                    result -> {
                        SortedMap<Integer, List<Flow>> years = new TreeMap<>();
                        while (result.next()) {
                            long kg = result.getLong(5);
                            years.computeIfAbsent(result.getInt(1), y -> new ArrayList<>())
                                    .add(new Flow(
                                            good,
                                            result.getString(2),
                                            result.getString(3),
                                            result.getLong(4) / 1000.0,
                                            kg < 0 ? OptionalDouble.empty() : OptionalDouble.of(kg / 1000.0)));
                        }
                        return years;
                    });
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /** Empty if the rows do not come in order, each once. */
    private static Optional<TradeYear.Rows> rows(ResultSet result, int goods, int size) throws SQLException {
        TradeYear.Rows rows = new TradeYear.Rows(goods, size);
        long before = -1;
        for (int n = 0; result.next(); n++) {
            long key = result.getLong(1);
            if (key <= before) {
                return Optional.empty();
            }
            before = key;
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
        return Optional.of(rows.done());
    }

    private static InputException unreadable(Path file, SQLException e) {
        return InputException.data(
                file + " cannot be read as a year of trade",
                "a parquet file with year, good, importer, exporter, usd, kg",
                String.valueOf(e.getMessage()).lines().findFirst().orElse("damage"),
                "the file is damaged: take it anew from where it came.");
    }

    private static InputException twice(Path file) {
        return InputException.data(
                file + " holds a flow twice",
                "one row for each good, importer and exporter",
                "several",
                "it was changed by hand: import it anew.");
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
