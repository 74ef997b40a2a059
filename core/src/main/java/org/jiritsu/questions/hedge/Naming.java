package org.jiritsu.questions.hedge;

import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.hedge.BreakEven;
import org.jiritsu.hedge.Futures;
import org.jiritsu.hedge.Hedge;
import org.jiritsu.hedge.Label;
import org.jiritsu.hedge.Measure;
import org.jiritsu.hedge.Portfolio;
import org.jiritsu.hedge.discovery.Box;

/** Hedges, futures, conditions and money as they stand in a sentence. */
record Naming(Words words, Inquiry inquiry) {
    String home() {
        return words.the(inquiry.world().economies().get(inquiry.home()));
    }

    String label(Label label) {
        return words.language() == Language.JA ? label.ja() : label.en();
    }

    Hedge hedge(int i) {
        return inquiry.menu().hedges().get(i);
    }

    String name(int hedge) {
        return label(hedge(hedge).name());
    }

    String names(List<Integer> hedges) {
        return words.and(
                hedges.stream().map(i -> words.say("quoted", "name", name(i))).toList());
    }

    String set(String id) {
        return inquiry.futures().sets().stream()
                .filter(set -> set.id().equals(id))
                .map(Futures.Set::name)
                .map(this::label)
                .findFirst()
                .orElse(id);
    }

    /** What is held and how much of it, or that nothing is. */
    String told(Portfolio portfolio) {
        List<String> held = IntStream.range(0, inquiry.menu().size())
                .filter(portfolio::holds)
                .mapToObj(i -> words.say("held", "name", name(i), "amount", amount(i, portfolio.level(i))))
                .toList();
        return held.isEmpty() ? words.say("nothing") : words.and(held);
    }

    String amount(int hedge, int level) {
        double amount = hedge(hedge).amount(level);
        return hedge(hedge).measure() instanceof Measure.Stockpile
                ? words.say("amount.days", "n", words.rounded(amount))
                : words.percent(amount);
    }

    /** Of millions of the menu's currency. */
    String money(double millions) {
        return words.dollars(millions * inquiry.usd());
    }

    String gdp(double millions) {
        return words.percent(millions / inquiry.gdp());
    }

    /** A yearly probability, or that none is high enough. */
    String chance(BreakEven even) {
        return even.yearly() >= 1 ? words.say("chance.never") : words.percent(even.yearly());
    }

    String band(BreakEven even) {
        return words.say("band." + even.band(BAND_YEARS).name().toLowerCase(java.util.Locale.ROOT));
    }

    /** For which the register assesses malicious risks. */
    static final double BAND_YEARS = 2;

    /** All that a box asks. */
    String conditions(Box box) {
        return words.and(box.conditions().stream().map(this::condition).toList());
    }

    String condition(Box.Condition condition) {
        String what = quantity(condition.factor());
        if (!condition.words().isEmpty()) {
            return words.say(
                    "limit.words",
                    "what",
                    what,
                    "words",
                    words.and(condition.words().stream()
                            .map(word -> words.say("word." + word))
                            .toList()));
        }
        boolean both = condition.least().isPresent() && condition.most().isPresent();
        return words.say(
                both ? "limit.between" : condition.least().isPresent() ? "limit.least" : "limit.most",
                "what",
                what,
                "least",
                amount(condition.factor(), condition.least().orElse(0)),
                "most",
                amount(condition.factor(), condition.most().orElse(0)));
    }

    private String quantity(String factor) {
        int dot = factor.lastIndexOf('.');
        String event = dot < 0 ? "" : factor.substring(0, dot);
        return words.say("quantity." + factor.substring(dot + 1), "event", event.replace('-', ' '));
    }

    private String amount(String factor, double value) {
        boolean days = factor.endsWith("days") || factor.endsWith(".from");
        return days || factor.endsWith("inventories") ? words.rounded(value) : words.percent(value);
    }
}
