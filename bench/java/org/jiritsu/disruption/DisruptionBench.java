package org.jiritsu.disruption;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Milliseconds a daily step on WIOD 2011 without private households: one scenario, and an ensemble of 64. The median is of
 * the second half of the runs: the first warms the compiler up. Last, seconds of a year on icio2022.
 */
public final class DisruptionBench {
    private static final int DAYS = 365;

    private DisruptionBench() {}

    public static void main(String[] args) {
        Disruption disruption = new Disruption(TestWorlds.without(TestWorlds.wiod2011(), "c35"));
        Shock loss = new Shock.CapacityLoss(
                Selection.of("JPN", "c14"), 0.5, Timing.of(5, 30).with(Recovery.LINEAR, 60));
        DisruptionScenario one = DisruptionScenario.of("one", DisruptionModel.ario(), DAYS, loss);
        List<DisruptionScenario> many = IntStream.range(0, 64)
                .mapToObj(s -> one.with(DisruptionModel.ario().restocking(30 + s)))
                .toList();
        report("one scenario", 1, 24, () -> disruption.run(one, Recorded.NOTHING));
        report("64 scenarios, each", 64, 8, () -> disruption.runAll(many, Recorded.NOTHING));
        reportYear();
    }

    private static void reportYear() {
        Disruption disruption = new Disruption(TestWorlds.bundled("icio2022"));
        Shock loss = new Shock.CapacityLoss(Selection.of("JPN", "C26"), 0.5, Timing.of(5, 30));
        DisruptionScenario year = DisruptionScenario.of("year", DisruptionModel.ario(), DAYS, loss);
        for (int run = 1; run <= 5; run++) {
            long start = System.nanoTime();
            disruption.run(year, Recorded.NOTHING);
            System.out.printf("a year on icio2022, run %d: %.2f s%n", run, (System.nanoTime() - start) / 1e9);
        }
    }

    private static void report(String what, int scenarios, int runs, Runnable work) {
        double[] times = new double[runs];
        for (int run = 0; run < times.length; run++) {
            long start = System.nanoTime();
            work.run();
            times[run] = (System.nanoTime() - start) / 1e6 / DAYS / scenarios;
        }
        double[] warm = Arrays.copyOfRange(times, runs / 2, runs);
        Arrays.sort(warm);
        System.out.printf(
                "%s: %.3f ms a step (median of %d, best %.3f)%n", what, warm[warm.length / 2], warm.length, warm[0]);
    }
}
