package org.jiritsu.goods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.base.InputException;

/**
 * What a ban on goods takes from an economy's industries, between two bounds.
 *
 * <p>Proportional: the missing goods are the share of the industry's purchases that they cost, as a model of values sees
 * it. Essential: the industry stops in proportion to the good that is missing, as far as it needs it. Magnets are a
 * thousandth of what a car maker buys; without them it stops. The truth lies between.
 *
 * @param home the economy that is cut off
 * @param missing the goods, largest value first
 * @param losses by industry, in the order of its purchases
 */
public record GoodShock(String home, int year, List<Missing> missing, List<InputLoss> losses) {
    public GoodShock {
        missing = List.copyOf(missing);
        losses = List.copyOf(losses);
    }

    /**
     * Who stops selling what.
     *
     * @param share of their sales that stops, above 0 and at most 1
     */
    public record Ban(Set<GoodCode> goods, Set<String> suppliers, double share) {
        public Ban {
            if (goods.isEmpty() || suppliers.isEmpty() || !(share > 0 && share <= 1)) {
                throw InputException.use(
                        "This is no ban",
                        "at least one good and one supplier, and a share above 0 and at most 1",
                        goods + " from " + suppliers + ", share " + share,
                        "'CHN:850511' bans one good of one supplier.");
            }
            goods = Set.copyOf(goods);
            suppliers = Set.copyOf(suppliers);
        }

        /**
         * From {@code CHN:850511+284690}, or {@code CHN+RUS:810820} for several suppliers; everything stops.
         *
         * @throws InputException if it is not written so, or no data of the year hold a good
         */
        public static Ban parse(GoodsStore store, int year, String text) {
            Matcher parts = Pattern.compile("([A-Z][A-Z0-9]{2}(?:\\+[A-Z][A-Z0-9]{2})*):(\\d{6}(?:\\+\\d{6})*)")
                    .matcher(text.strip());
            if (!parts.matches()) {
                throw InputException.use(
                        "This is no ban",
                        "suppliers, a colon and codes of six digits, such as CHN:850511+284690",
                        text,
                        "'CHN:850511' bans one good of one supplier.");
            }
            Set<GoodCode> goods = new LinkedHashSet<>();
            for (String code : parts.group(2).split("\\+")) {
                goods.add(store.resolve(code, year));
            }
            return new Ban(goods, new LinkedHashSet<>(List.of(parts.group(1).split("\\+"))), 1);
        }
    }

    /**
     * A good that no longer comes.
     *
     * @param ofValue the share of its imports' value that is missing, 0 to 1
     * @param ofTonnes the same in tonnes; use is counted by it where tonnes are known
     * @param kusd what is missing in a year, thousand US dollars
     * @param stock held at home, if published
     */
    public record Missing(GoodCode good, double ofValue, double ofTonnes, double kusd, Optional<Uses.Stock> stock) {
        /** The share by which users are short: of tonnes where known, else of value. */
        public double share() {
            return ofTonnes > 0 ? ofTonnes : ofValue;
        }

        /** Days until users are short: the stock in days of all use covers the missing part alone. */
        public Range daysUntilShort() {
            return stock.map(s -> s.days().times(1 / share())).orElse(Range.of(0));
        }
    }

    /**
     * What an industry loses.
     *
     * @param proportional the missing value over all its purchases, 0 to 1
     * @param essential the share of its output that stops once stocks are gone; of several goods the one that stops most
     * @param binding the good that does
     * @param use the row of the table of uses behind it
     */
    public record InputLoss(
            String industry,
            double proportional,
            Range essential,
            Optional<GoodCode> binding,
            Optional<Uses.Use> use) {}

    /** What the industries of the economy buy, in million US dollars a year. */
    public interface Purchases {
        /** The codes of the industries. */
        List<String> industries();

        /** All intermediate purchases of one. */
        double all(String industry);

        /** Its purchases of what these industries make, at home or abroad. */
        double from(String industry, Set<String> makers);
    }

    /**
     * @param year of the trade
     * @throws InputException if a good is not held for the year
     */
    public static GoodShock of(GoodsStore store, Uses uses, String home, int year, Ban ban, Purchases purchases) {
        List<Missing> missing = ban.goods().stream()
                .map(good -> missing(store, uses, home, year, ban, good))
                .toList();
        return of(store, uses, home, year, missing, purchases);
    }

    /** The same where what is missing is known, such as what passes a closed strait; each good once. */
    public static GoodShock of(
            GoodsStore store, Uses uses, String home, int year, List<Missing> gone, Purchases purchases) {
        List<Missing> missing = gone.stream()
                .filter(m -> m.kusd() > 0)
                .sorted((a, b) -> a.kusd() != b.kusd()
                        ? Double.compare(b.kusd(), a.kusd())
                        : a.good().toString().compareTo(b.good().toString()))
                .toList();
        Map<String, Double> value = new TreeMap<>();
        for (Missing m : missing) {
            spread(store, uses, home, m, purchases)
                    .forEach((industry, musd) -> value.merge(industry, musd, Double::sum));
        }
        List<InputLoss> losses = new ArrayList<>();
        for (String industry : purchases.industries()) {
            losses.add(loss(uses, home, industry, missing, value.getOrDefault(industry, 0.0), purchases));
        }
        return new GoodShock(home, year, missing, losses);
    }

    /**
     * What a ban takes of one of its goods.
     *
     * @throws InputException if the good is not held for the year
     */
    public static Missing missing(GoodsStore store, Uses uses, String home, int year, Ban ban, GoodCode good) {
        DependenceTable table = store.holding(good, year)
                .orElseThrow(() -> InputException.use(
                        "No data of %d hold this good".formatted(year),
                        "a good of one of "
                                + store.inYear(year).stream().map(Dataset::id).toList(),
                        good.toString(),
                        "import the full year: 'jiritsu goods-import'."));
        return table.of(good.code(), home)
                .map(d -> new Missing(
                        good,
                        ban.share() * cut(d, ban, Measure.VALUE),
                        ban.share() * cut(d, ban, Measure.TONNES),
                        ban.share() * cut(d, ban, Measure.VALUE) * d.imports().kusd(),
                        uses.stock(good, home)))
                .orElse(new Missing(good, 0, 0, 0, uses.stock(good, home)));
    }

    private static double cut(Dependence d, Ban ban, Measure measure) {
        return d.suppliers().stream()
                .filter(s -> ban.suppliers().contains(s.economy()))
                .mapToDouble(s -> s.share(measure))
                .sum();
    }

    /**
     * A missing good's value by industry, million US dollars: among those that need it, or among all where none is known,
     * in proportion to what they buy from the industries that make it.
     */
    private static Map<String, Double> spread(
            GoodsStore store, Uses uses, String home, Missing missing, Purchases purchases) {
        Set<String> makers = store.names()
                .industries(missing.good().code())
                .map(i -> Set.copyOf(i.codes()))
                .orElse(Set.of());
        List<String> users = uses.of(missing.good(), home).stream()
                .map(Uses.Use::industry)
                .filter(purchases.industries()::contains)
                .distinct()
                .toList();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String industry : users.isEmpty() ? purchases.industries() : users) {
            double from = makers.isEmpty() ? 0 : purchases.from(industry, makers);
            weights.put(industry, from);
        }
        if (weights.values().stream().mapToDouble(Double::doubleValue).sum() == 0) {
            weights.replaceAll((industry, none) -> purchases.all(industry));
        }
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((industry, weight) -> all > 0 ? missing.kusd() / 1000 * weight / all : 0);
        return weights;
    }

    private static InputLoss loss(
            Uses uses, String home, String industry, List<Missing> missing, double musd, Purchases purchases) {
        Range essential = Range.of(0);
        Optional<GoodCode> binding = Optional.empty();
        Optional<Uses.Use> behind = Optional.empty();
        for (Missing m : missing) {
            for (Uses.Use use : uses.of(m.good(), home)) {
                if (use.industry().equals(industry)) {
                    Range stops = use.share().times(m.share());
                    if (stops.usual() > essential.usual()) {
                        binding = Optional.of(m.good());
                        behind = Optional.of(use);
                    }
                    essential = essential.max(stops);
                }
            }
        }
        double all = purchases.all(industry);
        return new InputLoss(industry, all > 0 ? Math.min(1, musd / all) : 0, essential, binding, behind);
    }
}
