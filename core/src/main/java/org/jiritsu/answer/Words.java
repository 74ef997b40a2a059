package org.jiritsu.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiritsu.base.Said;
import org.jiritsu.world.Economy;
import org.jiritsu.world.ExchangeRate;
import org.jiritsu.world.Sector;

/**
 * What results say, in one language: the sentences of {@code words.properties} by key, where {@code {name}} stands for a
 * value, and figures and names as they stand in a sentence of that language.
 */
public final class Words {
    private static final Pattern VALUE = Pattern.compile("\\{([a-z0-9]+)}( days\\b)?");
    private static final Words ENGLISH = new Words(Language.EN, List.of("org.jiritsu.answer"));
    private static final Words JAPANESE = new Words(Language.JA, List.of("org.jiritsu.answer"));

    private final Language language;
    private final List<String> packages;
    private final Bundles texts;
    private final Bundles fields;

    private Words(Language language, List<String> packages) {
        this.language = language;
        this.packages = packages;
        this.texts = Bundles.of("words", packages, language);
        this.fields = Bundles.of("fields", packages, language);
    }

    /** What every question says alike. */
    public static Words in(Language language) {
        return language == Language.JA ? JAPANESE : ENGLISH;
    }

    /** These words and those of a package: its {@code words.properties} and {@code fields.properties}, as far as there. */
    public Words of(Package room) {
        return packages.contains(room.getName())
                ? this
                : new Words(
                        language,
                        Stream.concat(Stream.of(room.getName()), packages.stream())
                                .toList());
    }

    /** The same in another language. */
    public Words to(Language other) {
        return other == language ? this : new Words(other, packages);
    }

    public Language language() {
        return language;
    }

    /** A column by its name. */
    public Field field(String name) {
        return Field.of(name, fields);
    }

    /** Every column, by name. */
    public List<Field> fields() {
        return fields.keys().stream()
                .filter(key -> key.endsWith(".kind"))
                .map(key -> key.substring(0, key.length() - ".kind".length()))
                .sorted()
                .map(this::field)
                .toList();
    }

    /**
     * A sentence, or a part of one; of days there may be one.
     *
     * @param values name, value, name, value: of each that the text names
     */
    public String say(String key, Object... values) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put((String) values[i], values[i + 1].toString());
        }
        return VALUE.matcher(texts.text(key)).replaceAll(found -> {
            String name = found.group(1);
            if (!named.containsKey(name)) {
                throw new IllegalArgumentException("No value of " + name + " for " + key);
            }
            String value = named.get(name);
            String days = found.group(2) == null ? "" : value.equals("1") ? " day" : " days";
            return Matcher.quoteReplacement(value + days);
        });
    }

    /** The same where a sentence begins. */
    public String begin(String key, Object... values) {
        return capital(say(key, values));
    }

    /** With the first letter as a sentence begins. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The texts of a page by the last part of their keys, which take no values. */
    public Map<String, String> under(String prefix) {
        Map<String, String> page = new TreeMap<>();
        texts.keys().stream()
                .filter(key -> key.startsWith(prefix + "."))
                .forEach(key -> page.put(key.substring(prefix.length() + 1), texts.text(key)));
        return page;
    }

    /** "a, b and c". */
    public String and(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        String all = items.subList(0, items.size() - 1).stream()
                .reduce((a, b) -> say("list", "a", a, "b", b))
                .orElseThrow();
        return say("list.last", "a", all, "b", items.getLast());
    }

    /** A fraction in per cent: 0.0105 is "1.05%". */
    public String percent(double fraction) {
        return figure(100 * fraction) + "%";
    }

    /** Three significant digits, without an exponent. */
    public String figure(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Million USD in the unit a speaker would use. */
    public String dollars(double musd) {
        return money(musd, text("currency.USD").orElseThrow());
    }

    /** The same, and what it was in an economy's own money in a year where that is known. */
    public String money(double musd, Economy economy, int year) {
        return ownMoney(musd, economy, year)
                .map(own -> say("money.both", "dollars", dollars(musd), "own", own))
                .orElseGet(() -> dollars(musd));
    }

    /** Million USD in an economy's own money in a year, where that is known. */
    public Optional<String> ownMoney(double musd, Economy economy, int year) {
        return ExchangeRate.of(economy.code(), year)
                .map(rate -> money(
                        musd * rate.perUsd(),
                        text("currency." + rate.currency()).orElse(rate.currency())));
    }

    private String money(double million, String currency) {
        String[] scales = texts.text("money.scales").split(" ");
        int k = 0;
        while (k < scales.length - 1 && Math.abs(million) < 0.9995 * Double.parseDouble(scales[k])) {
            k++;
        }
        return say("money." + k, "n", rounded(million / Double.parseDouble(scales[k])), "currency", currency);
    }

    /** Three digits, and no more zeros than are needed. */
    public String rounded(double value) {
        return Double.isFinite(value)
                ? new DecimalFormat("#,##0.###############", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(new BigDecimal(value).round(new MathContext(3)))
                : String.valueOf(value);
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(texts.text("date"), Locale.ENGLISH).format(date);
    }

    /** An economy of which only the code is known, such as one that no world has; the code where nobody names it. */
    public Economy economy(String code) {
        return new Economy(code, text("economy." + code).orElseGet(() -> JapaneseNames.english(code)));
    }

    /** An economy's name by itself. */
    public String name(Economy economy) {
        return language == Language.JA ? JapaneseNames.japanese(economy) : economy.name();
    }

    /** An economy's name in a sentence. */
    public String the(Economy economy) {
        return language == Language.JA ? JapaneseNames.japanese(economy) : economy.inSentence();
    }

    /** A sector's name by itself. */
    public String name(Sector sector) {
        return language == Language.JA ? JapaneseNames.japanese(sector) : sector.name();
    }

    /** A sector's name in a sentence. */
    public String the(Sector sector) {
        return within(name(sector));
    }

    /** What a sector sells, in a sentence. */
    public String goods(Sector sector) {
        return language == Language.JA ? JapaneseNames.goods(sector) : the(sector);
    }

    /** A title in a sentence: it begins small, unless it is an acronym. */
    public String within(String title) {
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return title.isEmpty() || acronym ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** What data say of themselves: a title, unit, source, licence or limit. */
    public String data(Said said) {
        return language == Language.JA ? said.japanese() : said.english();
    }

    /** The label of a figure of a whole table that no column has; where nobody thought of one, its name. */
    public String fact(String name) {
        return text("fact." + name)
                .orElseGet(() -> capital(name.replace("_musd", ", million USD").replace('_', ' ')));
    }

    /** A text that need not be there: those of data that come with the product. */
    public Optional<String> text(String key) {
        return texts.has(key) ? Optional.of(texts.text(key)) : Optional.empty();
    }

    /** The unit of a kind of field, as a reader sees it. */
    public String unit(Field.Kind kind) {
        return text("kind." + kind.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** All keys, for those who check them. */
    public Set<String> keys() {
        return texts.keys();
    }
}
