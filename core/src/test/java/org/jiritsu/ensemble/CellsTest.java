package org.jiritsu.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;

/** Cells are computed once, on any number of threads, and a run that was stopped goes on. */
class CellsTest {
    private static List<Cell<Integer>> cells(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> Cell.<Integer>of("cell " + i % 70, i % 70))
                .toList();
    }

    private static double[] roots(List<Integer> inputs) {
        return inputs.stream().mapToDouble(Math::sqrt).toArray();
    }

    @Test
    void equalCellsAreComputedOnceAndThreadsChangeNothing() {
        double[] expected =
                IntStream.range(0, 200).mapToDouble(i -> Math.sqrt(i % 70)).toArray();
        for (int threads : new int[] {1, 2, 5}) {
            AtomicLong computed = new AtomicLong();
            long[] last = new long[1];
            double[] results = new LocalEngine(threads, 8)
                    .run(
                            cells(200),
                            inputs -> {
                                computed.addAndGet(inputs.size());
                                return roots(inputs);
                            },
                            CellStore.inMemory(),
                            (done, of) -> {
                                assertTrue(done > last[0] && of == 70);
                                last[0] = done;
                            });
            assertArrayEquals(expected, results);
            assertEquals(70, computed.get());
            assertEquals(70, last[0]);
        }
    }

    @Test
    void aStoppedRunGoesOnWhereItWas() throws IOException {
        Path folder = Files.createTempDirectory("cells");
        AtomicLong parts = new AtomicLong();
        assertThrows(
                CancellationException.class,
                () -> new LocalEngine(1, 10)
                        .run(
                                cells(70),
                                inputs -> {
                                    if (parts.incrementAndGet() == 4) {
                                        throw new CancellationException("stopped");
                                    }
                                    return roots(inputs);
                                },
                                CellStore.in(folder),
                                CellEngine.Progress.NONE));
        assertEquals(30, CellStore.in(folder).size());
        spoilOne(folder);
        assertEquals(20, CellStore.in(folder).size(), "a part that was changed is not read");
        AtomicLong computed = new AtomicLong();
        double[] results = new LocalEngine(2, 10)
                .run(
                        cells(70),
                        inputs -> {
                            computed.addAndGet(inputs.size());
                            return roots(inputs);
                        },
                        CellStore.in(folder),
                        CellEngine.Progress.NONE);
        assertEquals(50, computed.get());
        assertArrayEquals(roots(IntStream.range(0, 70).boxed().toList()), results);
        assertEquals(70, CellStore.in(folder).size());
        delete(folder);
    }

    @Test
    void manyPartsBecomeOne() throws IOException {
        Path folder = Files.createTempDirectory("cells");
        CellStore store = CellStore.in(folder);
        for (int i = 0; i < 300; i++) {
            store.put(List.of("k" + i), new double[] {i / 7.0});
        }
        assertEquals(300, CellStore.in(folder).size());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
        assertEquals(299 / 7.0, CellStore.in(folder).get("k299").orElseThrow());
        delete(folder);
    }

    private static void spoilOne(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path part = files.sorted().findFirst().orElseThrow();
            Files.writeString(part, Files.readString(part).substring(10));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Test
    void aResultThatIsNoNumberIsNotKept() {
        CellStore store = CellStore.inMemory();
        assertThrows(
                IllegalStateException.class,
                () -> new LocalEngine(1, 10)
                        .run(cells(5), inputs -> new double[inputs.size() - 1], store, CellEngine.Progress.NONE));
        assertThrows(
                IllegalStateException.class,
                () -> new LocalEngine(1, 10)
                        .run(
                                cells(5),
                                inputs -> DoubleStream.generate(() -> Double.NaN)
                                        .limit(inputs.size())
                                        .toArray(),
                                store,
                                CellEngine.Progress.NONE));
        assertEquals(0, store.size());
    }

    @Test
    void aHypercubeHasOneValueInEachPart() {
        double[][] draws = LatinHypercube.draw(25, 4, 3);
        for (int axis = 0; axis < 4; axis++) {
            int a = axis;
            int[] parts = Arrays.stream(draws)
                    .mapToInt(row -> (int) (row[a] * 25))
                    .sorted()
                    .toArray();
            assertArrayEquals(IntStream.range(0, 25).toArray(), parts);
        }
        assertArrayEquals(draws, LatinHypercube.draw(25, 4, 3));
        assertThrows(InputException.class, () -> LatinHypercube.draw(0, 4, 3));
    }
}
