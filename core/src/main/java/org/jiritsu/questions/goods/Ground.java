package org.jiritsu.questions.goods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.GoodsStore;
import org.jiritsu.goods.Range;
import org.jiritsu.questions.commodity.Commodities;

/** What every answer of goods stands on: the words, the goods at hand, who asks, the year and the data sets. */
record Ground(Words words, Commodities at, String home, int year, List<Dataset> sets) {
    GoodsStore store() {
        return at.store();
    }

    /** A sentence; {@code home} and {@code year} are known. */
    String say(String key, Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.addAll(List.of("home", at.the(home), "year", year));
        return words.say(key, all.toArray());
    }

    String begin(String key, Object... values) {
        return Words.capital(say(key, values));
    }

    Table.Head head(String title, Map<String, Object> facts) {
        return head(title, facts, sets);
    }

    Table.Head head(String title, Map<String, Object> facts, List<Dataset> from) {
        return new Table.Head(
                title,
                from.stream().map(Dataset::id).collect(Collectors.joining(" ")),
                home,
                words.say("unit"),
                words.say("method"),
                facts,
                from.stream()
                        .map(set -> "%s. %s. %s"
                                .formatted(
                                        words.data(set.title()), words.data(set.source()), words.data(set.edition())))
                        .toList(),
                List.of(),
                words);
    }

    /** Data sets and editions in a sentence. */
    String editions(List<Dataset> from) {
        return words.and(from.stream()
                .map(set -> words.say(
                        "edition",
                        "set",
                        set.id(),
                        "revision",
                        set.revisionName(),
                        "edition",
                        words.data(set.edition())))
                .toList());
    }

    static double musd(double kusd) {
        return kusd / 1000;
    }

    String percents(Range share) {
        return words.say("span", "low", words.figure(100 * share.low()), "high", words.percent(share.high()));
    }

    /** "60", or "14 to 21 days" where it is a range. */
    String days(Range days) {
        if (days.low() == days.high()) {
            return words.say("days.one", "n", words.figure(days.usual()));
        }
        return words.say(
                days.usual() == days.low() || days.usual() == days.high() ? "days.span" : "days.range",
                "low",
                Math.round(days.low()),
                "usual",
                Math.round(days.usual()),
                "high",
                Math.round(days.high()));
    }

    Map<String, Object> facts(Object... named) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < named.length; i += 2) {
            facts.put((String) named[i], named[i + 1]);
        }
        return facts;
    }
}
