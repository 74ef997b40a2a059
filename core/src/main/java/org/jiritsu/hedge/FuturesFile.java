package org.jiritsu.hedge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Yaml;

/** Reads sets of futures from YAML; the page {@code docs/methods/hedge.md} shows the keys. */
public final class FuturesFile {
    private static final List<String> KINDS = List.of("ban", "strait", "lost-capacity", "tariff", "surge");
    private static final double MOST_DAYS = 36_500;
    private static final Futures.Range ZERO = new Futures.Range(0, 0);
    private static final Futures.RulesRange USUAL = new Futures.RulesRange(
            List.of("partial"), new Futures.Range(60, 60), new Futures.Range(0.05, 0.05), new Futures.Range(1, 1));

    private final String home;

    private FuturesFile(String home) {
        this.home = home;
    }

    /** @throws InputException with file, line and column if something is missing, unknown or out of range */
    public static Futures read(Path file) {
        Fields top = new Fields(
                Fields.open(file, "sets of futures"),
                List.of("title", "home", "horizon-days", "years", "rules", "sets"));
        FuturesFile reader = new FuturesFile(top.text("home", "whose futures: JPN"));
        Futures.RulesRange rules =
                top.optional("rules").map(at -> rules(at, USUAL)).orElse(USUAL);
        List<Futures.Set> sets = new ArrayList<>();
        HashSet<String> ids = new HashSet<>();
        for (Yaml one : top.items("sets", "sets of futures, one or more")) {
            Futures.Set set = reader.set(one, rules);
            if (!ids.add(set.id())) {
                throw one.wrong("two sets have one id", "each id once", set.id(), "rename one of them.");
            }
            sets.add(set);
        }
        Futures futures = new Futures(
                top.label("title", "what these futures are"),
                reader.home,
                top.required("horizon-days", "days within which losses count: 365")
                        .whole(1, 3650),
                top.number("years", 0.1, 100, "years of the planning period: 10"),
                sets);
        top.required("sets", "sets").checkedAs("sets", _ -> futures.chances(List.of()));
        return futures;
    }

    private Futures.Set set(Yaml at, Futures.RulesRange usual) {
        Fields fields =
                new Fields(at, List.of("id", "name", "story", "quiet", "chance", "keeps", "rules", "events", "signs"));
        boolean quiet = fields.flag("quiet");
        List<Futures.EventRange> events = new ArrayList<>();
        HashSet<String> ids = new HashSet<>();
        for (Yaml one : fields.optional("events").map(Yaml::list).orElse(List.of())) {
            Futures.EventRange event = event(one);
            if (!ids.add(event.id())) {
                throw one.wrong("two events have one id", "each id once in a set", event.id(), "rename one of them.");
            }
            events.add(event);
        }
        if (events.isEmpty() != quiet) {
            throw fields.wrong(
                    quiet ? "a quiet set has events" : "a set of futures has no events",
                    "events, or 'quiet: true' and none",
                    events.size() + " events",
                    quiet ? "leave out 'quiet'." : "its events were left out; a calm future says 'quiet: true'.");
        }
        List<Futures.SignRange> signs = fields.optional("signs").map(Yaml::list).orElse(List.of()).stream()
                .map(FuturesFile::sign)
                .toList();
        return new Futures.Set(
                fields.text("id", "a short name"),
                fields.label("name", "what people call it"),
                fields.label("story", "what happens, in a sentence"),
                quiet,
                fields.range("chance", Optional.of(new Futures.Range(0, 1)), 1, "", "a probability or a range of them"),
                keeps(fields),
                events,
                fields.optional("rules").map(rules -> rules(rules, usual)).orElse(usual),
                signs,
                fields.place());
    }

    private static Future.Keeps keeps(Fields fields) {
        Yaml given = fields.required("keeps", "whose promises hold: everybody, nobody, or [AUS, USA]");
        List<String> words = given.texts();
        if (words.equals(List.of("everybody")) || words.equals(List.of("nobody"))) {
            return new Future.Keeps(words.getFirst().equals("everybody"), List.of());
        }
        return new Future.Keeps(false, words);
    }

    private static Futures.SignRange sign(Yaml at) {
        Fields fields = new Fields(at, List.of("id", "level", "lead-days"));
        return new Futures.SignRange(
                fields.text("id", "what is watched"),
                fields.range("level", Optional.empty(), 1e9, "", "the highest it gets, or a range"),
                fields.range("lead-days", Optional.of(ZERO), MOST_DAYS, "", "days before the event, or a range"));
    }

    private static Futures.RulesRange rules(Yaml at, Futures.RulesRange usual) {
        Fields fields = new Fields(at, List.of("inputs", "seek-days", "spare", "inventories"));
        List<String> inputs = fields.optional("inputs").map(Yaml::items).orElse(List.of()).stream()
                .map(word -> word.textAmong(Future.Rules.INPUTS))
                .toList();
        return new Futures.RulesRange(
                inputs.isEmpty() ? usual.inputs() : inputs,
                fields.range("seek-days", Optional.of(usual.seekDays()), MOST_DAYS, "never", "days, or a range"),
                fields.range("spare", Optional.of(usual.spare()), 10, "", "a share of capacity, or a range"),
                fields.range("inventories", Optional.of(usual.inventories()), 100, "", "a factor, or a range"));
    }

    private Futures.EventRange event(Yaml at) {
        String word = new Fields(
                        at,
                        List.of(
                                "id", "kind", "by", "on", "goods", "strait", "breadth", "share", "rate", "from",
                                "days"))
                .required("kind", "one of: " + String.join(", ", KINDS))
                .textAmong(KINDS);
        Futures.Kind kind = switch (word) {
            case "ban" -> Futures.Kind.BAN;
            case "strait" -> Futures.Kind.STRAIT;
            case "lost-capacity" -> Futures.Kind.LOST_CAPACITY;
            case "tariff" -> Futures.Kind.TARIFF;
            default -> Futures.Kind.SURGE;
        };
        List<String> keys = new ArrayList<>(List.of("id", "kind", kind.strength(), "from", "days"));
        keys.addAll(
                switch (kind) {
                    case BAN, TARIFF -> List.of("by", "on", "goods");
                    case STRAIT -> List.of("strait");
                    case LOST_CAPACITY, SURGE -> List.of("by", "goods");
                });
        Fields fields = new Fields(at, keys);
        boolean aimed = kind == Futures.Kind.BAN || kind == Futures.Kind.TARIFF;
        return new Futures.EventRange(
                fields.text("id", "a short name"),
                kind,
                kind == Futures.Kind.STRAIT || kind == Futures.Kind.SURGE ? fields.texts("by") : actors(fields),
                aimed && fields.optional("on").isEmpty() ? List.of(home) : fields.texts("on"),
                fields.texts("goods"),
                kind == Futures.Kind.STRAIT ? fields.text("strait", "the strait by its name: hormuz") : "",
                fields.range(
                        kind.strength(),
                        Optional.empty(),
                        kind.most(),
                        "",
                        "how much, from 0 to %.0f, or a range".formatted(kind.most())),
                fields.range("from", Optional.of(ZERO), MOST_DAYS, "", "the day it begins, or a range"),
                fields.range("days", Optional.empty(), MOST_DAYS, "forever", "how long it lasts, or a range"),
                fields.place());
    }

    private static List<String> actors(Fields fields) {
        return fields.items("by", "who does it: [CHN]").stream().map(Yaml::text).toList();
    }
}
