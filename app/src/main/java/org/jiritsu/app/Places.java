package org.jiritsu.app;

import java.nio.file.Path;
import java.util.Locale;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.WorldStore;
import org.jspecify.annotations.Nullable;

/** Where things are on this machine, and which kernel to use. */
final class Places {
    private Places() {}

    /** The folder of the product, given by the launcher. */
    static Path root() {
        return Path.of(System.getProperty("jiritsu.root", "."));
    }

    static WorldStore store() {
        return new WorldStore(root().resolve("data"), home().resolve("worlds"));
    }

    static Session session() {
        return new Session(store(), kernel(), root().resolve("data"), home());
    }

    /** $JIRITSU_HOME, or the user's data folder as the system has it. */
    static Path home() {
        @Nullable String own = System.getenv("JIRITSU_HOME");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String user = System.getProperty("user.home");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return Path.of(user, "Library", "Application Support", "Jiritsu");
        }
        if (system.contains("windows")) {
            @Nullable String local = System.getenv("LOCALAPPDATA");
            return local == null ? Path.of(user, "Jiritsu") : Path.of(local, "Jiritsu");
        }
        @Nullable String data = System.getenv("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? Path.of(user, ".local", "share") : Path.of(data)).resolve("jiritsu");
    }

    private static Kernel kernel() {
        String wanted = String.valueOf(System.getenv().getOrDefault("JIRITSU_KERNEL", "best"));
        return switch (wanted) {
            case "best" -> Kernel.best();
            case "openblas" -> Kernel.openBlas();
            case "java" -> Kernel.java();
            default ->
                throw InputException.use(
                        "JIRITSU_KERNEL names no kernel",
                        "best, openblas or java",
                        wanted,
                        "it should not be set at all.");
        };
    }
}
