package org.jiritsu.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Writes a file or folder beside its place and moves it there when it is whole, so that an error, a full disk or Ctrl-C
 * never leaves half of one.
 */
public final class AtomicWrite {
    private static final int DELETIONS = 100;

    private AtomicWrite() {}

    /** Writes to the path it is given. */
    @FunctionalInterface
    public interface Writer {
        void write(Path path) throws IOException;
    }

    /**
     * Replaces {@code target}, a file or a folder, by what {@code writer} makes. A folder never takes the place of a file,
     * nor a file that of a folder; a device such as {@code /dev/stdout} is written to as it is.
     */
    public static void write(Path target, Writer writer) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
            writer.write(target);
            return;
        }
        Path place = Files.exists(target)
                ? target.toRealPath()
                : target.toAbsolutePath().normalize();
        Path folder = place.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + target);
        }
        Files.createDirectories(folder);
        String name = "." + place.getFileName() + "." + ProcessHandle.current().pid();
        Path part = folder.resolve(name + ".part");
        Object replacing = new Object();
        Thread onInterrupt = new Thread(() -> {
            synchronized (replacing) { // a replacement that has begun is finished first
                delete(part);
            }
        });
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            writer.write(part);
            synchronized (replacing) {
                replace(part, place, folder.resolve(name + ".old"));
            }
        } finally {
            delete(part);
            removeHook(onInterrupt);
        }
    }

    /** Folders cannot be replaced in one step: the old one steps aside first and comes back if the move fails. */
    private static void replace(Path part, Path target, Path old) throws IOException {
        if (Files.exists(target) && Files.isDirectory(part) != Files.isDirectory(target)) {
            throw new FileSystemException(
                    target.toString(),
                    null,
                    Files.isDirectory(target) ? "this is a folder, not a file" : "this is a file, not a folder");
        }
        if (!Files.isDirectory(target)) {
            move(part, target);
            return;
        }
        move(target, old);
        try {
            move(part, target);
        } catch (IOException e) {
            move(old, target);
            throw e;
        }
        delete(old);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Several times if need be: after Ctrl-C the writer may still be adding to a folder. */
    static void delete(Path path) {
        for (int times = 0; times < DELETIONS; times++) {
            if (!Files.exists(path)) {
                return;
            }
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            } catch (IOException | UncheckedIOException e) {
                // what was added meanwhile goes the next time; what cannot go is told below
            }
        }
        if (Files.exists(path)) {
            System.err.println("Left behind, and safe to delete: " + path);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the machine is shutting down and has run it
        }
    }
}
