package org.jiritsu.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** Texts by key from the files of several packages; the first that has a key says it. */
record Bundles(List<ResourceBundle> files) {
    /** The files called {@code name} of the packages, in a language; one that is not there is passed over. */
    static Bundles of(String name, List<String> packages, Language language) {
        List<ResourceBundle> files = new ArrayList<>();
        for (String each : packages) {
            try {
                // Never by the machine's own language: the same command gives the same words everywhere.
                files.add(ResourceBundle.getBundle(
                        each + "." + name,
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
            } catch (MissingResourceException e) {
                // a package that needs no words of its own
            }
        }
        return new Bundles(List.copyOf(files));
    }

    boolean has(String key) {
        return files.stream().anyMatch(file -> file.containsKey(key));
    }

    String text(String key) {
        return files.stream()
                .filter(file -> file.containsKey(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No text " + key))
                .getString(key);
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        files.forEach(file -> keys.addAll(file.keySet()));
        return keys;
    }
}
