package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.ensemble.LatinHypercube;
import org.jiritsu.hedge.discovery.Cases;
import org.jiritsu.hedge.discovery.Factor;

/**
 * Sets of futures with ranges, from which as many as asked are drawn.
 *
 * @param horizonDays what counts as lost is lost within this time from the event
 * @param years the planning period: what is bought is paid for in all of them, and the event comes once
 */
public record Futures(Label title, String home, int horizonDays, double years, List<Set> sets) {
    /** The rules' conditions. */
    static final String INPUT = "rules.input";

    static final String KEEPS = "keeps";

    public Futures {
        sets = List.copyOf(sets);
    }

    /**
     * A named set.
     *
     * @param chance the range of its probability, which no answer needs and CVaR may use
     */
    public record Set(
            String id,
            Label name,
            Label story,
            boolean quiet,
            Range chance,
            Future.Keeps keeps,
            List<EventRange> events,
            RulesRange rules,
            List<SignRange> signs,
            String place) {
        public Set {
            events = List.copyOf(events);
            signs = List.copyOf(signs);
        }
    }

    /** Uniform between two bounds, which may be equal. */
    public record Range(double low, double high) {
        double at(double u) {
            return low == high ? low : low + u * (high - low);
        }

        boolean fixed() {
            return low == high;
        }
    }

    /** The kinds of event and what the number beside from and days is called in a file. */
    public enum Kind {
        BAN("breadth", 1),
        STRAIT("share", 1),
        LOST_CAPACITY("share", 1),
        TARIFF("rate", 10),
        SURGE("share", 100);

        private final String strength;
        private final double most;

        Kind(String strength, double most) {
            this.strength = strength;
            this.most = most;
        }

        String strength() {
            return strength;
        }

        double most() {
            return most;
        }
    }

    /** An event with ranges. @param strait of a strait's closure; else empty */
    public record EventRange(
            String id,
            Kind kind,
            List<String> by,
            List<String> on,
            List<String> goods,
            String strait,
            Range strength,
            Range from,
            Range days,
            String place) {
        public EventRange {
            by = List.copyOf(by);
            on = List.copyOf(on);
            goods = List.copyOf(goods);
        }

        Event at(Draw draw) {
            double share = draw.next(id + "." + kind.strength(), strength);
            double start = draw.next(id + ".from", from);
            double length = draw.next(id + ".days", days);
            return switch (kind) {
                case BAN -> new Event.Ban(id, by, on, goods, share, start, length);
                case STRAIT -> new Event.StraitClosed(id, strait, share, start, length);
                case LOST_CAPACITY -> new Event.LostCapacity(id, by, goods, share, start, length);
                case TARIFF -> new Event.Tariff(id, by, on, goods, share, start, length);
                case SURGE -> new Event.DemandSurge(id, by, goods, share, start, length);
            };
        }
    }

    /** @param inputs words of {@link Future.Rules#INPUTS}, equally likely */
    public record RulesRange(List<String> inputs, Range seekDays, Range spare, Range inventories) {
        public RulesRange {
            inputs = List.copyOf(inputs);
        }

        Future.Rules at(Draw draw) {
            return new Future.Rules(
                    draw.word(INPUT, inputs, Future.Rules.INPUTS),
                    draw.next("rules.seek-days", seekDays),
                    draw.next("rules.spare", spare),
                    draw.next("rules.inventories", inventories));
        }
    }

    public record SignRange(String id, Range level, Range leadDays) {
        Future.Sign at(Draw draw) {
            // what is seen beforehand is no condition of the loss, so that discovery does not see it
            return new Future.Sign(id, level.at(draw.unit()), leadDays.at(draw.unit()));
        }
    }

    /** One row of a hypercube, used up value by value. */
    private static final class Draw {
        private final double[] units;
        private final SortedMap<String, Double> values = new TreeMap<>();
        private int at;

        Draw(double[] units) {
            this.units = units;
        }

        double unit() {
            return units[at++];
        }

        double next(String name, Range range) {
            double value = range.fixed() ? range.low() : range.at(unit());
            values.put(name, value);
            return value;
        }

        String word(String name, List<String> among, List<String> all) {
            String word = among.size() == 1 ? among.getFirst() : among.get((int) (unit() * among.size()));
            values.put(name, (double) all.indexOf(word));
            return word;
        }
    }

    /**
     * Some of the sets alone, in their order.
     *
     * @throws InputException if there is no set of an id
     */
    public Futures only(List<String> ids) {
        List<String> all = sets.stream().map(Set::id).toList();
        for (String id : ids) {
            if (!all.contains(id)) {
                throw InputException.use(
                        "There is no such set of futures",
                        "one of " + String.join(", ", all),
                        id,
                        NearestWord.of(id, all)
                                .map(near -> "you meant '" + near + "'.")
                                .orElse("it is in another file."));
            }
        }
        return new Futures(
                title,
                home,
                horizonDays,
                years,
                sets.stream().filter(set -> ids.contains(set.id())).toList());
    }

    /** The same with losses counted within so many days. */
    public Futures within(int days) {
        return new Futures(title, home, days, years, sets);
    }

    /** Draws {@code each} futures of every set; a set's do not depend on the other sets. */
    public List<Future> draw(int each, long seed) {
        if (each < 1 || each > 100_000) {
            throw InputException.use(
                    "The number of futures is out of range",
                    "1 to 100000 of each set",
                    String.valueOf(each),
                    "40 is a good beginning.");
        }
        List<Future> all = new ArrayList<>();
        for (Set set : sets) {
            double[][] units =
                    LatinHypercube.draw(each, axes(set), seed ^ ((long) set.id().hashCode() << 32));
            for (int k = 0; k < each; k++) {
                all.add(future(set, k + 1, new Draw(units[k])));
            }
        }
        return all;
    }

    private static int axes(Set set) {
        return 3 * set.events().size() + 4 + 2 * set.signs().size(); // an axis too many costs nothing
    }

    private static Future future(Set set, int number, Draw draw) {
        List<Event> events = set.events().stream().map(event -> event.at(draw)).toList();
        Future.Rules rules = set.rules().at(draw);
        List<Future.Sign> signs =
                set.signs().stream().map(sign -> sign.at(draw)).toList();
        draw.values.put(KEEPS, (double) set.keeps().word());
        return new Future(
                set.id() + "-" + number, set.id(), set.quiet(), events, rules, set.keeps(), signs, draw.values);
    }

    /**
     * Futures as discovery sees them: a condition that a future does not have is 0 there, one that never differs is left
     * out.
     */
    public static Cases cases(List<Future> futures, boolean[] fails) {
        return cases(futures, fails, factors(futures));
    }

    /** The same for other futures with the conditions of these. */
    static Cases cases(List<Future> futures, boolean[] fails, List<Factor> factors) {
        double[][] values = futures.stream()
                .map(future -> factors.stream()
                        .mapToDouble(factor -> future.values().getOrDefault(factor.name(), 0.0))
                        .toArray())
                .toArray(double[][]::new);
        return new Cases(factors, values, fails);
    }

    static List<Factor> factors(List<Future> futures) {
        SortedSet<String> names = new TreeSet<>();
        futures.forEach(future -> names.addAll(future.values().keySet()));
        names.removeIf(name -> futures.stream()
                        .mapToDouble(future -> future.values().getOrDefault(name, 0.0))
                        .distinct()
                        .count()
                < 2);
        return names.stream()
                .map(name -> new Factor(
                        name,
                        switch (name) {
                            case INPUT -> Future.Rules.INPUTS;
                            case KEEPS -> Future.Keeps.WORDS;
                            default -> List.of();
                        }))
                .toList();
    }

    /** How likely each set may be, for futures drawn from these sets. */
    public Chances chances(List<Future> futures) {
        Map<String, Integer> index = new LinkedHashMap<>();
        sets.forEach(set -> index.put(set.id(), index.size()));
        return new Chances(
                sets.stream().map(Set::id).toList(),
                sets.stream().map(Set::chance).toList(),
                futures.stream().mapToInt(future -> index.get(future.set())).toArray());
    }

    /**
     * Refuses what a world does not know.
     *
     * @throws InputException with the place in the futures' file
     */
    public void requireKnown(Collection<String> economies, Collection<String> goods, Collection<String> straits) {
        for (Set set : sets) {
            set.keeps().partners().forEach(one -> Menu.requireKnown(set.place(), "economy", one, economies));
            for (EventRange event : set.events()) {
                event.by().forEach(one -> Menu.requireKnown(event.place(), "economy", one, economies));
                event.on().forEach(one -> Menu.requireKnown(event.place(), "economy", one, economies));
                event.goods().forEach(one -> Menu.requireKnown(event.place(), "good", one, goods));
                if (event.kind() == Kind.STRAIT) {
                    Menu.requireKnown(event.place(), "strait", event.strait(), straits);
                }
            }
        }
    }
}
