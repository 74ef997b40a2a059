package org.jiritsu.hedge.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.base.Cancellation;
import org.jiritsu.base.InputException;

/**
 * The patient rule induction method (Friedman &amp; Fisher 1999) for scenario discovery (Bryant &amp; Lempert 2010), with the
 * peeling criterion of the EMA workbench (Kwakkel 2017): of all peels of a share alpha from one end of one condition the
 * one that raises density most for each case given up.
 *
 * @param alpha share peeled in a step, between 0 and 0.5
 * @param pasteAlpha share pasted in a step
 * @param massMin least share of cases in a box
 */
public record Prim(double alpha, double pasteAlpha, double massMin) {
    public static final Prim USUAL = new Prim(0.1, 0.05, 0.05);

    public Prim {
        if (!(alpha > 0 && alpha < 0.5 && pasteAlpha > 0 && pasteAlpha < 0.5 && massMin > 0 && massMin < 1)) {
            throw InputException.use(
                    "PRIM cannot peel like this",
                    "shares to peel and paste above 0 and below 0.5, a least mass above 0 and below 1",
                    "peel %s, paste %s, mass %s".formatted(alpha, pasteAlpha, massMin),
                    "per cent was meant: write 0.1 for 10%.");
        }
    }

    /** The trajectory of boxes from all cases to the smallest, then with pasting; none is chosen. */
    public List<Box> trajectory(Cases cases) {
        return trajectory(cases, cases.size());
    }

    /** The same among the cases that other boxes leave of {@code all}, of which the least mass is a share. */
    List<Box> trajectory(Cases left, int all) {
        return new Peeling(left, this, all).run();
    }

    /**
     * The box of the trajectory that covers most with at least this density, or the densest
     * if none is dense enough; without limits that chance explains (quasi-p above {@code chance}).
     *
     * @return empty if there is nothing of interest, or nothing else
     */
    public Optional<Discovered> find(Cases cases, double density, double chance) {
        return find(cases, cases.size(), density, chance);
    }

    private Optional<Discovered> find(Cases cases, int all, double density, double chance) {
        if (cases.hits() == 0 || cases.hits() == cases.size()) {
            return Optional.empty();
        }
        Box chosen = choose(trajectory(cases, all), cases, density);
        for (Optional<QuasiP> weak = weakest(chosen, cases, chance);
                weak.isPresent();
                weak = weakest(chosen, cases, chance)) {
            chosen = chosen.without(weak.get().factor());
        }
        return chosen.asked().isEmpty() ? Optional.empty() : Optional.of(discovered(chosen, cases));
    }

    private static Discovered discovered(Box box, Cases cases) {
        return new Discovered(box, box.on(cases), QuasiP.of(box, cases));
    }

    /** Boxes one after the other, each on the cases that those before leave, while any is dense enough. */
    public List<Discovered> cover(Cases cases, double density, double chance, int most) {
        List<Discovered> found = new ArrayList<>();
        Cases left = cases;
        while (found.size() < most) {
            Optional<Discovered> next = find(left, cases.size(), density, chance);
            if (next.isEmpty() || next.get().score().density() < density && !found.isEmpty()) {
                break;
            }
            found.add(next.get());
            if (next.get().score().in() == left.size()) {
                break;
            }
            left = left.outside(next.get().box());
        }
        return found;
    }

    private record Scored(Box box, Box.Score score) {}

    private static Box choose(List<Box> boxes, Cases cases, double density) {
        List<Scored> scored =
                boxes.stream().map(box -> new Scored(box, box.on(cases))).toList();
        Comparator<Scored> byCoverage = Comparator.comparingDouble(one -> one.score.coverage());
        Comparator<Scored> byDensity = Comparator.comparingDouble(one -> one.score.density());
        return scored.stream()
                .filter(one -> one.score.density() >= density)
                .max(byCoverage.thenComparing(byDensity))
                .or(() -> scored.stream().max(byDensity.thenComparing(byCoverage)))
                .orElseThrow()
                .box;
    }

    private static Optional<QuasiP> weakest(Box box, Cases cases, double chance) {
        return QuasiP.of(box, cases).stream()
                .filter(p -> p.value() > chance)
                .max(Comparator.comparingDouble(QuasiP::value));
    }

    /**
     * A box and what speaks for it.
     *
     * @param quasiP of each limit
     */
    public record Discovered(Box box, Box.Score score, List<QuasiP> quasiP) {
        public Discovered {
            quasiP = List.copyOf(quasiP);
        }
    }

    /**
     * How often a condition is part of the box when only half of the cases are known (Bryant &amp; Lempert's resampling test).
     *
     * @param byCoverage share of the samples in which it limits the box whose coverage is nearest to the chosen one's
     * @param byDensity the same by density
     */
    public record Reproduced(int factor, double byCoverage, double byDensity) {}

    /** @param samples halves drawn without replacement from the seed */
    public List<Reproduced> reproduced(Cases cases, Box chosen, int samples, long seed) {
        int[] coverage = new int[cases.factors().size()];
        int[] density = new int[cases.factors().size()];
        SplittableRandom random = new SplittableRandom(seed);
        Box.Score aim = chosen.on(cases);
        for (int s = 0; s < samples; s++) {
            Cases half = cases.only(half(cases.size(), random.split()));
            List<Box> boxes = trajectory(half);
            count(coverage, nearest(boxes, box -> Math.abs(box.on(half).coverage() - aim.coverage())));
            count(density, nearest(boxes, box -> Math.abs(box.on(half).density() - aim.density())));
        }
        return IntStream.range(0, coverage.length)
                .mapToObj(j -> new Reproduced(j, (double) coverage[j] / samples, (double) density[j] / samples))
                .toList();
    }

    private static Box nearest(List<Box> boxes, ToDoubleFunction<Box> distance) {
        return boxes.stream().min(Comparator.comparingDouble(distance)).orElseThrow();
    }

    private static void count(int[] times, Box box) {
        box.asked().forEach(limit -> times[limit.factor()]++);
    }

    private static int[] half(int size, SplittableRandom random) {
        int[] all = IntStream.range(0, size).toArray();
        for (int i = 0; i < size / 2; i++) {
            int other = i + random.nextInt(size - i);
            int swap = all[i];
            all[i] = all[other];
            all[other] = swap;
        }
        return Arrays.stream(all, 0, Math.max(1, size / 2)).sorted().toArray();
    }

    /** One run of peeling and pasting. */
    private static final class Peeling {
        private final Cases cases;
        private final Prim prim;
        private final int all;
        private boolean[] in;
        /** By condition: the cases in the box by rising value. */
        private final int[][] sorted;

        private Box box;
        private int mass;
        private int hits;

        Peeling(Cases cases, Prim prim, int all) {
            this.all = all;
            this.cases = cases;
            this.prim = prim;
            this.in = new boolean[cases.size()];
            Arrays.fill(in, true);
            this.box = Box.open(cases.factors());
            this.mass = cases.size();
            this.hits = cases.hits();
            this.sorted = new int[cases.factors().size()][];
            for (int j = 0; j < sorted.length; j++) {
                sorted[j] = byValue(j);
            }
        }

        /** Without boxes: each case goes to the first free place of its value among the sorted values. */
        private int[] byValue(int factor) {
            double[] values = new double[cases.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(i, factor) + 0.0; // no negative zero, which would sort apart from zero
            }
            double[] ordered = values.clone();
            Arrays.sort(ordered);
            int[] taken = new int[values.length];
            int[] order = new int[values.length];
            for (int i = 0; i < values.length; i++) {
                int first = firstOf(ordered, values[i]);
                order[first + taken[first]++] = i;
            }
            return order;
        }

        private static int firstOf(double[] ordered, double value) {
            int low = 0;
            int high = ordered.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ordered[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        List<Box> run() {
            List<Box> boxes = new ArrayList<>();
            boxes.add(box);
            while (peel()) {
                Cancellation.check();
                boxes.add(box);
            }
            while (paste()) {
                Cancellation.check();
                boxes.add(box);
            }
            return boxes;
        }

        /** A box that could be next, with its cases counted. */
        private record Candidate(Box box, int mass, int hits, double gain) {}

        private Candidate candidate(Limit limit, int newMass, int newHits) {
            double mean = newMass == 0 ? 0 : (double) newHits / newMass;
            double change = mean - (double) hits / mass;
            int moved = Math.abs(mass - newMass);
            return new Candidate(box.with(limit), newMass, newHits, moved == 0 ? 0 : change / moved);
        }

        private boolean peel() {
            List<Candidate> peels = new ArrayList<>();
            for (int j = 0; j < sorted.length; j++) {
                if (cases.factors().get(j).categorical()) {
                    peelWords(j, peels);
                } else {
                    peelEnds(j, peels);
                }
            }
            Optional<Candidate> best = best(peels);
            if (best.isEmpty()
                    || best.get().gain <= 0
                    || best.get().mass >= mass
                    || (double) best.get().mass / all < prim.massMin) {
                return false;
            }
            accept(best.get());
            return true;
        }

        /** The greatest gain; of several the one that limits fewer conditions; then the first. */
        private static Optional<Candidate> best(List<Candidate> candidates) {
            Candidate best = null;
            for (Candidate one : candidates) {
                if (best == null
                        || one.gain > best.gain
                        || one.gain == best.gain
                                && one.box.asked().size() < best.box.asked().size()) {
                    best = one;
                }
            }
            return Optional.ofNullable(best);
        }

        private void peelEnds(int factor, List<Candidate> peels) {
            int[] order = sorted[factor];
            int n = order.length;
            double upper = quantile(factor, 1 - prim.alpha);
            double lower = quantile(factor, prim.alpha);
            int kept = 0;
            int keptHits = 0;
            while (kept < n && value(order[kept], factor) <= upper) {
                keptHits += cases.hit()[order[kept++]] ? 1 : 0;
            }
            int dropped = 0;
            int droppedHits = 0;
            while (dropped < n && value(order[dropped], factor) < lower) {
                droppedHits += cases.hit()[order[dropped++]] ? 1 : 0;
            }
            Limit limit = box.limits().get(factor);
            peels.add(candidate(limit.below(upper), kept, keptHits));
            peels.add(candidate(limit.above(lower), n - dropped, hits - droppedHits));
        }

        private double value(int at, int factor) {
            return cases.values()[at][factor];
        }

        private double quantile(int factor, double share) {
            int[] order = sorted[factor];
            return quantile(order.length, share, k -> value(order[k], factor));
        }

        /** Between two different values, so that equal cases stay together. */
        private static double quantile(int n, double share, IntToDoubleFunction values) {
            double at = (n - 1) * share;
            int below = (int) Math.floor(at);
            int above = (int) Math.ceil(at);
            if (share > 0.5) {
                while (values.applyAsDouble(below) == values.applyAsDouble(above) && below > 0) {
                    below--;
                }
            } else {
                while (values.applyAsDouble(below) == values.applyAsDouble(above) && above < n - 1) {
                    above++;
                }
            }
            return (values.applyAsDouble(below) + values.applyAsDouble(above)) / 2;
        }

        private void peelWords(int factor, List<Candidate> peels) {
            Limit limit = box.limits().get(factor);
            if (limit.words().size() < 2) {
                return;
            }
            for (int word : limit.words()) {
                int left = 0;
                int leftHits = 0;
                for (int i : sorted[factor]) {
                    if ((int) value(i, factor) != word) {
                        left++;
                        leftHits += cases.hit()[i] ? 1 : 0;
                    }
                }
                peels.add(candidate(limit.without(word), left, leftHits));
            }
        }

        private boolean paste() {
            List<Candidate> pastes = new ArrayList<>();
            for (Limit limit : box.asked()) {
                widened(limit).forEach(wider -> {
                    Box.Score score = box.with(wider).on(cases);
                    pastes.add(candidate(wider, score.in(), score.hits()));
                });
            }
            Optional<Candidate> best = best(pastes);
            if (best.isEmpty() || best.get().gain <= 0 || best.get().mass <= mass) {
                return false;
            }
            accept(best.get());
            return true;
        }

        /** The limit moved out by the share to paste of what lies beyond it and inside all others. */
        private List<Limit> widened(Limit limit) {
            List<Limit> wider = new ArrayList<>();
            int factor = limit.factor();
            if (cases.factors().get(factor).categorical()) {
                IntStream.range(0, cases.factors().get(factor).words().size())
                        .filter(word -> !limit.words().contains(word))
                        .forEach(word -> wider.add(limit.with(word)));
                return wider;
            }
            Box others = box.without(factor);
            double[] all = Arrays.stream(cases.values())
                    .filter(others::contains)
                    .mapToDouble(row -> row[factor])
                    .sorted()
                    .toArray();
            if (limit.hasLow()) {
                double[] below =
                        Arrays.stream(all).filter(value -> value < limit.low()).toArray();
                wider.add(limit.above(
                        below.length == 0
                                ? Double.NEGATIVE_INFINITY
                                : quantile(below.length, 1 - prim.pasteAlpha, k -> below[k])));
            }
            if (limit.hasHigh()) {
                double[] above =
                        Arrays.stream(all).filter(value -> value > limit.high()).toArray();
                wider.add(limit.below(
                        above.length == 0
                                ? Double.POSITIVE_INFINITY
                                : quantile(above.length, prim.pasteAlpha, k -> above[k])));
            }
            return wider;
        }

        private void accept(Candidate next) {
            box = next.box;
            mass = next.mass;
            hits = next.hits;
            in = box.inside(cases);
            for (int j = 0; j < sorted.length; j++) {
                sorted[j] = kept(sorted[j]);
            }
        }

        private int[] kept(int[] order) {
            int[] kept = new int[mass];
            int n = 0;
            for (int i : order) {
                if (in[i]) {
                    kept[n++] = i;
                }
            }
            return kept;
        }
    }
}
