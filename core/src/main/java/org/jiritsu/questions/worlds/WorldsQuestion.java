package org.jiritsu.questions.worlds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/** The worlds at hand, or the economies and sectors of one. */
public final class WorldsQuestion implements Question {
    private static final Param<Optional<String>> ID = Param.positionalMaybe("id", Types.WORLD);

    @Override
    public Spec spec() {
        return new Spec(
                "worlds",
                List.of(ID),
                Cost.QUICK,
                List.of(),
                List.of(List.of(), List.of("wiod2011")),
                "docs/formats.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        Words words = at.words();
        return asked.get(ID)
                .map(_ -> asked.look(ID, id -> at.world(id.orElseThrow())))
                .map(world -> new Plan(words.data(world.about().title()), Cost.QUICK, () -> codes(words, world)))
                .orElseGet(() -> new Plan(words.say("title"), Cost.QUICK, () -> list(words, at.store())));
    }

    private static Answer list(Words words, WorldStore store) {
        Table.Head head = new Table.Head(
                words.say("title"),
                "all",
                "",
                "",
                words.say("method"),
                Map.of(),
                List.of(),
                store.damaged().stream().map(WorldsQuestion::oneLine).toList(),
                words);
        List<WorldStore.Entry> worlds = store.list();
        Table table = Table.of(
                head,
                List.of(
                        new Column<WorldStore.Entry>("id", e -> e.about().id()),
                        new Column<>("year", e -> e.about().year()),
                        new Column<>("economies", WorldStore.Entry::economies),
                        new Column<>("sectors", WorldStore.Entry::sectors),
                        new Column<>("origin", e -> words.say(e.bundled() ? "bundled" : "own")),
                        new Column<>("title", e -> words.data(e.about().title())),
                        new Column<>("unit", e -> words.data(e.about().unit())),
                        new Column<>("source", e -> words.data(e.about().source())),
                        new Column<>("licence", e -> words.data(e.about().licence()))),
                worlds);
        return answer(table, words.say("find.worlds", "count", words.count(worlds.size())), Provenance.of());
    }

    private static String oneLine(InputException damaged) {
        return damaged.getMessage().replaceAll("\n\\s*", "; ").replaceAll("\\s+", " ") + " Or remove the file.";
    }

    private record Code(String kind, String code, String name) {}

    /** Economies, sectors, final uses. */
    private static Answer codes(Words words, World world) {
        Table.Head head = Table.Head.of(
                words,
                List.of(world),
                "",
                words.data(world.about().title()),
                words.data(world.about().unit()),
                words.say("codes"),
                Map.of());
        List<Code> codes = Stream.of(
                        world.economies().stream().map(e -> new Code(words.say("economy"), e.code(), words.name(e))),
                        world.sectors().stream().map(s -> new Code(words.say("sector"), s.code(), sector(words, s))),
                        world.finalUses().stream().map(u -> new Code(words.say("finaluse"), u.code(), u.name())))
                .flatMap(each -> each)
                .toList();
        Table table = Table.of(
                head,
                List.of(
                        new Column<Code>("kind", Code::kind),
                        new Column<>("code", Code::code),
                        new Column<>("name", Code::name)),
                codes);
        String found = words.say(
                "find.codes",
                "economies",
                words.count(world.economyCount()),
                "sectors",
                words.count(world.sectorCount()),
                "year",
                world.about().year());
        return answer(table, found, Provenance.of(world.id()));
    }

    private static Answer answer(Table table, String found, Provenance from) {
        return new Answer(
                table.head().title(),
                table,
                List.of(Finding.headline(found)),
                List.of(),
                Answer.Shown.all(table),
                from);
    }

    private static String sector(Words words, Sector sector) {
        return sector.classification().isEmpty()
                ? words.name(sector)
                : words.say("item", "name", words.name(sector), "value", sector.classification());
    }
}
