package org.jiritsu.goods.sea;

import java.util.Arrays;

/**
 * Shortest ways from one place to every node (Dijkstra 1959) on the lanes that are not closed. A binary heap in arrays,
 * ordered by length and then by node, so the same network gives the same ways on every machine.
 */
final class Tree {
    private static final int START = -1;

    private final Lanes lanes;
    private final long closed;

    /** Kilometres to each node, infinite where there is no way. */
    final double[] km;
    /** The straits on the way to each node, one bit each. */
    final long[] passed;
    /** The lane by which the way reaches each node, or {@link #START}. */
    final int[] by;

    private final int[] heap;
    private final int[] place;
    private int size;

    private Tree(Lanes lanes, long closed) {
        this.lanes = lanes;
        this.closed = closed;
        km = new double[lanes.nodes];
        Arrays.fill(km, Double.POSITIVE_INFINITY);
        passed = new long[lanes.nodes];
        by = new int[lanes.nodes];
        heap = new int[lanes.nodes];
        place = new int[lanes.nodes];
        Arrays.fill(place, -1);
    }

    static Tree from(Lanes lanes, Snap source, long closed) {
        Tree tree = new Tree(lanes, closed);
        tree.reach(lanes.from[source.lane()], source.off() + source.before(), 0, START);
        tree.reach(lanes.to[source.lane()], source.off() + source.after(), 0, START);
        tree.grow();
        return tree;
    }

    static Tree from(Lanes lanes, int node, long closed) {
        Tree tree = new Tree(lanes, closed);
        tree.reach(node, 0, 0, START);
        tree.grow();
        return tree;
    }

    /** The end of the target's lane by which it is nearer. */
    int end(Snap target) {
        int a = lanes.from[target.lane()];
        int b = lanes.to[target.lane()];
        return km[a] + target.before() <= km[b] + target.after() ? a : b;
    }

    /** Kilometres to a port, without the way along one lane that both may share. */
    double to(Snap target) {
        double a = km[lanes.from[target.lane()]] + target.before();
        double b = km[lanes.to[target.lane()]] + target.after();
        return Math.min(a, b) + target.off();
    }

    private void grow() {
        while (size > 0) {
            int node = pop();
            for (int arc = lanes.first[node]; arc < lanes.first[node + 1]; arc++) {
                int lane = lanes.lane[arc];
                long bit = lanes.bit(lane);
                if ((bit & closed) == 0) {
                    reach(lanes.head[arc], km[node] + lanes.length[arc], passed[node] | bit, lane);
                }
            }
        }
    }

    private void reach(int node, double length, long straits, int lane) {
        if (length >= km[node]) {
            return;
        }
        km[node] = length;
        passed[node] = straits;
        by[node] = lane;
        if (place[node] < 0) {
            place[node] = size++;
        }
        rise(node, place[node]);
    }

    private boolean before(int a, int b) {
        return km[a] < km[b] || km[a] == km[b] && a < b;
    }

    private void rise(int node, int from) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >> 1;
            if (!before(node, heap[parent])) {
                break;
            }
            put(heap[parent], at);
            at = parent;
        }
        put(node, at);
    }

    private int pop() {
        int top = heap[0];
        int last = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], last)) {
                break;
            }
            put(heap[child], at);
            at = child;
        }
        if (size > 0) {
            put(last, at);
        }
        return top;
    }

    private void put(int node, int at) {
        heap[at] = node;
        place[node] = at;
    }
}
