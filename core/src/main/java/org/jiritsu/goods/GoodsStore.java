package org.jiritsu.goods;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/**
 * The goods trade at hand: what came with the product and the years that a user imported. What was read once is kept
 * while memory lasts. Safe for many threads.
 */
public final class GoodsStore {
    private static final List<String> SET_COLUMNS =
            List.of("dataset", "revision", "coverage", "title", "source", "edition");
    private static final String FOLDER = "goods";
    static final String FLOWS = "flows.parquet";
    static final String ABOUT = "about.csv";

    private final Path bundled;
    private final Path own;
    private final List<Dataset> sets;
    private final GoodNames names;
    private final Minerals minerals;
    private final Chains chains;
    private final Uses uses;
    private final Map<List<Object>, SoftReference<DependenceTable>> kept = new ConcurrentHashMap<>();

    private GoodsStore(Path bundled, Path own) {
        this.bundled = bundled;
        this.own = own;
        this.sets = Csv.read(bundled.resolve("trade/datasets.csv"), SET_COLUMNS).stream()
                .map(this::bundled)
                .toList();
        this.names = GoodNames.read(bundled.resolve("nomenclature"));
        this.minerals = Minerals.read(bundled.resolve("minerals"));
        this.chains = Chains.read(bundled.resolve("stages.csv"));
        this.uses = Uses.bundled(bundled);
    }

    /**
     * @param data folder of all bundled data
     * @param home folder of what a user brings in; made when first needed
     */
    public static GoodsStore open(Path data, Path home) {
        return new GoodsStore(data.resolve(FOLDER), home.resolve(FOLDER));
    }

    /** The folder of the bundled goods data. */
    Path bundled() {
        return bundled;
    }

    /** Where imported years are kept. */
    Path own() {
        return own;
    }

    public GoodNames names() {
        return names;
    }

    public Minerals minerals() {
        return minerals;
    }

    public Chains chains() {
        return chains;
    }

    /** The bundled tables of uses and stocks. */
    public Uses uses() {
        return uses;
    }

    /** Japan's own statistics by area, to the first quarter of 2026; read anew each time. */
    public JapanCustoms japanCustoms() {
        return JapanCustoms.read(bundled.resolve("trade"));
    }

    /** Concentration of imports of 21 energy, food and fertiliser goods in 2024; read anew each time. */
    public List<EnergyFood> energyFood() {
        return EnergyFood.read(bundled.resolve("trade/energy-food-2024.csv.gz"));
    }

    /** All data sets, bundled ones first. */
    public List<Dataset> datasets() {
        List<Dataset> all = new ArrayList<>(sets);
        all.addAll(imported());
        return all;
    }

    private Dataset bundled(Csv.Row row) {
        SortedMap<Integer, Path> years = new TreeMap<>();
        for (int year = row.whole("from"); year <= row.whole("to"); year++) {
            years.put(year, bundled.resolve("trade").resolve(row.text("file")));
        }
        return new Dataset(
                row.text("dataset"),
                revision(row.text("revision")),
                Dataset.Coverage.valueOf(row.text("coverage")),
                row.said("title"),
                row.said("source"),
                row.said("edition"),
                true,
                years);
    }

    private static Optional<HsRevision> revision(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(HsRevision.of(name));
    }

    private List<Dataset> imported() {
        Map<String, Dataset> sets = new TreeMap<>();
        for (Path about : abouts()) {
            Csv.Row row = Csv.read(about, SET_COLUMNS).stream()
                    .findFirst()
                    .orElseThrow(() -> InputException.data(
                            about + " is empty",
                            "a header and one line",
                            "nothing",
                            "import the year anew, or remove " + about.getParent() + "."));
            SortedMap<Integer, Path> years = new TreeMap<>();
            years.put(row.whole("year"), about.resolveSibling(FLOWS));
            Dataset one = new Dataset(
                    row.text("dataset"),
                    revision(row.text("revision")),
                    Dataset.Coverage.valueOf(row.text("coverage")),
                    row.said("title"),
                    row.said("source"),
                    row.said("edition"),
                    false,
                    years);
            sets.merge(one.id(), one, GoodsStore::together);
        }
        return List.copyOf(sets.values());
    }

    private static Dataset together(Dataset a, Dataset b) {
        SortedMap<Integer, Path> years = new TreeMap<>(a.files());
        years.putAll(b.files());
        return new Dataset(a.id(), a.revision(), a.coverage(), a.title(), a.source(), a.edition(), a.bundled(), years);
    }

    private List<Path> abouts() {
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(own, 3)) {
            return found.filter(p -> p.endsWith(ABOUT) && Files.isRegularFile(p.resolveSibling(FLOWS)))
                    .filter(p -> !p.resolveSibling("").getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + own, e);
        }
    }

    /**
     * @throws InputException if there is no such data set
     */
    public Dataset dataset(String id) {
        List<Dataset> all = datasets();
        return all.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow(() -> {
            List<String> ids = all.stream().map(Dataset::id).toList();
            return InputException.use(
                    "There is no such set of goods trade",
                    "one of " + String.join(", ", ids),
                    id,
                    NearestWord.of(id, ids)
                            .map(near -> "you meant " + near + ".")
                            .orElse("it has still to be imported: 'jiritsu goods-import'."));
        });
    }

    /**
     * The data sets that hold all pairs of economies in a year, the most complete and newest revision first. A reader who
     * goes through them in this order and takes each good from the first that holds it never mixes revisions within a
     * good.
     */
    public List<Dataset> inYear(int year) {
        return datasets().stream()
                .filter(d -> d.files().containsKey(year))
                .filter(d -> d.coverage() == Dataset.Coverage.ALL_GOODS || d.coverage() == Dataset.Coverage.SOME_GOODS)
                .sorted((a, b) -> a.coverage() != b.coverage()
                        ? a.coverage().compareTo(b.coverage())
                        : b.revision().orElseThrow().compareTo(a.revision().orElseThrow()))
                .toList();
    }

    /**
     * The dependence of all economies in one year.
     *
     * @throws InputException if the data set does not hold the year
     */
    public DependenceTable table(Dataset dataset, int year) {
        return kept(List.of(dataset, year, version(dataset, year)), () -> DependenceTable.of(trade(dataset, year)));
    }

    /** The same with the members of a group counted as one economy. */
    public DependenceTable table(Dataset dataset, int year, EconomyGroup group) {
        return kept(
                List.of(dataset, year, version(dataset, year), group),
                () -> DependenceTable.of(table(dataset, year).trade().with(group)));
    }

    /**
     * A code with the revision in which the data at hand hold it, the newest first.
     *
     * @param code six digits, or with the revision before them, such as HS17:850511
     * @throws InputException if no set of all pairs holds it in the year
     */
    public GoodCode resolve(String code, int year) {
        if (code.contains(":")) {
            return GoodCode.of(code);
        }
        List<String> held = new ArrayList<>();
        for (Dataset set : inYear(year)) {
            List<String> goods = table(set, year).trade().goods();
            if (goods.contains(code)) {
                return new GoodCode(set.revision().orElseThrow(), code);
            }
            held.addAll(goods);
        }
        throw InputException.use(
                "No data of %d hold this good".formatted(year),
                "a code of six digits that one of %s holds"
                        .formatted(inYear(year).stream().map(Dataset::id).toList()),
                code,
                names.name(HsRevision.HS17, code).isPresent()
                        ? "import the full year that holds it: 'jiritsu goods-import'."
                        : "you meant " + NearestWord.of(code, held).orElse("850511") + ".");
    }

    /** The dependence in the first data set of a year that holds this good, its own revision before others. */
    public Optional<DependenceTable> holding(GoodCode good, int year) {
        return inYear(year).stream()
                .sorted(Comparator.comparing(d -> !d.revision().equals(Optional.of(good.revision()))))
                .map(d -> table(d, year))
                .filter(t -> t.trade().good(good.code()).isPresent())
                .findFirst();
    }

    /** One economy's dependence for one good in every year that the data set holds and in which it imports any. */
    public List<Dependence> trend(Dataset dataset, String good, String economy) {
        List<Dependence> years = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(dataset.files().values())) {
            TradeFile.good(file, good)
                    .forEach((year, flows) -> DependenceTable.of(TradeYear.of(dataset.id(), year, flows))
                            .of(good, economy)
                            .ifPresent(years::add));
        }
        return years.stream().sorted(Comparator.comparingInt(Dependence::year)).toList();
    }

    /** What changes when the year is imported anew. */
    private static String version(Dataset dataset, int year) {
        Path file = dataset.files().get(year);
        try {
            return file == null ? "none" : Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private DependenceTable kept(List<Object> key, java.util.function.Supplier<DependenceTable> make) {
        SoftReference<DependenceTable> reference = kept.get(key);
        DependenceTable table = reference == null ? null : reference.get();
        if (table == null) {
            table = make.get();
            kept.put(key, new SoftReference<>(table));
        }
        return table;
    }

    private TradeYear trade(Dataset dataset, int year) {
        Path file = dataset.files().get(year);
        if (file == null) {
            throw InputException.use(
                    dataset.id() + " does not hold this year",
                    years(dataset.years()),
                    String.valueOf(year),
                    "take %d.".formatted(nearest(dataset.years(), year)));
        }
        return TradeFile.read(dataset.id(), year, file);
    }

    private static String years(List<Integer> years) {
        return years.size() == 1 ? "" + years.getFirst() : years.getFirst() + " to " + years.getLast();
    }

    private static int nearest(Collection<Integer> years, int wanted) {
        return years.stream()
                .min((a, b) -> Integer.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
                .orElseThrow();
    }

    /**
     * The code itself, if the data set's year holds it.
     *
     * @throws InputException if it does not, with what was likely meant
     */
    public String requireGood(Dataset dataset, int year, String good) {
        List<String> held = table(dataset, year).trade().goods();
        if (held.contains(good)) {
            return good;
        }
        boolean known = dataset.revision().flatMap(r -> names.name(r, good)).isPresent();
        throw InputException.use(
                "%s of %d holds no such good".formatted(dataset.id(), year),
                "one of its %d codes of six digits in %s".formatted(held.size(), dataset.revisionName()),
                good + (known ? ", which %s knows".formatted(dataset.revisionName()) : ""),
                known && !dataset.id().isEmpty() && dataset.coverage() == Dataset.Coverage.SOME_GOODS
                        ? "import the full year that holds it: 'jiritsu goods-import'."
                        : "you meant " + NearestWord.of(good, held).orElse(held.getFirst()) + ".");
    }
}
