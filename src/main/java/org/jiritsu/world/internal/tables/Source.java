package org.jiritsu.world.internal.tables;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jiritsu.world.InputException;

/** One file to read: by itself, gzipped, or a member of a zip. */
record Source(Path file, String member) {
    private static final long FREE = 64L << 20; // so much may come out of any archive
    private static final long LARGEST = 16L << 30;
    private static final int LARGEST_RATIO = 200; // published tables shrink 3 to 40 times

    /** Reading of one source, which may fail. */
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** The file itself, the files in a folder (not below), or the members of a zip; in order of their names. */
    static List<Source> in(Path path) {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    return files.filter(Files::isRegularFile).sorted().map(f -> new Source(f, "")).toList();
                }
            }
            if (!Files.isRegularFile(path)) {
                throw InputException.use("There is no such file", "a table in a file, folder or zip", path.toString(),
                        "the path is relative to another folder.");
            }
            return isZip(path) && !extension(path.getFileName().toString()).equals("xlsx")
                    ? members(path)
                    : List.of(new Source(path, ""));
        } catch (ZipException e) {
            throw cutOff(path.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static List<Source> members(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<Source> sources = new ArrayList<>();
            zip.stream()
                    .filter(e -> !e.isDirectory() && !e.getName().startsWith("__MACOSX"))
                    .forEach(e -> sources.add(new Source(path, e.getName())));
            return sources;
        }
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    /** The file's or member's own name, without folders. */
    String name() {
        return member.isEmpty()
                ? file.getFileName().toString()
                : member.substring(member.replace('\\', '/').lastIndexOf('/') + 1);
    }

    /** The folder of the member inside its zip, ending in '/', or empty. */
    String folder() {
        return member.substring(0, member.lastIndexOf('/') + 1);
    }

    String extension() {
        return extension(name());
    }

    private static String extension(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** For messages. */
    String place() {
        return member.isEmpty() ? file.toString() : file + ", " + member;
    }

    /**
     * Opens, reads and closes.
     *
     * @throws InputException if the archive is cut off or swells beyond reason
     */
    <T> T read(Reading<T> reading) {
        try (ZipFile zip = member.isEmpty() ? null : new ZipFile(file.toFile());
                InputStream in = zip == null ? plain() : packed(zip)) {
            return reading.read(in);
        } catch (EOFException | ZipException e) {
            throw cutOff(place(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + place(), e);
        }
    }

    private InputStream plain() throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new Limited(new GZIPInputStream(in, 1 << 16), Files.size(file), place()) : in;
    }

    private InputStream packed(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(member);
        return new Limited(zip.getInputStream(entry), entry.getCompressedSize(), place());
    }

    /** Reads from a file of its own, for formats that are not read in one go: a member of a zip is unpacked first. */
    <T> T onDisk(Function<Path, T> reading) {
        if (member.isEmpty()) {
            return reading.apply(file);
        }
        try {
            Path copy = Files.createTempFile("jiritsu", "." + extension());
            try {
                read(in -> Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING));
                return reading.apply(copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + place(), e);
        }
    }

    /**
     * Goes through a workbook, which is a zip, before its reader does: that one sets no limit.
     *
     * @throws InputException if what is in it swells beyond reason
     */
    void requireLimited(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = new Limited(zip.getInputStream(entry), entry.getCompressedSize(), place())) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static InputException cutOff(String place, IOException e) {
        return InputException.data(place + ": the archive cannot be read to its end", "a whole zip or gzip file",
                String.valueOf(e.getMessage()), "the download was cut off: fetch it again.");
    }

    /** Stops an archive that swells beyond what any table does. */
    private static final class Limited extends FilterInputStream {
        private final String place;
        private final long limit;
        private long count;

        Limited(InputStream in, long packed, String place) {
            super(in);
            this.place = place;
            this.limit = Math.min(LARGEST, Math.max(FREE, packed * LARGEST_RATIO));
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            grow(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            grow(Math.max(0, read));
            return read;
        }

        private void grow(int bytes) {
            count += bytes;
            if (count > limit) {
                throw InputException.data(place + ": the archive swells beyond what a table does",
                        "at most %d MiB out of it".formatted(limit >> 20), "more",
                        "this is not the published file: fetch it from its publisher.");
            }
        }
    }
}
