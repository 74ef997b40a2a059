package org.jiritsu.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiritsu.Bundled;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;

/** Every economy and sector of the bundled worlds has a Japanese name, and every country its number. */
class NamesTest {
    private static final List<String> WORLDS = List.of("icio2022", "wiod2011", "cp1993");

    @Test
    void everyEconomyIsNamedAndNumbered() {
        for (String id : WORLDS) {
            Set<String> names = new HashSet<>();
            Set<String> numbers = new HashSet<>();
            World world = Bundled.world(id);
            for (Economy economy : world.economies()) {
                String name = Names.japanese(economy);
                assertTrue(name.codePoints().anyMatch(NamesTest::isJapanese), economy + ": " + name);
                assertTrue(names.add(name), "twice: " + name);
                String number = Names.numeric(economy);
                assertTrue(economy.code().equals("ROW") ? number.isEmpty() : number.matches("\\d{3}"), economy.code());
                assertTrue(numbers.add(number), "twice: " + number);
            }
        }
        assertEquals("392", Names.numeric(new Economy("JPN", "Japan")));
        assertEquals("台湾", Names.japanese(new Economy("TWN", "Taiwan")));
    }

    @Test
    void everySectorIsNamed() {
        for (String id : WORLDS) {
            Set<String> names = new HashSet<>();
            for (Sector sector : Bundled.world(id).sectors()) {
                String name = Names.japanese(sector);
                assertTrue(name.codePoints().anyMatch(NamesTest::isJapanese), sector + ": " + name);
                assertTrue(names.add(name), "twice: " + name);
            }
        }
        assertEquals("Q99", Names.japanese(new Sector("Q99x", "", "Q99")));
    }

    private static boolean isJapanese(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
