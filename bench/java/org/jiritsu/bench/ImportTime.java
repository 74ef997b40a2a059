package org.jiritsu.bench;

import java.nio.file.Path;
import java.util.Arrays;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;

/**
 * Seconds of one import after the other, from the file to the checked world in memory: {@code ImportTime FILE TIMES}. The
 * median is of the second half: the first warms the compiler up.
 */
public final class ImportTime {
    private ImportTime() {}

    public static void main(String[] args) {
        double[] seconds = new double[Integer.parseInt(args[1])];
        for (int k = 0; k < seconds.length; k++) {
            long start = System.nanoTime();
            TableFormat.ICIO.read(Path.of(args[0]), ImportOptions.of("bench").year(2022));
            seconds[k] = (System.nanoTime() - start) / 1e9;
            System.out.printf("%.3f%n", seconds[k]);
        }
        double[] warm = Arrays.copyOfRange(seconds, seconds.length / 2, seconds.length);
        Arrays.sort(warm);
        System.out.printf("median %.3f s%n", warm[warm.length / 2]);
    }
}
