package org.jiritsu.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;
import org.jiritsu.base.Csv;
import org.jiritsu.partners.Similarity.Distance;
import org.jiritsu.partners.Ties.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiesTest {
    private static final Path DATA = Bundled.root().resolve("data/partners");
    private static final Ties TIES = Ties.bundled(DATA);
    private static final List<String> PACIFIC = List.of("USA", "JPN", "KOR", "PHL", "THA", "AUS", "NZL");
    private static final Set<Layer> PACTS = EnumSet.of(Layer.DEFENCE, Layer.CONSULTATION);
    private static final Set<Layer> AND_ACCESS = EnumSet.of(Layer.DEFENCE, Layer.CONSULTATION, Layer.ACCESS);

    @TempDir
    Path temp;

    @Test
    void countsTheAlliancesOfTheCodeBooks() {
        assertEquals(
                789,
                Csv.read(DATA.resolve("atop.csv.gz"), List.of("atopid")).stream()
                        .map(r -> r.text("atopid"))
                        .distinct()
                        .count());
        assertEquals(
                414,
                Csv.read(DATA.resolve("cow.csv.gz"), List.of("version4id")).stream()
                        .map(r -> r.text("version4id"))
                        .distinct()
                        .count());
    }

    @Test
    void isAHubIn1980() {
        Network network = TIES.network(PACIFIC, Choice.inForce(EnumSet.of(Layer.DEFENCE), day("1980-12-31")));
        assertEquals(0.933, network.degreeCentralisation(), 5e-4);
        assertEquals(0.333, network.density(), 5e-4);
        assertEquals(Optional.of("USA"), network.hub());
    }

    @Test
    void leavesOnlyAustraliaAndNewZealandIn2018() {
        Network network = TIES.network(PACIFIC, Choice.inForce(PACTS, day("2018-12-31")));
        assertEquals(0.767, network.degreeCentralisation(), 5e-4);
        assertEquals(0.286, network.density(), 5e-4);
        assertEquals(
                List.of(new Network.Edge("AUS", "NZL")), network.without("USA").edges());
    }

    @Test
    void isALatticeWithAccessPactsIn2025() {
        Choice choice = Choice.inForce(AND_ACCESS, day("2025-12-31"));
        Network network = TIES.network(PACIFIC, choice);
        assertEquals(0.567, network.degreeCentralisation(), 5e-4);
        assertEquals(0.429, network.density(), 5e-4);
        Network signed =
                TIES.network(PACIFIC, new Choice(AND_ACCESS, Ties.USUAL_BOOKS, choice.date(), Counting.SIGNED));
        assertTrue(signed.tied("NZL", "PHL"));
        assertEquals(0.500, signed.degreeCentralisation(), 5e-4);
        assertEquals(0.476, signed.density(), 5e-4);
        assertEquals(
                List.of(List.of("AUS", "JPN", "NZL", "PHL"), List.of("KOR"), List.of("THA")),
                signed.without("USA").components());
        MissingTie best = signed.missing(Optional.of("USA")).getFirst();
        assertEquals(4, best.joined(), "one of the four with Korea or Thailand");
    }

    @Test
    void makesTheJapanesePactTwoSided() {
        Choice atop =
                new Choice(EnumSet.of(Layer.DEFENCE), EnumSet.of(Book.ATOP), day("2018-01-01"), Counting.IN_FORCE);
        Choice cow = new Choice(EnumSet.of(Layer.DEFENCE), EnumSet.of(Book.COW), day("2012-01-01"), Counting.IN_FORCE);
        for (Choice choice : List.of(atop, cow)) {
            assertEquals(List.of("USA"), TIES.partners("JPN", choice));
            assertTrue(TIES.partners("USA", choice).contains("JPN"));
            assertTrue(TIES.between("JPN", "USA", choice).getFirst().oneSided());
        }
    }

    @Test
    void growsWithItsDates() {
        Set<Layer> access = EnumSet.of(Layer.ACCESS);
        assertFalse(
                TIES.partners("JPN", Choice.inForce(access, day("2025-09-10"))).contains("PHL"));
        assertTrue(
                TIES.partners("JPN", Choice.inForce(access, day("2025-09-11"))).contains("PHL"));
        assertEquals(
                List.of("2022-01-06 SIGNED", "2023-01-11 SIGNED", "2023-08-13 IN_FORCE", "2023-10-15 IN_FORCE"),
                TIES.events("JPN", access, Ties.USUAL_BOOKS, day("2020-01-01"), day("2023-12-31")).stream()
                        .map(e -> e.date() + " " + e.status())
                        .toList());
    }

    @Test
    void knowsTradeAgreements() {
        Choice trade = Choice.inForce(EnumSet.of(Layer.TRADE), day("2025-12-31"));
        List<String> japan = TIES.partners("JPN", trade);
        assertTrue(japan.containsAll(List.of("DEU", "GBR", "CHN", "KOR", "AUS", "USA", "VNM", "CAN")), japan::toString);
        assertFalse(japan.contains("BRA"), japan::toString);
        Choice before = Choice.inForce(EnumSet.of(Layer.TRADE), day("2018-12-29"));
        assertFalse(TIES.partners("JPN", before).contains("CAN"));
        assertTrue(TIES.partners("GBR", Choice.inForce(EnumSet.of(Layer.TRADE), day("2019-06-30")))
                .contains("JPN"));
        assertTrue(TIES.partners("CHN", trade).contains("JPN"), "RCEP, which the WTO list lacks");
    }

    @Test
    void tiesAGiverToEachReceiverOnly() {
        Choice aid = Choice.inForce(EnumSet.of(Layer.AID), day("2026-06-01"));
        assertTrue(TIES.partners("JPN", aid).containsAll(List.of("PHL", "FJI", "TON")));
        assertEquals(List.of("JPN"), TIES.partners("PHL", aid));
    }

    @Test
    void keepsGroupsOutOfNetworks() {
        Group quad = TIES.groups().stream()
                .filter(g -> g.name().equals("Quad"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("AUS", "IND", "JPN", "USA"), quad.membersAt(day("2025-01-01")));
        assertEquals(List.of(), quad.membersAt(day("2000-01-01")));
        Group union = TIES.groups().stream()
                .filter(g -> g.name().equals("European Union"))
                .findFirst()
                .orElseThrow();
        assertEquals(28, union.membersAt(day("2020-01-31")).size());
        assertEquals(27, union.membersAt(day("2020-02-01")).size());
        Choice pacts = Choice.inForce(AND_ACCESS, day("2025-12-31"));
        assertFalse(TIES.network(List.of("JPN", "IND"), pacts).tied("JPN", "IND"));
    }

    @Test
    void saysWhichTiesAreFromMemory() {
        assertTrue(TIES.of("JPN", EnumSet.of(Layer.EQUIPMENT), Ties.USUAL_BOOKS).stream()
                .anyMatch(t -> t.evidence() == Evidence.FROM_MEMORY));
        for (Tie tie : TIES.all()) {
            assertTrue(tie.evidence() == Evidence.FROM_MEMORY || !tie.source().isBlank(), tie::name);
        }
    }

    @Test
    void everyTieIsConsistent() {
        for (Tie tie : TIES.all()) {
            assertTrue(tie.members().size() >= 2, tie::name);
            for (Member member : tie.members()) {
                assertTrue(
                        tie.book() == Book.COW // 4.1 ends a spell of Yemen's a day before it begins
                                || member.from().isEmpty()
                                || member.until().isEmpty()
                                || !member.until()
                                        .get()
                                        .first()
                                        .isBefore(member.from().get().first()),
                        () -> tie.name() + " " + member);
            }
        }
        // symmetry: whoever is tied to B has B tied to it
        for (LocalDate day : List.of(day("1914-07-01"), day("1955-06-01"), day("2025-06-01"))) {
            Choice all = new Choice(EnumSet.allOf(Layer.class), EnumSet.allOf(Book.class), day, Counting.SIGNED);
            for (String a : List.of("JPN", "USA", "DEU", "RUS", "GBR")) {
                for (String b : TIES.partners(a, all)) {
                    assertTrue(TIES.partners(b, all).contains(a), () -> a + " " + b + " " + day);
                }
            }
        }
    }

    @Test
    void comparesPortfolios() {
        LocalDate day = day("2012-01-01");
        int[] japan = TIES.portfolio("JPN", day, Book.ATOP);
        int[] korea = TIES.portfolio("KOR", day, Book.ATOP);
        assertEquals(TIES.statesAt(day).size(), japan.length);
        assertEquals(195, japan.length);
        Similarity similarity = Similarity.of(japan, korea, 3, Distance.SQUARED);
        assertTrue(similarity.s() > 0.9);
        assertTrue(similarity.kappa().orElseThrow() < similarity.s());
    }

    /** The same as pair by pair, from the partners of each. */
    @Test
    void portfoliosOfAllAreThoseOfEach() {
        LocalDate day = day("1985-01-01");
        Map<String, int[]> all = TIES.portfolios(day, Book.ATOP);
        List<String> states = TIES.statesAt(day);
        assertEquals(Set.copyOf(states), all.keySet());
        for (String state : List.of("JPN", "USA", "SUN", "DEU", "IND", "THA")) {
            if (states.contains(state)) {
                for (int k = 0; k < states.size(); k++) {
                    String other = states.get(k);
                    int level = state.equals(other)
                            ? 3
                            : partners(state, Layer.DEFENCE, day).contains(other)
                                    ? 3
                                    : partners(state, Layer.NON_AGGRESSION, day).contains(other)
                                            ? 2
                                            : partners(state, Layer.CONSULTATION, day)
                                                            .contains(other)
                                                    ? 1
                                                    : 0;
                    assertEquals(level, all.get(state)[k], state + " " + other);
                }
            }
        }
    }

    private static List<String> partners(String state, Layer layer, LocalDate day) {
        return TIES.partners(state, new Choice(EnumSet.of(layer), EnumSet.of(Book.ATOP), day, Counting.IN_FORCE));
    }

    @Test
    void readsVotesAndSaysWhereTheyAreMissing() {
        Votes votes = Votes.bundled(DATA);
        assertTrue(votes.distance("JPN", "USA", 2022).orElseThrow() > 1);
        assertEquals(Optional.empty(), votes.of("JPN", 1950));
        assertTrue(votes.distance("JPN", "USA", 2030).isEmpty());
    }

    @Test
    void addsAPersonsOwnTies() throws IOException {
        Path file = own("access,Kiwi pact,NZL;JPN@2026-03-01,2025-12-01,2026-01-01");
        Ties ties = TIES.with(file);
        Choice early = Choice.inForce(EnumSet.of(Layer.ACCESS), day("2026-02-28"));
        Choice later = Choice.inForce(EnumSet.of(Layer.ACCESS), day("2026-03-01"));
        assertFalse(ties.network(PACIFIC, early).tied("NZL", "JPN"));
        assertTrue(ties.network(PACIFIC, later).tied("NZL", "JPN"));
        assertEquals(
                Set.of(Evidence.FROM_MEMORY),
                ties.all().stream()
                        .filter(t -> t.book() == Book.OWN)
                        .map(Tie::evidence)
                        .collect(Collectors.toSet()));
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        assertWrong("access,a,JPN;JPN,2025-01-01,", "column 3 (members)", "nobody has a tie to itself");
        assertWrong("access,a,JPN;AUZ,2025-01-01,", "column 3 (members)", "is meant");
        assertWrong("acess,a,JPN;AUS,2025-01-01,", "column 1 (layer)", "you meant 'access'");
        assertWrong("access,a,JPN;AUS,2025-01-01,2024-01-01", "column 5 (in_force)", "not before 2025-01-01");
        assertWrong("access,a,JPN;AUS,01/02/2025,", "column 4 (signed)", "2022-01-06");
        assertWrong("access,a,JPN,2025-01-01,", "column 3 (members)", "two or more");
        assertWrong("access,a,JPN;AUS@2025-13-01,2025-01-01,", "column 3 (members)", "a date");
    }

    @Test
    void refusesAnUnknownEconomyOrDate() {
        Choice choice = Choice.inForce(PACTS, day("2020-01-01"));
        Mistakes.assertWrongUse(() -> TIES.network(List.of("JPN", "USB"), choice), "'USB'", "is meant");
        Mistakes.assertWrongUse(() -> TIES.network(List.of("JPN", "JPN"), choice), "written twice");
        Mistakes.assertWrongUse(
                () -> TIES.network(PACIFIC, Choice.inForce(PACTS, day("0202-01-01"))), "no ties of that date");
        Mistakes.assertWrongUse(() -> TIES.with(temp.resolve("none.csv")), "none.csv");
    }

    private void assertWrong(String line, String where, String says) throws IOException {
        Path file = own(line);
        Mistakes.assertBadData(() -> TIES.with(file), "own.csv, line 2, " + where, says);
    }

    private Path own(String line) throws IOException {
        return Files.writeString(temp.resolve("own.csv"), "layer,name,members,signed,in_force\n" + line + "\n");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
