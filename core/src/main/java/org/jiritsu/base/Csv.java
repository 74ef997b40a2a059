package org.jiritsu.base;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads CSV with a header (RFC 4180, UTF-8 with or without a byte-order mark, plain or gzipped; lines that begin with
 * {@code #} are comments). Every row knows where it stands, so that each mistake is answered by file, line and column.
 *
 * <p>For tables of thousands of rows; a world table of millions of cells has a faster reader of its own.
 */
public final class Csv {
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Csv() {}

    /**
     * One row. A cell is given without the blanks about it; one that the file or the row has not is empty.
     *
     * @param file as it is told in messages
     * @param line where the row begins, from one
     */
    public record Row(String file, long line, List<String> header, List<String> cells) {
        public String text(String column) {
            int at = header.indexOf(column);
            return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
        }

        /** A cell that may not be empty. */
        public String filled(String column) {
            if (isBlank(column)) {
                throw wrong(column, "a " + column, "a comma is missing, or the line is left over.");
            }
            return text(column);
        }

        /** A text that may stand in Japanese too, in a column of the same name with {@code _ja}. */
        public Said said(String column) {
            String japanese = text(column + "_ja");
            return new Said(text(column), japanese.isEmpty() ? text(column) : japanese);
        }

        /** The parts of a cell between semicolons. */
        public List<String> list(String column) {
            return isBlank(column) ? List.of() : List.of(text(column).split(";"));
        }

        public boolean isBlank(String column) {
            return text(column).isEmpty();
        }

        /** A finite decimal number; thousands may be parted by commas where the cell is quoted. */
        public double number(String column) {
            return Csv.number(text(column))
                    .orElseThrow(
                            () -> wrong(
                                    column,
                                    "a number such as 1234.5",
                                    isBlank(column)
                                            ? "the line was cut off, or the value is not known: leave the line out."
                                            : text(column).indexOf(',') >= 0
                                                    ? "it has a decimal comma: write 1234.5."
                                                    : text(column).endsWith("%")
                                                            ? "per cent was meant: write 0.15 for 15%."
                                                            : "a unit or a mark for missing data is in it: write the number alone."));
        }

        /** A number, or nothing where the cell is empty. */
        public OptionalDouble maybeNumber(String column) {
            return isBlank(column) ? OptionalDouble.empty() : OptionalDouble.of(number(column));
        }

        /** A number in [least, most]. */
        public double number(String column, double least, double most) {
            double value = number(column);
            if (value < least || value > most) {
                throw wrong(
                        column,
                        "a number from %s to %s".formatted(plain(least), plain(most)),
                        "a digit or a sign is wrong, or the value is in another unit.");
            }
            return value;
        }

        public int whole(String column) {
            double value = Csv.number(text(column)).orElse(Double.NaN);
            if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                throw wrong(column, "a whole number", "the columns were shifted by a comma too many or too few.");
            }
            return (int) value;
        }

        /** Whether the cell is 1. */
        public boolean flag(String column) {
            return text(column).equals("1");
        }

        /** The cell as one of the words of a list. */
        public String oneOf(String column, Collection<String> words) {
            String text = text(column);
            if (!words.contains(text)) {
                throw wrong(
                        column,
                        "one of " + String.join(", ", words),
                        NearestWord.of(text, words)
                                .map(near -> "you meant '" + near + "'.")
                                .orElse("the columns are in another order than the header says."));
            }
            return text;
        }

        /** The cell as a constant of an enum, in any case. */
        public <E extends Enum<E>> E oneOf(String column, Class<E> constants) {
            String text = text(column);
            return Arrays.stream(constants.getEnumConstants())
                    .filter(each -> each.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            column,
                            Arrays.stream(constants.getEnumConstants())
                                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ", "one of ", "")),
                            "the word is misspelt."));
        }

        /** File and line. */
        public String place() {
            return "%s, line %d".formatted(file, line);
        }

        /** File, line and column. */
        public String place(String column) {
            return "%s, column %d (%s)".formatted(place(), header.indexOf(column) + 1, column);
        }

        /** What to throw where a cell cannot be used. */
        public InputException wrong(String column, String expected, String maybe) {
            String text = text(column);
            return InputException.data(
                    place(column) + (text.isEmpty() ? ": the cell is empty" : ": this cannot be used"),
                    expected,
                    text.isEmpty() ? "nothing" : "'" + text + "'",
                    maybe);
        }

        private static String plain(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? String.valueOf((long) value)
                    : String.valueOf(value);
        }
    }

    /**
     * A finite number as a person writes it: {@code -1234.5}, {@code 1.2e6}, {@code 1,234.5}; not {@code 12d},
     * {@code 0x1p3} or {@code NaN}.
     */
    public static Optional<Double> number(String text) {
        String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        return Optional.of(plain)
                .filter(p -> DECIMAL.matcher(p).matches())
                .map(Double::parseDouble)
                .filter(Double::isFinite);
    }

    /** All rows of a file, see {@link #forEach(Path, List, List, Consumer)}. */
    public static List<Row> read(Path file, List<String> required) {
        return read(file, required, List.of());
    }

    /** All rows of a file whose required cells are all filled. */
    public static List<Row> readFilled(Path file, List<String> required, List<String> optional) {
        List<Row> rows = read(file, required, optional);
        rows.forEach(row -> required.forEach(row::filled));
        return rows;
    }

    /** All rows of a file, see {@link #forEach(Path, List, List, Consumer)}. */
    public static List<Row> read(Path file, List<String> required, List<String> optional) {
        List<Row> rows = new ArrayList<>();
        forEach(file, required, optional, rows::add);
        return rows;
    }

    /**
     * Gives each row of a file as it is read.
     *
     * @param required columns that the header must have, in any order; more are welcome
     * @param optional columns that the header, and the end of a row, may leave out
     * @throws InputException naming file, line and column: no such file, another header, a row of another length, text
     *     that is not UTF-8, a file that was cut off
     */
    public static void forEach(Path file, List<String> required, List<String> optional, Consumer<Row> each) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            forEach(file.toString(), gzip ? new GZIPInputStream(in, 1 << 16) : in, required, optional, each);
        } catch (NoSuchFileException e) {
            throw InputException.use(
                    "There is no such file",
                    "a CSV file with the columns " + String.join(",", required),
                    file.toString(),
                    "the path is relative to another folder.");
        } catch (EOFException | ZipException e) {
            throw cutOff(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The same for a stream, which stays open. */
    public static void forEach(
            String place, InputStream in, List<String> required, List<String> optional, Consumer<Row> each) {
        long line = 0;
        List<String> header = List.of();
        try {
            for (CsvRecord record : reader(withoutMark(in))) {
                line = record.getStartingLineNumber();
                if (header.isEmpty()) {
                    header = header(place, record, required, optional);
                } else {
                    each.accept(row(place, record, header, optional));
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e, place, line);
        } catch (IOException e) {
            throw unreadable(new UncheckedIOException("Cannot read " + place, e), place, line);
        }
        if (header.isEmpty()) {
            throw InputException.data(
                    place + " is empty",
                    "a header " + String.join(",", required),
                    "nothing",
                    "it was cut off: copy it again.");
        }
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream rest = new PushbackInputStream(in, 3);
        byte[] start = rest.readNBytes(3);
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!mark) {
            rest.unread(start);
        }
        return rest;
    }

    private static CsvReader<CsvRecord> reader(InputStream in) {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static List<String> header(String place, CsvRecord record, List<String> required, List<String> optional) {
        List<String> header = record.getFields().stream().map(String::strip).toList();
        String where = "%s, line %d".formatted(place, record.getStartingLineNumber());
        List<String> missing =
                required.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw InputException.data(
                    "%s: the header has no column %s".formatted(where, String.join(", ", missing)),
                    String.join(",", required) + (optional.isEmpty() ? "" : "[," + String.join(",", optional) + "]"),
                    String.join(",", header),
                    whyMissing(header, missing));
        }
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name) && (required.contains(name) || optional.contains(name))) {
                throw InputException.data(
                        "%s: column %s stands twice".formatted(where, name),
                        "each column once",
                        String.join(",", header),
                        "one of the two has another name.");
            }
        }
        return header;
    }

    private static String whyMissing(List<String> header, List<String> missing) {
        if (header.size() == 1 && header.getFirst().contains(";")) {
            return "the file uses ';': write it with ','.";
        }
        if (header.size() == 1 && header.getFirst().contains("\t")) {
            return "the file uses tabs: write it with ','.";
        }
        return NearestWord.of(missing.getFirst(), header)
                .map(near -> "'%s' is meant to be '%s': change it in the header.".formatted(near, missing.getFirst()))
                .orElse("the line with the names of the columns is missing.");
    }

    private static Row row(String place, CsvRecord record, List<String> header, List<String> optional) {
        List<String> cells = record.getFields();
        Row row = new Row(place, record.getStartingLineNumber(), header, cells);
        boolean tooFew =
                cells.size() < header.size() && !optional.containsAll(header.subList(cells.size(), header.size()));
        boolean tooMany = cells.size() > header.size()
                && !cells.subList(header.size(), cells.size()).stream().allMatch(String::isBlank);
        if (tooFew || tooMany) {
            throw InputException.data(
                    "%s: a line of %d cells".formatted(row.place(), cells.size()),
                    "%d cells: %s".formatted(header.size(), String.join(",", header)),
                    String.join(",", cells),
                    cells.stream().anyMatch(cell -> cell.indexOf('\n') >= 0)
                            ? "a quotation mark is open: look at this line and the one before it."
                            : tooFew
                                    ? "the file was cut off here, or a comma is missing."
                                    : "a text or a number with a comma in it stands without quotation marks.");
        }
        return row;
    }

    private static RuntimeException unreadable(RuntimeException e, String place, long line) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof ZipException) {
                return cutOff(place);
            }
            if (cause instanceof CharacterCodingException) {
                return InputException.data(
                        "%s, below line %d: this is not UTF-8 text".formatted(place, line),
                        "UTF-8",
                        "bytes of another encoding",
                        "it was saved by a spreadsheet: save it as 'CSV UTF-8'.");
            }
        }
        return e instanceof UncheckedIOException
                ? e
                : InputException.data(
                        "%s, below line %d: this is not CSV".formatted(place, line),
                        "cells parted by commas",
                        String.valueOf(e.getMessage()),
                        "a quotation mark is open: look at the lines before it.");
    }

    private static InputException cutOff(String place) {
        return InputException.data(
                place + " cannot be read to its end",
                "a whole gzip file",
                "an early end",
                "the download was cut off: fetch it again.");
    }
}
