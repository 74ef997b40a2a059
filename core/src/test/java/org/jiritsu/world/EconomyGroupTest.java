package org.jiritsu.world;

import static org.jiritsu.Mistakes.assertWrongUse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiritsu.Bundled;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EconomyGroupTest {
    private static final Path DATA = Bundled.root().resolve("data");

    @TempDir
    private Path folder;

    @Test
    void everyMemberIsACountryAndStandsOnce() {
        Set<String> iso = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
        for (EconomyGroup group : EconomyGroup.all()) {
            assertTrue(iso.containsAll(group.members()), group.toString());
            assertEquals(
                    List.copyOf(new TreeSet<>(group.members())),
                    group.members().stream().sorted().toList());
            assertTrue(group.source().startsWith("https://") && group.when().matches(".*\\d{4}.*"), group.toString());
        }
        assertEquals(
                27, EconomyGroup.find("european union").orElseThrow().members().size());
        assertEquals(7, EconomyGroup.find("g7").orElseThrow().members().size());
        assertEquals(11, EconomyGroup.find("ASEAN").orElseThrow().members().size());
    }

    @Test
    void theGroupsOfTariffScenariosAreTheSame() {
        Map<String, Set<String>> tariffs = new TreeMap<>();
        for (Csv.Row row : Csv.read(DATA.resolve("scenarios/economy-groups.csv"), List.of("group", "economy"))) {
            tariffs.computeIfAbsent(row.text("group"), _ -> new TreeSet<>()).add(row.text("economy"));
        }
        tariffs.forEach((code, members) -> assertEquals(
                members, new TreeSet<>(EconomyGroup.find(code).orElseThrow().members()), code));
    }

    @Test
    void aWorldOpensWithAGroupAsOneEconomy() {
        WorldStore store = new WorldStore(DATA, folder);
        World whole = store.open("wiod2011");
        World joined = store.open("wiod2011+EU27");
        assertEquals("wiod2011+EU27", joined.id());
        assertEquals(
                whole.economyCount()
                        - 26
                        + (whole.economies().stream().anyMatch(e -> e.code().equals("HRV")) ? 0 : 1),
                joined.economyCount());
        double gdp = EconomyGroup.find("EU27").orElseThrow().in(whole).stream()
                .mapToDouble(code -> whole.gdp(whole.economy(code)))
                .sum();
        assertEquals(gdp, joined.gdp(joined.economy("EU27")), 1e-9 * gdp);
        assertEquals(
                "European Union", joined.economies().get(joined.economy("EU27")).name());
        assertTrue(
                joined.about().notes().getLast().english().contains("without HRV"),
                joined.about().notes().getLast().english());
        assertTrue(store.holds("wiod2011+EU27") && !store.holds("wiod2011+EU99"));
        assertEquals(store.sha256("wiod2011"), store.sha256("wiod2011+EU27"));
        assertWrongUse(() -> store.open("wiod2011+EU72"), "no such group", "you meant EU27");
    }

    /** What the hint says is done, and works. */
    @Test
    void whoNamesAGroupIsToldHowToAskForIt() {
        WorldStore store = new WorldStore(DATA, folder);
        World world = store.open("wiod2011");
        for (String text : List.of("EU27", "EU", "g7", "NAFTA")) {
            InputException told = Assertions.assertThrows(InputException.class, () -> world.economy(text));
            Matcher hint = Pattern.compile("'--world (\\S+)' for (\\S+)\\.$").matcher(told.maybe());
            assertTrue(hint.find(), told.maybe());
            World joined = store.open(hint.group(1));
            assertEquals(
                    hint.group(2),
                    joined.economies().get(joined.economy(hint.group(2))).code());
        }
    }
}
