package org.jiritsu.world;

import static org.jiritsu.Mistakes.assertBadData;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jiritsu.RandomWorlds;
import org.jiritsu.SmallTable;
import org.jiritsu.base.InputException;
import org.jiritsu.world.internal.WorldFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept comes back to the last bit, and a damaged file is never taken for a world. */
class WorldFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private World whole;

    @BeforeEach
    void keep() throws IOException {
        whole = SmallTable.world(folder);
        file = folder.resolve("small.npz");
        WorldFile.write(whole, file);
    }

    private static void assertSame(World expected, World actual) {
        assertEquals(expected.about(), actual.about());
        assertEquals(expected.economies(), actual.economies());
        assertEquals(expected.sectors(), actual.sectors());
        assertEquals(expected.finalUses(), actual.finalUses());
        assertArrayEquals(RandomWorlds.output(expected), RandomWorlds.output(actual));
        int cells =
                expected.size() + expected.economyCount() * expected.finalUses().size();
        for (int i = 0; i < expected.size(); i++) {
            for (int j = 0; j < cells; j++) {
                assertEquals(RandomWorlds.cell(expected, i, j), RandomWorlds.cell(actual, i, j));
            }
        }
    }

    @Test
    void wholeNumbersComeBack() {
        assertSame(whole, WorldFile.read(file));
    }

    @Test
    void fractionsNegativesAndExtremesComeBackToTheLastBit() throws IOException {
        World random = RandomWorlds.of(7, 3, 4);
        World odd = RandomWorlds.withFlows(
                random,
                (i, j) -> switch (i + j) {
                    case 0 -> Double.MIN_VALUE;
                    case 1 -> -1e300;
                    case 2 -> 3e9; // whole, and larger than an int
                    default -> RandomWorlds.cell(random, i, j);
                },
                RandomWorlds.output(random));
        WorldFile.write(odd, file);
        assertSame(odd, WorldFile.read(file));
    }

    @Test
    void onlyWholeNumbersAreCompressed() throws IOException {
        assertTrue(sizeOfFlows() < 1);
        WorldFile.write(RandomWorlds.of(7, 3, 4), file);
        assertTrue(sizeOfFlows() >= 1);
        theSameWorldGivesTheSameBytes();
    }

    /** In the file, as a part of what it is outside. */
    private double sizeOfFlows() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry flows = zip.getEntry("Z.npy");
            return (double) flows.getCompressedSize() / flows.getSize();
        }
    }

    @Test
    void labelsAreReadAlone() {
        assertEquals(whole.economies(), WorldFile.readLabels(file).economies());
        assertEquals(whole.about(), WorldFile.readLabels(file).about());
    }

    @Test
    void theSameWorldGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again.npz");
        WorldFile.write(WorldFile.read(file), again);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 41) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertBadData(() -> WorldFile.read(file), file.toString());
        }
    }

    /** A flipped bit is refused, or stands where it changes nothing, such as in a time stamp. */
    @Test
    void aFlippedBitNeverChangesTheWorld() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(5);
        int refused = 0;
        for (int k = 0; k < 300; k++) {
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            try {
                assertSame(whole, WorldFile.read(file));
            } catch (InputException e) {
                refused++;
            }
        }
        assertTrue(refused > 100, "only " + refused + " of 300 damaged files were noticed");
    }

    @Test
    void aTextFileAndAnotherZipAreRefused() throws IOException {
        SmallTable.write(file, "from,to,value\n");
        assertBadData(() -> WorldFile.read(file), file.toString(), "intact .npz");
        replaceEntry("other.txt", "hello");
        assertBadData(() -> WorldFile.read(file), file.toString(), "not a Jiritsu world", "no world.json");
    }

    @Test
    void labelsThatDoNotFitAreRefused() throws IOException {
        String json = WorldFile.readLabels(file).toJson();
        replaceEntry("world.json", json.replace("\"JPN\"", "null"));
        assertBadData(() -> WorldFile.read(file), file.toString());
        replaceEntry("world.json", "{}");
        assertBadData(() -> WorldFile.read(file), "labels in world.json");
        replaceEntry("world.json", "not json");
        assertBadData(() -> WorldFile.readLabels(file), "labels in world.json");
    }

    @Test
    void arraysThatDoNotFitTheLabelsAreRefused() throws IOException {
        String start = "\u0093NUMPY\u0001\u0000";
        for (String header : new String[] {
            "'descr': '<f8', 'fortran_order': False, 'shape': (5,)",
            "'descr': '<f8', 'fortran_order': True, 'shape': (4,)",
            "'descr': '>f8', 'fortran_order': False, 'shape': (4,)",
            "'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)",
            "'descr': '<f8', 'fortran_order': False, 'shape': ()",
            ""
        }) {
            replaceEntry("x.npy", start + (char) header.length() + "\u0000" + header + "\u0000".repeat(32));
            assertBadData(() -> WorldFile.read(file), file.toString());
        }
        replaceEntry("x.npy", start + "\u00ff\u00ff");
        assertBadData(() -> WorldFile.read(file), file.toString());
    }

    /** The sound file with one entry replaced, or, if it has none of that name, that entry alone. */
    private void replaceEntry(String name, String content) throws IOException {
        WorldFile.write(whole, folder.resolve("sound.npz"));
        try (ZipFile sound = new ZipFile(folder.resolve("sound.npz").toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : sound.getEntry(name) == null
                    ? java.util.List.<ZipEntry>of()
                    : sound.stream().toList()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    sound.getInputStream(entry).transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
