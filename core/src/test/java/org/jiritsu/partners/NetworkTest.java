package org.jiritsu.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.Bundled;
import org.jiritsu.base.Csv;
import org.jiritsu.partners.Network.Edge;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Path REFEREE = Bundled.root().resolve("core/src/test/resources/referee");

    @Test
    void agreesWithNetworkx() {
        // NetworkX 3.6.1 and NumPy's eigh; both Florentine networks of Wasserman and Faust (1994) among them
        List<Csv.Row> rows = Csv.read(REFEREE.resolve("partners-networks.csv"), List.of("name", "nodes", "edges"));
        for (Csv.Row row : rows) {
            Network network = network(row.text("nodes"), row.text("edges"));
            String name = row.text("name");
            assertEquals(row.number("density"), network.density(), 1e-11, name);
            assertEquals(row.number("degree"), network.degreeCentralisation(), 1e-11, name);
            assertEquals(row.number("betweenness"), network.betweennessCentralisation(), 1e-10, name);
            assertEquals(
                    row.text("components"),
                    network.components().stream().map(c -> "" + c.size()).collect(Collectors.joining(" ")),
                    name);
            if (!row.text("eigenvector").isEmpty()) {
                assertEquals(
                        row.number("eigenvector"),
                        network.eigenvectorCentralisation().orElseThrow(),
                        1e-7,
                        name);
            }
        }
    }

    @Test
    void knowsTheFlorentineFamilies() {
        Network families = network(16);
        assertEquals(0.267, families.degreeCentralisation(), 5e-4);
        assertEquals(0.383, families.betweennessCentralisation(), 5e-4);
        assertEquals(0.167, families.density(), 5e-4);
        assertEquals(Optional.of("Medici"), families.hub());
        Network without = network(15);
        assertEquals(0.275, without.degreeCentralisation(), 5e-4);
        assertEquals(0.437, without.betweennessCentralisation(), 5e-4);
    }

    @Test
    void givesOneToAStarAndNothingToARing() {
        for (int n = 3; n < 12; n++) {
            List<String> names = names(n);
            Network star = new Network(
                    names,
                    IntStream.range(1, n).mapToObj(i -> new Edge("E0", "E" + i)).toList());
            assertEquals(1, star.degreeCentralisation(), 1e-14);
            assertEquals(1, star.betweennessCentralisation(), 1e-14);
            assertEquals(1, star.eigenvectorCentralisation().orElseThrow(), 1e-8);
            assertEquals(n - 1, star.without("E0").components().size());
            int size = n;
            Network ring = new Network(
                    names,
                    IntStream.range(0, n)
                            .mapToObj(i -> new Edge("E" + i, "E" + (i + 1) % size))
                            .toList());
            assertEquals(0, ring.degreeCentralisation(), 1e-14);
            assertEquals(0, ring.betweennessCentralisation(), 1e-14);
            assertEquals(0, ring.eigenvectorCentralisation().orElseThrow(), 1e-8);
            for (int i = 0; i < n; i++) {
                assertEquals(Math.min(i, n - i), ring.steps("E0")[i]);
            }
            assertEquals(-1, star.without("E0").steps("E1")[1]);
        }
    }

    @Test
    void countsNoTieToOneself() {
        Network network = new Network(List.of("A", "B", "C"), List.of(new Edge("A", "A"), new Edge("A", "B")));
        assertEquals(List.of(new Edge("A", "B")), network.edges());
        assertFalse(network.tied("A", "A"));
        assertEquals(1.0 / 3, network.density(), 1e-15);
    }

    @Test
    void standsWithoutTies() {
        Network empty = new Network(List.of("A", "B", "C"), List.of());
        assertEquals(Optional.empty(), empty.hub());
        assertTrue(empty.eigenvectorCentralisation().isEmpty());
        assertEquals(0, empty.degreeCentralisation());
        assertEquals(3, empty.components().size());
        assertEquals(0, new Network(List.of("A"), List.of()).density());
        assertThrows(IllegalArgumentException.class, () -> empty.without("D"));
    }

    @Test
    void foreseesWhatOneMoreTieWouldChange() {
        SplittableRandom random = new SplittableRandom(3);
        for (int game = 0; game < 20; game++) {
            List<String> names = names(4 + random.nextInt(8));
            List<Edge> edges = names.stream()
                    .flatMap(a -> names.stream()
                            .filter(b -> a.compareTo(b) < 0 && random.nextDouble() < 0.25)
                            .map(b -> new Edge(a, b)))
                    .toList();
            Network network = new Network(names, edges);
            Optional<String> hub = network.hub();
            for (MissingTie m : network.missing(hub)) {
                Network then = network.with(new Edge(m.a(), m.b()));
                assertEquals(then.density(), m.density(), 1e-14);
                assertEquals(then.degreeCentralisation(), m.degreeCentralisation(), 1e-14);
                assertEquals(linked(left(then, hub)) - linked(left(network, hub)), m.joined());
            }
        }
    }

    @Test
    void keepsMeasuresWhenNamesAreShuffled() {
        Network families = network(15);
        List<String> reversed = families.names().reversed();
        Network same = new Network(reversed, families.edges().reversed());
        assertEquals(families.betweennessCentralisation(), same.betweennessCentralisation(), 1e-12);
        assertEquals(families.components(), same.components());
        assertEquals(families.hub(), same.hub());
    }

    private static Network left(Network network, Optional<String> hub) {
        return hub.map(network::without).orElse(network);
    }

    private static int linked(Network network) {
        return network.components().stream()
                .mapToInt(c -> c.size() * (c.size() - 1) / 2)
                .sum();
    }

    private static Network network(int families) {
        Csv.Row row = Csv.read(REFEREE.resolve("partners-networks.csv"), List.of("name")).stream()
                .filter(r -> r.text("name").equals("florentine " + families))
                .findFirst()
                .orElseThrow();
        return network(row.text("nodes"), row.text("edges"));
    }

    private static Network network(String nodes, String edges) {
        return new Network(
                List.of(nodes.split(" ")),
                Arrays.stream(edges.split(" "))
                        .map(e -> new Edge(e.split("-")[0], e.split("-")[1]))
                        .toList());
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "E" + i).toList();
    }
}
