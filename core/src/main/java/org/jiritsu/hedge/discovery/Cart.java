package org.jiritsu.hedge.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;

/**
 * Classification tree (Breiman et al. 1984) as boxes: splits that lower Gini's impurity most, until a leaf is pure or a
 * split would leave less than the least mass.
 *
 * @param massMin least share of all cases in a leaf
 */
public record Cart(double massMin) {
    public Cart {
        if (!(massMin > 0 && massMin < 0.5)) {
            throw InputException.use(
                    "The least share of cases in a leaf is out of range",
                    "above 0 and below 0.5",
                    String.valueOf(massMin),
                    "per cent was meant: write 0.05 for 5%.");
        }
    }

    /** The leaves, left before right (a condition's lower part is left). */
    public List<Box> leaves(Cases cases) {
        List<Box> leaves = new ArrayList<>();
        int least = Math.max(1, (int) (massMin * cases.size()));
        grow(cases, IntStream.range(0, cases.size()).toArray(), Box.open(cases.factors()), least, leaves);
        return leaves;
    }

    /** Leaves where the cases of interest are denser than this, the greatest coverage first. */
    public List<Box> find(Cases cases, double density) {
        return leaves(cases).stream()
                .filter(box -> box.on(cases).density() >= density)
                .sorted(Comparator.comparingDouble((Box box) -> -box.on(cases).coverage()))
                .toList();
    }

    private record Split(Limit left, Limit right, double impurity) {}

    private static void grow(Cases cases, int[] at, Box box, int least, List<Box> leaves) {
        int hits = hits(cases, at);
        Split best = null;
        if (hits > 0 && hits < at.length && at.length >= 2 * least) {
            for (int j = 0; j < cases.factors().size(); j++) {
                Split split = split(cases, at, hits, box.limits().get(j), least);
                best = best == null || split.impurity < best.impurity ? split : best;
            }
        }
        if (best == null || !(best.impurity < impurity(hits, at.length))) {
            leaves.add(box);
            return;
        }
        Limit left = best.left;
        int[] first = Arrays.stream(at)
                .filter(i -> left.contains(cases.values()[i][left.factor()]))
                .toArray();
        int[] second = Arrays.stream(at)
                .filter(i -> !left.contains(cases.values()[i][left.factor()]))
                .toArray();
        grow(cases, first, box.with(left), least, leaves);
        grow(cases, second, box.with(best.right), least, leaves);
    }

    private static int hits(Cases cases, int[] at) {
        return (int) Arrays.stream(at).filter(i -> cases.hit()[i]).count();
    }

    /** Gini's, times the number of cases. */
    private static double impurity(int hits, int n) {
        return n == 0 ? 0 : 2.0 * hits * (n - hits) / n;
    }

    /** Words are put in the order of their share of hits, in which the best split in two is one of neighbours. */
    private static Split split(Cases cases, int[] at, int hits, Limit limit, int least) {
        int factor = limit.factor();
        double[] rank = rank(cases, at, factor);
        Integer[] order = Arrays.stream(at).boxed().toArray(Integer[]::new);
        Comparator<Integer> byRank = Comparator.comparingDouble(i -> key(cases, rank, factor, i));
        Arrays.sort(order, byRank);
        int n = order.length;
        int leftHits = 0;
        int bestCut = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int k = 1; k < n; k++) {
            leftHits += cases.hit()[order[k - 1]] ? 1 : 0;
            boolean differ = byRank.compare(order[k - 1], order[k]) < 0;
            double impurity = impurity(leftHits, k) + impurity(hits - leftHits, n - k);
            if (differ && k >= least && n - k >= least && impurity < best) {
                best = impurity;
                bestCut = k;
            }
        }
        if (bestCut == 0) {
            return new Split(limit, limit, Double.POSITIVE_INFINITY);
        }
        if (rank.length == 0) {
            double cut = (cases.values()[order[bestCut - 1]][factor] + cases.values()[order[bestCut]][factor]) / 2;
            return new Split(limit.below(cut), limit.above(Math.nextUp(cut)), best);
        }
        Limit left = limit;
        Limit right = limit;
        double last = key(cases, rank, factor, order[bestCut - 1]);
        for (int word : limit.words()) {
            if (rank[word] <= last) {
                right = right.without(word);
            } else {
                left = left.without(word);
            }
        }
        return new Split(left, right, best);
    }

    private static double key(Cases cases, double[] rank, int factor, int at) {
        double value = cases.values()[at][factor];
        return rank.length == 0 ? value : rank[(int) value];
    }

    /** By word its place when words are ordered by share of hits; empty for a number. */
    private static double[] rank(Cases cases, int[] at, int factor) {
        int words = cases.factors().get(factor).words().size();
        int[] count = new int[words];
        int[] hits = new int[words];
        for (int i : at) {
            if (words > 0) {
                int word = (int) cases.values()[i][factor];
                count[word]++;
                hits[word] += cases.hit()[i] ? 1 : 0;
            }
        }
        Integer[] order = IntStream.range(0, words).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(w -> count[w] == 0 ? 2 : (double) hits[w] / count[w]));
        double[] rank = new double[words];
        for (int place = 0; place < words; place++) {
            rank[order[place]] = place;
        }
        return rank;
    }
}
