package org.jiritsu.trade;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/** Finds an economy or a sector by what a person calls it. */
final class Labels {
    private Labels() {}

    /**
     * @param groups other words that would have been understood
     */
    static <T> int find(
            String kind,
            String plural,
            String text,
            String world,
            List<T> items,
            Function<T, String> code,
            Function<T, List<String>> otherNames,
            Collection<String> groups) {
        String wanted = text.strip();
        for (int i = 0; i < items.size(); i++) {
            if (code.apply(items.get(i)).equalsIgnoreCase(wanted)) {
                return i;
            }
        }
        for (int i = 0; i < items.size(); i++) {
            if (otherNames.apply(items.get(i)).stream().anyMatch(wanted::equalsIgnoreCase)) {
                return i;
            }
        }
        List<String> words = Stream.concat(
                        groups.stream(),
                        items.stream()
                                .flatMap(t -> Stream.concat(Stream.of(code.apply(t)), otherNames.apply(t).stream())))
                .filter(word -> !word.isEmpty())
                .toList();
        throw InputException.use(
                "Unknown " + kind,
                "one of the %d %s of world %s, such as %s"
                        .formatted(items.size(), plural, world, code.apply(items.getFirst())),
                text,
                NearestWord.of(wanted, words)
                        .map(near -> "you meant %s.".formatted(near))
                        .orElse(otherwise(kind, wanted, world)));
    }

    private static String otherwise(String kind, String wanted, String world) {
        return kind.equals("economy") && isCountry(wanted)
                ? "world %s counts it in its rest of the world: choose a world that lists it.".formatted(world)
                : "'jiritsu worlds %s' lists what this world has.".formatted(world);
    }

    private static boolean isCountry(String text) {
        return Arrays.stream(Locale.getISOCountries())
                .map(country -> Locale.of("", country))
                .anyMatch(country -> text.equalsIgnoreCase(country.getISO3Country())
                        || text.equalsIgnoreCase(country.getDisplayCountry(Locale.ENGLISH)));
    }
}
