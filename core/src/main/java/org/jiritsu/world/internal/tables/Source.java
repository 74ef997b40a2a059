package org.jiritsu.world.internal.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jiritsu.base.InputException;

/**
 * One file to read: by itself, gzipped, or a member of a zip.
 *
 * @param progress is told the name and how much of it has been read, from 0 to 1
 */
record Source(Path file, String member, ObjDoubleConsumer<String> progress) {
    private static final long FREE = 64L << 20; // so much may come out of any archive
    private static final long LARGEST = 16L << 30;
    private static final int LARGEST_RATIO = 200; // published tables shrink 3 to 40 times

    /** Reading of one source, which may fail. */
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** Small files, which nobody watches being read. */
    static List<Source> in(Path path) {
        return in(path, (name, part) -> {});
    }

    /** The file itself, the files in a folder (not below), or the members of a zip; in order of their names. */
    static List<Source> in(Path path, ObjDoubleConsumer<String> progress) {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    return files.filter(Files::isRegularFile)
                            .sorted()
                            .map(f -> new Source(f, "", progress))
                            .toList();
                }
            }
            if (!Files.isRegularFile(path) && !Files.isSymbolicLink(path)) {
                throw noSuchFile(path);
            }
            return isZip(path) && !extension(path.getFileName().toString()).equals("xlsx")
                    ? members(path, progress)
                    : List.of(new Source(path, "", progress));
        } catch (NoSuchFileException e) {
            throw noSuchFile(path);
        } catch (ZipException e) {
            throw cutOff(path.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static InputException noSuchFile(Path path) {
        return InputException.use(
                "There is no such file",
                "a table in a file, folder or zip",
                path.toString(),
                "the path is relative to another folder.");
    }

    private static List<Source> members(Path path, ObjDoubleConsumer<String> progress) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<Source> sources = new ArrayList<>();
            zip.stream()
                    .filter(e -> !e.isDirectory() && !e.getName().startsWith("__MACOSX"))
                    .forEach(e -> sources.add(new Source(path, e.getName(), progress)));
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
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw unreadable(e, place());
        }
    }

    private InputStream plain() throws IOException {
        InputStream raw = new Watched(Files.newInputStream(file), Files.size(file), this);
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new Limited(new GZIPInputStream(in, 1 << 16), Files.size(file), place()) : in;
    }

    private InputStream packed(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(member);
        InputStream in = new Limited(zip.getInputStream(entry), entry.getCompressedSize(), place());
        return new Watched(in, entry.getSize(), this);
    }

    /** Reads from a file of its own, for formats that are not read in one go: a member of a zip is unpacked first. */
    <T> T onDisk(Function<Path, T> reading) {
        if (member.isEmpty()) {
            return reading.apply(file);
        }
        try {
            Path copy = Files.createTempFile("jiritsu", "." + extension());
            copy.toFile().deleteOnExit(); // also after Ctrl-C
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
     * @param sheets whether the sheets will be read to their end
     * @throws InputException if what is in it swells beyond reason
     */
    void requireLimited(Path workbook, boolean sheets) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!sheets && entry.getName().startsWith("xl/worksheets/")) {
                    continue; // read line by line, and only the first ones
                }
                try (InputStream in = new Limited(zip.getInputStream(entry), entry.getCompressedSize(), place())) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    /**
     * What went wrong while reading, which readers of CSV wrap, in words.
     *
     * @param where this source, and perhaps a line of it
     */
    RuntimeException unreadable(Exception e, String where) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case InputException told -> {
                    return told;
                }
                case EOFException _, ZipException _ -> {
                    return cutOff(where, cause);
                }
                case CharacterCodingException _ -> {
                    return InputException.data(
                            where + " is not UTF-8 text",
                            "UTF-8",
                            "bytes of another encoding",
                            "it was saved by a spreadsheet: save it as 'CSV UTF-8'.");
                }
                default -> {
                    // look further down
                }
            }
        }
        return switch (e) {
            case UncheckedIOException failed -> failed;
            case IOException failed -> new UncheckedIOException("Cannot read " + place(), failed);
            default ->
                InputException.data(
                        where + " cannot be read",
                        "CSV lines",
                        String.valueOf(e.getMessage()),
                        "a quotation mark is open: look at the lines before it.");
        };
    }

    private static InputException cutOff(String place, Throwable e) {
        return InputException.data(
                place + " cannot be read to its end",
                "a whole zip or gzip file",
                e.getMessage() == null ? "an early end" : e.getMessage(),
                "the download was cut off: fetch it again.");
    }

    /** Counts what is read. */
    private abstract static class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        abstract void reached(long count);

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            reached(count);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            reached(count);
            return read;
        }
    }

    /** Tells how far reading has come. */
    private static final class Watched extends Counted {
        private final long size;
        private final Source source;

        Watched(InputStream in, long size, Source source) {
            super(in);
            this.size = size;
            this.source = source;
        }

        @Override
        void reached(long count) {
            source.progress.accept(source.name(), size > 0 ? Math.min(1, (double) count / size) : 1);
        }
    }

    /** Stops an archive that swells beyond what any table does. */
    private static final class Limited extends Counted {
        private final String place;
        private final long limit;

        Limited(InputStream in, long packed, String place) {
            super(in);
            this.place = place;
            this.limit = Math.min(LARGEST, Math.max(FREE, packed * LARGEST_RATIO));
        }

        @Override
        void reached(long count) {
            if (count > limit) {
                throw InputException.data(
                        place + ": the archive swells beyond what a table does",
                        "at most %d MiB out of it".formatted(limit >> 20),
                        "more",
                        "this is not the published file: fetch it from its publisher.");
            }
        }
    }
}
