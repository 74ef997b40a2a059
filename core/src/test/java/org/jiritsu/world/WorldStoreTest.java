package org.jiritsu.world;

import static org.jiritsu.Mistakes.assertBadData;
import static org.jiritsu.Mistakes.assertWrongUse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.RandomWorlds;
import org.jiritsu.SmallTable;
import org.jiritsu.base.InputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldStoreTest {
    @TempDir
    private Path folder;

    private Path own;
    private WorldStore store;
    private World small;

    @BeforeEach
    void open() {
        own = folder.resolve("own");
        store = Bundled.store(own);
        small = SmallTable.world(folder);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theBundledWorldsAreListedWithTheirProvenance() {
        List<WorldStore.Entry> entries = store.list();
        assertEquals(
                List.of("wiod1995", "wiod2000", "wiod2005", "wiod2008", "wiod2011"),
                entries.stream()
                        .map(e -> e.about().id())
                        .filter(id -> id.startsWith("wiod"))
                        .toList());
        for (WorldStore.Entry entry : entries) {
            assertTrue(entry.bundled());
            assertFalse(entry.about().source().english().isBlank());
            assertFalse(entry.about().licence().english().isBlank());
            assertFalse(entry.about().valueAdded().english().isBlank());
        }
    }

    @Test
    void aWorldThatIsKeptIsListedAndOpened() throws IOException {
        Path kept = store.keep(small);
        assertEquals(List.of("small.npz"), names(own));
        assertEquals(own.resolve("small.npz"), kept);
        assertEquals(small.z(2, 1), store.open("small").z(2, 1));
        assertEquals(64, store.sha256("small").length());
        assertFalse(store.list().stream()
                .filter(e -> e.about().id().equals("small"))
                .findFirst()
                .orElseThrow()
                .bundled());
    }

    /** Fingerprints as {@code sha256sum} prints them. */
    @Test
    void whatAWorldWasReadFromIsRecorded() throws IOException {
        Path file = Files.writeString(folder.resolve("abc.csv"), "abc");
        store.keep(small, file);
        InputFile recorded =
                new InputFile("abc.csv", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertEquals(List.of(recorded), store.open("small").about().inputs());
        Path many = Files.createDirectory(folder.resolve("many"));
        Files.writeString(many.resolve("b.txt"), "");
        Files.writeString(many.resolve("a.txt"), "abc");
        store.keep(RandomWorlds.named(small, "other"), many);
        assertEquals(
                List.of("a.txt", "b.txt"),
                store.open("other").about().inputs().stream()
                        .map(InputFile::name)
                        .toList());
    }

    @Test
    void aTakenIdIsRefusedAndTheOldWorldStays() throws IOException {
        byte[] before = Files.readAllBytes(store.keep(small));
        assertWrongUse(() -> store.keep(small), "a new id", "small.npz", "remove the old one");
        assertWrongUse(() -> store.requireFree("wiod2011"), "a new id", "wiod2011-own");
        assertArrayEquals(before, Files.readAllBytes(own.resolve("small.npz")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "../up", "a/b", "a b", "-x", "caf\u00e9", "a\nb"})
    void anIdThatCannotNameAFileIsRefused(String id) {
        assertWrongUse(() -> store.requireFree(id), "letters, digits");
        assertWrongUse(() -> store.requireFree("a".repeat(65)), "at most 64");
    }

    @Test
    void anUnknownIdIsAnsweredWithTheNearest() {
        assertWrongUse(() -> store.open("wiod2010"), "no such world", "you meant wiod20");
        assertWrongUse(() -> store.open("something else altogether"), "jiritsu world import");
        assertWrongUse(() -> store.sha256("wiod201"), "you meant wiod");
    }

    @Test
    void aStoreThatCannotBeMadeKeepsNothing() throws IOException {
        SmallTable.write(own, "a file in the place of the folder");
        assertThrows(UncheckedIOException.class, () -> store.keep(small));
        assertEquals(List.of("own", "small.csv"), names(folder));
    }

    @Test
    void aDamagedOwnWorldIsAnsweredWithItsPlaceAndHidesNoOther() throws IOException {
        int sound = store.list().size();
        assertEquals(List.of(), store.damaged());
        Files.createDirectories(own);
        SmallTable.write(own.resolve("broken.npz"), "no zip");
        assertBadData(() -> store.open("broken"), own.resolve("broken.npz").toString());
        assertEquals(sound, store.list().size());
        assertEquals(1, store.damaged().size());
        assertTrue(store.damaged()
                .getFirst()
                .getMessage()
                .contains(own.resolve("broken.npz").toString()));
    }
}
