package org.jiritsu.hedge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/**
 * The hedges that can be bought.
 *
 * @param currency of all costs, in millions
 * @param rates how other currencies became it
 * @param excluded pairs of which at most one can be held
 * @param required pairs of which the first is held only with the second
 */
public record Menu(
        Label title,
        String home,
        String currency,
        List<Rate> rates,
        List<Hedge> hedges,
        List<Pair> excluded,
        List<Pair> required) {
    public Menu {
        rates = List.copyOf(rates);
        hedges = List.copyOf(hedges);
        excluded = List.copyOf(excluded);
        required = List.copyOf(required);
    }

    /** @param units of the currency for one of the menu's */
    public record Rate(String currency, double units, int year, String source) {}

    /** Two hedges by index. */
    public record Pair(int first, int second) {}

    public int size() {
        return hedges.size();
    }

    /**
     * The same menu with some of its hedges alone, in its order; pairs of others are left out.
     *
     * @throws InputException if an id is unknown, or a hedge is required that is not among them
     */
    public Menu only(List<String> ids) {
        List<String> all = hedges.stream().map(Hedge::id).toList();
        for (String id : ids) {
            if (!all.contains(id)) {
                throw InputException.use(
                        "The menu has no such hedge",
                        "one of " + String.join(", ", all),
                        id,
                        NearestWord.of(id, all)
                                .map(near -> "you meant '" + near + "'.")
                                .orElse("it is on another menu."));
            }
        }
        for (Pair pair : required) {
            if (ids.contains(all.get(pair.first())) && !ids.contains(all.get(pair.second()))) {
                throw InputException.use(
                        "A hedge is left out that another one requires",
                        all.get(pair.second()) + " with " + all.get(pair.first()),
                        String.join(", ", ids),
                        "add " + all.get(pair.second()) + ".");
            }
        }
        List<Hedge> kept =
                hedges.stream().filter(hedge -> ids.contains(hedge.id())).toList();
        return new Menu(title, home, currency, rates, kept, among(excluded, kept), among(required, kept));
    }

    private List<Pair> among(List<Pair> pairs, List<Hedge> kept) {
        return pairs.stream()
                .map(pair -> new Pair(kept.indexOf(hedges.get(pair.first())), kept.indexOf(hedges.get(pair.second()))))
                .filter(pair -> pair.first() >= 0 && pair.second() >= 0)
                .toList();
    }

    public Cost cost(Portfolio portfolio) {
        Cost all = Cost.NONE;
        for (int i = 0; i < hedges.size(); i++) {
            all = all.plus(hedges.get(i).cost(portfolio.level(i)));
        }
        return all;
    }

    /** Whether no pair forbids it; its price is another matter. */
    public boolean allows(Portfolio portfolio) {
        return excluded.stream().noneMatch(pair -> portfolio.holds(pair.first()) && portfolio.holds(pair.second()))
                && required.stream()
                        .noneMatch(pair -> portfolio.holds(pair.first()) && !portfolio.holds(pair.second()));
    }

    /** The lowest yearly cost at which anything can be bought; empty for a menu without hedges. */
    public Optional<Portfolio> cheapest() {
        return IntStream.range(0, hedges.size())
                .mapToObj(i -> closed(Portfolio.none(size()).with(i, 1)))
                .filter(this::allows)
                .min(Comparator.<Portfolio>comparingDouble(p -> cost(p).yearly())
                        .thenComparing(p -> p));
    }

    /** With what its hedges require. */
    private Portfolio closed(Portfolio portfolio) {
        Portfolio all = portfolio;
        for (int round = 0; round < size(); round++) {
            for (Pair pair : required) {
                all = all.holds(pair.first()) && !all.holds(pair.second()) ? all.with(pair.second(), 1) : all;
            }
        }
        return all;
    }

    /** Every portfolio's levels by hedge, one more than its list of levels. */
    int[] sizes() {
        return hedges.stream().mapToInt(hedge -> hedge.levels().size() + 1).toArray();
    }

    /** The names of what is held and how much, or an empty text. */
    public String told(Portfolio portfolio) {
        return IntStream.range(0, size())
                .filter(portfolio::holds)
                .mapToObj(i ->
                        hedges.get(i).id() + "=" + Numbers.plain(hedges.get(i).amount(portfolio.level(i))))
                .collect(Collectors.joining(" "));
    }

    /**
     * Refuses what a world does not know.
     *
     * @throws InputException with the place in the menu's file
     */
    public void requireKnown(Collection<String> economies, Collection<String> goods) {
        for (Hedge hedge : hedges) {
            for (String good : hedge.measure().goods()) {
                requireKnown(hedge.place(), "good", good, goods);
            }
            for (String partner : hedge.measure().partners()) {
                requireKnown(hedge.place(), "economy", partner, economies);
            }
        }
    }

    static void requireKnown(String place, String what, String word, Collection<String> known) {
        if (!known.contains(word)) {
            throw InputException.data(
                    place + ": the world does not know this " + what,
                    "one of its " + known.size() + ": "
                            + known.stream().limit(8).collect(Collectors.joining(", ")) + " ...",
                    word,
                    NearestWord.of(word, known)
                            .map(near -> "you meant '" + near + "'.")
                            .orElse("the file was made for another world."));
        }
    }
}
