package org.jiritsu.questions.hedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.InventoryDays;
import org.jiritsu.disruption.ModelPresets;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.hedge.Criterion;
import org.jiritsu.hedge.Event;
import org.jiritsu.hedge.Future;
import org.jiritsu.hedge.Futures;
import org.jiritsu.hedge.FuturesFile;
import org.jiritsu.hedge.Hedging;
import org.jiritsu.hedge.LossModel;
import org.jiritsu.hedge.Losses;
import org.jiritsu.hedge.Menu;
import org.jiritsu.hedge.MenuFile;
import org.jiritsu.hedge.Optimum;
import org.jiritsu.hedge.Portfolio;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hedges from the command to the answer, on a small menu, short bans and the world of 2011. */
class HedgeQuestionTest {
    private static final HedgeQuestion QUESTION = new HedgeQuestion();
    private static final Path SMALL = Path.of("src/test/resources/hedges/small");

    /** Its cells are shared by all tests but those of the folder. */
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Optional<Session> kept = Optional.empty();

    private static Session session() {
        Session session = kept.orElseGet(() -> session(shared));
        kept = Optional.of(session);
        return session;
    }

    private static Session session(Path home) {
        return new Session(
                Bundled.store(Path.of("target/no-worlds")),
                Kernel.java(),
                Bundled.root().resolve("data"),
                home.resolve("home"));
    }

    private static Answer answer(Session session, Language language, String... more) {
        return QUESTION.plan(session.in(language).of(QUESTION), arguments(more))
                .answer()
                .get();
    }

    private static Arguments arguments(String... more) {
        Map<String, String> said = new LinkedHashMap<>(Map.of(
                "home", "JPN",
                "world", "wiod2011",
                "menu", SMALL.resolve("menu.yaml").toString(),
                "futures", SMALL.resolve("futures.yaml").toString(),
                "budget", "2bn/yr",
                "each", "2"));
        for (int k = 0; k < more.length; k += 2) {
            said.put(more[k], more[k + 1]);
        }
        Map<String, List<Given>> given = new LinkedHashMap<>();
        said.forEach((name, text) -> given.put(name, new ArrayList<>(List.of(Given.option(text)))));
        return Arguments.of(QUESTION.spec(), given);
    }

    @Test
    void everyFormIsToldInBothLanguagesFromOneSetOfRuns() {
        Session session = session();
        Answer first = answer(session, Language.EN);
        assertEquals(13, first.table().rows().size());
        String headline = first.said(Finding.Role.HEADLINE).getFirst();
        assertTrue(headline.startsWith("Only 6 futures were drawn, too few for a decision"), headline);
        assertTrue(headline.contains(" Within 2 billion dollars a year"), headline);
        assertFalse(first.said(Finding.Role.LIMIT).isEmpty());
        assertTrue(first.charts().get(0) instanceof Chart.HeatMap);
        assertTrue(first.charts().get(1) instanceof Chart.Lines);
        for (HedgeQuestion.By by : HedgeQuestion.By.values()) {
            for (Language language : Language.values()) {
                Answer answer = answer(session, language, "by", by.name());
                for (Finding finding : answer.findings()) {
                    assertFalse(finding.said().matches("(?s).*(NaN|null|Infinity|\\{|}).*"), finding.said());
                    finding.figures().forEach(figure -> answer.table().cell(figure.row(), figure.field()));
                }
                if (language == Language.EN) {
                    assertEquals(
                            first.said(Finding.Role.STORY).subList(2, 8),
                            answer.said(Finding.Role.STORY).subList(2, 8));
                }
            }
        }
    }

    @Test
    void aRestartFindsWhatWasComputed() throws IOException {
        Answer first = answer(session(folder), Language.EN, "each", "1");
        Path cells = folder.resolve("home/hedges");
        long parts = count(cells);
        assertTrue(parts > 0);
        Answer again = answer(session(folder), Language.EN, "each", "1");
        assertEquals(parts, count(cells));
        assertEquals(first.table().rows(), again.table().rows());
        assertEquals(first.findings(), again.findings());
    }

    private static long count(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void theSearchFindsWhatEnumerationOfSimulatedRunsFinds() {
        Session session = session().of(QUESTION);
        Menu menu = MenuFile.read(SMALL.resolve("menu.yaml"));
        Futures futures = FuturesFile.read(SMALL.resolve("futures.yaml"));
        World world = session.world("wiod2011");
        Inquiry inquiry = new Inquiry(world, world.economy("JPN"), menu, futures, 1, 2000, 2, 1, 100, 0.9);
        List<Future> drawn = futures.draw(1, 1);
        Hedging hedging = Solved.hedging(inquiry, Losses.direct(drawn, Solved.model(session, inquiry)), drawn);
        for (double budget : new double[] {100, 600, 2000}) {
            Criterion criterion = new Criterion.MinimaxRegret();
            Optimum found = hedging.optimum(criterion, budget);
            Optimum all = hedging.enumerated(criterion, budget);
            assertEquals(all.score(), found.score(), 1e-6 * Math.max(1, all.score()));
            assertEquals(all.portfolio(), found.portfolio());
            assertTrue(found.proved());
        }
    }

    /** Not through the same code: the scenario is written out, and a menu in yen loses yen. */
    @Test
    void aLossIsThatOfARunOfTheDailyModel() {
        Session session = session().of(QUESTION);
        World world = session.world("wiod2011");
        Menu menu = MenuFile.read(SMALL.resolve("menu.yaml"));
        Futures futures = FuturesFile.read(SMALL.resolve("futures.yaml"));
        Inquiry inquiry = new Inquiry(world, world.economy("JPN"), menu, futures, 0.01, 2000, 2, 1, 100, 0.9);
        Future future = new Future(
                "f",
                "ban",
                false,
                List.of(new Event.Ban("ban", List.of("CHN"), List.of("JPN"), List.of("c14"), 0.8, 0, 30)),
                new Future.Rules("strict", 60, 0, 0.5),
                new Future.Keeps(true, List.of()),
                List.of(),
                new TreeMap<>());
        DisruptionModel strict =
                ModelPresets.lean().with(InventoryDays.of(10).scaled(0.5)).with(new Substitution.Specific(60));
        Shock cut = new Shock.LinkCut(Selection.of("CHN", "c14"), Buyers.of("JPN"), 0.8, Timing.of(0, 30));
        DisruptionScenario bare = new DisruptionScenario("bare", strict, List.of(cut), List.of(), 40, 0.9);
        DisruptionScenario held = bare.with(List.of(
                new Stockpile("c14", new Selection(List.of("JPN"), List.of()), 3, 0.9, Double.POSITIVE_INFINITY)));
        double[] losses = Solved.model(session, inquiry)
                .losses(List.of(
                        new LossModel.Input(Portfolio.none(4), future),
                        new LossModel.Input(new Portfolio(List.of(1, 0, 0, 0)), future)));
        Disruption disruption = new Disruption(world, 1);
        double without = lost(disruption, bare);
        double with = lost(disruption, held);
        assertEquals(without / 0.01, losses[0], 1e-6 * Math.abs(losses[0]));
        assertEquals(with / 0.01, losses[1], 1e-6 * Math.abs(losses[0]));
        assertTrue(without > 100 && with < without, without + " without, " + with + " with a stock");
    }

    private static double lost(Disruption disruption, DisruptionScenario scenario) {
        return disruption.run(scenario, Recorded.NOTHING).economy("JPN").valueAddedLostMusd();
    }

    @Test
    void aBudgetBelowTheCheapestBuysNothingAndSaysWhatThatCosts() {
        Answer answer = answer(session(), Language.EN, "budget", "10m/yr", "each", "1");
        String headline = answer.said(Finding.Role.HEADLINE).getFirst();
        assertEquals(
                "Within 10 million dollars a year nothing can be bought: the cheapest is \"Metal on call\" (10.0%) at 20"
                        + " million dollars a year.",
                headline);
    }

    @Test
    void slipsAreAnsweredWhereTheyStand() throws IOException {
        refused(menu(s -> s.replaceFirst("(?s)    prices:\\n      - \\{pays: tied.*?\\n", "")), "'prices' is missing");
        refused(menu(s -> s.replaceFirst("year: 2011, ", "")), "'year' is missing");
        refused(menu(s -> s.replaceFirst("currency: USD, year", "year")), "'currency' is missing");
        refused(menu(s -> s.replace("[3, 10]", "[10, 3]")), "levels are out of order");
        refused(menu(s -> s.replaceFirst("good: c14", "good: c99")), "the world does not know this good");
        refused(menu(s -> s.replace("home: JPN", "home: KOR")), "The file is about another home");
        refused(menu(s -> s.replaceFirst("good: c14", "good: \"999999\"")), "the world does not know this good");
        refused(futures(s -> s.replaceFirst("quiet: true", "quiet: false")), "a set of futures has no events");
        refused(futures(s -> s.replace("by: [CHN]", "by: [CHX]")), "you meant 'CHN'");
        refused(
                futures(s -> s.replaceFirst(
                        "kind: ban, by: \\[CHN], goods: \\[c14]", "kind: ban, by: [CHN], goods: ['850511']")),
                "icio2022 alone");
        refused(new String[] {"budget", "100bn JPY"}, "The budget cannot be read");
        refused(new String[] {"hedges", "stok"}, "you meant 'stock'");
        refused(new String[] {"sets", "clam"}, "you meant 'calm'");
        refused(new String[] {"beta", "90"}, "The level of CVaR is out of range");
        refused(new String[] {"home", "KOR"}, "The file is about another home");
        assertFalse(Files.exists(folder.resolve("home/hedges")), "nothing is written");
    }

    private void refused(String[] more, String said) {
        InputException wrong = assertThrows(
                InputException.class, () -> QUESTION.plan(session(folder).of(QUESTION), arguments(more)), said);
        assertTrue(wrong.getMessage().contains(said), wrong.getMessage());
    }

    private String[] menu(UnaryOperator<String> slip) throws IOException {
        return changed("menu", slip);
    }

    private String[] futures(UnaryOperator<String> slip) throws IOException {
        return changed("futures", slip);
    }

    private String[] changed(String param, UnaryOperator<String> slip) throws IOException {
        String text = Files.readString(SMALL.resolve(param + ".yaml"));
        String other = slip.apply(text);
        assertFalse(text.equals(other), "the slip changes nothing");
        Path file = Files.writeString(folder.resolve(param + ".yaml"), other);
        return new String[] {param, file.toString()};
    }
}
