package org.jiritsu.world.internal.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.world.InputException;

/** Writes a file or folder beside its place and moves it there when it is whole. */
final class Beside {
    interface Writing {
        void write(Path target) throws IOException;
    }

    private Beside() {}

    /** @throws InputException if there is something at the place already */
    static void write(Path place, Writing writing) {
        if (Files.exists(place)) {
            throw InputException.use("There is something at this place already", "a new file or folder", place.toString(),
                    "remove it first, or choose another name.");
        }
        Path absolute = place.toAbsolutePath();
        Path beside = absolute.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(absolute.getParent());
            try {
                writing.write(beside);
                Files.move(beside, absolute);
            } finally {
                remove(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + place, e);
        }
    }

    private static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> files = Files.walk(path)) {
            found = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : found) {
            Files.delete(file);
        }
    }
}
