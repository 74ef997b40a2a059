package org.jiritsu.world.internal.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiritsu.base.InputException;

/**
 * A table as it stands in a text file: header lines, then rows that begin with labels and go on with numbers. An empty
 * number is NaN.
 */
record WideTable(String place, List<List<String>> header, List<Row> rows) {
    private static final int CHUNK = 1 << 18; // stays in the cache of a core

    /** How the text is laid out. */
    record Layout(char separator, int headerLines, int labelColumns) {}

    /**
     * One line: its number in the file, its labels and its numbers, as many as the header has columns of them.
     *
     * @param values holds the numbers, and perhaps those of other rows
     * @param from where the first one stands
     */
    record Row(long line, List<String> labels, double[] values, int from) {
        Row(long line, List<String> labels, double[] values) {
            this(line, labels, values, 0);
        }

        double value(int column) {
            return values[from + column];
        }
    }

    /** Room for the numbers of many rows at once: arrays so large are never moved when memory is tidied. */
    private static final class Room {
        private static final int ROWS = 100;

        private double[] cells = {};
        private int used;

        /** Makes room for a row and gives where it begins in {@link #cells}. */
        int take(int columns) {
            if (used + columns > cells.length) {
                cells = new double[ROWS * columns];
                used = 0;
            }
            used += columns;
            return used - columns;
        }
    }

    static WideTable read(Source source, Layout layout) {
        return source.read(in -> new Scan(source.place(), layout, List.of()).run(in));
    }

    /** Reads a file that has numbers only, one for each of the labels. */
    static WideTable readNumbers(Source source, char separator, List<String> labels) {
        Layout layout = new Layout(separator, 0, 0);
        return source.read(in -> new Scan(source.place(), layout, List.of(labels)).run(in));
    }

    /** The first lines, split into fields, as far as they lie in the first {@code bytes}. */
    static List<List<String>> head(Source source, char separator, int lines, int bytes) {
        byte[] start = source.read(in -> in.readNBytes(bytes));
        List<List<String>> head = new ArrayList<>();
        int from = skipMark(start);
        for (int at = from; at < start.length && head.size() < lines; at++) {
            if (start[at] == '\n') {
                head.add(fields(start, from, at, separator, source.place(), head.size() + 1));
                from = at + 1;
            }
        }
        if (head.size() < lines && from < start.length && start.length < bytes) { // a last line without its end
            head.add(fields(start, from, start.length, separator, source.place(), head.size() + 1));
        }
        return head;
    }

    private static int skipMark(byte[] text) {
        return text.length > 2 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF ? 3 : 0;
    }

    private static List<String> fields(byte[] text, int from, int to, char separator, String place, long line) {
        List<String> fields = new ArrayList<>();
        int end = to > from && text[to - 1] == '\r' ? to - 1 : to;
        int at = from;
        do {
            int next = endOfField(text, at, end, separator);
            fields.add(word(text, at, next, place, line));
            at = next + 1;
        } while (at <= end);
        return fields;
    }

    private static int endOfField(byte[] text, int from, int end, char separator) {
        boolean quoted = false;
        int at = from;
        while (at < end && text[at] != '\n' && (quoted || text[at] != separator)) {
            quoted ^= text[at] == '"';
            at++;
        }
        return at;
    }

    private static String word(byte[] text, int from, int to, String place, long line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text, from, to - from);
            String word =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().strip();
            return word.length() > 1 && word.startsWith("\"") && word.endsWith("\"")
                    ? word.substring(1, word.length() - 1).replace("\"\"", "\"").strip()
                    : word;
        } catch (CharacterCodingException e) {
            throw InputException.data(
                    "%s, line %d is not UTF-8 text".formatted(place, line),
                    "UTF-8",
                    "bytes of another encoding",
                    "it was saved by a spreadsheet: save it as 'CSV UTF-8'.");
        }
    }

    /**
     * One pass through a file. Threads take turns at reading a block of whole lines, each into a buffer of its own, which
     * it parses while the next one reads.
     */
    private static final class Scan {
        private final String place;
        private final Layout layout;
        private final List<List<String>> header = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private volatile boolean troubled;

        Scan(String place, Layout layout, List<List<String>> header) {
            this.place = place;
            this.layout = layout;
            this.header.addAll(header);
        }

        WideTable run(InputStream in) throws IOException {
            int threads = Runtime.getRuntime().availableProcessors();
            Chunks chunks = new Chunks(in);
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                List<Callable<Void>> turns = Collections.nCopies(threads, () -> takeTurns(chunks));
                for (Future<Void> turn : pool.invokeAll(turns)) {
                    turn.get();
                }
            } catch (ExecutionException e) {
                throw asRead(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while reading " + place, e);
            }
            return new WideTable(place, header, rows());
        }

        private static IllegalStateException asRead(ExecutionException e) throws IOException {
            switch (Objects.<Throwable>requireNonNullElse(e.getCause(), e)) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                default -> throw new IllegalStateException(e.getCause());
            }
        }

        private Void takeTurns(Chunks chunks) throws IOException {
            Chunk chunk = new Chunk();
            Room room = new Room();
            while (!troubled) {
                Part part;
                int from;
                int columns;
                synchronized (parts) {
                    if (!chunks.next(chunk)) {
                        return null;
                    }
                    part = new Part();
                    parts.add(part);
                    from = header(chunk, part);
                    columns = header.isEmpty() ? 0 : header.getLast().size() - layout.labelColumns();
                }
                try {
                    parse(chunk, from, columns, room, part);
                } catch (InputException e) {
                    part.trouble = Optional.of(e);
                    troubled = true;
                }
            }
            return null;
        }

        /** Takes the header lines that are still missing and gives where the text goes on. */
        private int header(Chunk chunk, Part part) {
            int from = header.isEmpty() ? skipMark(chunk.text) : 0;
            while (header.size() < layout.headerLines() && from < chunk.length) {
                int end = lineEnd(chunk.text, from);
                header.add(fields(chunk.text, from, end, layout.separator(), place, ++part.lines));
                from = end + 1;
            }
            return from;
        }

        /** All rows in the file's order, numbered through; or the first trouble in that order. */
        private List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            long lines = 0;
            for (Part part : parts) {
                if (part.trouble.isPresent()) {
                    throw part.trouble.get().at("%s, line %d".formatted(place, lines + part.lines));
                }
                for (Row row : part.rows) {
                    rows.add(new Row(lines + row.line, row.labels, row.values, row.from));
                }
                lines += part.lines;
            }
            if (rows.isEmpty()) {
                throw InputException.data(
                        place + " holds no rows",
                        "rows of numbers below the header",
                        header.isEmpty() ? "an empty file" : "the header only",
                        "the file was cut off: copy it again.");
            }
            return rows;
        }

        private void parse(Chunk chunk, int from, int columns, Room room, Part part) {
            Decimals numbers = new Decimals(chunk.text, from, layout.separator());
            while (numbers.position() < chunk.length) {
                part.lines++;
                if (!numbers.lineEnds()) {
                    part.rows.add(row(chunk.text, numbers, part.lines, columns, room));
                }
                numbers.moveTo(lineEnd(chunk.text, numbers.position()) + 1);
            }
        }

        private Row row(byte[] text, Decimals numbers, long line, int columns, Room room) {
            List<String> labels = labels(text, numbers);
            int from = room.take(columns);
            double[] values = room.cells;
            try {
                numbers.fill(values, from, columns);
            } catch (NumberFormatException e) {
                throw notANumber(String.valueOf(e.getMessage()), labels, numbers.taken());
            }
            int count = numbers.taken();
            if (count < columns && text[numbers.position() - 1] == layout.separator()) {
                values[from + count++] = Double.NaN; // the last field is empty
            }
            if (count != columns || !numbers.lineEnds()) {
                throw wrongLength(labels, count, columns);
            }
            return new Row(line, labels, values, from);
        }

        private List<String> labels(byte[] text, Decimals numbers) {
            String[] labels = new String[layout.labelColumns()];
            int at = numbers.position();
            for (int k = 0; k < labels.length; k++) {
                int next = endOfField(text, at, text.length, layout.separator());
                labels[k] = word(text, at, next, place, 0);
                at = text[next] == '\n' ? next : next + 1;
            }
            numbers.moveTo(at);
            return List.of(labels);
        }

        private InputException wrongLength(List<String> labels, int count, int columns) {
            String row = String.join(" ", labels);
            return InputException.data(
                    "row %s is of another length than the header".formatted(row),
                    columns + " numbers",
                    count < columns ? count + " numbers" : "more",
                    count < columns
                            ? "the file was cut off here: copy it again."
                            : "decimal commas or thousands separators make more columns: write 1234.5.");
        }

        private InputException notANumber(String field, List<String> labels, int column) {
            String name = header.getLast().get(layout.labelColumns() + column);
            String row = String.join(" ", labels);
            return InputException.data(
                    "row %s, column %s: this is not a number".formatted(row, name),
                    "a number such as 1234.5",
                    "'" + field + "'",
                    field.indexOf(',') >= 0
                            ? "it has a decimal comma: write 1234.5."
                            : "the table is laid out in another way, or a mark for missing data stands here.");
        }
    }

    /** What one block of lines holds; lines are counted from the block's start. */
    private static final class Part {
        private final List<Row> rows = new ArrayList<>();
        private long lines;
        private Optional<InputException> trouble = Optional.empty();
    }

    private static int lineEnd(byte[] text, int from) {
        int at = from;
        while (text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** A buffer that is filled again and again: text of a length, ending in a line break. */
    private static final class Chunk {
        private byte[] text = new byte[CHUNK];
        private int length;
    }

    /** Cuts a stream into blocks that end in a line break. */
    private static final class Chunks {
        private final InputStream in;
        private byte[] rest = {};

        Chunks(InputStream in) {
            this.in = in;
        }

        /** Puts the next block into {@code chunk}; false at the end. */
        boolean next(Chunk chunk) throws IOException {
            int length = rest.length;
            chunk.text = roomy(chunk.text, length);
            System.arraycopy(rest, 0, chunk.text, 0, length);
            while (true) {
                int room = chunk.text.length - length - 1 - Decimals.SLACK;
                int read = in.readNBytes(chunk.text, length, room);
                length += read;
                int cut = length;
                while (cut > 0 && chunk.text[cut - 1] != '\n') {
                    cut--;
                }
                if (read < room) { // the end of the file
                    if (cut < length) {
                        chunk.text[length++] = '\n';
                    }
                    cut = length;
                }
                if (cut > 0 || read < room) {
                    rest = Arrays.copyOfRange(chunk.text, cut, length);
                    chunk.length = cut;
                    return cut > 0;
                }
                chunk.text = Arrays.copyOf(chunk.text, 2 * chunk.text.length);
            }
        }

        private static byte[] roomy(byte[] buffer, int used) {
            return buffer.length > 2 * used + Decimals.SLACK ? buffer : new byte[4 * used];
        }
    }
}
