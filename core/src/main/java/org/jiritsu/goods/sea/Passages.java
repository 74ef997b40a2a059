package org.jiritsu.goods.sea;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Which straits the ways between two ports pass, as three sets: surely, on the shortest way, and possibly. Worked out when
 * first asked and kept; safe between threads.
 */
final class Passages {
    /**
     * Kilometres of the shortest way, infinite if none, and straits as bits: those without which every way is longer by
     * more than the tolerance, those on the shortest way, and those on some way within the tolerance.
     */
    record Passage(double km, long sure, long shortest, long possible) {}

    private final SeaNetwork network;
    private final Lanes lanes;
    private final long closed;
    private final double most;
    private final Snap[] snaps;
    private final Map<Integer, Distances.Row[]> fromPort = new ConcurrentHashMap<>();
    private final Map<Integer, Gate> gates = new ConcurrentHashMap<>();

    /** For the lanes of one strait, kilometres from either end to each port with the strait closed. */
    private record Gate(double[] lane, double[][] start, double[][] end) {}

    Passages(SeaNetwork network, long closed, double tolerance, List<Port> ports) {
        this.network = network;
        this.lanes = network.lanes();
        this.closed = closed;
        this.most = 1 + tolerance;
        this.snaps = ports.parallelStream().map(network::snap).toArray(Snap[]::new);
    }

    /** Between the ports at two places of the list. */
    Passage between(int from, int to) {
        Distances.Row[] rows = fromPort.computeIfAbsent(from, this::rows);
        double km = rows[0].km()[to];
        if (!Double.isFinite(km)) {
            return new Passage(km, 0, 0, 0);
        }
        long shortest = rows[0].passed()[to];
        long sure = 0;
        long possible = shortest;
        for (int strait = 0; strait < network.straits().size(); strait++) {
            long bit = 1L << strait;
            if ((shortest & bit) != 0) {
                sure |= rows[strait + 1].km()[to] > km * most ? bit : 0;
            } else if ((closed & bit) == 0 && through(strait, from, to) <= km * most) {
                possible |= bit;
            }
        }
        return new Passage(km, sure, shortest, possible);
    }

    /** The ways from one port as usual, and with each strait closed that one of them passes. */
    private Distances.Row[] rows(int from) {
        Tree tree = Tree.from(lanes, snaps[from], closed);
        Distances.Row usual = Distances.Row.of(tree, snaps, from);
        Distances.Row[] rows = new Distances.Row[network.straits().size() + 1];
        Arrays.fill(rows, usual);
        IntStream.range(0, rows.length - 1)
                .filter(strait -> (usual.any() >> strait & 1) == 1)
                .parallel()
                .forEach(strait -> rows[strait + 1] = Distances.Row.of(tree.closing(1L << strait), snaps, from));
        return rows;
    }

    /** Kilometres of the shortest way that passes a strait exactly once. */
    private double through(int strait, int from, int to) {
        Gate gate = gates.computeIfAbsent(strait, this::gate);
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < gate.lane.length; i++) {
            double[] a = gate.start[i];
            double[] b = gate.end[i];
            best = Math.min(best, gate.lane[i] + Math.min(a[from] + b[to], a[to] + b[from]));
        }
        return best;
    }

    private Gate gate(int strait) {
        int[] of = IntStream.range(0, lanes.km.length)
                .filter(lane -> lanes.strait[lane] == strait)
                .toArray();
        double[] km = IntStream.of(of).mapToDouble(lane -> lanes.km[lane]).toArray();
        return new Gate(km, fromNodes(of, lanes.from, strait), fromNodes(of, lanes.to, strait));
    }

    private double[][] fromNodes(int[] gate, int[] end, int strait) {
        return IntStream.of(gate)
                .parallel()
                .mapToObj(lane -> Distances.Row.of(Tree.from(lanes, end[lane], closed | 1L << strait), snaps)
                        .km())
                .toArray(double[][]::new);
    }
}
