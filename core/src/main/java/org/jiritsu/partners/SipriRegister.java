package org.jiritsu.partners;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.Csv;
import org.jiritsu.base.FileAccess;
import org.jiritsu.base.InputException;

/**
 * A trade register that a person downloaded from SIPRI. Its deals stay in memory: only sums leave this class.
 *
 * <p>A deal's delivered value is split evenly over its years of delivery, since the register does not say how much came in
 * each: SIPRI's own yearly tables differ by up to 0.9 points of share.
 */
public final class SipriRegister {
    private static final String RECIPIENT = "Recipient";
    private static final String SUPPLIER = "Supplier";
    private static final String YEAR_OF_ORDER = "Year of order";
    private static final String DESCRIPTION = "Weapon description";
    private static final String DELIVERED_IN = "Year(s) of delivery";
    private static final String COMMENTS = "Comments";
    private static final String ORDER_TIV = "SIPRI TIV for total order";
    private static final String DELIVERED_TIV = "SIPRI TIV of delivered weapons";
    private static final List<String> COLUMNS = List.of(
            RECIPIENT,
            SUPPLIER,
            YEAR_OF_ORDER,
            DESCRIPTION,
            DELIVERED_IN,
            COMMENTS,
            "SIPRI TIV per unit",
            ORDER_TIV,
            DELIVERED_TIV);
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern BUILT_AT_HOME = Pattern.compile("for .*(produced|built) in ");
    private static final String NO_STATE = "ZZZ";
    private static final String OTHER = "other";

    private final List<Deal> deals;
    private final String edition;
    private final SortedSet<String> unknownDescriptions;

    private SipriRegister(List<Deal> deals, String edition, SortedSet<String> unknownDescriptions) {
        this.deals = deals;
        this.edition = edition;
        this.unknownDescriptions = unknownDescriptions;
    }

    /** First and last year of deliveries that are added up. */
    public record Window(int first, int last) {
        public Window {
            if (last < first) {
                throw InputException.use(
                        "A window ends before it begins",
                        "years as 2020-2024",
                        first + "-" + last,
                        last + "-" + first + " is meant.");
            }
        }

        @Override
        public String toString() {
            return first + "-" + last;
        }

        boolean includes(int year) {
            return first <= year && year <= last;
        }
    }

    private record Deal(
            String recipient,
            String supplier,
            int ordered,
            String kind,
            Route route,
            List<Integer> years,
            double orderTiv,
            double deliveredTiv) {}

    /**
     * @param file CSV as the register's page of March 2024 or later gives it, with all its columns
     * @param folder {@code data/partners}, for the names of states and kinds of weapons
     * @throws InputException if the file is of another edition or form
     */
    public static SipriRegister read(Path file, Path folder) {
        String text = text(FileAccess.require(file));
        String[] lines = text.split("\\R", -1);
        int header = 0;
        while (header < lines.length && !lines[header].startsWith(RECIPIENT + "," + SUPPLIER)) {
            header++;
        }
        if (header == lines.length) {
            throw anotherEdition(file, 1, lines[0]);
        }
        String edition = "edition without a date";
        for (int i = 0; i < header; i++) {
            if (lines[i].startsWith("Data generated:")) {
                edition = lines[i].substring("Data generated:".length()).strip();
            }
        }
        Map<String, String> names = pairs(folder.resolve("sipri_names.csv"), "name", "economy");
        Map<String, String> kinds = pairs(folder.resolve("weapon_kinds.csv"), "description", "kind");
        SortedSet<String> unknown = new TreeSet<>();
        List<Deal> deals = new ArrayList<>();
        int offset = text.indexOf(lines[header]);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        NamedCsvRecordHandler.builder()
                                .allowDuplicateHeaderFields(true) // the columns of question marks have no name
                                .build(),
                        text.substring(offset))) {
            for (NamedCsvRecord row : csv) {
                if (!row.getHeader().containsAll(COLUMNS)) {
                    throw anotherEdition(file, header + 1, lines[header]);
                }
                if (!field(row, DESCRIPTION).isEmpty()) {
                    String place = "%s, line %d".formatted(file, header + row.getStartingLineNumber());
                    deals.add(deal(row, place, names, kinds, unknown));
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw InputException.data(
                    file + " cannot be read as a register",
                    "CSV lines of " + String.join(",", COLUMNS),
                    String.valueOf(e.getMessage()),
                    "the download was cut off: fetch it again.");
        }
        if (deals.isEmpty()) {
            throw InputException.data(
                    file + " holds no deals", "deals below the header", "none", "choose all suppliers and recipients.");
        }
        return new SipriRegister(List.copyOf(deals), edition, unknown);
    }

    /** When SIPRI made the file, as it says. */
    public String edition() {
        return edition;
    }

    public int deals() {
        return deals.size();
    }

    /** Descriptions of weapons that no kind is known for: they count as {@code other}. */
    public SortedSet<String> unknownDescriptions() {
        return unknownDescriptions;
    }

    /**
     * Sums of deliveries by window, kind, way and supplier, and of what was ordered from {@code ordersSince} on and is not
     * delivered (cancelled orders of older years would stand in it for ever).
     */
    public Arms sums(List<Window> windows, int ordersSince) {
        Map<ArmsFlow, CompensatedSum> sums = new HashMap<>();
        for (Deal deal : deals) {
            for (Window window : windows) {
                long within = deal.years().stream().filter(window::includes).count();
                if (within > 0) {
                    add(
                            sums,
                            deal,
                            window.toString(),
                            deal.deliveredTiv() * within / deal.years().size());
                }
            }
            if (deal.ordered() >= ordersSince && deal.orderTiv() > deal.deliveredTiv()) {
                add(sums, deal, Arms.ORDERED, deal.orderTiv() - deal.deliveredTiv());
            }
        }
        Map<String, ArmsFlow> sorted = new TreeMap<>();
        sums.forEach((key, sum) -> sorted.put(
                String.join(
                        "|",
                        key.recipient(),
                        key.window(),
                        key.kind(),
                        key.route().key(),
                        key.supplier()),
                new ArmsFlow(key.recipient(), key.window(), key.kind(), key.route(), key.supplier(), sum.value())));
        return new Arms(List.copyOf(sorted.values()), "own sums of SIPRI's trade register, " + edition);
    }

    private static void add(Map<ArmsFlow, CompensatedSum> sums, Deal deal, String window, double tiv) {
        if (tiv > 0) {
            ArmsFlow key = new ArmsFlow(deal.recipient(), window, deal.kind(), deal.route(), deal.supplier(), 0);
            sums.computeIfAbsent(key, k -> new CompensatedSum()).add(tiv);
        }
    }

    private static Deal deal(
            NamedCsvRecord row,
            String place,
            Map<String, String> names,
            Map<String, String> kinds,
            SortedSet<String> unknown) {
        String description = field(row, DESCRIPTION);
        if (!kinds.containsKey(description)) {
            unknown.add(description);
        }
        List<Integer> years = new ArrayList<>();
        Matcher year = YEAR.matcher(field(row, DELIVERED_IN));
        while (year.find()) {
            years.add(Integer.valueOf(year.group()));
        }
        return new Deal(
                names.getOrDefault(field(row, RECIPIENT), NO_STATE),
                names.getOrDefault(field(row, SUPPLIER), NO_STATE),
                (int) number(row, YEAR_OF_ORDER, place),
                kinds.getOrDefault(description, OTHER),
                route(field(row, COMMENTS)),
                years,
                number(row, ORDER_TIV, place),
                number(row, DELIVERED_TIV, place));
    }

    private static Route route(String comments) {
        String text = comments.toLowerCase(Locale.ROOT);
        if (text.contains("licence")) {
            return Route.LICENCE;
        }
        return BUILT_AT_HOME.matcher(text).find() ? Route.COMPONENT : Route.DIRECT;
    }

    private static double number(NamedCsvRecord row, String column, String place) {
        String text = field(row, column);
        try {
            return text.isEmpty() ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw InputException.data(
                    "%s, column %d (%s)".formatted(place, row.getHeader().indexOf(column) + 1, column),
                    "a number",
                    text,
                    "a program that opened the file changed it: fetch it again.");
        }
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }

    private static Map<String, String> pairs(Path file, String key, String value) {
        Map<String, String> pairs = new HashMap<>();
        Csv.read(file, List.of(key, value)).forEach(r -> pairs.put(r.text(key), r.text(value)));
        return pairs;
    }

    private static InputException anotherEdition(Path file, int line, String found) {
        return InputException.data(
                "%s, line %d: not a trade register of an edition that can be read".formatted(file, line),
                "a header with " + String.join(",", COLUMNS),
                found.length() > 200 ? found.substring(0, 200) : found,
                "it is a table of yearly values, or a register from before 2024: "
                        + "export the trade register as CSV from SIPRI's present page.");
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw InputException.use(
                    "There is no such file",
                    "a trade register as CSV",
                    file.toString(),
                    "the path is relative to another folder.");
        } catch (IOException e) {
            throw InputException.data(
                    file + " cannot be read",
                    "a trade register as CSV",
                    String.valueOf(e.getMessage()),
                    "it is a folder.");
        }
    }
}
