package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jiritsu.base.Cancellation;

/**
 * Branch and bound, best bound first. Of the portfolios between {@code low} and {@code high} none has a smaller score than
 * that of the losses of {@code high} with the cost of {@code low}, because more hedges never lose more. Losses are asked for
 * in rounds, so that several trees can share a batch.
 */
final class Tree {
    /** Nodes opened in a round: more fill batches better and open some in vain. */
    private static final int WIDTH = 8;

    /** What is looked for. */
    interface Score {
        /** Of losses with the year's cost that goes with them; rises with both. */
        double of(double[] losses, double yearlyCost);
    }

    /** A portfolio with its score; ordered by score, cost, then levels, so that one is always first. */
    record Found(Portfolio portfolio, double score, double yearlyCost) implements Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            int order = Double.compare(score, other.score);
            order = order == 0 ? Double.compare(yearlyCost, other.yearlyCost) : order;
            return order == 0 ? portfolio.compareTo(other.portfolio) : order;
        }
    }

    private record Node(Space.Part part, double bound, double least, long serial) implements Comparable<Node> {
        @Override
        public int compareTo(Node other) {
            int order = Double.compare(bound, other.bound);
            order = order == 0 ? Double.compare(least, other.least) : order;
            return order == 0 ? Long.compare(serial, other.serial) : order;
        }
    }

    /** A part whose losses are not read yet. @param above a larger portfolio that is known; its own for the first */
    private record Pending(Space.Part part, Portfolio above) {}

    private final Space space;
    private final Losses losses;
    private final Score score;
    private final double[] slack;
    private final double keepWithin;
    private final int keepMost;
    private final double[] seen;
    private final PriorityQueue<Node> open = new PriorityQueue<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<Portfolio, Found> kept = new LinkedHashMap<>();
    private Optional<Found> best = Optional.empty();
    private boolean overfull;
    private double pendingBound = Double.NEGATIVE_INFINITY;
    private long serial;

    /**
     * @param slack by future, how much more a larger portfolio may lose than a smaller one
     * @param keepWithin keeps portfolios whose score is at most this, beside the best one; minus infinity for none
     * @param keepMost at most so many are kept
     */
    Tree(Space space, Space.Part from, Losses losses, Score score, double[] slack, double keepWithin, int keepMost) {
        this.space = space;
        this.losses = losses;
        this.score = score;
        this.slack = slack;
        this.keepWithin = keepWithin;
        this.keepMost = keepMost;
        this.seen = new double[slack.length];
        space.narrowed(from).ifPresent(part -> {
            pending.add(new Pending(part, Space.portfolio(part.high())));
            if (!part.single()) { // something to hold against bounds from the first round on
                Portfolio low = Space.portfolio(part.low());
                pending.add(new Pending(new Space.Part(part.low(), part.low()), low));
            }
        });
    }

    /** The portfolios whose losses the next {@link #settle} reads; empty when the search has ended. */
    List<Portfolio> wanted() {
        while (pending.isEmpty() && !open.isEmpty() && !overfull && useful(open.element())) {
            pendingBound = open.element().bound;
            for (int k = 0; k < WIDTH && !open.isEmpty() && useful(open.element()); k++) {
                branch(open.remove());
            }
        }
        return pending.stream().map(one -> Space.portfolio(one.part.high())).toList();
    }

    private boolean useful(Node node) {
        if (node.bound <= keepWithin || best.isEmpty()) {
            return true;
        }
        int order = Double.compare(node.bound, best.get().score);
        return order < 0 || order == 0 && node.least <= best.get().yearlyCost;
    }

    /** Reads the losses of what was wanted and sets bounds. */
    void settle() {
        for (Pending one : pending) {
            Space.Part part = one.part;
            Portfolio top = Space.portfolio(part.high());
            double[] row = losses.of(top);
            double[] above = losses.of(one.above);
            for (int f = 0; f < row.length; f++) {
                seen[f] = Math.max(seen[f], above[f] - row[f]);
            }
            if (space.allows(part.high())) {
                double cost = space.cost(part.high());
                found(new Found(top, score.of(row, cost), cost));
            }
            double least = space.cost(part.low());
            if (!part.single()) {
                open.add(new Node(part, score.of(lowered(row), least), least, serial++));
            }
        }
        pending.clear();
    }

    private double[] lowered(double[] row) {
        double[] lowered = new double[row.length];
        Arrays.setAll(lowered, f -> row[f] - slack[f]);
        return lowered;
    }

    private void found(Found one) {
        best = best.isEmpty() || one.compareTo(best.get()) < 0 ? Optional.of(one) : best;
        if (one.score <= keepWithin) {
            kept.put(one.portfolio, one);
            overfull |= kept.size() > keepMost;
        }
    }

    /** With the hedge whose levels differ most in cost at its highest, and below it. */
    private void branch(Node node) {
        Space.Part part = node.part;
        int hedge = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < space.size(); i++) {
            double step = space.step(i, part.low()[i], part.high()[i]);
            if (part.high()[i] > part.low()[i] && step > most) {
                most = step;
                hedge = i;
            }
        }
        int[] low = part.low().clone();
        low[hedge] = part.high()[hedge];
        Portfolio above = Space.portfolio(part.high());
        space.narrowed(new Space.Part(low, part.high())).ifPresent(one -> pending.add(new Pending(one, above)));
        int[] high = part.high().clone();
        high[hedge]--;
        space.narrowed(new Space.Part(part.low(), high)).ifPresent(one -> pending.add(new Pending(one, above)));
    }

    Optional<Found> best() {
        return best;
    }

    /** In order of score. */
    List<Found> kept() {
        return kept.values().stream().sorted().limit(keepMost).toList();
    }

    boolean overfull() {
        return overfull;
    }

    /** By future, how much more a larger portfolio was seen to lose than a smaller one; 0 if never. */
    double[] seen() {
        return seen;
    }

    /** How much better another portfolio could be than the best one found. */
    double gap() {
        return Math.max(0, best.map(Found::score).orElse(Double.POSITIVE_INFINITY) - bound());
    }

    /** No portfolio that is not yet seen can have a smaller score; infinite if none is left. */
    double bound() {
        if (!pending.isEmpty()) {
            return pendingBound;
        }
        Node first = open.peek();
        return first == null ? Double.POSITIVE_INFINITY : first.bound;
    }

    /**
     * Runs trees over views of one table side by side.
     *
     * @return whether all came to their end before {@code most} rounds were over
     */
    static boolean run(List<Tree> trees, long most) {
        for (long round = 0; ; round++) {
            List<Losses.Wanted> wanted = new ArrayList<>();
            for (Tree tree : trees) {
                List<Portfolio> some = tree.wanted();
                if (!some.isEmpty()) {
                    wanted.add(new Losses.Wanted(tree.losses, some));
                }
            }
            if (wanted.isEmpty()) {
                return true;
            }
            if (round == most) {
                return false;
            }
            Cancellation.check();
            Losses.prepare(wanted);
            trees.forEach(Tree::settle);
        }
    }
}
