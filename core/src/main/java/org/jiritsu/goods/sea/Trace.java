package org.jiritsu.goods.sea;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a found way down as points and straits. */
final class Trace {
    private final SeaNetwork network;
    private final Lanes lanes;
    private final Port from;
    private final Snap start;
    private final List<Point> line = new ArrayList<>();
    private final List<String> straits = new ArrayList<>();

    Trace(SeaNetwork network, Port from, Snap start) {
        this.network = network;
        this.lanes = network.lanes();
        this.from = from;
        this.start = start;
    }

    /** Kilometres along the one lane that both ports join, infinite if they join two. */
    static double along(Snap a, Snap b) {
        return a.lane() == b.lane() ? a.off() + b.off() + Math.abs(a.before() - b.before()) : Double.POSITIVE_INFINITY;
    }

    /** The way along the one lane that both ports join. */
    Route direct(Port to, Snap end, double km) {
        line.add(from.at());
        line.add(start.foot());
        double[][] points = lanes.points[start.lane()];
        for (int k = start.piece(); k < end.piece(); k++) {
            line.add(Globe.point(points[k + 1]));
        }
        for (int k = start.piece(); k > end.piece(); k--) {
            line.add(Globe.point(points[k]));
        }
        line.add(end.foot());
        line.add(to.at());
        return new Route(from, to, km, straits, line);
    }

    Route route(Port to, Snap end, Tree tree, double km) {
        leave(start, from, tree, tree.end(end));
        arrive(end, to, tree.end(end));
        return new Route(from, to, km, straits, line);
    }

    /** The way to one end of a gate, over it, and back along the other port's tree; empty if it meets a node twice. */
    Optional<Route> through(Port to, Snap end, Tree here, Tree there, int gate, boolean forward, double km) {
        int near = forward ? lanes.from[gate] : lanes.to[gate];
        int far = forward ? lanes.to[gate] : lanes.from[gate];
        Set<Integer> met = new HashSet<>(nodes(here, near));
        List<Integer> rest = nodes(there, far);
        if (rest.stream().anyMatch(met::contains)) {
            return Optional.empty();
        }
        leave(start, from, here, near);
        walk(gate, near);
        int node = far;
        for (int lane = there.by()[node]; lane >= 0; lane = there.by()[node]) {
            walk(lane, node);
            node = other(lane, node);
        }
        arrive(end, to, node);
        return Optional.of(new Route(from, to, km, straits, line));
    }

    private List<Integer> nodes(Tree tree, int last) {
        List<Integer> nodes = new ArrayList<>(List.of(last));
        for (int node = last; tree.by()[node] >= 0; ) {
            node = other(tree.by()[node], node);
            nodes.add(node);
        }
        return nodes;
    }

    /** From the port to its lane, and on to a node. */
    private void leave(Snap at, Port port, Tree tree, int last) {
        List<Integer> nodes = nodes(tree, last).reversed();
        line.add(port.at());
        line.add(at.foot());
        part(at, nodes.getFirst());
        for (int i = 1; i < nodes.size(); i++) {
            walk(tree.by()[nodes.get(i)], nodes.get(i - 1));
        }
    }

    /** From a node at an end of the port's lane to the port. */
    private void arrive(Snap at, Port port, int node) {
        Trace back = new Trace(network, port, at);
        back.part(at, node);
        line.addAll(back.line.reversed().subList(Math.min(1, back.line.size()), back.line.size()));
        line.add(at.foot());
        line.add(port.at());
    }

    /** The points of a lane from a port's foot on it to one of its ends. */
    private void part(Snap at, int node) {
        double[][] points = lanes.points[at.lane()];
        if (node == lanes.to[at.lane()]) {
            for (int k = at.piece() + 1; k < points.length; k++) {
                line.add(Globe.point(points[k]));
            }
        } else {
            for (int k = at.piece(); k >= 0; k--) {
                line.add(Globe.point(points[k]));
            }
        }
    }

    /** The points of a whole lane, from one of its ends, without that end. */
    private void walk(int lane, int end) {
        double[][] points = lanes.points[lane];
        boolean forward = end == lanes.from[lane];
        for (int k = 1; k < points.length; k++) {
            line.add(Globe.point(points[forward ? k : points.length - 1 - k]));
        }
        if (lanes.strait[lane] != Lanes.NO_STRAIT) {
            String code = network.strait(lanes.strait[lane]).code();
            if (straits.isEmpty() || !straits.getLast().equals(code)) {
                straits.add(code);
            }
        }
    }

    private int other(int lane, int node) {
        return lanes.from[lane] == node ? lanes.to[lane] : lanes.from[lane];
    }
}
