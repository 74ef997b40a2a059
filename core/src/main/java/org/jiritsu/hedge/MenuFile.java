package org.jiritsu.hedge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.base.Yaml;

/** Reads a menu of hedges from YAML; the page {@code docs/methods/hedge.md} shows the keys. */
public final class MenuFile {
    private static final String PRICE = "what it costs, with year, currency and source";
    private static final List<String> KINDS = List.of(
            "stockpile",
            "second-supplier",
            "domestic-capacity",
            "surge-capacity",
            "use-less",
            "supply-agreement",
            "pooled-investment",
            "tariff-binding");
    private static final double MOST_DAYS = 36_500;
    private static final double MOST_MONEY = 1e12;

    private final String currency;
    private final Map<String, Double> units = new HashMap<>();
    private final List<Menu.Rate> rates = new ArrayList<>();

    private MenuFile(String currency) {
        this.currency = currency;
        units.put(currency, 1.0);
    }

    /** @throws InputException with file, line and column if something is missing, unknown or out of order */
    public static Menu read(Path file) {
        Fields top = new Fields(
                Fields.open(file, "a menu of hedges"),
                List.of("title", "home", "currency", "rates", "hedges", "not-together", "requires"));
        MenuFile reader = new MenuFile(top.text("currency", "the currency of all costs: USD"));
        top.optional("rates").ifPresent(all -> all.list().forEach(reader::rate));
        List<Hedge> hedges = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        for (Yaml one : top.items("hedges", "what can be bought, one or more")) {
            Hedge hedge = reader.hedge(one);
            if (index.put(hedge.id(), hedges.size()) != null) {
                throw one.wrong("two hedges have one id", "each id once", hedge.id(), "rename one of them.");
            }
            hedges.add(hedge);
        }
        return new Menu(
                top.label("title", "what the menu is"),
                top.text("home", "who buys: JPN"),
                reader.currency,
                reader.rates,
                hedges,
                pairs(top, "not-together", index),
                pairs(top, "requires", index));
    }

    private static List<Menu.Pair> pairs(Fields top, String key, Map<String, Integer> index) {
        List<Menu.Pair> pairs = new ArrayList<>();
        for (Yaml pair : top.optional(key).map(Yaml::list).orElse(List.of())) {
            List<Yaml> two = pair.list();
            if (two.size() != 2) {
                throw pair.wrong("this is no pair", "[one, other]", two.size() + " ids", "write one pair a line.");
            }
            pairs.add(new Menu.Pair(index(two.getFirst(), index), index(two.getLast(), index)));
        }
        return pairs;
    }

    private static int index(Yaml id, Map<String, Integer> index) {
        Integer at = index.get(id.text());
        if (at == null) {
            throw id.wrong(
                    "no hedge has this id",
                    "one of: "
                            + String.join(", ", index.keySet().stream().sorted().toList()),
                    id.text(),
                    NearestWord.of(id.text(), index.keySet())
                            .map(near -> "you meant '" + near + "'.")
                            .orElse("the hedge was left out."));
        }
        return at;
    }

    private void rate(Yaml at) {
        Fields fields = new Fields(at, List.of("currency", "units", "year", "source"));
        Menu.Rate rate = new Menu.Rate(
                fields.text("currency", "another currency: JPY"),
                fields.positive("units", "how many of it for one " + currency),
                year(fields, "the year of the rate"),
                fields.text("source", "where the rate is from"));
        rates.add(rate);
        units.put(rate.currency(), rate.units());
    }

    private static int year(Fields fields, String why) {
        return fields.required("year", why).whole(1900, 2100);
    }

    private Hedge hedge(Yaml at) {
        String kind = kind(at);
        List<String> keys = new ArrayList<>(List.of("id", "name", "kind", "levels", "prices", "lead-days"));
        keys.addAll(
                switch (kind) {
                    case "stockpile" -> List.of("good", "part", "trigger", "daily-release");
                    case "second-supplier" -> List.of("good", "part", "partner");
                    case "surge-capacity" -> List.of("good", "part", "ramp-days");
                    case "supply-agreement" -> List.of("partner", "goods", "exempt", "served-first");
                    case "pooled-investment" -> List.of("good", "part", "partner", "cost-share", "gain-share");
                    case "tariff-binding" -> List.of("partner", "goods");
                    default -> List.of("good", "part");
                });
        Fields fields = new Fields(at, keys);
        String id = fields.text("id", "a short name");
        Measure measure = measure(kind, fields);
        List<Double> levels = levels(fields, measure);
        List<Charge> charges = new ArrayList<>();
        for (Yaml price : fields.items("prices", PRICE)) {
            charges.add(charge(price));
        }
        double share = measure instanceof Measure.PooledInvestment pooled ? pooled.costShare() : 1;
        List<Cost> costs =
                levels.stream().map(level -> cost(charges, level).times(share)).toList();
        return new Hedge(
                id, fields.label("name", "what people call it"), measure, levels, charges, costs, fields.place());
    }

    private static String kind(Yaml at) {
        List<String> all =
                new ArrayList<>(List.of("id", "name", "kind", "levels", "prices", "lead-days", "good", "part"));
        all.addAll(List.of("trigger", "daily-release", "partner", "ramp-days", "goods", "exempt", "served-first"));
        all.addAll(List.of("cost-share", "gain-share"));
        return new Fields(at, all)
                .required("kind", "one of: " + String.join(", ", KINDS))
                .textAmong(KINDS);
    }

    private static Measure measure(String kind, Fields fields) {
        double lead = fields.number("lead-days", 0, 0, MOST_DAYS, "days from the decision to the effect");
        return switch (kind) {
            case "stockpile" ->
                new Measure.Stockpile(
                        good(fields),
                        part(fields),
                        fields.number("trigger", 1, 0.01, 1, "a share of users' inventories, such as 0.5"),
                        fields.number("daily-release", Double.POSITIVE_INFINITY, 0.001, MOST_DAYS, "days of use a day"),
                        lead);
            case "second-supplier" -> new Measure.SecondSupplier(good(fields), part(fields), partner(fields), lead);
            case "domestic-capacity" -> new Measure.DomesticCapacity(good(fields), part(fields), lead);
            case "surge-capacity" ->
                new Measure.SurgeCapacity(
                        good(fields),
                        part(fields),
                        fields.number("ramp-days", 0, 0, MOST_DAYS, "days until all of it runs"),
                        lead);
            case "use-less" -> new Measure.UseLess(good(fields), part(fields), lead);
            case "supply-agreement" ->
                new Measure.SupplyAgreement(
                        partner(fields),
                        fields.texts("goods"),
                        fields.flag("exempt"),
                        fields.flag("served-first"),
                        lead);
            case "pooled-investment" ->
                new Measure.PooledInvestment(
                        good(fields),
                        part(fields),
                        partner(fields),
                        fields.number("cost-share", 0.001, 1, "the home's part of the price, such as 0.5"),
                        fields.number("gain-share", 0, 1, "the home's part of the capacity, such as 0.5"),
                        lead);
            default -> new Measure.TariffBinding(partner(fields), fields.texts("goods"), lead);
        };
    }

    private static String good(Fields fields) {
        return fields.text("good", "the good it is about, by its code: C26");
    }

    private static double part(Fields fields) {
        return fields.number("part", 1, 1e-6, 1, "the good's share in what is used of the sector, such as 0.1");
    }

    private static String partner(Fields fields) {
        return fields.text("partner", "an economy by its code: AUS");
    }

    private static List<Double> levels(Fields fields, Measure measure) {
        List<Yaml> given = fields.items("levels", "rising amounts in " + measure.unit());
        List<Double> levels = new ArrayList<>();
        double most = measure instanceof Measure.Stockpile ? 3650 : 10;
        for (Yaml level : given) {
            double amount =
                    Fields.number(level, 0, most, "an amount in %s, at most %.0f".formatted(measure.unit(), most));
            double before = levels.isEmpty() ? 0 : levels.getLast();
            if (!(amount > before)) {
                throw level.wrong(
                        "levels are out of order",
                        "each above the one before, the first above 0 (none is always there)",
                        Numbers.plain(amount) + " after " + Numbers.plain(before),
                        "they are in falling order, or one stands twice.");
            }
            levels.add(amount);
        }
        return levels;
    }

    private Charge charge(Yaml at) {
        Fields fields = new Fields(
                at,
                List.of(
                        "pays",
                        "per",
                        "amount",
                        "currency",
                        "year",
                        "source",
                        "weak",
                        "note",
                        "rate",
                        "life",
                        "carrying-rate"));
        String pays = fields.required("pays", "once, yearly or tied").textAmong(List.of("once", "yearly", "tied"));
        boolean perUnit = fields.required("per", "unit or all")
                .textAmong(List.of("unit", "all"))
                .equals("unit");
        Charge.Kind kind = switch (pays) {
            case "once" ->
                new Charge.OneOff(
                        fields.number("rate", 0, 1, "the yearly rate of interest, such as 0.03"),
                        fields.number("life", 0.1, 200, "years until it is worn out"));
            case "yearly" -> new Charge.Yearly();
            default ->
                new Charge.Tied(
                        fields.number("carrying-rate", 0, 1, "interest and decay of the stock a year, such as 0.02"));
        };
        String money = fields.text("currency", "the currency of this price");
        if (!units.containsKey(money)) {
            throw fields.required("currency", PRICE)
                    .wrong(
                            "there is no rate for this currency",
                            "one of: "
                                    + String.join(
                                            ", ",
                                            units.keySet().stream().sorted().toList()),
                            money,
                            "add it under 'rates:' with units, year and source.");
        }
        return new Charge(
                kind,
                perUnit,
                new Price(
                        fields.number("amount", 0, MOST_MONEY, "millions of the currency"),
                        money,
                        year(fields, "the year whose prices these are"),
                        fields.text("source", "where the price is from"),
                        fields.flag("weak"),
                        fields.optional("note").map(Yaml::text).orElse("")));
    }

    private Cost cost(List<Charge> charges, double level) {
        Cost all = Cost.NONE;
        for (Charge charge : charges) {
            double amount = charge.amount(level)
                    / Optional.ofNullable(units.get(charge.price().currency())).orElseThrow();
            double yearly = amount * charge.kind().yearly();
            all = all.plus(
                    switch (charge.kind()) {
                        case Charge.OneOff _ -> new Cost(amount, 0, 0, yearly);
                        case Charge.Yearly _ -> new Cost(0, amount, 0, yearly);
                        case Charge.Tied _ -> new Cost(0, 0, amount, yearly);
                    });
        }
        return all;
    }
}
