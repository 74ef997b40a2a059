package org.jiritsu.questions.hedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jiritsu.Bundled;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.hedge.Cost;
import org.jiritsu.hedge.Event;
import org.jiritsu.hedge.Future;
import org.jiritsu.hedge.Hedge;
import org.jiritsu.hedge.Label;
import org.jiritsu.hedge.Measure;
import org.jiritsu.hedge.Menu;
import org.jiritsu.hedge.Portfolio;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** What events and hedges become in the daily model. */
class ScenariosTest {
    private static final World WORLD = Bundled.world("wiod2011");
    private static final int HOME = WORLD.economy("JPN");
    private static final HomeUse USE = new HomeUse(WORLD, HOME);
    private static final Event.Ban BAN =
            new Event.Ban("ban", List.of("CHN"), List.of("JPN"), List.of("c14"), 0.5, 0, 60);

    private static Menu menu(Measure... measures) {
        return new Menu(
                new Label("", ""),
                "JPN",
                "USD",
                List.of(),
                java.util.Arrays.stream(measures)
                        .map(m -> new Hedge(
                                m.toString(),
                                new Label("", ""),
                                m,
                                List.of(0.4),
                                List.of(),
                                List.of(new Cost(0, 1, 0, 1)),
                                ""))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Future future(List<String> keeping, String input, Event... events) {
        return new Future(
                "f",
                "f",
                false,
                List.of(events),
                new Future.Rules(input, 40, 0.1, 2),
                new Future.Keeps(false, keeping),
                List.of(),
                new TreeMap<>());
    }

    private static Scenarios scenarios(Menu menu) {
        return new Scenarios(menu, WORLD, HOME, 100, Optional.empty());
    }

    private static DisruptionScenario all(Menu menu, Future future) {
        return scenarios(menu).of(new Portfolio(java.util.Collections.nCopies(menu.size(), 1)), future);
    }

    private static double cut(DisruptionScenario scenario) {
        return scenario.shocks().stream()
                .filter(Shock.LinkCut.class::isInstance)
                .mapToDouble(Shock::share)
                .sum();
    }

    @Test
    void sharesOfHomeUseAddUpToOne() {
        List<String> all = WORLD.economies().stream().map(e -> e.code()).toList();
        for (String good : List.of("c14", "c2", "cJ")) {
            if (WORLD.sectors().stream().anyMatch(s -> s.code().equals(good))) {
                assertEquals(1, USE.share(all, good), 1e-12);
            }
        }
        assertTrue(USE.share(List.of("JPN"), "c14") > USE.share(List.of("CHN"), "c14"));
    }

    @Test
    void aSourceServesItsShareOfThePartThatABanTakes() {
        double missing = 0.5 * USE.share(List.of("CHN"), "c14");
        Menu whole = menu(new Measure.DomesticCapacity("c14", 1, 0));
        assertEquals(0.5 * 0.6, cut(all(whole, future(List.of(), "strict", BAN))), 1e-12);
        double part = missing / 4;
        Menu some = menu(new Measure.UseLess("c14", part, 0));
        assertEquals(0.5 * (1 - 0.4 / 4), cut(all(some, future(List.of(), "strict", BAN))), 1e-12);
        Menu three = menu(
                new Measure.DomesticCapacity("c14", 1, 0),
                new Measure.UseLess("c14", 1, 0),
                new Measure.SecondSupplier("c14", 1, "KOR", 0));
        assertTrue(all(three, future(List.of("KOR"), "strict", BAN)).shocks().isEmpty());
    }

    @Test
    void aPartnerThatBreaksItsPromiseDoesNothing() {
        Menu menu = menu(
                new Measure.SecondSupplier("c14", 1, "KOR", 0),
                new Measure.PooledInvestment("c14", 1, "FRA", 0.5, 0.5, 0));
        assertEquals(0.5, cut(all(menu, future(List.of(), "strict", BAN))), 1e-12);
        assertEquals(0.5 * 0.8, cut(all(menu, future(List.of("FRA"), "strict", BAN))), 1e-12);
        Portfolio both = new Portfolio(List.of(1, 1));
        assertEquals(
                new Portfolio(List.of(0, 1)), scenarios(menu).relevant(both, future(List.of("FRA"), "strict", BAN)));
    }

    @Test
    void onlyWhatAnEventTakesMatters() {
        Menu menu = menu(
                new Measure.Stockpile("c14", 1, 1, Double.POSITIVE_INFINITY, 0),
                new Measure.Stockpile("c9", 1, 1, Double.POSITIVE_INFINITY, 0),
                new Measure.SurgeCapacity("c9", 0.5, 30, 0),
                new Measure.TariffBinding("USA", List.of(), 0));
        Portfolio all = new Portfolio(List.of(1, 1, 1, 1));
        Scenarios scenarios = scenarios(menu);
        assertEquals(new Portfolio(List.of(1, 0, 0, 0)), scenarios.relevant(all, future(List.of(), "strict", BAN)));
        Event surge = new Event.DemandSurge("war", List.of("JPN"), List.of("c9"), 0.3, 10, 20);
        assertEquals(new Portfolio(List.of(0, 1, 1, 0)), scenarios.relevant(all, future(List.of(), "strict", surge)));
        Event tariff = new Event.Tariff("t", List.of("USA"), List.of("JPN"), List.of(), 0.1, 0, 365);
        Future taxed = future(List.of("USA"), "strict", tariff);
        assertEquals(new Portfolio(List.of(0, 0, 0, 1)), scenarios.relevant(all, taxed));
        assertTrue(scenarios.of(all, taxed).shocks().isEmpty());
        DisruptionScenario war = scenarios.of(all, future(List.of(), "strict", surge));
        Shock.CapacitySurge ready = (Shock.CapacitySurge) war.shocks().getLast();
        assertEquals(0.4 * 0.5, ready.share(), 1e-12);
        assertEquals(10, ready.timing().firstDay());
        assertEquals(0.4, war.stockpiles().getFirst().daysOfUse(), 1e-12);
    }

    @Test
    void anAgreementExemptsFromTheBanAndKeepsSpareCapacity() {
        Menu menu = menu(new Measure.SupplyAgreement("CHN", List.of("c14"), true, false, 0));
        DisruptionScenario kept = all(menu, future(List.of("CHN"), "strict", BAN));
        assertEquals(0, cut(kept), 1e-12);
        DisruptionScenario broken = all(menu, future(List.of(), "strict", BAN));
        assertEquals(0.5, cut(broken), 1e-12);
        Event both = new Event.Ban("ban", List.of("CHN", "KOR"), List.of("JPN", "USA"), List.of("c14"), 0.5, 0, 60);
        DisruptionScenario other = all(menu, future(List.of("CHN"), "strict", both));
        Shock.LinkCut onOthers = (Shock.LinkCut) other.shocks().getFirst();
        assertEquals(List.of("USA"), onOthers.buyers().economies());
        Shock.LinkCut onHome = (Shock.LinkCut) other.shocks().get(1);
        assertEquals(List.of("KOR"), onHome.sellers().economies());
        Shock.CapacitySurge spare = (Shock.CapacitySurge) other.shocks().getLast();
        assertEquals(0.4 * USE.ofOutput("CHN", "c14"), spare.share(), 1e-12);
    }

    @Test
    void lostPlantsAbroadHurtLessWithOtherSourcesAndOwnOnesAsTheyAre() {
        Menu menu = menu(new Measure.DomesticCapacity("c14", 1, 0));
        Event lost = new Event.LostCapacity("quake", List.of("TWN", "JPN"), List.of("c14"), 0.5, 0, 60);
        List<Shock> shocks = all(menu, future(List.of(), "strict", lost)).shocks();
        assertEquals(List.of(0.5 * 0.6, 0.5), shocks.stream().map(Shock::share).toList());
    }

    @Test
    void rulesOfAFutureAreThoseOfTheModel() {
        Menu none = menu(new Measure.UseLess("c1", 1, 0));
        DisruptionScenario strict = all(none, future(List.of(), "strict", BAN));
        assertTrue(strict.model().inputs() instanceof InputRule.Leontief);
        assertEquals(new Substitution.Specific(40), strict.model().substitution());
        assertEquals(1.1, strict.model().overproduction().base(), 1e-12);
        assertEquals(2, strict.model().inventories().scale(), 1e-12);
        assertTrue(all(none, future(List.of(), "partial", BAN)).model().inputs() instanceof InputRule.PartiallyBinding);
        assertTrue(all(none, future(List.of(), "gradual", BAN)).model().inputs() instanceof InputRule.InventoryLimited);
    }

    @Test
    void whatBeginsAfterTheHorizonIsNotFollowed() {
        Menu none = menu(new Measure.UseLess("c1", 1, 0));
        Event late = new Event.Ban("ban", List.of("CHN"), List.of("JPN"), List.of("c14"), 0.5, 100, 60);
        assertTrue(all(none, future(List.of(), "strict", late)).shocks().isEmpty());
        Event good =
                new Event.Ban("ban", List.of("CHN"), List.of("JPN"), List.of("c14"), 0.5, 3, Double.POSITIVE_INFINITY);
        assertFalse(all(none, future(List.of(), "strict", good)).shocks().isEmpty());
    }
}
