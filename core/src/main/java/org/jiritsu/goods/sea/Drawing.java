package org.jiritsu.goods.sea;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The lanes worth drawing: those on shortest ways between given ports, joined into long lines and thinned. */
final class Drawing {
    /** Kilometres by which a thinned line may leave the lane; a pixel of a world map is wider. */
    private static final double THIN_KM = 5;

    private final Lanes lanes;
    private final BitSet used;
    private final int[] degree;

    private Drawing(Lanes lanes, BitSet used) {
        this.lanes = lanes;
        this.used = used;
        this.degree = new int[lanes.nodes];
        used.stream().forEach(lane -> {
            degree[lanes.from[lane]]++;
            degree[lanes.to[lane]]++;
        });
    }

    static List<List<Point>> of(SeaNetwork network, List<Port> ports, ShipClass ship) {
        Lanes lanes = network.lanes();
        List<Snap> snaps = ports.stream().map(network::snap).toList();
        long closed = network.closed(Closure.usual(), ship);
        BitSet used = new BitSet();
        List<BitSet> each = IntStream.range(0, snaps.size())
                .parallel()
                .mapToObj(i -> used(lanes, snaps, i, closed))
                .toList();
        each.forEach(used::or);
        return new Drawing(lanes, used).lines();
    }

    private static BitSet used(Lanes lanes, List<Snap> snaps, int from, long closed) {
        Tree tree = Tree.from(lanes, snaps.get(from), closed);
        BitSet used = new BitSet();
        for (Snap target : snaps) {
            int node = tree.end(target);
            while (tree.by()[node] >= 0 && !used.get(tree.by()[node])) {
                int lane = tree.by()[node];
                used.set(lane);
                node = lanes.from[lane] == node ? lanes.to[lane] : lanes.from[lane];
            }
        }
        return used;
    }

    private List<List<Point>> lines() {
        List<List<Point>> lines = new ArrayList<>();
        BitSet left = (BitSet) used.clone();
        for (boolean crossings : new boolean[] {true, false}) {
            for (int lane = left.nextSetBit(0); lane >= 0; lane = left.nextSetBit(lane + 1)) {
                int a = lanes.from[lane];
                int b = lanes.to[lane];
                if (!crossings || degree[a] != 2 || degree[b] != 2) {
                    lines.add(line(left, lane, !crossings || degree[a] != 2 ? a : b));
                }
            }
        }
        return lines;
    }

    /** Follows lanes from a node until they part, and takes them off what is left. */
    private List<Point> line(BitSet left, int first, int start) {
        List<double[]> points = new ArrayList<>();
        int node = start;
        points.add(lanes.points[first][node == lanes.from[first] ? 0 : lanes.points[first].length - 1]);
        for (int lane = first; lane >= 0; lane = degree[node] == 2 ? next(left, node) : -1) {
            left.clear(lane);
            double[][] on = lanes.points[lane];
            boolean forward = node == lanes.from[lane];
            for (int k = 1; k < on.length; k++) {
                points.add(on[forward ? k : on.length - 1 - k]);
            }
            node = forward ? lanes.to[lane] : lanes.from[lane];
        }
        return thin(points).stream().map(Globe::point).toList();
    }

    /** A line with fewer points, nowhere farther from it than a pixel of a world map. */
    static List<Point> thinned(List<Point> line) {
        return thin(line.stream().map(p -> Globe.vector(p.lon(), p.lat())).toList()).stream()
                .map(Globe::point)
                .toList();
    }

    private int next(BitSet left, int node) {
        for (int arc = lanes.first[node]; arc < lanes.first[node + 1]; arc++) {
            if (left.get(lanes.lane[arc])) {
                return lanes.lane[arc];
            }
        }
        return -1;
    }

    /** Douglas and Peucker (1973) on great circles. */
    private static List<double[]> thin(List<double[]> line) {
        if (line.size() <= 2) {
            return line;
        }
        int farthest = 0;
        double most = -1;
        for (int i = 1; i + 1 < line.size(); i++) {
            double off = Globe.km(Globe.nearest(line.getFirst(), line.getLast(), line.get(i)), line.get(i));
            if (off > most) {
                most = off;
                farthest = i;
            }
        }
        if (most <= THIN_KM) {
            return List.of(line.getFirst(), line.getLast());
        }
        List<double[]> thinned = new ArrayList<>(thin(line.subList(0, farthest + 1)));
        List<double[]> rest = thin(line.subList(farthest, line.size()));
        thinned.addAll(rest.subList(1, rest.size()));
        return thinned;
    }
}
