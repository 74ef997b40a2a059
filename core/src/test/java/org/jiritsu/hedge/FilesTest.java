package org.jiritsu.hedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;

/** Menus and futures: what is bundled, and what is refused where it stands. */
class FilesTest {
    private static final Path ROOT = Path.of(System.getProperty("jiritsu.root", "."));
    private static final Path MENU = ROOT.resolve("data/hedges/japan.yaml");
    private static final Path FUTURES = ROOT.resolve("data/futures/japan.yaml");

    @Test
    void theBundledMenuIsPricedAndSourced() {
        Menu menu = MenuFile.read(MENU);
        assertEquals(14, menu.size());
        assertEquals(
                8,
                menu.hedges().stream()
                        .map(hedge -> hedge.measure().getClass())
                        .distinct()
                        .count(),
                "every kind of hedge is there");
        for (Hedge hedge : menu.hedges()) {
            assertTrue(hedge.cost(1).yearly() > 0, hedge.id());
            assertTrue(hedge.charges().stream()
                    .allMatch(charge -> charge.price().year() > 2000
                            && !charge.price().source().isBlank()));
            assertNotEquals(hedge.name().en(), hedge.name().ja());
        }
        assertEquals(5, menu.hedges().stream().filter(Hedge::weak).count());
    }

    @Test
    void costsAreThePublishedOnesInDollars() {
        Menu menu = MenuFile.read(MENU);
        Cost oil = hedge(menu, "oil-stock").cost(2);
        assertEquals(60 * 15.1, oil.running(), 1e-9);
        assertEquals(oil.running(), oil.yearly(), 1e-9);
        Cost lynas = hedge(menu, "magnet-australia").cost(1);
        assertEquals(200 / 1.51, lynas.oneOff(), 1e-9);
        assertEquals(200 / 1.51 * 0.0837665805, lynas.yearly(), 1e-6); // 15 years at 3%
        Cost caremag = hedge(menu, "magnet-france").cost(1);
        assertEquals(110 / 0.925, caremag.oneOff(), 0.1);
        Cost magnets = hedge(menu, "magnet-stock").cost(1);
        assertEquals(60 * 1.56, magnets.tied(), 1e-9);
        assertEquals(60 * 1.56 * 0.05, magnets.yearly(), 1e-9);
        assertEquals(0.1, Charge.capitalRecovery(0, 10), 1e-12);
        assertEquals(0.129504574965, Charge.capitalRecovery(0.05, 10), 1e-10);
    }

    private static Hedge hedge(Menu menu, String id) {
        return menu.hedges().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBundledFuturesAreDrawnFromASeed() {
        Futures futures = FuturesFile.read(FUTURES);
        assertEquals(
                List.of("calm", "prioritisers", "restrainers", "g2", "abandonment"),
                futures.sets().stream().map(Futures.Set::id).toList());
        List<Future> drawn = futures.draw(40, 7);
        assertEquals(drawn, futures.draw(40, 7));
        assertNotEquals(drawn, futures.draw(40, 8));
        assertEquals(200, drawn.size());
        assertEquals(200, drawn.stream().map(Future::id).distinct().count());
        assertTrue(drawn.stream()
                .filter(Future::quiet)
                .allMatch(future -> future.events().isEmpty()));
        Set<String> words = drawn.stream().map(future -> future.rules().input()).collect(Collectors.toSet());
        assertEquals(Set.of("strict", "partial"), words);
        List<Double> lengths = drawn.stream()
                .filter(future -> future.set().equals("g2"))
                .map(future -> future.values().getOrDefault("electronics.days", 0.0))
                .sorted()
                .toList();
        double part = (365 - 30) / 40.0;
        for (int k = 0; k < 40; k++) {
            assertTrue(lengths.get(k) >= 30 + k * part && lengths.get(k) <= 30 + (k + 1) * part, "one in each part");
        }
        Future war = drawn.getLast();
        assertEquals(4, war.events().size());
        assertTrue(war.events().get(1) instanceof Event.Ban ban && ban.on().equals(List.of("JPN")));
    }

    @Test
    void menusAndFuturesThatCannotBeMeantAreRefusedWhereTheyStand() {
        refusedMenu(
                text -> text.replace("        year: 2014\n        source: \"IEA", "        source: \"IEA"),
                "'year' is missing");
        refusedMenu(
                text -> text.replace("        currency: USD\n        year: 2014", "        year: 2014"),
                "'currency' is missing");
        refusedMenu(text -> text.replace("levels: [30, 60, 180]", "levels: [60, 30, 180]"), "levels are out of order");
        refusedMenu(text -> text.replace("kind: stockpile", "kind: stockpil"), "you meant 'stockpile'");
        refusedMenu(
                text -> text.replace("[magnet-plant, magnet-australia]", "[magnet-plant, magnet-austria]"),
                "you meant 'magnet-australia'");
        refusedMenu(
                text -> text.replace("currency: AUD\n        year: 2023", "currency: CHF\n        year: 2023"),
                "no rate for this currency");
        refusedMenu(text -> text.replaceAll("(?s)    prices:.*?\n\n", "    prices: []\n\n"), "'prices' is empty");
        refusedFutures(text -> text.replaceFirst("    quiet: true\n", ""), "has no events");
        refusedFutures(text -> text.replace("days: [60, 365]", "days: [365, 60]"), "this is no range");
        refusedFutures(
                text -> text.replaceFirst("    keeps: everybody", "    keeps: everybody\n    chance: 2"),
                "out of range");
        refusedFutures(text -> text.replaceAll("    keeps: [^\n]+", "$0\n    chance: [0.3, 0.4]"), "cannot sum to 1");
        refusedFutures(text -> text.replace("breadth: [0, 0.3]", "share: [0, 0.3]"), "unknown key");
    }

    @Test
    void whatIsBundledFitsTheWorldOf2022() throws IOException {
        List<String> economies = codes("economies.csv");
        List<String> sectors = codes("sectors.csv");
        assertTrue(economies.contains("JPN") && sectors.contains("C26"));
        MenuFile.read(MENU)
                .requireKnown(
                        economies,
                        Stream.concat(sectors.stream(), Stream.of("270900")).toList());
        FuturesFile.read(FUTURES).requireKnown(economies, sectors, List.of("hormuz", "taiwan"));
    }

    private static List<String> codes(String file) throws IOException {
        return Files.readAllLines(ROOT.resolve("data/icio2022").resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
    }

    @Test
    void whatTheWorldDoesNotKnowIsSaidWithItsLine() {
        Menu menu = MenuFile.read(MENU);
        InputException unknown = assertThrows(
                InputException.class,
                () -> menu.requireKnown(List.of("AUS", "FRA", "USA"), List.of("270900", "C27", "A01")));
        assertTrue(unknown.getMessage().contains("japan.yaml, line 3"), unknown.getMessage());
        InputException strait = assertThrows(
                InputException.class,
                () -> FuturesFile.read(FUTURES)
                        .requireKnown(
                                List.of(
                                        "AUS", "FRA", "GBR", "IND", "KOR", "CAN", "DEU", "ITA", "PHL", "VNM", "JPN",
                                        "CHN", "USA", "TWN"),
                                List.of("C26", "C27", "C24B", "C20", "C21", "C302T309"),
                                List.of("ormuz", "taiwan")));
        assertTrue(strait.getMessage().contains("you meant 'ormuz'"), strait.getMessage());
    }

    private static void refusedMenu(Function<String, String> slip, String said) {
        refused(MENU, slip, said, MenuFile::read);
    }

    private static void refusedFutures(Function<String, String> slip, String said) {
        refused(FUTURES, slip, said, FuturesFile::read);
    }

    private static void refused(Path file, Function<String, String> slip, String said, Function<Path, ?> read) {
        try {
            String text = Files.readString(file);
            String wrong = slip.apply(text);
            assertNotEquals(text, wrong, "the slip is made: " + said);
            Path copy = Files.createTempFile("hedge", ".yaml");
            Files.writeString(copy, wrong);
            InputException refused = assertThrows(InputException.class, () -> read.apply(copy), said);
            assertTrue(refused.getMessage().contains(said), refused.getMessage());
            assertTrue(refused.getMessage().contains(", line "), refused.getMessage());
            assertTrue(refused.getMessage().contains("\nMaybe "), refused.getMessage());
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
