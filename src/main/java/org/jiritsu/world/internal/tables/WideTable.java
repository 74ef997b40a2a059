package org.jiritsu.world.internal.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiritsu.world.InputException;

/**
 * A table as it stands in a text file: header lines, then rows that begin with labels and go on with numbers. An empty
 * number is NaN.
 */
record WideTable(String place, List<List<String>> header, List<Row> rows) {
    private static final int CHUNK = 1 << 22;

    /** How the text is laid out. */
    record Layout(char separator, int headerLines, int labelColumns) {}

    /** One line: its number in the file, its labels and its numbers, as many as the header has columns of them. */
    record Row(long line, List<String> labels, double[] values) {}

    static WideTable read(Source source, Layout layout) {
        return source.read(in -> new Scan(source.place(), layout).run(in));
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
            String word = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().strip();
            return word.length() > 1 && word.startsWith("\"") && word.endsWith("\"")
                    ? word.substring(1, word.length() - 1).replace("\"\"", "\"").strip()
                    : word;
        } catch (CharacterCodingException e) {
            throw InputException.data("%s, line %d is not UTF-8 text".formatted(place, line), "UTF-8",
                    "bytes of another encoding", "it was saved by a spreadsheet: save it as 'CSV UTF-8'.");
        }
    }

    /** One pass through a file. Chunks of whole lines are read one after the other and parsed side by side. */
    private static final class Scan {
        private final String place;
        private final Layout layout;
        private final List<List<String>> header = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private long lines;

        Scan(String place, Layout layout) {
            this.place = place;
            this.layout = layout;
        }

        WideTable run(InputStream in) throws IOException {
            int threads = Runtime.getRuntime().availableProcessors();
            ArrayDeque<Future<Part>> parts = new ArrayDeque<>();
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                try {
                    Chunks chunks = new Chunks(in);
                    int length;
                    while ((length = chunks.next()) > 0) {
                        byte[] text = chunks.text;
                        int from = header(text, length);
                        int to = length;
                        int columns = header.isEmpty() ? 0 : header.getLast().size() - layout.labelColumns();
                        parts.add(pool.submit(() -> parse(text, from, to, columns)));
                        if (parts.size() > 2 * threads) {
                            take(parts.remove());
                        }
                    }
                    while (!parts.isEmpty()) {
                        take(parts.remove());
                    }
                } finally {
                    pool.shutdownNow();
                }
            }
            if (rows.isEmpty()) {
                throw InputException.data(place + " holds no rows", "rows of numbers below the header",
                        header.isEmpty() ? "an empty file" : "the header only", "the file was cut off: copy it again.");
            }
            return new WideTable(place, header, rows);
        }

        /** Takes the header lines that are still missing and gives where the text goes on. */
        private int header(byte[] text, int length) {
            int from = header.isEmpty() ? skipMark(text) : 0;
            while (header.size() < layout.headerLines() && from < length) {
                int end = lineEnd(text, from);
                header.add(fields(text, from, end, layout.separator(), place, ++lines));
                from = end + 1;
            }
            return from;
        }

        private void take(Future<Part> future) {
            try {
                Part part = future.get();
                part.rows.forEach(row -> rows.add(new Row(lines + row.line, row.labels, row.values)));
                lines += part.lines;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Trouble trouble
                        ? trouble.problem.at("%s, line %d".formatted(place, lines + trouble.line))
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while reading " + place, e);
            }
        }

        private Part parse(byte[] text, int from, int to, int columns) throws Trouble {
            List<Row> parsed = new ArrayList<>();
            Decimals numbers = new Decimals(text, from, layout.separator());
            long line = 0;
            while (numbers.position() < to) {
                line++;
                if (!numbers.lineEnds()) {
                    try {
                        parsed.add(row(text, numbers, line, columns));
                    } catch (InputException e) {
                        throw new Trouble(line, e);
                    }
                }
                numbers.moveTo(lineEnd(text, numbers.position()) + 1);
            }
            return new Part(parsed, line);
        }

        private Row row(byte[] text, Decimals numbers, long line, int columns) {
            List<String> labels = labels(text, numbers);
            double[] values = new double[columns];
            int count = 0;
            try {
                while (count < columns && !numbers.lineEnds()) {
                    values[count++] = numbers.next();
                }
            } catch (NumberFormatException e) {
                throw notANumber(e.getMessage(), labels, count - 1);
            }
            if (count < columns && text[numbers.position() - 1] == layout.separator()) {
                values[count++] = Double.NaN; // the last field is empty
            }
            if (count != columns || !numbers.lineEnds()) {
                throw wrongLength(labels, count, columns);
            }
            return new Row(line, labels, values);
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
            return InputException.data("row %s is of another length than the header".formatted(row),
                    columns + " numbers", count < columns ? count + " numbers" : "more",
                    count < columns
                            ? "the file was cut off here: copy it again."
                            : "decimal commas or thousands separators make more columns: write 1234.5.");
        }

        private InputException notANumber(String field, List<String> labels, int column) {
            String name = header.getLast().get(layout.labelColumns() + column);
            String row = String.join(" ", labels);
            return InputException.data("row %s, column %s: this is not a number".formatted(row, name),
                    "a number such as 1234.5", "'" + field + "'",
                    field.indexOf(',') >= 0
                            ? "it has a decimal comma: write 1234.5."
                            : "the table is laid out in another way, or a mark for missing data stands here.");
        }
    }

    /** Rows with line numbers counted from the chunk's start. */
    private record Part(List<Row> rows, long lines) {}

    /** What is wrong in a chunk, its line counted from the chunk's start. */
    private static final class Trouble extends Exception {
        private static final long serialVersionUID = 1L;
        private final long line;
        private final transient InputException problem;

        Trouble(long line, InputException problem) {
            this.line = line;
            this.problem = problem;
        }
    }

    private static int lineEnd(byte[] text, int from) {
        int at = from;
        while (text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Cuts a stream into blocks that end in a line break. */
    private static final class Chunks {
        private final InputStream in;
        private byte[] rest = {};
        private byte[] text = {};

        Chunks(InputStream in) {
            this.in = in;
        }

        /** Puts the next block into {@code text} and gives its length, 0 at the end. */
        int next() throws IOException {
            byte[] block = Arrays.copyOf(rest, Math.max(CHUNK, 2 * rest.length) + Decimals.SLACK);
            int length = rest.length;
            while (true) {
                int read = in.readNBytes(block, length, block.length - length - 1 - Decimals.SLACK);
                length += read;
                int cut = length;
                while (cut > 0 && block[cut - 1] != '\n') {
                    cut--;
                }
                if (length < block.length - 1 - Decimals.SLACK) { // the end of the file
                    if (length > 0 && cut < length) {
                        block[length++] = '\n';
                    }
                    cut = length;
                }
                if (cut > 0 || length == 0) {
                    rest = Arrays.copyOfRange(block, cut, length);
                    text = block;
                    return cut;
                }
                block = Arrays.copyOf(block, 2 * block.length);
            }
        }
    }
}
