package org.jiritsu.goods;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.FileAccess;
import org.jiritsu.base.InputException;
import org.jiritsu.goods.internal.Duck;
import org.jiritsu.goods.internal.FlowFile;
import org.jiritsu.goods.internal.FlowFile.Layout;

/**
 * Brings a year of goods trade into the store, all or nothing: a full BACI year, or any table in the form {@code
 * year,exporter,importer,good,kusd,tonnes} with alpha-3 codes. DuckDB streams, checks and sorts the file; whatever is
 * wrong in it is told with its line, and the store stays as it was.
 */
public final class GoodsImport {
    private static final Pattern BACI = Pattern.compile("BACI_(HS\\d\\d)_Y(\\d{4})_(V\\d+\\w*)\\.csv(\\.gz)?");

    private GoodsImport() {}

    /**
     * What a user says of the file; what is not said is read from BACI's file name.
     *
     * @param dataset the name under which it is kept, such as {@code baci-hs17}
     * @param revision of its codes
     * @param year that it holds
     * @param edition of the source
     * @param countries BACI's list of economies, if the file uses numbers that the bundled list lacks; in UTF-8 or in code
     *     page 850, as BACI publishes it
     * @param keepUnknown whether goods that the revision's list does not hold are kept; they are counted all the same
     * @param replace whether a year that is held already may be replaced
     */
    public record Options(
            Optional<String> dataset,
            Optional<HsRevision> revision,
            OptionalInt year,
            Optional<String> edition,
            Optional<Path> countries,
            boolean keepUnknown,
            boolean replace) {
        public static final Options NONE = new Options(
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    /**
     * What came in.
     *
     * @param rows flows
     * @param goods how many codes
     * @param withoutTonnes flows whose quantity is not known
     * @param unknownGoods codes that the revision's list does not hold; none unless they were to be kept
     * @param codesChecked whether the revision's list is bundled, so that codes could be checked at all
     * @param absent economies of BACI's list that neither buy nor sell here: many of them say that the file was cut short
     */
    public record Report(
            String dataset,
            HsRevision revision,
            int year,
            long rows,
            int goods,
            int economies,
            double kusd,
            double tonnes,
            long withoutTonnes,
            List<String> unknownGoods,
            boolean codesChecked,
            List<String> absent,
            Path file) {}

    /** The rest of what is known before the file is read. */
    private record Target(String dataset, HsRevision revision, int year, String edition, String source) {}

    /**
     * A BACI year: {@code t,i,j,k,v,q}, economies by number, thousand US dollars and tonnes.
     *
     * @throws InputException if anything in it is wrong
     */
    public static Report baci(GoodsStore store, Path file, Options options) {
        Matcher name = BACI.matcher(name(file));
        boolean named = name.matches();
        HsRevision revision = options.revision()
                .orElseGet(() -> named
                        ? HsRevision.of(name.group(1))
                        : say(file, "which revision of the Harmonized System its codes are of", "--revision HS17"));
        int year = options.year()
                .orElseGet(() ->
                        named ? Integer.parseInt(name.group(2)) : say(file, "which year it holds", "--year 2024"));
        if (named) {
            requireAsNamed(file, name, revision, year);
        }
        String edition = options.edition().orElse(named ? name.group(3) : "edition not stated");
        Target target = new Target(
                options.dataset().orElse("baci-" + revision.name().toLowerCase(java.util.Locale.ROOT)),
                revision,
                year,
                edition,
                "CEPII BACI, Etalab Open Licence 2.0");
        return run(store, file, options, target, Layout.BACI);
    }

    /**
     * A table with the columns {@code year,exporter,importer,good,kusd,tonnes}, in any order.
     *
     * @throws InputException if anything in it is wrong
     */
    public static Report table(GoodsStore store, Path file, Options options) {
        String name = options.dataset().orElseGet(() -> say(file, "what to call it", "--name comtrade-hs17"));
        HsRevision revision = options.revision()
                .orElseGet(
                        () -> say(file, "which revision of the Harmonized System its codes are of", "--revision HS17"));
        int year = options.year().orElseGet(() -> say(file, "which year it holds", "--year 2024"));
        Target target = new Target(
                name, revision, year, options.edition().orElse("edition not stated"), "brought in by the user");
        return run(store, file, options, target, Layout.TABLE);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static <T> T say(Path file, String what, String option) {
        throw InputException.use(
                "The name of %s does not say %s".formatted(file, what),
                "a name such as BACI_HS17_Y2024_V202601.csv, or the option",
                name(file),
                "add '" + option + "'.");
    }

    private static void requireAsNamed(Path file, Matcher name, HsRevision revision, int year) {
        if (HsRevision.of(name.group(1)) != revision || Integer.parseInt(name.group(2)) != year) {
            throw InputException.use(
                    file + " is named after another revision or year",
                    revision + " of " + year,
                    name.group(1) + " of " + name.group(2),
                    "leave the options out: the file's name says them.");
        }
    }

    private static Report run(GoodsStore store, Path file, Options options, Target target, Layout layout) {
        Path source = FileAccess.require(file);
        requireFree(store, target, options.replace());
        FlowFile.requireWhole(source, layout);
        try (Duck duck = new Duck()) {
            FlowFile flows = new FlowFile(duck, source, layout);
            flows.read();
            Cancellation.check();
            flows.requireYear(target.year());
            flows.requireAmounts();
            SortedSet<String> economies = flows.nameEconomies(options.countries()
                    .map(FlowFile::economies)
                    .orElse(store.names().economyNumbers()));
            List<String> unknown = codes(store, flows, target, options.keepUnknown());
            flows.requireOnce();
            Cancellation.check();
            return keep(store, flows, target, economies, unknown);
        } catch (SQLException e) {
            throw FlowFile.unreadable(source, layout, e);
        }
    }

    private static void requireFree(GoodsStore store, Target target, boolean replace) {
        if (!target.dataset().matches("[a-z0-9][a-z0-9._-]{0,39}")) {
            throw InputException.use(
                    "This cannot name a set of trade",
                    "small letters, digits, '.', '_' and '-', at most 40",
                    target.dataset(),
                    "'baci-hs17' will do.");
        }
        for (Dataset held : store.datasets()) {
            if (!held.id().equals(target.dataset())) {
                continue;
            }
            if (held.bundled() || !held.revision().equals(Optional.of(target.revision()))) {
                throw InputException.use(
                        held.bundled()
                                ? "A bundled set of trade has this name"
                                : held.id() + " holds another revision, and revisions are never mixed",
                        held.bundled() ? "a new name" : held.revisionName(),
                        held.bundled() ? held.id() : target.revision().name(),
                        "call yours '%s-own'.".formatted(target.dataset()));
            }
            if (held.files().containsKey(target.year()) && !replace) {
                throw InputException.use(
                        "%s holds %d already".formatted(held.id(), target.year()),
                        "a year that it does not hold",
                        String.valueOf(target.year()),
                        "it is to be replaced: add '--replace'.");
            }
        }
    }

    /** Codes that the revision's list lacks, refused unless they are to be kept. */
    private static List<String> codes(GoodsStore store, FlowFile flows, Target target, boolean keep)
            throws SQLException {
        flows.requireSixDigits();
        List<String> held = flows.goods();
        if (store.names().codes(target.revision()).isEmpty()) {
            return List.of();
        }
        List<String> unknown = held.stream()
                .filter(g -> !store.names().codes(target.revision()).contains(g))
                .toList();
        if (unknown.isEmpty() || keep) {
            return unknown;
        }
        Optional<HsRevision> other = List.of(HsRevision.values()).stream()
                .filter(r -> r != target.revision())
                .filter(r -> store.names().codes(r).containsAll(held))
                .findFirst();
        throw flows.wrongGood(
                unknown.getFirst(),
                "a code of " + target.revision(),
                "%s, one of %d that it lacks".formatted(unknown.getFirst(), unknown.size()),
                other.map(r -> "the file is of " + r + ": every one of its codes is.")
                        .orElse("codes such as 980100 are national: leave them out, or add '--keep-unknown'."));
    }

    private static Report keep(
            GoodsStore store, FlowFile flows, Target target, SortedSet<String> economies, List<String> unknown)
            throws SQLException {
        Path folder = store.own().resolve(target.dataset()).resolve(String.valueOf(target.year()));
        FlowFile.Totals totals = flows.totals();
        try {
            AtomicWrite.write(folder, part -> {
                Files.createDirectories(part);
                flows.write(part.resolve(GoodsStore.FLOWS));
                Files.writeString(part.resolve(GoodsStore.ABOUT), about(target, totals));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + folder, e);
        }
        List<String> absent = store.names().economyNumbers().values().stream()
                .filter(e -> !economies.contains(e))
                .distinct()
                .sorted()
                .toList();
        return new Report(
                target.dataset(),
                target.revision(),
                target.year(),
                totals.rows(),
                totals.goods(),
                economies.size(),
                totals.kusd(),
                totals.tonnes(),
                totals.withoutTonnes(),
                unknown,
                !store.names().codes(target.revision()).isEmpty(),
                absent,
                folder.resolve(GoodsStore.FLOWS));
    }

    private static final int ALL_GOODS = 4000;

    private static String about(Target target, FlowFile.Totals totals) {
        Dataset.Coverage coverage =
                totals.goods() >= ALL_GOODS ? Dataset.Coverage.ALL_GOODS : Dataset.Coverage.SOME_GOODS;
        return """
                dataset,year,revision,coverage,title,source,edition,rows
                %s,%d,%s,%s,"%d goods, %d flows","%s","%s",%d
                """.formatted(
                        target.dataset(),
                        target.year(),
                        target.revision(),
                        totals.importers() == 1 ? Dataset.Coverage.ONE_IMPORTER : coverage,
                        totals.goods(),
                        totals.rows(),
                        target.source().replace("\"", "'"),
                        target.edition().replace("\"", "'"),
                        totals.rows());
    }
}
