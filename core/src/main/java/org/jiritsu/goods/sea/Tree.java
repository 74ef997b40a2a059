package org.jiritsu.goods.sea;

/**
 * Shortest ways from one place to every node.
 *
 * @param closed straits that they avoid, one bit each
 * @param km kilometres to each node, infinite where there is no way
 * @param passed the straits on the way to each node, one bit each
 * @param by the lane by which the way reaches each node, or {@link #START}
 */
record Tree(Lanes lanes, long closed, double[] km, long[] passed, int[] by) {
    static final int START = -1;

    static Tree from(Lanes lanes, Snap source, long closed) {
        return Search.fresh(lanes, closed)
                .start(lanes.from[source.lane()], source.off() + source.before())
                .start(lanes.to[source.lane()], source.off() + source.after())
                .grow();
    }

    static Tree from(Lanes lanes, int node, long closed) {
        return Search.fresh(lanes, closed).start(node, 0).grow();
    }

    /** The same with more straits closed. */
    Tree closing(long more) {
        return Search.repair(this, closed | more).grow();
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
}
