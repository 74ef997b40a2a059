package org.jiritsu.base;

import java.nio.file.Path;

/**
 * Which files a question may name. On a person's own machine any; a question from elsewhere is answered
 * {@link #within} one folder, and whoever opens a file that a question names asks {@link #require} first.
 */
public final class FileAccess {
    private static final ScopedValue<Path> FOLDER = ScopedValue.newInstance();

    private FileAccess() {}

    /** Runs work that may read no named file outside {@code folder}. */
    public static <T, X extends Throwable> T within(Path folder, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(FOLDER, folder.toAbsolutePath().normalize()).call(work);
    }

    /**
     * The file itself, if it may be read.
     *
     * @throws InputException if it may not; whether it is there is not said
     */
    public static Path require(Path file) {
        if (FOLDER.isBound() && !file.toAbsolutePath().normalize().startsWith(FOLDER.get())) {
            throw InputException.use(
                    "Files cannot be named from elsewhere",
                    "the name of something bundled",
                    String.valueOf(file.getFileName()),
                    "the command line on that machine will do.");
        }
        return file;
    }
}
