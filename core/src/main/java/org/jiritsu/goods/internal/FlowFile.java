package org.jiritsu.goods.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jiritsu.base.InputException;

/** A file of flows while it is read into DuckDB, checked and written out again. */
public final class FlowFile {
    private static final int HEADER = 1;

    private final Duck duck;
    private final Path file;
    private final Layout layout;

    public FlowFile(Duck duck, Path file, Layout layout) {
        this.duck = duck;
        this.file = file;
        this.layout = layout;
    }

    /** How a file names its columns, in the order year, exporter, importer, good, thousand US dollars, tonnes. */
    public enum Layout {
        BACI("t", "i", "j", "k", "v", "q"),
        TABLE("year", "exporter", "importer", "good", "kusd", "tonnes");

        private final List<String> columns;

        Layout(String... columns) {
            this.columns = List.of(columns);
        }

        String column(int at) {
            return columns.get(at);
        }
    }

    /** What a file comes to. */
    public record Totals(long rows, int goods, int importers, double kusd, double tonnes, long withoutTonnes) {}

    /**
     * Looks at the ends of a file before the long work begins.
     *
     * @throws InputException if it is not there, its header is another, or its last line has no end
     */
    public static void requireWhole(Path file, Layout layout) {
        if (!Files.isRegularFile(file)) {
            throw InputException.data(
                    "There is no such file", "a CSV file, gzipped or not", file.toString(), "the path is misspelt.");
        }
        String header = header(file);
        List<String> columns = Arrays.stream(header.replace("\"", "").split(","))
                .map(String::strip)
                .toList();
        if (!new TreeSet<>(columns).equals(new TreeSet<>(layout.columns))) {
            throw InputException.data(
                    file + ", line 1, has other columns",
                    String.join(",", layout.columns),
                    header.length() > 80 ? header.substring(0, 80) + " ..." : header,
                    new TreeSet<>(columns).equals(new TreeSet<>(other(layout).columns))
                            ? "the file is in the other form: " + (layout == Layout.TABLE ? "a BACI year." : "a table.")
                            : "the columns are named otherwise: rename them in the first line.");
        }
        if (!file.toString().endsWith(".gz")) {
            requireLineEnd(file);
        }
    }

    private static Layout other(Layout layout) {
        return layout == Layout.BACI ? Layout.TABLE : Layout.BACI;
    }

    private static String header(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            String line = lines.readLine();
            return line == null ? "" : line.replace("\u00ef\u00bb\u00bf", "");
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static void requireLineEnd(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - 1));
            if (bytes.read() != '\n') {
                throw damaged(file, "a last line without an end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static InputException damaged(Path file, String found) {
        return InputException.data(
                file + " is not whole",
                "a file that ends with the end of a line",
                found,
                "the download or copy broke off: fetch the file again.");
    }

    /** What to say of a file that DuckDB cannot read. */
    public static InputException unreadable(Path file, Layout layout, SQLException e) {
        String message = String.valueOf(e.getMessage());
        String first =
                message.lines().filter(line -> !line.isBlank()).findFirst().orElse("damage");
        String low = message.toLowerCase(java.util.Locale.ROOT);
        if (low.contains("gzip") || low.contains("unexpected end") || low.contains("decompress")) {
            return damaged(file, first);
        }
        boolean coding = low.contains("unicode") || low.contains("utf-8") || low.contains("utf8");
        return InputException.data(
                file + " cannot be read" + (coding ? " as UTF-8" : ""),
                "lines of six cells: " + String.join(",", layout.columns),
                first,
                coding
                        ? "it was saved in another code page: save it as CSV in UTF-8."
                        : "a line was cut or holds another number of cells: fetch the file again.");
    }

    /** Reads all lines; rows are numbered as they stand in the file. */
    public void read() throws SQLException {
        List<String> order = Arrays.stream(header(file).replace("\"", "").split(","))
                .map(String::strip)
                .toList();
        List<String> columns =
                order.stream().map(c -> Duck.quoted(c) + ": 'VARCHAR'").toList();
        String source = "read_csv(%s, header = true, auto_detect = false, delim = ',', quote = '\"', columns = {%s})"
                .formatted(Duck.quoted(file), String.join(", ", columns));
        duck.run("SET preserve_insertion_order = true");
        // BACI's numbers are kept as numbers, which sorts and joins several times faster
        String economy = layout == Layout.BACI ? "try_cast(%s AS SMALLINT)" : "trim(%s)";
        duck.run("""
                CREATE TABLE flows AS SELECT
                    try_cast(%1$s AS SMALLINT) AS year, %2$s AS seller, %3$s AS buyer,
                    CASE WHEN length(trim(%4$s)) <= 6 THEN try_cast(%4$s AS INTEGER) END AS good,
                    CAST(round(try_cast(%5$s AS DOUBLE) * 1000) AS BIGINT) AS usd,
                    CAST(round(CASE WHEN coalesce(%6$s, 'NA') = 'NA' THEN NULL ELSE coalesce(
                        try_cast(%6$s AS DOUBLE), CASE WHEN trim(%6$s) NOT IN ('NA', '') THEN -1 END) END
                        * 1000) AS BIGINT) AS kg
                FROM %7$s""".formatted(
                        layout.column(0),
                        economy.formatted(layout.column(1)),
                        economy.formatted(layout.column(2)),
                        layout.column(3),
                        layout.column(4),
                        layout.column(5),
                        source));
    }

    /**
     * @throws InputException if any row is of another year
     */
    public void requireYear(int year) throws SQLException {
        requireNone(
                "year IS DISTINCT FROM " + year,
                0,
                String.valueOf(year),
                "the file is of another year than its name says: give '--year'.");
    }

    /**
     * @throws InputException if an amount is negative or no number
     */
    public void requireAmounts() throws SQLException {
        requireNone(
                "usd IS NULL OR usd < 0",
                4,
                "thousand US dollars, 0 or more",
                "corrections belong netted in the flow that they correct.");
        requireNone(
                "kg < 0", 5, "tonnes, 0 or more, or NA", "corrections belong netted in the flow that they correct.");
    }

    /**
     * @throws InputException if a code is not of six digits
     */
    public void requireSixDigits() throws SQLException {
        requireNone(
                "good IS NULL OR good < 10000 OR good > 999999",
                3,
                "six digits",
                "codes of eight or ten digits are national: sum them to six.");
    }

    private void requireNone(String condition, int column, String expected, String maybe) throws SQLException {
        long row = duck.number("SELECT coalesce(min(rowid), -1) FROM flows WHERE " + condition);
        if (row >= 0) {
            String line = line(row + HEADER + 1);
            throw InputException.data(
                    "%s, line %d, column %s cannot be used".formatted(file, row + HEADER + 1, layout.column(column)),
                    expected,
                    line,
                    maybe);
        }
    }

    /** A line of the file as it stands. */
    private String line(long number) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            return lines.lines().skip(number - 1).findFirst().orElse("nothing");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /**
     * Gives sellers and buyers their alpha-3 codes.
     *
     * @param numbers BACI's numbers; not looked at where the file has alpha-3 codes
     * @return the economies that buy or sell
     * @throws InputException if one is unknown
     */
    public SortedSet<String> nameEconomies(Map<Integer, String> numbers) throws SQLException {
        requireNone("seller IS NULL", 1, economyExpected(), economyMaybe());
        requireNone("buyer IS NULL", 2, economyExpected(), economyMaybe());
        List<String> found = texts(
                "SELECT DISTINCT seller::VARCHAR FROM flows UNION SELECT DISTINCT buyer::VARCHAR FROM flows ORDER BY 1");
        SortedSet<String> codes = new TreeSet<>();
        Map<String, String> named = new LinkedHashMap<>();
        for (String text : found) {
            String code = code(text, numbers);
            codes.add(code);
            named.put(text, code);
        }
        duck.run("CREATE TABLE economies (raw %s, code VARCHAR, rank SMALLINT)"
                .formatted(layout == Layout.BACI ? "SMALLINT" : "VARCHAR"));
        for (Map.Entry<String, String> each : named.entrySet()) {
            duck.run("INSERT INTO economies VALUES (%s, %s, %d)"
                    .formatted(
                            Duck.quoted((Object) each.getKey()),
                            Duck.quoted((Object) each.getValue()),
                            codes.headSet(each.getValue()).size()));
        }
        return codes;
    }

    private String economyExpected() {
        return layout == Layout.BACI ? "the number of an economy in BACI's list" : "an alpha-3 code";
    }

    private String economyMaybe() {
        return layout == Layout.BACI
                ? "the list is newer than the bundled one: add '--countries country_codes_V202601.csv'."
                : "it is an alpha-2 code or a name: write JPN for Japan.";
    }

    private String code(String text, Map<Integer, String> numbers) throws SQLException {
        String code = layout == Layout.BACI
                ? text.matches("\\d{1,4}") ? numbers.getOrDefault(Integer.parseInt(text), "") : ""
                : text.matches("[A-Z][A-Z0-9]{2}") ? text.equals("S19") ? "TWN" : text : "";
        if (code.isEmpty()) {
            String cell = Duck.quoted((Object) text);
            boolean sells = duck.number("SELECT count(*) FROM flows WHERE seller = " + cell) > 0;
            requireNone((sells ? "seller = " : "buyer = ") + cell, sells ? 1 : 2, economyExpected(), economyMaybe());
        }
        return code;
    }

    /** The codes of the file, sorted. */
    public List<String> goods() throws SQLException {
        return texts("SELECT DISTINCT lpad(good::VARCHAR, 6, '0') FROM flows ORDER BY 1");
    }

    /** A mistake about one code, with its first line. */
    public InputException wrongGood(String good, String expected, String found, String maybe) throws SQLException {
        long row = duck.number("SELECT min(rowid) FROM flows WHERE good = " + Integer.parseInt(good));
        return InputException.data(
                "%s, line %d, column %s is no good of this revision"
                        .formatted(file, row + HEADER + 1, layout.column(3)),
                expected,
                found,
                maybe);
    }

    /**
     * @throws InputException if two rows have the same exporter, importer and good
     */
    public void requireOnce() throws SQLException {
        String key =
                "SELECT (good::BIGINT << 24) | (b.rank::BIGINT << 12) | s.rank AS key, f.rowid AS row_number FROM flows f"
                        + " JOIN economies s ON s.raw = seller JOIN economies b ON b.raw = buyer";
        if (duck.number("SELECT count(*) - count(DISTINCT key) FROM (%s)".formatted(key)) > 0) {
            long row =
                    duck.number("SELECT max(row_number) FROM (%s) GROUP BY key HAVING count(*) > 1 ORDER BY 1 LIMIT 1"
                            .formatted(key));
            throw InputException.data(
                    "%s, line %d, has a flow for the second time".formatted(file, row + HEADER + 1),
                    "one row for each exporter, importer and good",
                    line(row + HEADER + 1),
                    "two files were joined, or finer codes cut to six digits: sum them first.");
        }
    }

    public Totals totals() throws SQLException {
        return duck.query("""
                SELECT count(*), count(DISTINCT good), count(DISTINCT buyer), coalesce(sum(usd), 0)::DOUBLE / 1000,
                    coalesce(sum(kg), 0)::DOUBLE / 1000, count(*) - count(kg) FROM flows""", FlowFile::totals);
    }

    private static Totals totals(ResultSet row) throws SQLException {
        row.next();
        return new Totals(
                row.getLong(1), row.getInt(2), row.getInt(3), row.getDouble(4), row.getDouble(5), row.getLong(6));
    }

    /** Writes the flows sorted by good, importer and exporter. */
    public void write(Path parquet) throws IOException {
        try {
            duck.run("""
                    COPY (SELECT year, lpad(good::VARCHAR, 6, '0') AS good, b.code AS importer, s.code AS exporter, usd, kg
                        FROM flows JOIN economies s ON s.raw = seller JOIN economies b ON b.raw = buyer
                        ORDER BY flows.good, b.rank, s.rank)
                    TO %s (FORMAT parquet, COMPRESSION zstd)""".formatted(Duck.quoted(parquet)));
        } catch (SQLException e) {
            throw new IOException("Cannot write " + parquet, e);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        return duck.query(sql, rows -> {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        });
    }

    /**
     * BACI's list of economies, in UTF-8 or in code page 850.
     *
     * @throws InputException if it lacks the columns
     */
    public static Map<Integer, String> economies(Path file) {
        List<String> lines;
        try {
            lines = decode(Files.readAllBytes(file)).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        Map<Integer, String> numbers = new HashMap<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            // number first, alpha-3 last: names between may hold commas
            String[] cells = line.replace("\"", "").split(",");
            String last = cells[cells.length - 1].strip();
            if (cells.length >= 3 && cells[0].strip().matches("\\d{1,4}") && last.matches("[A-Z][A-Z0-9]{2}")) {
                numbers.put(Integer.parseInt(cells[0].strip()), last.equals("S19") ? "TWN" : last);
            }
        }
        if (numbers.isEmpty()) {
            throw InputException.data(
                    file + " is no list of economies",
                    "lines that begin with BACI's number and end with the alpha-3 code",
                    lines.isEmpty() ? "nothing" : lines.getFirst(),
                    "it is the list of products: take country_codes_V202601.csv.");
        }
        return numbers;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("IBM850"));
        }
    }
}
