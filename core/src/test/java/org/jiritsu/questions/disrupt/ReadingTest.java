package org.jiritsu.questions.disrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Given;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.Overproduction;
import org.jiritsu.disruption.Rationing;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Timing;
import org.jiritsu.questions.disrupt.Inquiry.Ask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each word means, and what is answered to those that mean nothing. */
class ReadingTest {
    private static DisruptedShocks shocks(String line) {
        return new DisruptedShocks(Asking.inquiry("JPN " + line).scenario().shocks());
    }

    private record DisruptedShocks(List<Shock> all) {
        Timing timing() {
            return all.getFirst().timing();
        }
    }

    @Test
    void aCoalitionWithAQuotaAndDatesOfItsOwn() {
        Inquiry asked = Asking.inquiry(
                "Japan --start 2026-04-01 --cut China+KOR:c14,c15=0.5@2026-04-11..2026-04-30 --cut USA@5");
        Shock.LinkCut cut = (Shock.LinkCut) asked.scenario().shocks().getFirst();
        assertEquals(List.of("CHN", "KOR"), cut.sellers().economies());
        assertEquals(List.of("c14", "c15"), cut.sellers().sectors());
        assertEquals(0.5, cut.share());
        assertEquals(Timing.of(10, 20), cut.timing());
        Shock.LinkCut second = (Shock.LinkCut) asked.scenario().shocks().get(1);
        assertEquals(Timing.from(5), second.timing());
        assertTrue(second.share() == 1 && cut.buyers().finalUsers());
        assertEquals("JPN", asked.homeCode());
    }

    @Test
    void everyOtherWord() {
        Inquiry asked =
                Asking.inquiry("JPN --slow CHN:c14=14 --lose TWN:c14=0.3 --surge c33=-20% --expand c14=0.3/60 --days 30"
                        + " --stock c14=20/0.5 --reserve c15=3 --trigger 0.8 --rule partial --seek-days 40 --spare 5%"
                        + " --inventory 12 --inventory c14,c15=30 --priority critical --curve c14=0,5,10 --within 0.2%"
                        + " --horizon 200 --recovery-days 10 --level 80%");
        List<Shock> shocks = asked.scenario().shocks();
        assertEquals(
                List.of(0.3, 1.0, -0.2, 0.3), shocks.stream().map(Shock::share).toList());
        Stockpile stock = asked.scenario().stockpiles().getFirst();
        assertEquals(new Stockpile("c14", stock.users(), 20, 0.8, 0.5), stock);
        assertEquals(
                1 + asked.world().sectorCount(),
                asked.scenario().stockpiles().size(),
                "a reserve is one for each industry");
        assertEquals(new Substitution.Specific(40), asked.scenario().model().substitution());
        assertEquals(new Rationing.CriticalFirst(), asked.scenario().model().rationing());
        assertEquals(12, asked.scenario().model().inventories().others());
        assertEquals(30, asked.scenario().model().inventories().byGood().get("c15"));
        assertEquals(1.05, asked.scenario().model().overproduction().base());
        assertEquals(0.8, asked.scenario().level());
        Ask.Curve curve = (Ask.Curve) asked.ask();
        assertEquals(List.of(0.0, 5.0, 10.0), curve.sizes());
        assertEquals(0.2, curve.withinPercent());
        assertEquals(10, shocks.getFirst().timing().recoveryDays());
    }

    @Test
    void aShockThatSaysItsBeginningAloneEndsAsTheQuestionDoes() {
        assertEquals(Timing.of(5, 3), shocks("--cut CHN:c14@5 --days 3").timing());
        assertEquals(
                Timing.of(5, 8), shocks("--cut CHN:c14@5 --from 2 --until 12").timing());
        assertEquals(Timing.from(5), shocks("--cut CHN:c14@5").timing());
        assertEquals(
                new Timing(5, 3, Recovery.CONVEX, 4),
                shocks("--cut CHN:c14@5 --days 3 --recovery convex --recovery-days 4")
                        .timing());
        assertEquals(
                Recovery.NEVER,
                shocks("--cut CHN:c14 --days 10 --recovery never").timing().recovery());
    }

    @Test
    void everyShockMayRecoverInItsOwnWay() {
        List<Timing> timings = Asking.inquiry("JPN --lose TWN:c14=50%@0..9~30 --lose KOR:c14@0..4~convex/8"
                        + " --cut CHN:c14@0..3~at_once --cut USA:c14@0..5 --recovery-days 7")
                .scenario()
                .shocks()
                .stream()
                .map(Shock::timing)
                .toList();
        assertEquals(
                List.of(
                        Timing.of(0, 4).with(Recovery.AT_ONCE, 0),
                        Timing.of(0, 6).with(Recovery.LINEAR, 7),
                        Timing.of(0, 10).with(Recovery.LINEAR, 30),
                        Timing.of(0, 5).with(Recovery.CONVEX, 8)),
                timings);
    }

    @Test
    void demandMovesAbroadAndCapacityRisesAsSaid() {
        Inquiry asked = Asking.inquiry(
                "JPN --surge USA+CHN:c14=20% --days 9 --rule ario --psi 0.6 --spare 5% --over 40% --over-days 100");
        Shock.DemandSurge surge = (Shock.DemandSurge) asked.scenario().shocks().getFirst();
        assertEquals(List.of("USA", "CHN"), surge.economies());
        assertEquals(List.of("c14"), surge.goods());
        assertEquals(
                new InputRule.InventoryLimited(0.6), asked.scenario().model().inputs());
        assertEquals(
                new Overproduction(1.05, 1.4, 100), asked.scenario().model().overproduction());
    }

    /** The length is the question's own: drawing another would answer something else. */
    @Test
    void drawsNeverVaryWhatTheQuestionFixes() {
        assertEquals(List.of("inventory_scale"), drawn("--cut CHN:c14 --days 30 --draws 10"));
        assertEquals(
                List.of("inventory_scale", "duration_days", "seeking_days"),
                drawn("--cut CHN:c14 --days 30 --seek-days 30 --draws 10 --vary days=20..40"));
    }

    private static List<String> drawn(String line) {
        return ((Ask.Draws) Asking.inquiry("JPN " + line).ask())
                .parameters().stream().map(p -> p.name()).toList();
    }

    /** Each row of a table by duration has its own days: those of the question are in none of them. */
    @Test
    void theTitleOfManyDurationsHasNoDays() {
        assertTrue(
                Asking.inquiry("JPN --cut CHN:c14 --days 60").scenario().name().contains("60 days"));
        assertFalse(Asking.inquiry("JPN --cut CHN:c14 --durations 15,30")
                .scenario()
                .name()
                .contains("days"));
    }

    /** The same cut at other times is two cuts. */
    @Test
    void theSameIsSaidTwiceOnlyForTheSameDays() {
        assertEquals(
                2,
                Asking.inquiry("JPN --cut CHN:c14@0..9 --cut CHN:c14@20..29")
                        .scenario()
                        .shocks()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cut CHN+CHN:c14 --days 5",
                "--cut CHN+China:c14 --days 5",
                "--cut CHN:c14,c14 --days 5",
                "--lose CHN:c14=0.5 --lose CHN:c14=0.5",
                "--cut CHN:c14=0.3@0..9 --cut CHN:c14=0.5@5..20",
                "--surge c14,c14",
                "--cut CHN --inventory 10 --inventory 20",
                "--cut CHN --inventory c14=10 --inventory c14=20",
                "--cut CHN --stock c14=10 --stock c14=20",
                "--cut CHN --durations 10,10",
                "--cut CHN --draws 10 --vary inventory=1..2 --vary inventory=0.5..2"
            })
    void aQuantityGivenTwiceIsRefused(String line) {
        InputException e = assertThrows(InputException.class, () -> Asking.inquiry("JPN " + line));
        assertTrue(e.what().contains("twice"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "--cut JPN:c14 --days 60;--lose JPN",
                "--cut CHN --from 2026-06-01 --until 2026-04-01;ends before it begins",
                "--cut CHN --from 2026-02-30;not a date",
                "--cut CHN --until 2026-04-01;which date is day 0",
                "--cut CHN --until 2026-04-01;add '--from YYYY-MM-DD'",
                "--cut CHN --days 0;leave --days out",
                "--cut CHN --days -5;the sign is wrong: 5",
                "--cut '' --days 5;is empty",
                "--cut CHN:c14=half;a number such as 0.5",
                "--cut CHN --days 50%;whole number",
                "--cut CHN:c14 --days 60 --horizon 70 --draws 10 --vary days=30..90;add --horizon 90",
                "--cut CHN --from 5 --until 4;ends before it begins",
                "--cut CHN --days 5 --until 4;said twice",
                "--cut CHN:c14=1.5;not a share",
                "--cut CHM;you meant CHN",
                "--cut CHN:c144;you meant c14",
                "--stock c144=5 --cut CHN;you meant c14",
                "--stock c14 --cut CHN;C26=30",
                "--slow CHN:c14=soon;whole number",
                "--days 60;nothing happens",
                "--expand c14=0.5;nothing happens",
                "--cut CHN --rule partly;you meant partial",
                "--cut CHN --by day --endure;which answer",
                "--cut CHN --substitute none --seek-days 5;nobody seeks",
                "--cut CHN --draws 10 --vary days=5..9;cannot vary",
                "--cut CHN --draws 10 --vary inventry=1..2;cannot be varied",
                "--cut CHN --within 1;changes nothing here",
                "--cut CHN --seed 3;with draws",
                "--cut CHN --vary days=5..9;add 'draws'",
                "--cut CHN --inventory 0.5;does not last one day",
                "--cut CHN --watch c144;you meant c14",
                "--cut CHN --days 10 --days 20;more than once",
                "--cut CHN:c14 --days 10 --recovery linear;its time is missing",
                "--cut CHN:c14 --days 10 --recovery foo;is not known",
                "--cut CHN:c14@0..9~slow;whole number",
                "--cut CHN:c14@0..9~convex;its time is missing",
                "--cut CHN:c14~5;lasts for good",
                "--cut CHN:c14 --days 10 --psi 0.5;add --rule ario",
                "--cut CHN:c14 --days 10 --rule ario --psi 0;psi is not a share",
                "--cut CHN:c14 --days 10 --spare 0.3 --over 0.1;swapped",
                "--cut CHN:c14 --days 10 --recovery at_once --recovery-days 5;leave recovery-days out",
                "--cut CHN:c14 --days 10 --recovery-days -5;out of range",
                "--cut CHN:c14 --recovery-days 5;lasts for good",
                "--cut CHN:c14 --recovery at_once;lasts for good",
                "--cut CHN:c14 --days 10 --stock c14=3@5..6;no dates of its own",
                "--cut CHN:c14 --days 10 --inventory c14=5@3;no dates of its own",
                "--cut CHN:c14@0..4 --cut KOR:c14@0..59 --durations 5,60;ask for each length apart",
                "--cut CHN:c14@0..4 --cut KOR:c14@0..59 --draws 10 --vary days=5..60;leave 'days' out of --vary",
                "--cut CHN:c14 --days 10 --draws 1000000000;10,000",
                "--cut CHN:c14 --days 10 --draws 10 --vary foo=1..2;it is certain here",
                "--cut CHN:c14 --days 10 --horizon 20 --inventory 1 --draws 10;does not last one day",
                "--cut CHN:c14 --days 10 --inventory 1e12;say Infinity",
                "--lose CHN:c14 --days 10 --to KOR;add 'cut'",
                "--cut CHN:c14 --stock c14=-1;the sign is wrong",
                "--cut CHN:c14 --stock c14=3/0;a release above 0",
                "--cut CHN:c14 --spare -0.1;capacity is lost with --lose",
                "--cut CHN:c14 --days 10 --trigger 0.5;add 'stock'",
                "--cut CHN:c14 --days 10 --by industry --watch c15;add 'by day'",
                "--surge c14=-1.5;down to -1",
                "--cut CHN --share 2;you meant 0.02",
                "--cut CHN --horizon 0;1 to 36500",
                "--cut CHN --level 90;percentage"
            })
    void mistakesAreAnsweredWithAMend(String line, String hint) {
        InputException e = assertThrows(InputException.class, () -> Asking.answer("JPN " + line));
        assertTrue(
                e.getMessage().toLowerCase(Locale.ROOT).contains(hint.toLowerCase(Locale.ROOT))
                        && e.getMessage().contains("\nMaybe "),
                e.getMessage());
    }

    /** The same mistake in the words of each place. */
    @Test
    void aMistakeIsAnsweredWhereItStands() {
        String line = "JPN --cut CHN:c14 --horizon 70 --durations 30,90";
        assertTrue(mistake(line, "option").maybe().contains("--horizon 90"));
        assertTrue(mistake(line, "query").maybe().contains("horizon=90"));
        InputException study = mistake(line, "study");
        assertTrue(study.maybe().contains("horizon: 90"), study.getMessage());
        assertTrue(study.what().startsWith("study.yaml, line 3: "), study.getMessage());
    }

    private static InputException mistake(String line, String place) {
        return assertThrows(
                InputException.class,
                () -> Asking.QUESTION.plan(Asking.session(Language.EN), Asking.arguments(line, text -> switch (place) {
                    case "option" -> Given.option(text);
                    case "query" -> Given.query(text);
                    default -> new Given(text, new Given.Place.Text("study.yaml, line 3"));
                })));
    }
}
