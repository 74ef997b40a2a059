package org.jiritsu.bench;

import java.nio.file.Path;
import org.jiritsu.world.WorldStore;

/** Seconds of opening a world, bundled or of a folder of one's own, in a fresh process, once: {@code OpenTime ID [FOLDER]}. */
public final class OpenTime {
    private OpenTime() {}

    public static void main(String[] args) {
        Path own = Path.of(args.length > 1 ? args[1] : "target/none");
        long start = System.nanoTime();
        new WorldStore(Path.of("data"), own).open(args[0]);
        System.out.printf("%s %.3f%n", args[0], (System.nanoTime() - start) / 1e9);
    }
}
