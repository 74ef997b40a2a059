package org.jiritsu.ensemble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.base.AtomicWrite;

/**
 * Results of cells by key, kept in a folder of parts: CSV files named by the hash of what is in them. A part is written
 * whole or not at all, and one that does not fit its name is left out, so that its cells are computed again.
 */
public final class CellStore {
    private static final String HEADER = "key,result";

    /** With more parts than this, opening a folder writes them as one. */
    private static final int MANY = 256;

    private final Optional<Path> folder;
    private final Map<String, Double> results = new ConcurrentHashMap<>();

    private CellStore(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Nothing outlives the program. */
    public static CellStore inMemory() {
        return new CellStore(Optional.empty());
    }

    /** Opens a folder, made if it is not there, with all parts that are whole. */
    public static CellStore in(Path folder) {
        CellStore store = new CellStore(Optional.of(folder));
        try {
            Files.createDirectories(folder);
            List<Path> parts = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}\\.csv"))
                        .sorted()
                        .forEach(parts::add);
            }
            parts.forEach(store::read);
            if (parts.size() > MANY) {
                Path whole = write(folder, new TreeMap<>(store.results));
                for (Path part : parts) {
                    if (!part.equals(whole)) {
                        Files.delete(part);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
        return store;
    }

    private void read(Path part) {
        try {
            String text = Files.readString(part);
            if (!name(text).equals(part.getFileName().toString())) {
                return;
            }
            text.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(row -> results.put(row[0], Double.valueOf(row[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + part, e);
        }
    }

    private static String name(String text) {
        return Cell.hash(text) + ".csv";
    }

    public OptionalDouble get(String key) {
        Double result = results.get(key);
        return result == null ? OptionalDouble.empty() : OptionalDouble.of(result);
    }

    public int size() {
        return results.size();
    }

    /** Keeps one part; the order of the keys does not matter. */
    public void put(List<String> keys, double[] values) {
        SortedMap<String, Double> sorted = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            sorted.put(keys.get(i), values[i]);
        }
        folder.ifPresent(place -> write(place, sorted));
        results.putAll(sorted);
    }

    private static Path write(Path folder, SortedMap<String, Double> part) {
        String text = part.entrySet().stream()
                .map(entry -> entry.getKey() + "," + entry.getValue())
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        Path file = folder.resolve(name(text));
        try {
            AtomicWrite.write(file, path -> Files.write(path, text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        return file;
    }
}
