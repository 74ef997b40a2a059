package org.jiritsu;

import java.nio.file.Path;
import org.jiritsu.ask.Session;
import org.jiritsu.linear.Kernel;
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

    /** A session on the bundled worlds and those kept in a folder. */
    public static Session session(WorldStore store, Kernel kernel) {
        return new Session(store, kernel, root().resolve("data"), Path.of("target/no-home"));
    }

    public static WorldStore store(Path own) {
        return new WorldStore(root().resolve("data"), own);
    }
}
