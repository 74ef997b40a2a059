package org.jiritsu;

import java.nio.file.Path;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/** The worlds that come with the product, for tests. */
public final class Bundled {
    private Bundled() {}

    public static Path root() {
        return Path.of(System.getProperty("jiritsu.root", "."));
    }

    public static World world(String id) {
        return store(Path.of("no own worlds")).open(id);
    }

    public static WorldStore store(Path own) {
        return new WorldStore(root().resolve("data"), own);
    }
}
