package org.jiritsu.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole or not at all, and never more than what was asked for. */
class AtomicWriteTest {
    @TempDir
    private Path folder;

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> !f.equals(folder))
                    .map(f -> folder.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    private static AtomicWrite.Writer text(String content) {
        return part -> Files.writeString(part, content);
    }

    private static AtomicWrite.Writer folderWith(String name) {
        return part -> Files.writeString(Files.createDirectories(part).resolve(name), name);
    }

    @Test
    void aFileIsMadeWithItsFolders() throws IOException {
        AtomicWrite.write(folder.resolve("a/b/file"), text("new"));
        assertEquals(List.of("a", "a/b", "a/b/file"), everything());
    }

    /** As after Ctrl-C, when the part is deleted while its writer goes on. */
    @Test
    void aFolderGoesAlthoughItIsStillWrittenTo() throws Exception {
        Path part = Files.createDirectories(folder.resolve("part"));
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try {
                for (int k = 0; k < 1_000_000; k++) {
                    Files.writeString(part.resolve("file" + k), "text");
                }
            } catch (IOException e) {
                // the folder is gone
            }
        });
        while (!Files.exists(part.resolve("file500"))) {
            Thread.onSpinWait();
        }
        AtomicWrite.delete(part);
        assertEquals(List.of(), everything());
        writer.get(60, TimeUnit.SECONDS);
        assertEquals(List.of(), everything());
    }

    @Test
    void aWriterThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        assertThrows(
                IOException.class,
                () -> AtomicWrite.write(file, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("No space left on device");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> AtomicWrite.write(file, part -> {
                    folderWith("half").write(part);
                    throw new IllegalStateException();
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("file"), everything());
    }

    @Test
    void aFolderIsReplacedWhole() throws IOException {
        Path target = folder.resolve("result");
        AtomicWrite.write(target, folderWith("first"));
        AtomicWrite.write(target, folderWith("second"));
        assertEquals(List.of("result", "result/second"), everything());
    }

    @Test
    void aFolderIsNeverReplacedByAFile() throws IOException {
        Path target = folder.resolve("documents");
        AtomicWrite.write(target, folderWith("letter"));
        assertThrows(FileSystemException.class, () -> AtomicWrite.write(target, text("table")));
        assertEquals(List.of("documents", "documents/letter"), everything());
    }

    @Test
    void aFileIsNeverReplacedByAFolder() throws IOException {
        Path target = Files.writeString(folder.resolve("letter"), "old");
        assertThrows(FileSystemException.class, () -> AtomicWrite.write(target, folderWith("table")));
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("letter"), everything());
    }

    @Test
    void aLinkStaysALinkAndItsTargetIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicWrite.write(link, text("new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("file", "link"), everything());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsWrittenToAndStaysAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        AtomicWrite.write(pipe, text("through"));
        assertEquals("through", read.get(10, TimeUnit.SECONDS));
        assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
    }
}
