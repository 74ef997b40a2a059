package org.jiritsu.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.base.Csv;
import org.jiritsu.base.Said;
import org.jiritsu.world.EstimatedWorld;
import org.jiritsu.world.EstimatedWorld.Link;
import org.jiritsu.world.Industry;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * What the figures of an answer from an estimated world rest on: how far the kind of link is off where the truth is known,
 * and rows that the data themselves call odd. Said beside every answer whose sentences, or whose question, name such a row.
 */
final class Footing {
    private static final String ALL = "*";
    private static final String ODDITIES = "icio2022/oddities.csv";
    private static final int MOST_ODDITIES = 3;

    private final Answer answer;
    private final World world;
    private final Words words;
    private final Set<Industry> industries = new LinkedHashSet<>();
    private final Set<String> sectors = new LinkedHashSet<>();

    /** @param bought whether what the economy buys is odd, not what it makes */
    private record Oddity(Industry at, boolean bought, Said what, Said reason) {}

    /** Kept with the session. */
    private record Oddities(List<Oddity> all) {}

    private Footing(Answer answer, World world, Words words, Arguments asked) {
        this.answer = answer;
        this.world = world;
        this.words = words;
        quoted();
        named(asked);
    }

    /** The answer with a LIMIT for each thing that must be known of what it rests on. */
    static Answer under(Answer answer, Session at, Arguments asked) {
        if (!answer.from().worlds().contains(asked.get(Common.WORLD))) {
            return answer;
        }
        World world = at.world(asked.get(Common.WORLD));
        if (!EstimatedWorld.isEstimate(world)) {
            return answer;
        }
        Footing footing = new Footing(answer, world, at.words(), asked);
        Oddities known = at.shared(Oddities.class, Oddities.class, () -> read(at));
        List<Finding> findings = Stream.of(
                        answer.findings().stream(), footing.errors().stream(), footing.oddities(known))
                .flatMap(each -> each)
                .toList();
        return new Answer(answer.heading(), answer.table(), findings, answer.charts(), answer.shown(), answer.from());
    }

    private static Oddities read(Session at) {
        List<Oddity> all = new ArrayList<>();
        Csv.forEach(
                at.data().resolve(ODDITIES),
                List.of("economy", "sector", "side", "what", "origin", "reason"),
                List.of(),
                row -> all.add(new Oddity(
                        new Industry(row.text("economy"), row.text("sector")),
                        row.oneOf("side", List.of("makes", "buys")).equals("buys"),
                        row.said("what"),
                        row.said("reason"))));
        return new Oddities(all);
    }

    /** Rows that headlines and stories speak of: the partner's industry where there is one. */
    private void quoted() {
        Table table = answer.table();
        List<String> fields = table.fields().stream().map(f -> f.name()).toList();
        Optional<String> maker =
                Stream.of("partner", "economy", "home").filter(fields::contains).findFirst();
        answer.findings().stream()
                .filter(f -> f.role() == Finding.Role.HEADLINE || f.role() == Finding.Role.STORY)
                .flatMap(f -> f.figures().stream().map(Finding.Figure::row))
                .distinct()
                .forEach(row -> add(
                        maker.map(field -> Set.of(table.text(row, field))).orElse(Set.of()),
                        fields.contains("sector") ? Set.of(table.text(row, "sector")) : Set.of()));
    }

    /** Industries in the words of the question; its home is meant where no other economy is. */
    private void named(Arguments asked) {
        Set<String> said = asked.said().values().stream()
                .flatMap(List::stream)
                .flatMap(text -> Arrays.stream(text.split("[^A-Za-z0-9_]+")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> economies = world.economies().stream()
                .map(e -> e.code())
                .filter(said::contains)
                .collect(Collectors.toSet());
        if (economies.size() > 1) {
            economies.remove(home());
        }
        add(
                economies,
                world.sectors().stream()
                        .map(Sector::code)
                        .filter(said::contains)
                        .toList());
    }

    private void add(Set<String> economies, Iterable<String> of) {
        economies.forEach(economy -> industries.add(new Industry(economy, ALL)));
        for (String sector : of) {
            sectors.add(sector);
            economies.forEach(economy -> industries.add(new Industry(economy, sector)));
        }
    }

    private String home() {
        return answer.table().head().home();
    }

    private Optional<Finding> errors() {
        List<Sector> meant =
                world.sectors().stream().filter(s -> sectors.contains(s.code())).toList();
        List<String> errors = meant.stream()
                .flatMap(sector -> EstimatedWorld.links(sector).stream())
                .distinct()
                .sorted()
                .flatMap(link -> error(link).stream())
                .toList();
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        List<String> divided = meant.stream()
                .filter(EstimatedWorld::isDivided)
                .map(words::goods)
                .toList();
        String more = divided.isEmpty() ? "" : words.say("footing.divided", "sectors", words.and(divided));
        return Optional.of(Finding.limit(words.begin("footing.links", "errors", words.and(errors), "divided", more)));
    }

    private Optional<String> error(Link link) {
        return EstimatedWorld.linkError(world, link)
                .map(error -> words.say(
                        "footing." + link.name().toLowerCase(Locale.ROOT),
                        "median",
                        words.count(Math.round(error.medianPercent())),
                        "high",
                        words.count(Math.round(error.p90Percent()))));
    }

    private Stream<Finding> oddities(Oddities known) {
        return known.all.stream()
                .filter(this::isMet)
                .limit(MOST_ODDITIES)
                .map(odd -> Finding.limit(words.begin(
                        "footing.odd",
                        "industry",
                        name(odd.at),
                        "what",
                        words.data(odd.what),
                        "reason",
                        words.data(odd.reason))));
    }

    private boolean isMet(Oddity odd) {
        return odd.bought
                ? odd.at.economy().equals(home()) && sectors.contains(odd.at.sector())
                : industries.contains(odd.at);
    }

    private String name(Industry at) {
        String economy = words.name(words.economy(at.economy()));
        return at.sector().equals(ALL)
                ? economy
                : words.say(
                        "industry",
                        "economy",
                        economy,
                        "sector",
                        words.within(words.name(world.sectors().get(world.sector(at.sector())))));
    }
}
