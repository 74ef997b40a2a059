package org.jiritsu.bench;

import java.nio.file.Path;
import org.jiritsu.world.WorldStore;

/** Seconds of opening a bundled world in a fresh process, once: {@code OpenTime ID}. */
public final class OpenTime {
    private OpenTime() {}

    public static void main(String[] args) {
        long start = System.nanoTime();
        new WorldStore(Path.of("data"), Path.of("target/none")).open(args[0]);
        System.out.printf("%s %.3f%n", args[0], (System.nanoTime() - start) / 1e9);
    }
}
