package org.jiritsu.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.BundledAssumptions;
import org.jiritsu.disruption.Rationing;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.linear.Kernel;
import org.jiritsu.study.DisruptQuestion.Ask;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the daily model: what they mean, and what is answered to those that mean nothing. */
class DisruptQuestionTest {
    private static final World WORLD =
            Bundled.store(java.nio.file.Path.of("target/no-worlds")).open("wiod2011");

    /** "cut=CHN:c14 | days=60". */
    private static DisruptQuestion question(String text) {
        Map<String, List<String>> words = new HashMap<>();
        for (String part : text.split("\\|")) {
            int at = part.indexOf('=');
            words.merge(
                    part.substring(0, at).strip(),
                    List.of(part.substring(at + 1).strip()),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                            .toList());
        }
        return DisruptQuestion.of(Words.in(Language.EN), WORLD, "Japan", words);
    }

    @Test
    void aCoalitionWithAQuotaAndDatesOfItsOwn() {
        DisruptQuestion asked = question("start=2026-04-01|cut=CHN+KOR:c14,c15=0.5@2026-04-11..2026-04-30|cut=USA@5");
        Shock.LinkCut cut = (Shock.LinkCut) asked.scenario().shocks().getFirst();
        assertEquals(List.of("CHN", "KOR"), cut.sellers().economies());
        assertEquals(List.of("c14", "c15"), cut.sellers().sectors());
        assertEquals(0.5, cut.share());
        assertEquals(10, cut.timing().firstDay());
        assertEquals(20, cut.timing().days());
        Shock.LinkCut second = (Shock.LinkCut) asked.scenario().shocks().get(1);
        assertEquals(5, second.timing().firstDay());
        assertEquals(1, second.share());
        assertTrue(cut.buyers().finalUsers());
        assertEquals("JPN", asked.home());
    }

    /** c26 books journeys where C26 makes electronics: the case of a code is part of it. */
    @Test
    void aCodeOfAnotherClassificationIsNotTaken() {
        InputException refused = assertThrows(InputException.class, () -> WORLD.sector("C26"));
        assertTrue(refused.getMessage().contains("C26"), refused.getMessage());
    }

    @Test
    void aCountryDoesNotCutItselfOff() {
        InputException refused = assertThrows(InputException.class, () -> question("cut=JPN:c14|days=60"));
        assertTrue(refused.getMessage().contains("--lose JPN"), refused.getMessage());
    }

    @Test
    void everyOtherWord() {
        DisruptQuestion asked =
                question("slow=CHN:c14=14|lose=TWN:c14=0.3|surge=c33=0.2|expand=c14=0.3/60|days=30|stock=c14=20/0.5"
                        + "|reserve=c15=3|trigger=0.8|rule=partial|seek-days=40|spare=0.05|inventory=12|inventory=c14,c15=30|priority=critical"
                        + "|curve=c14=0,5,10|within=0.2|horizon=200|recovery-days=10");
        assertEquals(4, asked.scenario().shocks().size());
        assertEquals(
                14,
                asked.scenario().shocks().stream()
                        .filter(Shock.LinkDelay.class::isInstance)
                        .map(Shock.LinkDelay.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .days());
        Stockpile stock = asked.scenario().stockpiles().getFirst();
        assertEquals(20, stock.daysOfUse());
        assertEquals(0.5, stock.dailyRelease());
        assertEquals(0.8, stock.trigger());
        assertEquals(
                1 + WORLD.sectorCount(), asked.scenario().stockpiles().size(), "a reserve is one for each industry");
        assertEquals(new Substitution.Specific(40), asked.scenario().model().substitution());
        assertEquals(new Rationing.CriticalFirst(), asked.scenario().model().rationing());
        assertEquals(12, asked.scenario().model().inventories().others());
        assertEquals(30, asked.scenario().model().inventories().byGood().get("c15"));
        assertEquals(1.05, asked.scenario().model().overproduction().base());
        assertEquals(List.of(0.0, 5.0, 10.0), ((Ask.Curve) asked.ask()).sizes());
        assertEquals(10, asked.scenario().shocks().getFirst().timing().recoveryDays());
    }

    @Test
    void aShareIsAlsoAPercentage() {
        DisruptQuestion asked =
                question("cut=CHN:c14=25%|lose=TWN|surge=c33=20 %|expand=c14=30%/60|share=50%|level=80%|spare=5%"
                        + "|stock=c14=5|trigger=70%|curve=c14|within=0.2%|days=9");
        assertEquals(
                List.of(0.25, 0.5, 0.2, 0.3),
                asked.scenario().shocks().stream().map(Shock::share).toList());
        assertEquals(0.8, asked.scenario().level());
        assertEquals(0.7, asked.scenario().stockpiles().getFirst().trigger());
        assertEquals(1.05, asked.scenario().model().overproduction().base());
        assertEquals(0.2, ((Ask.Curve) asked.ask()).withinPercent());
    }

    @Test
    void dayZeroHasADateOnceAnyDateIsSaid() {
        assertEquals(
                "Day 0 is 1 April 2026.",
                question("cut=CHN|from=2026-04-01|until=2026-04-30")
                        .assumptions()
                        .getFirst());
        assertTrue(question("cut=CHN|from=3|until=9").assumptions().getFirst().startsWith("Assumed:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cut=CHN|from=2026-06-01|until=2026-04-01;ends before it begins",
                "cut=CHN|from=2026-02-30;not a date",
                "cut=CHN|until=2026-04-01;which date is day 0",
                "cut=CHN|until=2026-04-01;add '--from YYYY-MM-DD'",
                "cut=CHN|days=0;leave --days out",
                "cut=CHN|days=-5;--days 5",
                "cut=|days=5;is empty",
                "cut=CHN:c14=half;a number such as 0.5",
                "cut=CHN|days=50%;whole number",
                "cut=CHN:c14|days=60|horizon=70|draws=10;add --horizon 90",
                "cut=CHN|from=5|until=4;ends before it begins",
                "cut=CHN|days=5|until=4;said twice",
                "cut=CHN:c14=1.5;not a share",
                "cut=CHM;you meant CHN",
                "cut=CHN:c144;you meant c14",
                "stock=c144=5|cut=CHN;you meant c14",
                "stock=c14|cut=CHN;--stock C26=30",
                "slow=CHN:c14=soon;whole number",
                "days=60;nothing happens",
                "expand=c14=0.5;nothing happens",
                "cut=CHN|rule=partly;you meant partial",
                "cut=CHN|by=day|endure=true;which answer",
                "cut=CHN|substitute=none|seek-days=5;nobody seeks",
                "cut=CHN|draws=10|vary=days=5..9;cannot vary",
                "cut=CHN|draws=10|vary=inventry=1..2;cannot be varied",
                "cut=CHN|within=1;changes nothing here",
                "cut=CHN|seed=3;with draws",
                "cut=CHN|vary=days=5..9;add 'draws'",
                "cut=CHN|days=;nothing was written there",
                "cut=CHN|share=;nothing was written there",
                "cut=CHN|inventory=0.5;does not last one day",
                "cut=CHN|watch=c144;you meant c14",
                "cut=CHN|days=10|days=20;more than once",
                "cut=CHN:c14|days=10|recovery=linear;its time is missing",
                "cut=CHN:c14|days=10|recovery=foo;is not known",
                "cut=CHN:c14|days=10|recovery=at_once|recovery-days=5;leave recovery-days out",
                "cut=CHN:c14|days=10|recovery-days=-5;cannot be read",
                "cut=CHN:c14|recovery-days=5;lasts for good",
                "cut=CHN:c14|recovery=at_once;lasts for good",
                "cut=CHN:c14|days=10|stock=c14=3@5..6;no dates of its own",
                "cut=CHN:c14|days=10|inventory=c14=5@3;leave '@3' out",
                "cut=CHN:c14@0..4|cut=KOR:c14@0..59|durations=5,60;ask for each length apart",
                "cut=CHN:c14@0..4|cut=KOR:c14@0..59|draws=10|vary=days=5..60;leave 'days' out of --vary",
                "cut=CHN:c14|days=10|draws=1000000000;10,000",
                "cut=CHN:c14|days=10|draws=10|vary=foo=1..2;it is certain here",
                "cut=CHN:c14|days=10|horizon=20|inventory=1|draws=10;does not last one day",
                "cut=CHN:c14|days=10|inventory=1e12;say Infinity",
                "lose=CHN:c14|days=10|to=KOR;add 'cut'",
                "cut=CHN:c14|stock=c14=-1;the sign is wrong",
                "cut=CHN:c14|stock=c14=3/0;a release above 0",
                "cut=CHN:c14|spare=-0.1;capacity is lost with --lose",
                "cut=CHN:c14|days=10|trigger=0.5;add 'stock'",
                "cut=CHN:c14|days=10|by=industry|watch=c15;add 'by day'"
            })
    void mistakesAreAnsweredWithAMend(String text, String hint) {
        InputException e = assertThrows(InputException.class, () -> {
            DisruptQuestion asked = question(text);
            try (Analysis analysis =
                    new Analysis(Bundled.store(java.nio.file.Path.of("target/no-worlds")), Kernel.java())) {
                Disruptions.answer(analysis, "wiod2011", asked);
            }
        });
        assertTrue(
                e.getMessage().toLowerCase(java.util.Locale.ROOT).contains(hint.toLowerCase(java.util.Locale.ROOT))
                        && e.getMessage().contains("\nMaybe "),
                e.getMessage());
    }

    @Test
    void aShockThatSaysItsBeginningAloneEndsAsTheQuestionDoes() {
        assertEquals(Timing.of(5, 3), timing("cut=CHN:c14@5|days=3"));
        assertEquals(Timing.of(5, 8), timing("cut=CHN:c14@5|from=2|until=12"));
        assertEquals(Timing.from(5), timing("cut=CHN:c14@5"));
        assertEquals(
                new Timing(5, 3, Recovery.CONVEX, 4), timing("cut=CHN:c14@5|days=3|recovery=convex|recovery-days=4"));
        assertEquals(
                Recovery.NEVER, timing("cut=CHN:c14|days=10|recovery=never").recovery());
    }

    private static Timing timing(String text) {
        return question(text).scenario().shocks().getFirst().timing();
    }

    /** Drawing one duration for all would change what was asked. */
    @Test
    void whatLastsDifferentlyLongKeepsItsLengthInDraws() {
        Ask.Draws draws = (Ask.Draws)
                question("cut=CHN:c14@0..4|cut=KOR:c14@0..59|draws=10").ask();
        assertEquals(
                List.of("inventory_scale"),
                draws.parameters().stream().map(p -> p.name()).toList());
    }

    /** Each row of a table by duration has its own days: those of the question are in none of them. */
    @Test
    void theTitleOfManyDurationsHasNoDays() {
        assertTrue(question("cut=CHN:c14|days=60").scenario().name().contains("60 days"));
        assertFalse(question("cut=CHN:c14|days=60|durations=15,30")
                .scenario()
                .name()
                .contains("60"));
    }

    /** A surge takes nothing away, so nothing is said of what cannot be replaced. */
    @Test
    void aSurgeAloneIsNoWorstCase() {
        try (Analysis analysis =
                new Analysis(Bundled.store(java.nio.file.Path.of("target/no-worlds")), Kernel.java())) {
            assertFalse(worst(analysis, "surge=c14=0.1|days=5|horizon=10"));
            assertTrue(worst(analysis, "surge=c14=0.1|cut=CHN:c14|days=5|horizon=10"));
        }
    }

    /** A surge costs nobody production: who orders more and does not get it goes without all the same. */
    @Test
    void whatFinalUsersGoWithoutIsTold() {
        try (Analysis analysis =
                new Analysis(Bundled.store(java.nio.file.Path.of("target/no-worlds")), Kernel.java())) {
            Disruptions.Answer surge =
                    Disruptions.answer(analysis, "wiod2011", question("surge=c14|horizon=10|by=day"));
            double sum = IntStream.range(0, 10)
                    .mapToDouble(r -> surge.table().number(r, "unmet_final_orders_musd"))
                    .sum();
            String told = Words.in(Language.EN).dollars(sum);
            assertTrue(
                    sum > 0
                            && surge.story().stream()
                                    .anyMatch(s -> s.startsWith("Final users in Japan") && s.contains(told)),
                    told + " in " + surge.story());
            assertTrue(
                    surge.story().stream().anyMatch(s -> s.contains("towards 25% above it")),
                    surge.story().toString());
            assertFalse(
                    Disruptions.answer(analysis, "wiod2011", question("cut=CHN:c14|share=0|horizon=10"))
                            .story()
                            .stream()
                            .anyMatch(s -> s.startsWith("Final users")));
        }
    }

    private static boolean worst(Analysis analysis, String text) {
        return Disruptions.answer(analysis, "wiod2011", question(text)).story().stream()
                .anyMatch(sentence -> sentence.startsWith("This is a worst case"));
    }

    @Test
    void everySectorOfTheBundledWorldsIsOfAKnownKind() {
        for (String id : List.of("wiod2011", "icio2022", "cp1993")) {
            World world =
                    Bundled.store(java.nio.file.Path.of("target/no-worlds")).open(id);
            BundledAssumptions bundled = new BundledAssumptions(world);
            assertEquals(List.of(), bundled.unknown(), id);
            assertEquals(world.sectorCount(), bundled.inputs().criticality().size(), id);
            assertFalse(bundled.inventories().byBuyer().containsValue(0.0), id);
        }
    }

    @Test
    void anAnswerTellsTheStoryAndCountsWhatIsWatched() {
        try (Analysis analysis =
                new Analysis(Bundled.store(java.nio.file.Path.of("target/no-worlds")), Kernel.java())) {
            Disruptions.Answer answer = Disruptions.answer(
                    analysis,
                    "wiod2011",
                    question("cut=CHN:c14|inputs-only=true|days=30|horizon=60|start=2026-04-01|watch=c15/c14,KOR:c14"));
            assertEquals(120, answer.table().rows().size());
            assertEquals("2026-04-01", answer.table().text(0, "date"));
            assertEquals(10, answer.table().number(0, "inventory_days"), 1e-9);
            assertEquals(1, answer.table().number(0, "production_of_usual"), 1e-9);
            assertEquals("CHN_c14", answer.table().text(20, "scarcest_supplier"));
            assertEquals(0, answer.table().number(20, "scarcest_days"), 1e-9);
            assertTrue(answer.table().number(20, "inventory_days") > 5, "the sum over suppliers hides it");
            assertTrue(
                    answer.story().stream().anyMatch(s -> s.startsWith("This is a worst case")),
                    answer.story().toString());
            assertTrue(answer.headline().startsWith("Over 60 days Japan loses "), answer.headline());
            assertEquals(
                    "From 1 April 2026 (day 0), for 30 days: China sells no electrical and optical equipment to the "
                            + "industries of Japan.",
                    answer.story().getFirst());
            assertEquals(60, answer.daily().rows().size());
            Disruptions.Answer durations =
                    Disruptions.answer(analysis, "wiod2011", question("cut=CHN:c14|inputs-only=true|durations=30,60"));
            assertTrue(
                    durations
                            .headline()
                            .matches("60 days cost 2\\.\\d+ times as much as 30: the loss grows more than in "
                                    + "proportion\\."),
                    durations.headline());
            assertEquals(
                    "From day 0, for 30 and 60 days: China sells no electrical and optical equipment to the industries of "
                            + "Japan.",
                    durations.story().getFirst());
            Disruptions.Answer draws = Disruptions.answer(
                    analysis, "wiod2011", question("cut=CHN:c14|inputs-only=true|days=30|horizon=60|draws=10|seed=3"));
            assertTrue(draws.table().number(0, "va_lost_musd") < draws.table().number(4, "va_lost_musd"));
            assertTrue(draws.story().stream().anyMatch(s -> s.contains("seed 3")));
            assertTrue(
                    draws.story().getFirst().startsWith("From day 0, for 15 to 45 days: China"),
                    draws.story().getFirst());
            assertTrue(draws.headline().contains("; in half of them it loses more than "), draws.headline());
            assertEquals(
                    draws.table(),
                    Disruptions.answer(
                                    analysis,
                                    "wiod2011",
                                    question("cut=CHN:c14|inputs-only=true|days=30|horizon=60|draws=10|seed=3"))
                            .table());
        }
    }

    /** Who asks how long industries last is not told first what is lost. */
    @Test
    void howLongIndustriesLastIsTheHeadline() {
        try (Analysis analysis =
                new Analysis(Bundled.store(java.nio.file.Path.of("target/no-worlds")), Kernel.java())) {
            Disruptions.Answer answer =
                    Disruptions.answer(analysis, "wiod2011", question("cut=CHN|days=30|horizon=60|endure=true"));
            List<Long> lasted = IntStream.range(0, answer.table().rows().size())
                    .mapToObj(r -> answer.table().cell(r, "days_lasted"))
                    .filter(Long.class::isInstance)
                    .map(Long.class::cast)
                    .toList();
            assertEquals(
                    "%d of the 35 industries of Japan fall below 90%% of their usual production, the first on day %d."
                            .formatted(lasted.size(), lasted.getFirst()),
                    answer.headline());
            assertEquals(
                    "One of the 35 industries of Japan falls below 90% of its usual production, on day 10.",
                    Disruptions.answer(
                                    analysis,
                                    "wiod2011",
                                    question("cut=CHN:c14|inputs-only=true|days=30|horizon=60|endure=true"))
                            .headline());
            Disruptions.Answer calm = Disruptions.answer(
                    analysis, "wiod2011", question("cut=CHN:c14=0.01|inputs-only=true|days=5|horizon=60|endure=true"));
            assertEquals("No industry of Japan falls below 90% of its usual production.", calm.headline());
            assertEquals(
                    1, calm.story().stream().filter(calm.headline()::equals).count());
        }
    }

    @Test
    void aStockpileAndAReserveBothSave() {
        try (Analysis analysis =
                new Analysis(Bundled.store(java.nio.file.Path.of("target/no-worlds")), Kernel.java())) {
            double bare = lost(analysis, "");
            double shared = lost(analysis, "|stock=c14=2");
            double own = lost(analysis, "|reserve=c14=2");
            assertTrue(shared < bare && own < bare, bare + " " + shared + " " + own);
        }
    }

    private static double lost(Analysis analysis, String more) {
        Table table = Disruptions.answer(
                        analysis, "wiod2011", question("cut=CHN:c14|inputs-only=true|days=60|horizon=120" + more))
                .table();
        return IntStream.range(0, table.rows().size())
                .filter(r -> table.text(r, "economy").equals("JPN"))
                .mapToDouble(r -> table.number(r, "va_lost_musd"))
                .sum();
    }
}
