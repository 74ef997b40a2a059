package org.jiritsu.partners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One player's worth over several rules and futures.
 *
 * @param shapley of the player, over the runs
 * @param lastIn of the player, over the runs
 */
public record WorthBand(String player, Range shapley, Range lastIn) {
    /** Least, middle and greatest; of an even number of runs the middle is the mean of the two about it. */
    public record Range(double least, double median, double greatest) {
        static Range of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            return new Range(sorted[0], (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[n - 1]);
        }
    }

    /**
     * @param runs the worths of the same players in the same order, one list for each rule and future
     */
    public static List<WorthBand> over(List<List<Worth>> runs) {
        List<WorthBand> bands = new ArrayList<>();
        for (int i = 0; i < runs.getFirst().size(); i++) {
            bands.add(new WorthBand(
                    runs.getFirst().get(i).player(), range(runs, i, Worth::shapley), range(runs, i, Worth::lastIn)));
        }
        return bands;
    }

    private static Range range(List<List<Worth>> runs, int player, ToDoubleFunction<Worth> of) {
        return Range.of(runs.stream()
                .mapToDouble(run -> of.applyAsDouble(run.get(player)))
                .toArray());
    }
}
