package org.jiritsu.goods.sea;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Kilometres between every two of many ports. A further closure reruns only the ports whose ways passed a strait that it
 * closes. Rows are worked out side by side; each is the same whatever the number of threads.
 */
public final class Distances {
    private final SeaNetwork network;
    private final ShipClass ship;
    private final Snap[] snaps;
    private final Tree[] usual;
    private final long closed;
    private final Row[] rows;

    /** Kilometres from one port to each and the straits on the way, one bit each. */
    record Row(double[] km, long[] passed, long any) {
        static Row of(Tree tree, Snap[] snaps, int from) {
            Row row = of(tree, snaps);
            for (int j = 0; j < snaps.length; j++) {
                double along = Trace.along(snaps[from], snaps[j]);
                if (j == from || along <= row.km[j]) {
                    row.km[j] = j == from ? 0 : along;
                    row.passed[j] = 0;
                }
            }
            return row;
        }

        static Row of(Tree tree, Snap[] snaps) {
            double[] km = new double[snaps.length];
            long[] passed = new long[snaps.length];
            long any = 0;
            for (int j = 0; j < snaps.length; j++) {
                km[j] = tree.to(snaps[j]);
                passed[j] = Double.isFinite(km[j]) ? tree.passed()[tree.end(snaps[j])] : 0;
                any |= passed[j];
            }
            return new Row(km, passed, any);
        }
    }

    private Distances(SeaNetwork network, ShipClass ship, Snap[] snaps, Tree[] usual, long closed, Row[] rows) {
        this.network = network;
        this.ship = ship;
        this.snaps = snaps;
        this.usual = usual;
        this.closed = closed;
        this.rows = rows;
    }

    /** @throws org.jiritsu.base.InputException if a port lies on land or the closure names no strait */
    public static Distances between(SeaNetwork network, ShipClass ship, Closure closure, List<Port> ports) {
        return between(network, ship, closure, ports, ports.size());
    }

    /** The same from the first so many ports alone to all of them. */
    public static Distances between(
            SeaNetwork network, ShipClass ship, Closure closure, List<Port> ports, int sources) {
        Snap[] snaps = ports.parallelStream().map(network::snap).toArray(Snap[]::new);
        long closed = network.closed(closure, ship);
        Tree[] trees = IntStream.range(0, sources)
                .parallel()
                .mapToObj(i -> Tree.from(network.lanes(), snaps[i], closed))
                .toArray(Tree[]::new);
        Row[] rows = IntStream.range(0, sources)
                .mapToObj(i -> Row.of(trees[i], snaps, i))
                .toArray(Row[]::new);
        return new Distances(network, ship, snaps, trees, closed, rows);
    }

    /** The same ports with more straits closed; what the closure opens is not looked at. */
    public Distances closing(Closure closure) {
        long more = network.closed(closure, ship) & ~closed;
        Row[] next = IntStream.range(0, rows.length)
                .parallel()
                .mapToObj(i -> (rows[i].any & more) == 0 ? rows[i] : Row.of(usual[i].closing(closed | more), snaps, i))
                .toArray(Row[]::new);
        return new Distances(network, ship, snaps, usual, closed | more, next);
    }

    /** Kilometres from the port at one place of the list to the port at another, infinite where there is no way. */
    public double km(int from, int to) {
        return rows[from].km[to];
    }

    public int size() {
        return snaps.length;
    }
}
