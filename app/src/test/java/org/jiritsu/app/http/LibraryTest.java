package org.jiritsu.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiritsu.Bundled;
import org.jiritsu.world.Economy;
import org.junit.jupiter.api.Test;

/** What the pages look up. */
class LibraryTest {
    @Test
    void everyCountryHasItsNumber() {
        for (String id : List.of("icio2022", "wiod2011", "cp1993")) {
            Set<String> numbers = new HashSet<>();
            for (Economy economy : Bundled.world(id).economies()) {
                String number = Library.numeric(economy);
                assertTrue(economy.code().equals("ROW") ? number.isEmpty() : number.matches("\\d{3}"), economy.code());
                assertTrue(numbers.add(number), "twice: " + number);
            }
        }
        assertEquals("392", Library.numeric(new Economy("JPN", "Japan")));
    }
}
