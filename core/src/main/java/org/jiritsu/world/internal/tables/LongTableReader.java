package org.jiritsu.world.internal.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.LongTable;
import org.jiritsu.world.Sector;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;

/** Reads the long form in one pass; labels are learnt on the way and the table is laid out at the end. */
final class LongTableReader {
    private static final List<String> HEADER = List.of("from", "to", "value");
    private static final String OUTPUT = "OUT";
    private static final String ROUNDING = "ROUNDING";
    private static final int LONGEST_HEADER = 256;
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Set<String> TOTALS = Set.of(OUTPUT, ROUNDING);

    private final Source source;
    private final String place;
    /** Spreadsheets of most of Europe write ';' between fields, and then a comma before decimals. */
    private char separator = ',';

    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Set<String> sellers = new LinkedHashSet<>();
    private int[] from = new int[1 << 12];
    private int[] to = new int[1 << 12];
    private double[] value = new double[1 << 12];
    private long[] line = new long[1 << 12];
    private final int[] at = {0, 1, 2};
    private int count;

    private LongTableReader(Source source) {
        this.source = source;
        this.place = source.place();
    }

    /** Whether the first line is the header of the long form with semicolons. */
    static boolean hasSemicolons(Source source) {
        List<List<String>> head = WideTable.head(source, ';', 1, 1 << 16);
        return !head.isEmpty() && isHeader(head.getFirst());
    }

    static World read(Source source, About about, LongTable.Names names) {
        LongTableReader reader = new LongTableReader(source);
        source.read(in -> {
            reader.readLines(in);
            return reader;
        });
        return reader.layOut(about, names);
    }

    /** Looks at the header and no further, so that what is broken below is told by its line. */
    private static char separator(PushbackInputStream in) throws IOException {
        byte[] header = new byte[LONGEST_HEADER];
        int length = 0;
        while (length < header.length && (length == 0 || header[length - 1] != '\n')) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            header[length++] = (byte) next;
        }
        in.unread(header, 0, length);
        String text = new String(header, 0, length, StandardCharsets.UTF_8).replaceAll("[\uFEFF\"]", "");
        return isHeader(Arrays.stream(text.split(";", -1)).map(String::strip).toList()) ? ';' : ',';
    }

    private CsvReader<CsvRecord> reader(PushbackInputStream in) throws IOException {
        separator = separator(in);
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private void readLines(InputStream raw) throws IOException {
        try (PushbackInputStream in = new PushbackInputStream(raw, LONGEST_HEADER);
                CsvReader<CsvRecord> csv = reader(in)) {
            boolean first = true;
            for (CsvRecord record : csv) {
                if (first) {
                    requireHeader(record);
                    first = false;
                } else {
                    take(record);
                }
            }
            if (count == 0) {
                throw InputException.data(
                        place + " holds no flows",
                        "lines of from,to,value after the header",
                        first ? "an empty file" : "the header only",
                        "the file was cut off: copy it again.");
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw source.unreadable(e, "%s, near line %d".formatted(place, last() + 1));
        }
    }

    private long last() {
        return count == 0 ? 1 : line[count - 1];
    }

    private void requireHeader(CsvRecord record) {
        List<String> names = record.getFields().stream()
                .map(f -> f.replace("\uFEFF", "").strip())
                .toList();
        if (isHeader(names)) {
            for (int k = 0; k < at.length; k++) {
                at[k] = names.indexOf(HEADER.get(k));
            }
        } else {
            TableReaders.requireNoOther(TableFormat.LONG, place, List.of(source));
            throw InputException.data(
                    place(record) + ": this is not the header of the long form",
                    "from,to,value",
                    String.join(",", names),
                    names.size() > 3
                            ? "the table is in the wide form: bring it into lines of from,to,value."
                            : names.size() == 1 && names.getFirst().contains(";")
                                    ? "the file uses ';': its columns are to be called from;to;value."
                                    : names.size() == 3 && names.stream().anyMatch(HEADER::contains)
                                            ? "its columns are to be called from, to and value."
                                            : "the first line is missing: put 'from,to,value' on top.");
        }
    }

    /** Whether these are the three columns, in whatever order. */
    static boolean isHeader(List<String> names) {
        return names.size() == HEADER.size() && names.containsAll(HEADER);
    }

    private void take(CsvRecord record) {
        if (record.getFieldCount() != 3) {
            throw InputException.data(
                    place(record) + ": a line of %d fields".formatted(record.getFieldCount()),
                    "3 fields: from,to,value",
                    String.join(",", record.getFields()),
                    record.getFieldCount() < 3
                            ? "the file was cut off here, or a '%s' is missing.".formatted(separator)
                            : separator == ';'
                                    ? "a ';' too many stands in it."
                                    : "the value has a comma in it: write 1234.5 or \"1,234.5\".");
        }
        if (count == from.length) {
            grow();
        }
        String seller = record.getField(at[0]).strip();
        from[count] = id(seller);
        to[count] = id(record.getField(at[1]).strip());
        value[count] = number(record);
        line[count] = record.getStartingLineNumber();
        if (!TOTALS.contains(seller)) {
            split(seller, place(record));
            sellers.add(seller);
        }
        count++;
    }

    private void grow() {
        int length = from.length * 2;
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
        value = Arrays.copyOf(value, length);
        line = Arrays.copyOf(line, length);
    }

    private int id(String text) {
        Integer known = ids.putIfAbsent(text, ids.size());
        return known == null ? ids.size() - 1 : known;
    }

    private double number(CsvRecord record) {
        String text = record.getField(at[2]).strip();
        boolean comma = separator == ';';
        return (comma ? withDecimalComma(text) : Csv.number(text))
                .orElseThrow(() -> InputException.data(
                        place(record) + ": the value is not a number",
                        "a number such as " + (comma ? "1234,5" : "1234.5"),
                        text.isEmpty() ? "nothing" : "'" + text + "'",
                        text.isEmpty()
                                ? "the flow is zero: leave the line out."
                                : comma && text.indexOf('.') >= 0
                                        ? "with ';' between fields a comma stands before decimals: write 1234,5, or use"
                                                + " ',' between fields."
                                        : !comma && text.indexOf(',') >= 0
                                                ? "it has a decimal comma: write 1234.5."
                                                : "it is a mark for missing data: leave the line out."));
    }

    /** 1234,5 or 1.234,5; a point without a comma may part thousands or decimals, and is no number. */
    private static Optional<Double> withDecimalComma(String text) {
        boolean grouped = GROUPED.matcher(text).matches();
        return text.indexOf('.') >= 0 && !grouped
                ? Optional.empty()
                : Csv.number(text.replace(".", "").replace(',', '.'));
    }

    private String place(CsvRecord record) {
        return "%s, line %d".formatted(place, record.getStartingLineNumber());
    }

    private static String[] split(String id, String place) {
        int at = id.indexOf('_');
        if (at < 1 || at == id.length() - 1) {
            throw InputException.data(
                    place + ": this id has not two parts",
                    "ECONOMY_SECTOR such as JPN_c15",
                    "'" + id + "'",
                    "the economy or the sector is missing, or they are joined by another sign than '_'.");
        }
        return new String[] {id.substring(0, at), id.substring(at + 1)};
    }

    private World layOut(About about, LongTable.Names names) {
        if (sellers.isEmpty()) {
            throw InputException.data(
                    place + " holds no flows",
                    "lines from an industry",
                    "lines from OUT only",
                    "the flows are in another file.");
        }
        Set<String> economies = new LinkedHashSet<>();
        Set<String> sectors = new LinkedHashSet<>();
        for (String seller : sellers) {
            String[] parts = split(seller, place);
            economies.add(parts[0]);
            sectors.add(parts[1]);
        }
        Set<String> uses = new LinkedHashSet<>();
        for (int k = 0; k < count; k++) {
            learnBuyer(k, economies, sectors, uses);
        }
        return fill(about, names, List.copyOf(economies), List.copyOf(sectors), List.copyOf(uses));
    }

    private void learnBuyer(int k, Set<String> economies, Set<String> sectors, Set<String> uses) {
        String[] parts = split(label(to[k]), "%s, line %d".formatted(place, line[k]));
        if (!economies.contains(parts[0])) {
            throw InputException.data(
                    "%s, line %d: economy %s buys but never sells".formatted(place, line[k], parts[0]),
                    "every economy among the sellers",
                    label(to[k]),
                    NearestWord.of(parts[0], economies)
                            .map(near -> "it is a misspelling of " + near + ", or its rows were cut off.")
                            .orElse("its rows were cut off."));
        }
        if (!sectors.contains(parts[1])) {
            uses.add(parts[1]);
        }
    }

    private String label(int id) {
        return labels()[id];
    }

    private String[] labels = {};

    private String[] labels() {
        if (labels.length != ids.size()) {
            labels = ids.keySet().toArray(String[]::new);
        }
        return labels;
    }

    private World fill(
            About about, LongTable.Names names, List<String> economies, List<String> sectors, List<String> uses) {
        requireRoom(economies.size(), sectors.size(), uses.size());
        int n = economies.size() * sectors.size();
        int finalColumns = economies.size() * uses.size();
        double[] z = new double[n * n];
        double[] y = new double[n * finalColumns];
        double[] x = new double[n];
        int[] column = columns(economies, sectors, uses, n);
        BitSet seen = new BitSet(n * (n + finalColumns));
        BitSet published = new BitSet(n);
        BitSet rounded = new BitSet(n);
        double[] rounding = new double[n];
        for (int k = 0; k < count; k++) {
            int j = column[to[k]];
            if (label(from[k]).equals(OUTPUT)) {
                requireTotal(k, j, n, published);
                x[j] = value[k];
                continue;
            }
            if (label(from[k]).equals(ROUNDING)) {
                requireTotal(k, j, n, rounded);
                rounding[j] = value[k];
                continue;
            }
            int i = column[from[k]];
            requireNew(k, (long) i * (n + finalColumns) + j, seen);
            if (j < n) {
                z[i * n + j] = value[k];
            } else {
                y[i * finalColumns + j - n] = value[k];
            }
        }
        requireComplete(OUTPUT, published, n);
        requireComplete(ROUNDING, rounded, n);
        if (published.isEmpty()) {
            for (int i = 0; i < n; i++) {
                x[i] = sum(z, i * n, n) + sum(y, i * finalColumns, finalColumns);
            }
        }
        return new World(
                about,
                economies.stream()
                        .map(e -> names.economies().getOrDefault(e, new Economy(e, e)))
                        .toList(),
                sectors.stream()
                        .map(s -> names.sectors().getOrDefault(s, new Sector(s, "", s)))
                        .toList(),
                uses.stream().map(FinalUse::of).toList(),
                z,
                y,
                x,
                rounded.isEmpty() ? new double[0] : rounding);
    }

    /** A few lines with ids in disorder can call for a huge table: it must fit one Java array, and the memory. */
    private void requireRoom(long economies, long sectors, long uses) {
        long n = economies * sectors;
        double cells = (double) n * (n + economies * uses);
        double most = Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 16.0);
        if (cells > most) {
            throw InputException.data(
                    place + ": the table is too large",
                    "at most %.0f million cells".formatted(most / 1e6),
                    "%d economies x %d sectors = %d industries".formatted(economies, sectors, n),
                    "ids are joined in another order than ECONOMY_SECTOR.");
        }
    }

    /** The column of each id: industries first, then final uses, both economy-major. */
    private int[] columns(List<String> economies, List<String> sectors, List<String> uses, int n) {
        int[] column = new int[ids.size()];
        String[] all = labels();
        for (int id = 0; id < all.length; id++) {
            if (TOTALS.contains(all[id])) {
                continue;
            }
            String[] parts = split(all[id], place);
            int economy = economies.indexOf(parts[0]);
            int sector = sectors.indexOf(parts[1]);
            column[id] = sector >= 0
                    ? economy * sectors.size() + sector
                    : n + economy * uses.size() + uses.indexOf(parts[1]);
        }
        return column;
    }

    private void requireTotal(int k, int j, int n, BitSet seen) {
        if (j >= n || seen.get(j)) {
            throw InputException.data(
                    "%s, line %d: %s of %s"
                            .formatted(
                                    place,
                                    line[k],
                                    label(from[k]).equals(OUTPUT) ? "output" : "rounding",
                                    label(to[k])),
                    "one line %s,INDUSTRY,value an industry".formatted(label(from[k])),
                    j >= n ? "a final use" : "a second line for it",
                    "the line was copied twice.");
        }
        seen.set(j);
    }

    private void requireNew(int k, long cell, BitSet seen) {
        if (cell > Integer.MAX_VALUE) {
            throw new IllegalStateException("table too large");
        }
        if (seen.get((int) cell)) {
            int earlier = firstOf(k);
            throw InputException.data(
                    "%s, line %d: the flow %s to %s stands twice"
                            .formatted(place, line[k], label(from[k]), label(to[k])),
                    "one line a flow",
                    "%s here, %s in line %d".formatted(value[k], value[earlier], line[earlier]),
                    "two files were joined: keep one of the lines.");
        }
        seen.set((int) cell);
    }

    private int firstOf(int k) {
        for (int earlier = 0; earlier < k; earlier++) {
            if (from[earlier] == from[k] && to[earlier] == to[k]) {
                return earlier;
            }
        }
        return k;
    }

    private void requireComplete(String total, BitSet seen, int n) {
        if (seen.isEmpty() || seen.cardinality() == n) {
            return;
        }
        Set<Integer> listed = new HashSet<>();
        for (int k = 0; k < count; k++) {
            if (label(from[k]).equals(total)) {
                listed.add(to[k]);
            }
        }
        Optional<String> missing =
                sellers.stream().filter(s -> !listed.contains(ids.get(s))).findFirst();
        if (missing.isPresent()) {
            throw InputException.data(
                    "%s: some industries have no line %s".formatted(place, total),
                    total + " for all of them or for none",
                    "none for " + missing.get(),
                    "the file was cut off.");
        }
    }

    private static double sum(double[] values, int from, int length) {
        org.jiritsu.base.CompensatedSum sum = new org.jiritsu.base.CompensatedSum();
        for (int i = from; i < from + length; i++) {
            sum.add(values[i]);
        }
        return sum.value();
    }
}
