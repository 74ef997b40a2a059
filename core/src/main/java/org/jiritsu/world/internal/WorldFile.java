package org.jiritsu.world.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.InputFile;
import org.jiritsu.world.World;

/**
 * A world on disk: a NumPy {@code .npz} (a zip of {@code Z.npy}, {@code Y.npy}, {@code x.npy} and, where
 * {@link World#rounding} is stated, {@code rounding.npy}) with the labels and the
 * provenance beside in {@code world.json}, so that Python users open it with {@code numpy.load}. Tables of whole numbers
 * are kept as 32-bit integers, compressed; others as they are, for their digits hardly compress and take seconds to try;
 * estimated tables as their factors ({@link FactoredFile}). The zip's checksums guard the bytes.
 */
public final class WorldFile {
    static final String LABELS = "world.json";
    private static final String ROUNDING = "rounding.npy";
    private static final Pattern HEADER =
            Pattern.compile("'descr': '(<i4|<f4|<f8)', 'fortran_order': False, 'shape': \\(([0-9, ]+)\\)");

    private WorldFile() {}

    /** Reads labels and provenance only. */
    public static WorldLabels readLabels(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return labels(zip, file);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    public static World read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            open(zip, file, LABELS).close(); // other tools' files are told first
            CompletableFuture<WorldLabels> labels = CompletableFuture.supplyAsync(() -> labels(zip, file));
            return FactoredFile.isFactored(zip)
                    ? FactoredFile.read(zip, file, () -> await(labels))
                    : dense(zip, file, () -> await(labels));
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static World dense(ZipFile zip, Path file, Supplier<WorldLabels> awaited) throws IOException {
        double[] z = array(zip, file, "Z.npy");
        double[] y = array(zip, file, "Y.npy");
        double[] x = array(zip, file, "x.npy");
        double[] rounding = zip.getEntry(ROUNDING) == null ? new double[0] : array(zip, file, ROUNDING);
        WorldLabels labels = awaited.get();
        int n = labels.economies().size() * labels.sectors().size();
        requireLength(file, "Z.npy", z, (long) n * n);
        requireLength(
                file,
                "Y.npy",
                y,
                (long) n * labels.economies().size() * labels.finalUses().size());
        requireLength(file, "x.npy", x, n);
        requireLength(file, ROUNDING, rounding, rounding.length == 0 ? 0 : n);
        return new World(labels.about(), labels.economies(), labels.sectors(), labels.finalUses(), z, y, x, rounding);
    }

    private static WorldLabels await(CompletableFuture<WorldLabels> labels) {
        try {
            return labels.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Writes the world to {@code file}; the caller moves it into place. */
    public static void write(World world, Path file) throws IOException {
        write(world, () -> world.about().inputs(), file);
    }

    /** @param inputs asked for at the end, so that fingerprints can be taken while the arrays are written */
    public static void write(World world, Supplier<List<InputFile>> inputs, Path file) throws IOException {
        int n = world.size();
        int finalColumns = world.economyCount() * world.finalUses().size();
        try (ZipOutputStream zip = zip(file)) {
            double[] row = new double[n];
            keepArray(zip, "Z.npy", n, n, i -> {
                world.readZ(i, row);
                return row;
            });
            keepArray(zip, "Y.npy", n, finalColumns, i -> {
                double[] target = new double[finalColumns];
                for (int c = 0; c < finalColumns; c++) {
                    target[c] = world.y(
                            i,
                            c / world.finalUses().size(),
                            c % world.finalUses().size());
                }
                return target;
            });
            keepArray(zip, "x.npy", n, 1, i -> new double[] {world.output(i)});
            double[] rounding = world.rounding();
            if (rounding.length > 0) {
                keepArray(zip, ROUNDING, n, 1, i -> new double[] {rounding[i]});
            }
            zip.setLevel(Deflater.BEST_COMPRESSION);
            entry(zip, LABELS);
            zip.write(WorldLabels.of(world).from(inputs.get()).toJson().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /** Compresses best unless told otherwise. */
    static ZipOutputStream zip(Path file) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file)) {
            {
                buf = new byte[1 << 16]; // the library's 512 bytes make slow work of large arrays
            }
        };
        zip.setLevel(Deflater.BEST_COMPRESSION);
        return zip;
    }

    interface Rows {
        double[] row(int i);
    }

    static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(
                FileTime.fromMillis(315532800000L)); // fixed, so that the same world gives the same bytes
        zip.putNextEntry(entry);
    }

    /** Tables of whole numbers compressed; others as they are, at a fraction of the time. */
    private static void keepArray(ZipOutputStream zip, String name, int rows, int columns, Rows source)
            throws IOException {
        boolean whole = allWhole(rows, source);
        zip.setLevel(whole ? Deflater.BEST_COMPRESSION : Deflater.NO_COMPRESSION);
        writeArray(zip, name, rows, columns, whole ? Type.INTEGER : Type.DOUBLE, source);
    }

    /** As integers if all are whole. */
    static void writeArray(ZipOutputStream zip, String name, int rows, int columns, Rows source) throws IOException {
        writeArray(zip, name, rows, columns, allWhole(rows, source) ? Type.INTEGER : Type.DOUBLE, source);
    }

    /** As single-precision numbers. */
    static void writeSingles(ZipOutputStream zip, String name, int rows, int columns, Rows source) throws IOException {
        writeArray(zip, name, rows, columns, Type.SINGLE, source);
    }

    /** How a number is kept. */
    private enum Type {
        INTEGER("<i4", 4),
        SINGLE("<f4", 4),
        DOUBLE("<f8", 8);

        private final String name;
        private final int size;

        Type(String name, int size) {
            this.name = name;
            this.size = size;
        }

        static Type of(String name) {
            return Arrays.stream(values())
                    .filter(t -> t.name.equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        void put(double[] row, ByteBuffer buffer) {
            for (int j = 0; j < row.length; j++) {
                switch (this) {
                    case INTEGER -> buffer.putInt(j * size, (int) row[j]);
                    case SINGLE -> buffer.putFloat(j * size, (float) row[j]);
                    case DOUBLE -> buffer.putDouble(j * size, row[j]);
                }
            }
        }

        /** The k-th number. */
        double get(ByteBuffer buffer, int k) {
            return switch (this) {
                case INTEGER -> buffer.getInt(k * size);
                case SINGLE -> buffer.getFloat(k * size);
                case DOUBLE -> buffer.getDouble(k * size);
            };
        }
    }

    private static void writeArray(ZipOutputStream zip, String name, int rows, int columns, Type type, Rows source)
            throws IOException {
        entry(zip, name);
        String shape = columns == 1 ? "(%d,)".formatted(rows) : "(%d, %d)".formatted(rows, columns);
        zip.write(header(type.name, shape));
        byte[] bytes = new byte[columns * type.size];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < rows; i++) {
            type.put(source.row(i), buffer);
            zip.write(bytes);
        }
        zip.closeEntry();
    }

    private static boolean allWhole(int rows, Rows source) {
        for (int i = 0; i < rows; i++) {
            for (double value : source.row(i)) {
                if (value != (int) value) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] header(String type, String shape) {
        String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        int padded = (10 + text.length() + 1 + 63) / 64 * 64 - 10;
        ByteBuffer buffer = ByteBuffer.allocate(10 + padded).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        buffer.putShort((short) padded);
        buffer.put(String.format(Locale.ROOT, "%-" + (padded - 1) + "s\n", text).getBytes(StandardCharsets.US_ASCII));
        return buffer.array();
    }

    private static WorldLabels labels(ZipFile zip, Path file) {
        try (Guarded in = open(zip, file, LABELS)) {
            byte[] json = in.readAllBytes();
            in.requireIntact();
            return WorldLabels.parse(json, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java's ZipFile leaves the checksum to its caller. */
    private static final class Guarded extends CheckedInputStream {
        private final long written;

        Guarded(InputStream in, ZipEntry entry) {
            super(in, new CRC32());
            written = entry.getCrc();
        }

        void requireIntact() throws IOException {
            transferTo(OutputStream.nullOutputStream());
            if (getChecksum().getValue() != written) {
                throw new IOException("the data does not have the checksum it was written with");
            }
        }
    }

    private static Guarded open(ZipFile zip, Path file, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw InputException.data(
                    "%s is not a Jiritsu world".formatted(file),
                    "a zip that holds world.json, Z.npy, Y.npy and x.npy",
                    "no " + name,
                    "it is another tool's file: bring it in with 'jiritsu world import'.");
        }
        return new Guarded(zip.getInputStream(entry), entry);
    }

    static double[] array(ZipFile zip, Path file, String name) throws IOException {
        try (Guarded in = open(zip, file, name)) {
            byte[] start = in.readNBytes(10);
            int headerLength = start.length < 10
                    ? 0
                    : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getShort(8) & 0xffff;
            String header = new String(in.readNBytes(headerLength), StandardCharsets.US_ASCII);
            Matcher matcher = HEADER.matcher(header);
            long elements = matcher.find() ? elements(matcher.group(2)) : Long.MAX_VALUE;
            if (elements > Integer.MAX_VALUE) {
                throw unfit(file, name, "numbers", header.strip());
            }
            double[] values = read(in, Type.of(matcher.group(1)), Math.toIntExact(elements));
            in.requireIntact();
            return values;
        }
    }

    /** @param length how many numbers the labels call for */
    static void requireLength(Path file, String name, double[] values, long length) {
        if (values.length != length) {
            throw unfit(file, name, length + " numbers", values.length + " numbers");
        }
    }

    private static InputException unfit(Path file, String name, String expected, String found) {
        return InputException.data(
                "%s, array %s does not fit its labels".formatted(file, name),
                expected + " of type int32, float32 or float64 in row order",
                found,
                "the file was written by hand: write it with 'jiritsu world import'.");
    }

    private static long elements(String shape) throws IOException {
        long product = 1;
        for (String part : shape.split(",")) {
            if (part.strip().length() > 9) {
                throw new IOException("an array of shape " + shape);
            }
            product *= part.isBlank() ? 1 : Long.parseLong(part.strip());
        }
        return product;
    }

    private static double[] read(InputStream in, Type type, int length) throws IOException {
        double[] values = new double[length];
        int size = type.size;
        byte[] bytes = new byte[1 << 16];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at < length) {
            int wanted = (int) Math.min(bytes.length, (long) (length - at) * size);
            if (in.readNBytes(bytes, 0, wanted) != wanted) {
                throw new IOException("the array ends early");
            }
            int count = wanted / size;
            if (type == Type.DOUBLE) {
                buffer.asDoubleBuffer().get(values, at, count);
            } else {
                for (int k = 0; k < count; k++) {
                    values[at + k] = type.get(buffer, k);
                }
            }
            at += count;
        }
        return values;
    }

    private static InputException unreadable(Path file, IOException e) {
        return InputException.data(
                "Cannot read the world in " + file,
                "an intact .npz file",
                String.valueOf(e.getMessage()),
                "the file was cut off or changed: fetch or import it again.");
    }
}
