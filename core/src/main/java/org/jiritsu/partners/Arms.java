package org.jiritsu.partners;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/**
 * Who supplies whom with arms, as sums of SIPRI trend-indicator values: capability, not money. What is built at home without
 * a foreign licence or part is not in it, so a share is one of imports, not of all arms.
 */
public final class Arms {
    /** The window of what is ordered and not yet delivered. */
    public static final String ORDERED = "ordered";

    private final List<ArmsFlow> flows;
    private final String source;

    Arms(List<ArmsFlow> flows, String source) {
        this.flows = List.copyOf(flows);
        this.source = source;
    }

    /**
     * A supplier's part.
     *
     * @param share of the sum over suppliers, from 0 to 1
     */
    public record Supplier(String economy, double tiv, double share) {}

    /**
     * Which flows are asked for.
     *
     * @param kind one of {@link Arms#kinds()}, or all
     * @param route one way, or all
     */
    public record Choice(String recipient, String window, Optional<String> kind, Optional<Route> route) {
        /** All kinds and ways. */
        public static Choice all(String recipient, String window) {
            return new Choice(recipient, window, Optional.empty(), Optional.empty());
        }

        boolean takes(ArmsFlow flow) {
            return flow.recipient().equals(recipient)
                    && flow.window().equals(window)
                    && kind.map(flow.kind()::equals).orElse(true)
                    && route.map(flow.route()::equals).orElse(true);
        }
    }

    /**
     * The sums that come with the program: 23 recipients in 2010-2014, 2015-2019, 2020-2024, and their orders.
     *
     * @param folder {@code data/partners}
     */
    public static Arms bundled(Path folder) {
        List<ArmsFlow> flows = Csv.read(
                        folder.resolve("arms.csv"), List.of("recipient", "window", "kind", "route", "supplier", "tiv"))
                .stream()
                .map(r -> new ArmsFlow(
                        r.text("recipient"),
                        r.text("window"),
                        r.text("kind"),
                        Route.of(r),
                        r.text("supplier"),
                        r.number("tiv")))
                .toList();
        return new Arms(flows, "own sums of SIPRI's trade register, edition of 13 March 2025");
    }

    public List<ArmsFlow> flows() {
        return flows;
    }

    /** Of which edition these are sums. */
    public String source() {
        return source;
    }

    public SortedSet<String> recipients() {
        return flows.stream().map(ArmsFlow::recipient).collect(Collectors.toCollection(TreeSet::new));
    }

    public SortedSet<String> windows() {
        return flows.stream().map(ArmsFlow::window).collect(Collectors.toCollection(TreeSet::new));
    }

    public SortedSet<String> kinds() {
        return flows.stream().map(ArmsFlow::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Suppliers by size, then by name; none if nothing came.
     *
     * @throws InputException if there is no such recipient, window or kind
     */
    public List<Supplier> suppliers(Choice choice) {
        known(choice.recipient(), recipients(), "recipient of arms");
        known(choice.window(), windows(), "window");
        choice.kind().ifPresent(kind -> known(kind, kinds(), "kind of weapon"));
        return ranked(flows.stream().filter(choice::takes).toList(), ArmsFlow::supplier);
    }

    /** Sum of squared shares, from 0 to 1 (Herfindahl and Hirschman); none if nothing came. */
    public OptionalDouble concentration(Choice choice) {
        List<Supplier> suppliers = suppliers(choice);
        return suppliers.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        sum(suppliers.stream().map(s -> s.share() * s.share()).toList()));
    }

    /** Sum of what came. */
    public double total(Choice choice) {
        return sum(suppliers(choice).stream().map(Supplier::tiv).toList());
    }

    /** What a supplier delivers to the recipients of these sums, by recipient. */
    public List<Supplier> recipientsOf(String supplier, String window) {
        Predicate<ArmsFlow> of =
                f -> f.supplier().equals(supplier) && f.window().equals(window);
        return ranked(flows.stream().filter(of).toList(), ArmsFlow::recipient);
    }

    static List<Supplier> ranked(List<ArmsFlow> flows, Function<ArmsFlow, String> by) {
        Map<String, CompensatedSum> sums = new TreeMap<>();
        for (ArmsFlow flow : flows) {
            sums.computeIfAbsent(by.apply(flow), k -> new CompensatedSum()).add(flow.tiv());
        }
        double total = sum(sums.values().stream().map(CompensatedSum::value).toList());
        return sums.entrySet().stream()
                .map(e -> new Supplier(
                        e.getKey(), e.getValue().value(), e.getValue().value() / total))
                .sorted(Comparator.comparing((Supplier s) -> -s.tiv()).thenComparing(Supplier::economy))
                .toList();
    }

    private static double sum(List<Double> terms) {
        CompensatedSum sum = new CompensatedSum();
        terms.forEach(sum::add);
        return sum.value();
    }

    private static void known(String word, SortedSet<String> words, String what) {
        if (!words.contains(word)) {
            throw InputException.use(
                    "'%s' is no %s of the arms sums".formatted(word, what),
                    "one of " + String.join(", ", words),
                    word,
                    NearestWord.of(word, words)
                            .map(near -> "'" + near + "' is meant.")
                            .orElse("a register of your own holds it."));
        }
    }

    /** World exporters and yearly totals, which stand beside the sums by recipient. */
    public static final class World {
        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 2021;

        private final Map<String, List<Supplier>> exporters;
        private final Map<String, Double> yearly;
        private final SortedSet<String> economies;

        private World(Map<String, List<Supplier>> exporters, Map<String, Double> yearly, SortedSet<String> economies) {
            this.exporters = exporters;
            this.yearly = yearly;
            this.economies = economies;
        }

        /** @param folder {@code data/partners} */
        public static World bundled(Path folder) {
            List<ArmsFlow> flows =
                    Csv.read(folder.resolve("arms_exporters.csv"), List.of("window", "supplier", "tiv")).stream()
                            .map(r -> new ArmsFlow(
                                    "", r.text("window"), "", Route.DIRECT, r.text("supplier"), r.number("tiv")))
                            .toList();
            Map<String, List<Supplier>> exporters = new TreeMap<>();
            flows.stream()
                    .map(ArmsFlow::window)
                    .distinct()
                    .forEach(window -> exporters.put(
                            window,
                            ranked(
                                    flows.stream()
                                            .filter(f -> f.window().equals(window))
                                            .toList(),
                                    ArmsFlow::supplier)));
            Map<String, Double> yearly = new HashMap<>();
            SortedSet<String> economies = new TreeSet<>();
            for (Csv.Row row : Csv.read(folder.resolve("arms_annual.csv"), List.of("economy", "flow", "year", "tiv"))) {
                economies.add(row.text("economy"));
                yearly.put(key(row.text("economy"), row.text("flow"), row.whole("year")), row.number("tiv"));
            }
            return new World(exporters, yearly, economies);
        }

        /** Exporters of a window by size; ZZZ is all after the fifteenth. */
        public List<Supplier> exporters(String window) {
            known(window, new TreeSet<>(exporters.keySet()), "window");
            return exporters.getOrDefault(window, List.of());
        }

        /** Imports of an economy from the first to the last year (2000 to 2021), millions of TIV. */
        public double imports(String economy, int first, int last) {
            return sum(economy, "imports", first, last);
        }

        /** Exports of an economy from the first to the last year (2000 to 2021), millions of TIV. */
        public double exports(String economy, int first, int last) {
            return sum(economy, "exports", first, last);
        }

        private double sum(String economy, String flow, int first, int last) {
            known(economy, economies, "economy");
            if (first < FIRST_YEAR || last > LAST_YEAR || first > last) {
                throw InputException.use(
                        "There are no yearly sums of arms for those years",
                        "years from %d to %d".formatted(FIRST_YEAR, LAST_YEAR),
                        first + " to " + last,
                        "%d to %d will do.".formatted(LAST_YEAR - 4, LAST_YEAR));
            }
            double sum = 0;
            for (int year = first; year <= last; year++) {
                sum += yearly.getOrDefault(key(economy, flow, year), 0.0);
            }
            return sum;
        }

        private static String key(String economy, String flow, int year) {
            return economy + flow + year;
        }
    }
}
