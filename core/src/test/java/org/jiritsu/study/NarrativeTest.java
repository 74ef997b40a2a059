package org.jiritsu.study;

import static org.jiritsu.disruption.TestBan.STRICT;
import static org.jiritsu.disruption.TestBan.WORLD;
import static org.jiritsu.disruption.TestBan.ban;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.InventoryDays;
import org.jiritsu.disruption.ModelPresets;
import org.jiritsu.disruption.Overproduction;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.disruption.Warning;
import org.junit.jupiter.api.Test;

/** Accounts of what happened, on a small world. */
class NarrativeTest {
    private static final Words WORDS = Words.in(Language.EN);

    @Test
    void theAccountSaysWhatFellAndWhy() {
        DisruptionRun outcome = new Disruption(WORLD).run(ban(60), Recorded.NOTHING);
        String account = String.join("\n", Narrative.of(WORDS, WORLD, outcome, "EAB", Optional.empty()));
        assertTrue(
                account.startsWith("From day 5, for 60 days: all economies sell no sector 0 to Economy 1."), account);
        assertTrue(account.contains("they lack sector 0, above all what comes from Economy 0."), account);
        assertTrue(
                account.contains("Economy 1 loses %.0f million dollars of value added"
                        .formatted(outcome.economy("EAB").valueAddedLostMusd())),
                account);
        String dated =
                String.join("\n", Narrative.of(WORDS, WORLD, outcome, "EAB", Optional.of(LocalDate.of(2026, 4, 1))));
        assertTrue(dated.startsWith("From 6 April 2026 (day 5), for 60 days:"), dated);
    }

    /** One industry of home loses capacity, one abroad more: the buyers of the latter turn to home. */
    @Test
    void aLossThatOthersPartlyMakeUpIsToldSo() {
        DisruptionModel spare = STRICT.with(InventoryDays.of(90))
                .with(new Substitution.ByProduction())
                .with(new Overproduction(1.3, 1.3, 30));
        Timing timing = Timing.of(5, 60);
        DisruptionRun outcome = new Disruption(WORLD)
                .run(
                        DisruptionScenario.of(
                                "two losses",
                                spare,
                                60,
                                new Shock.CapacityLoss(Selection.of("EAB", "s4"), 0.9, timing),
                                new Shock.CapacityLoss(Selection.of("EAA", "s0"), 0.9, timing)),
                        Recorded.NOTHING);
        double gained = -outcome.industries().stream()
                .filter(i -> i.industry().startsWith("EAB_"))
                .mapToDouble(i -> Math.min(0, i.valueAddedLostMusd()))
                .sum();
        String total = Narrative.total(WORDS, WORLD, outcome, "EAB");
        assertTrue(
                gained > 0 && total.contains("while other industries gain " + WORDS.dollars(gained)), total + gained);
    }

    /** Two sell; one of them stops, or makes less: it is that one who is named, as the reason fits. */
    @Test
    void theAccountNamesTheSupplierThatStoppedSending() {
        DisruptionModel specific = STRICT.with(new Substitution.Specific());
        String stopped = account(
                specific,
                new Shock.LinkCut(
                        Selection.of("EAA", "s0"), new Buyers(List.of("EAB"), List.of(), false), 1, Timing.of(5, 60)));
        assertTrue(stopped.contains("lack sector 0, above all what comes from Economy 0."), stopped);
        assertFalse(stopped.contains("from Economy 2"), stopped);
        String less = account(specific, new Shock.CapacityLoss(Selection.of("EAC", "s0"), 1, Timing.of(5, 60)));
        assertTrue(less.contains("lack sector 0, above all what comes from Economy 2, where less is made."), less);
        String underWay = account(
                specific, new Shock.LinkDelay(Selection.of("EAA", "s0"), Buyers.of("EAB"), 30, Timing.of(5, 15)));
        assertTrue(underWay.contains("lack sector 0, above all what comes from Economy 0."), underWay);
    }

    @Test
    void ofIndustriesThatFallTogetherTheLargestLossIsNamedFirst() {
        DisruptionRun outcome = new Disruption(WORLD)
                .run(
                        DisruptionScenario.of(
                                "one supplier",
                                STRICT.with(new Substitution.Specific()),
                                60,
                                new Shock.LinkCut(Selection.of("EAA", "s0"), Buyers.of("EAB"), 1, Timing.of(5, 60))),
                        Recorded.NOTHING);
        List<String> together = outcome.industries().stream()
                .filter(i -> i.industry().startsWith("EAB_")
                        && outcome.fall(i.industry()).isPresent())
                .sorted(Comparator.comparingDouble(DisruptionRun.IndustryLoss::valueAddedLostMusd)
                        .reversed())
                .map(i -> "sector " + i.industry().substring("EAB_s".length()))
                .toList();
        String account = String.join("\n", Narrative.of(WORDS, WORLD, outcome, "EAB", Optional.empty()));
        assertTrue(!together.equals(together.stream().sorted().toList()), "not in the order of the table: " + together);
        assertTrue(
                account.replaceAll(" \\(to \\d+%\\)", "").contains("falls in " + WORDS.and(together) + ";"), account);
    }

    @Test
    void whatHappensFirstIsToldFirst() {
        DisruptionRun outcome = new Disruption(WORLD)
                .run(
                        ban(5).shocked(List.of(
                                new Shock.CapacityLoss(Selection.of("EAB", "s3"), 0.5, Timing.of(20, 5)),
                                new Shock.LinkDelay(Selection.of("EAC", "s4"), Buyers.of("EAB"), 5, Timing.of(3, 4)))),
                        Recorded.NOTHING);
        List<String> account = Narrative.of(WORDS, WORLD, outcome, "EAB", Optional.empty());
        assertEquals(
                "From day 3, for 4 days: what Economy 2 sells to Economy 1 of sector 4 arrives 5 days later.",
                account.getFirst());
        assertTrue(account.get(1).startsWith("From day 20,"), account.toString());
    }

    @Test
    void theAccountSaysWhenTheDaysEndTooSoonAndWhenNothingHappens() {
        Shock ban = ban(60).shocks().getFirst();
        DisruptionScenario early =
                new DisruptionScenario("early", STRICT, List.of(ban.at(Timing.of(5, 60))), List.of(), 12, 0.5);
        DisruptionRun outcome = new Disruption(WORLD).run(early, Recorded.NOTHING);
        assertEquals(
                List.of("The study ends after 12 days, and a shock is over on day 65: what it costs after day 11 "
                        + "is not counted."),
                outcome.warnings().stream()
                        .map(w -> Narrative.warning(WORDS, WORLD, w))
                        .toList());
        DisruptionScenario buyers = early.shocked(List.of(new Shock.LinkCut(
                Selection.of("EAA", "s0"), new Buyers(List.of("EAB"), List.of("s1"), false), 1, Timing.from(0))));
        String calm = String.join(
                "\n",
                Narrative.of(
                        WORDS, WORLD, new Disruption(WORLD).run(buyers, Recorded.NOTHING), "EAB", Optional.empty()));
        assertTrue(calm.contains("within 12 days, but the break goes on after that"), calm);
        DisruptionRun nothing = new Disruption(WORLD)
                .run(
                        early.shocked(List.of(
                                new Shock.LinkCut(Selection.of("EAA", "s0"), Buyers.of("EAB"), 0, Timing.of(0, 5)))),
                        Recorded.NOTHING);
        assertEquals(List.of(new Warning.NoShock()), nothing.warnings());
        assertEquals(0, nothing.valueAddedLostMusd());
        String none = String.join("\n", Narrative.of(WORDS, WORLD, nothing, "EAB", Optional.empty()));
        assertTrue(none.contains("loses nothing: no effect") && none.contains("Nor does anyone else."), none);
    }

    @Test
    void oneDayIsNoDays() {
        Shock slow = new Shock.LinkDelay(
                Selection.of("EAA", "s0"), Buyers.of("EAB"), 1, Timing.of(0, 1).with(Recovery.LINEAR, 1));
        Shock more = new Shock.CapacitySurge(Selection.of("EAB", "s1"), 0.3, 0, Timing.from(0));
        List<String> account = Narrative.of(
                WORDS,
                WORLD,
                new Disruption(WORLD)
                        .run(
                                new DisruptionScenario("one day", STRICT, List.of(slow, more), List.of(), 1, 0.5),
                                Recorded.NOTHING),
                "EAB",
                Optional.empty());
        assertEquals(
                "From day 0, for 1 day: what Economy 0 sells to Economy 1 of sector 0 arrives 1 day later; it is over "
                        + "1 day later.",
                account.getFirst());
        assertEquals("From day 0 on: Economy 1 can make 30% more sector 1 at once.", account.get(1));
        assertTrue(account.get(2).contains("production within 1 day, but the break goes on"), account.toString());
        assertTrue(account.stream().noneMatch(sentence -> sentence.contains("1 days")), account.toString());
    }

    @Test
    void everyAccountSaysWhichWayItsAssumptionsLean() {
        DisruptionModel lean = ModelPresets.lean();
        DisruptionModel partial = lean.with(new InputRule.PartiallyBinding(Map.of()));
        assertTrue(Narrative.caution(WORDS, lean).orElseThrow().startsWith("This is a worst case"));
        assertTrue(Narrative.caution(WORDS, lean.with(new Substitution.Specific(30)))
                .orElseThrow()
                .contains("rule partial"));
        assertTrue(Narrative.caution(WORDS, partial).orElseThrow().contains("seek-days"));
        assertEquals(Optional.empty(), Narrative.caution(WORDS, partial.with(new Substitution.Specific(30))));
        assertTrue(
                Narrative.caution(WORDS, DisruptionModel.ario()).orElseThrow().startsWith("This is a mild case"));
    }

    @Test
    void aHomeThatLosesNothingHasNoSmallerLoss() {
        Shock cut = new Shock.LinkCut(Selection.of("EAA", "s0"), Buyers.of("EAB"), 1, Timing.of(5, 60));
        assertEquals(
                Narrative.caution(WORDS, ModelPresets.lean()),
                Narrative.caution(WORDS, outcome(ModelPresets.lean(), cut), "EAB"));
        Shock none = new Shock.LinkCut(Selection.of("EAA", "s0"), Buyers.of("EAB"), 0, Timing.of(5, 60));
        assertEquals(Optional.empty(), Narrative.caution(WORDS, outcome(ModelPresets.lean(), none), "EAB"));
        DisruptionRun gain = outcome(
                ModelPresets.lean(), new Shock.DemandSurge(List.of("EAB"), List.of("s0"), 0.1, Timing.of(5, 20)));
        assertTrue(gain.economy("EAB").valueAddedLostMusd() < 0);
        assertEquals(Optional.empty(), Narrative.caution(WORDS, gain, "EAB"));
        assertTrue(
                Narrative.caution(WORDS, outcome(DisruptionModel.ario(), none), "EAB")
                        .isPresent(),
                "a larger loss may be");
    }

    private static DisruptionRun outcome(DisruptionModel model, Shock shock) {
        return new Disruption(WORLD).run(DisruptionScenario.of("one supplier", model, 60, shock), Recorded.NOTHING);
    }

    private static String account(DisruptionModel model, Shock shock) {
        return String.join("\n", Narrative.of(WORDS, WORLD, outcome(model, shock), "EAB", Optional.empty()));
    }

    /** The same story, fact for fact: figures and their order are those of the English one. */
    @Test
    void theAccountIsToldInJapaneseToo() {
        DisruptionRun outcome = new Disruption(WORLD).run(ban(60), Recorded.NOTHING);
        List<String> english = Narrative.of(WORDS, WORLD, outcome, "EAB", Optional.empty());
        List<String> japanese = Narrative.of(Words.in(Language.JA), WORLD, outcome, "EAB", Optional.empty());
        assertEquals(english.size(), japanese.size());
        assertEquals("第5日から60日間：全ての国・地域がEconomy 1へのSector 0の販売を停止。", japanese.getFirst());
        for (String sentence : japanese) {
            assertTrue(sentence.endsWith("。"), sentence);
            assertFalse(sentence.replaceAll("Economy|[sS]ector|GDP", "").matches(".*[A-Za-z]{2}.*"), sentence);
        }
    }
}
