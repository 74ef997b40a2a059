package org.jiritsu.goods.sea;

import java.util.Arrays;

/**
 * Shortest ways on the lanes that are not closed (Dijkstra 1959). A binary heap in arrays, ordered by length and then by
 * node, so the same network gives the same ways on every machine.
 */
final class Search {
    private final Lanes lanes;
    private final long closed;
    private final double[] km;
    private final long[] passed;
    private final int[] by;
    private final int[] heap;
    private final int[] place;
    private int size;

    private Search(Lanes lanes, long closed, double[] km, long[] passed, int[] by) {
        this.lanes = lanes;
        this.closed = closed;
        this.km = km;
        this.passed = passed;
        this.by = by;
        heap = new int[lanes.nodes];
        place = new int[lanes.nodes];
        Arrays.fill(place, -1);
    }

    /** From nowhere yet. */
    static Search fresh(Lanes lanes, long closed) {
        double[] km = new double[lanes.nodes];
        Arrays.fill(km, Double.POSITIVE_INFINITY);
        int[] by = new int[lanes.nodes];
        Arrays.fill(by, Tree.START);
        return new Search(lanes, closed, km, new long[lanes.nodes], by);
    }

    /**
     * From a tree of which more straits close: nodes reached without them keep their ways, for closing shortens none; the
     * others are reached anew from those.
     */
    static Search repair(Tree tree, long closed) {
        Search search = new Search(
                tree.lanes(),
                closed,
                tree.km().clone(),
                tree.passed().clone(),
                tree.by().clone());
        for (int node = 0; node < tree.km().length; node++) {
            if ((tree.passed()[node] & closed) != 0) {
                search.km[node] = Double.POSITIVE_INFINITY;
                search.passed[node] = 0;
                search.by[node] = Tree.START;
            }
        }
        for (int node = 0; node < tree.km().length; node++) {
            if ((tree.passed()[node] & closed) != 0) {
                search.rejoin(tree, node);
            }
        }
        return search;
    }

    private void rejoin(Tree tree, int node) {
        for (int arc = lanes.first[node]; arc < lanes.first[node + 1]; arc++) {
            int near = lanes.head[arc];
            long bit = lanes.bit(lanes.lane[arc]);
            if (((tree.passed()[near] | bit) & closed) == 0) {
                reach(node, km[near] + lanes.length[arc], passed[near] | bit, lanes.lane[arc]);
            }
        }
    }

    Search start(int node, double length) {
        reach(node, length, 0, Tree.START);
        return this;
    }

    Tree grow() {
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
        return new Tree(lanes, closed, km, passed, by);
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
