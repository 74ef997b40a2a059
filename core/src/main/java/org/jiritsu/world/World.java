package org.jiritsu.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.base.Said;
import org.jiritsu.world.internal.ColumnSums;
import org.jiritsu.world.internal.Parts;

/**
 * One immutable world input-output table of G economies × S sectors, n = G·S industries in economy-major order: industry
 * i = economy · S + sector. Rows sell, columns buy. Flows are in {@link About#unit()}.
 *
 * <p>Value added is always gross output minus the column sum of intermediate purchases, so it holds whatever the source
 * books beside: taxes less subsidies on products, transport margins.
 */
public final class World {
    private final About about;
    private final List<Economy> economies;
    private final List<Sector> sectors;
    private final List<FinalUse> finalUses;
    private final double[] z;
    private final double[] y;
    private final double[] x;
    private final double[] finalByEconomy;
    private final double[] valueAdded;
    private final double[] rounding;

    /** A world of which no rounding is stated: see the other constructor. */
    public World(
            About about,
            List<Economy> economies,
            List<Sector> sectors,
            List<FinalUse> finalUses,
            double[] z,
            double[] y,
            double[] x) {
        this(about, economies, sectors, finalUses, z, y, x, new double[0]);
    }

    /**
     * Takes ownership of the arrays, which must not be changed afterwards.
     *
     * @param z n × n row-major
     * @param y n × (G · final uses) row-major, columns economy-major
     * @param x n
     * @param rounding the most that rounding of the published cells can make each industry's output and sales differ;
     *     none if it is not stated
     */
    public World(
            About about,
            List<Economy> economies,
            List<Sector> sectors,
            List<FinalUse> finalUses,
            double[] z,
            double[] y,
            double[] x,
            double[] rounding) {
        this.about = about;
        this.economies = List.copyOf(economies);
        this.sectors = List.copyOf(sectors);
        this.finalUses = List.copyOf(finalUses);
        this.z = z;
        this.y = y;
        this.x = x;
        int n = economies.size() * sectors.size();
        this.rounding = rounding;
        if (x.length != n
                || rounding.length != 0 && rounding.length != n
                || z.length != (long) n * n
                || y.length != (long) n * economies.size() * finalUses.size()) {
            throw new IllegalArgumentException("The arrays do not fit %d economies x %d sectors x %d final uses"
                    .formatted(economies.size(), sectors.size(), finalUses.size()));
        }
        this.finalByEconomy = sumFinalUses();
        this.valueAdded = ColumnSums.lessColumns(x, z);
    }

    /** The same table with more notes. */
    World noted(List<Said> more) {
        return new World(about.noted(more), this);
    }

    private World(About about, World same) {
        this.about = about;
        this.economies = same.economies;
        this.sectors = same.sectors;
        this.finalUses = same.finalUses;
        this.z = same.z;
        this.y = same.y;
        this.x = same.x;
        this.finalByEconomy = same.finalByEconomy;
        this.valueAdded = same.valueAdded;
        this.rounding = same.rounding;
    }

    public About about() {
        return about;
    }

    public String id() {
        return about.id();
    }

    public List<Economy> economies() {
        return economies;
    }

    public List<Sector> sectors() {
        return sectors;
    }

    public List<FinalUse> finalUses() {
        return finalUses;
    }

    /** Number of industries n. */
    public int size() {
        return x.length;
    }

    public int economyCount() {
        return economies.size();
    }

    public int sectorCount() {
        return sectors.size();
    }

    /** Index of the industry (economy, sector). */
    public int industry(int economy, int sector) {
        return economy * sectors.size() + sector;
    }

    public int economyOf(int industry) {
        return industry / sectors.size();
    }

    public int sectorOf(int industry) {
        return industry % sectors.size();
    }

    /** Such as {@code JPN_c15}. */
    public String label(int industry) {
        return key(industry).toString();
    }

    /** The codes of an industry. */
    public Industry key(int industry) {
        return new Industry(
                economies.get(economyOf(industry)).code(),
                sectors.get(sectorOf(industry)).code());
    }

    /** Index of an industry by its codes. */
    public int industry(Industry key) {
        return industry(economy(key.economy()), sector(key.sector()));
    }

    /** Sales of industry i to industry j for intermediate use. */
    public double z(int i, int j) {
        return z[i * x.length + j];
    }

    /** Copies the sales of industry i to all n industries. */
    public void readZ(int i, double[] target) {
        System.arraycopy(z, i * x.length, target, 0, x.length);
    }

    /** Sales of industry i to all final users in an economy. */
    public double y(int i, int economy) {
        return finalByEconomy[i * economies.size() + economy];
    }

    /** Sales of industry i to one kind of final user in an economy. */
    public double y(int i, int economy, int finalUse) {
        return y[(i * economies.size() + economy) * finalUses.size() + finalUse];
    }

    /** Gross output of an industry, as published. */
    public double output(int industry) {
        return x[industry];
    }

    /**
     * The most that rounding of the published cells can make each industry's output and sales differ, in the world's
     * unit; none if it is not stated, and then known only where all flows are whole numbers.
     */
    public double[] rounding() {
        return rounding.clone();
    }

    /** Gross output minus intermediate purchases. */
    public double valueAdded(int industry) {
        return valueAdded[industry];
    }

    /** Value added summed over an economy's industries. */
    public double gdp(int economy) {
        CompensatedSum sum = new CompensatedSum();
        for (int s = 0; s < sectors.size(); s++) {
            sum.add(valueAdded[industry(economy, s)]);
        }
        return sum.value();
    }

    /** Final output of an industry: its sales to all final users everywhere. */
    public double finalOutput(int industry) {
        CompensatedSum sum = new CompensatedSum();
        for (int e = 0; e < economies.size(); e++) {
            sum.add(y(industry, e));
        }
        return sum.value();
    }

    /**
     * The index of an economy given by code or name, whatever its case; common names that the world does not use are
     * known too, such as {@code Republic of Korea}.
     *
     * @throws InputException with the nearest code, if there is none
     */
    public int economy(String text) {
        List<String> words =
                economies.stream().flatMap(e -> Stream.of(e.code(), e.name())).toList();
        int index = find(words, text);
        index = index >= 0
                ? index
                : CountryNames.code(text).map(code -> find(words, code)).orElse(-1);
        Optional<EconomyGroup> group = index < 0 ? EconomyGroup.find(text) : Optional.empty();
        if (group.isPresent() && !group.get().in(this).isEmpty()) {
            throw InputException.use(
                    "%s is a group of %d economies"
                            .formatted(text.strip(), group.get().members().size()),
                    "one economy of world %s, or a world in which the group is one".formatted(id()),
                    text,
                    "it is to be one economy: ask with '--world %s+%s' for %s."
                            .formatted(id(), group.get().code(), group.get().code()));
        }
        if (index < 0) {
            throw InputException.use(
                    "Unknown economy",
                    "one of the %d economies of world %s, such as %s"
                            .formatted(
                                    economies.size(), id(), economies.getFirst().code()),
                    text,
                    CountryNames.known(text) && find(words, "ROW") >= 0
                            ? "this world counts it in ROW (rest of the world)."
                            : suggestion(
                                    text,
                                    economies.stream().map(Economy::code).toList(),
                                    economies.stream().map(Economy::name).toList(),
                                    "'jiritsu worlds " + id() + "' lists its economies"));
        }
        return index;
    }

    /**
     * The index of a sector given by code, classification code or name, whatever its case.
     *
     * @throws InputException with the nearest code, if there is none
     */
    public int sector(String text) {
        List<String> words = sectors.stream()
                .flatMap(s -> Stream.of(s.code(), s.classification().isEmpty() ? s.code() : s.classification()))
                .toList();
        // Codes keep their case: C26 makes electronics in one classification, c26 books journeys in another.
        int exact = words.indexOf(text.strip());
        int index = exact >= 0
                ? exact / 2
                : find(
                        sectors.stream()
                                .flatMap(s -> Stream.of(s.name(), s.name()))
                                .toList(),
                        text);
        if (index < 0) {
            throw InputException.use(
                    "Unknown sector",
                    "one of the %d sectors of world %s, such as %s"
                            .formatted(sectors.size(), id(), sectors.getFirst().code()),
                    text,
                    suggestion(
                            text,
                            sectors.stream().map(Sector::code).toList(),
                            sectors.stream().map(Sector::name).toList(),
                            "'jiritsu worlds " + id() + "' lists the sectors of this world"));
        }
        return index;
    }

    /** Two words an entry, in order: gives the entry's index. */
    private static int find(List<String> words, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).toLowerCase(Locale.ROOT).equals(wanted)) {
                return i / 2;
            }
        }
        return -1;
    }

    private static String suggestion(String text, List<String> codes, List<String> names, String otherwise) {
        List<String> pool = text.strip().length() <= 4
                ? codes
                : Stream.concat(codes.stream(), names.stream()).toList();
        return NearestWord.of(text.strip(), pool)
                .or(() -> names.stream()
                        .filter(name -> begins(name, text.strip()))
                        .findFirst())
                .map(near -> {
                    int at = codes.indexOf(near) >= 0 ? codes.indexOf(near) : names.indexOf(near);
                    return "you meant %s (%s).".formatted(codes.get(at), names.get(at));
                })
                .orElse(otherwise + ".");
    }

    private static boolean begins(String name, String text) {
        return !text.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT));
    }

    private double[] sumFinalUses() {
        int uses = finalUses.size();
        double[] sums = new double[x.length * economies.size()];
        Parts.forEach(sums.length, (from, to) -> {
            for (int cell = from; cell < to; cell++) {
                double sum = 0;
                for (int u = 0; u < uses; u++) {
                    sum += y[cell * uses + u];
                }
                sums[cell] = sum;
            }
        });
        return sums;
    }
}
