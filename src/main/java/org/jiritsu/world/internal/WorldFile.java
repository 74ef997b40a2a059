package org.jiritsu.world.internal;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.InputException;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * A world on disk: a NumPy {@code .npz} (a zip of {@code Z.npy}, {@code Y.npy}, {@code x.npy}) with the labels and the
 * provenance beside in {@code world.json}, so that Python users open it with {@code numpy.load}. Tables of whole numbers
 * are kept as 32-bit integers, estimated tables as their factors ({@link FactoredFile}). The zip's checksums guard the bytes.
 */
public final class WorldFile {
    static final String LABELS = "world.json";
    private static final Pattern HEADER =
            Pattern.compile("'descr': '(<i4|<f8)', 'fortran_order': False, 'shape': \\(([0-9, ]+)\\)");

    private WorldFile() {}

    /** Reads labels and provenance only. */
    public static WorldLabels readLabels(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return labels(zip, file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    public static World read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            WorldLabels labels = labels(zip, file);
            if (FactoredFile.isFactored(zip)) {
                return FactoredFile.read(zip, file, labels);
            }
            int n = labels.economies().size() * labels.sectors().size();
            int finalColumns = labels.economies().size() * labels.finalUses().size();
            return new World(
                    labels.about(),
                    labels.economies(),
                    labels.sectors(),
                    labels.finalUses(),
                    array(zip, file, "Z.npy", (long) n * n),
                    array(zip, file, "Y.npy", (long) n * finalColumns),
                    array(zip, file, "x.npy", n));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Writes the world to {@code file}; the caller moves it into place. */
    public static void write(World world, Path file) throws IOException {
        int n = world.size();
        int finalColumns = world.economyCount() * world.finalUses().size();
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(9);
            entry(zip, LABELS);
            zip.write(WorldLabels.of(world).toJson().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            double[] row = new double[n];
            writeArray(zip, "Z.npy", n, n, i -> {
                world.readZ(i, row);
                return row;
            });
            writeArray(zip, "Y.npy", n, finalColumns, i -> {
                double[] target = new double[finalColumns];
                for (int c = 0; c < finalColumns; c++) {
                    target[c] = world.y(i, c / world.finalUses().size(), c % world.finalUses().size());
                }
                return target;
            });
            writeArray(zip, "x.npy", n, 1, i -> new double[] {world.output(i)});
        }
    }

    interface Rows {
        double[] row(int i);
    }

    static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(315532800000L)); // fixed, so that the same world gives the same bytes
        zip.putNextEntry(entry);
    }

    static void writeArray(ZipOutputStream zip, String name, int rows, int columns, Rows source)
            throws IOException {
        boolean whole = allWhole(rows, source);
        entry(zip, name);
        String shape = columns == 1 && name.startsWith("x") ? "(%d,)".formatted(rows) : "(%d, %d)".formatted(rows, columns);
        zip.write(header(whole ? "<i4" : "<f8", shape));
        ByteBuffer buffer = ByteBuffer.allocate(columns * (whole ? 4 : 8)).order(ByteOrder.LITTLE_ENDIAN);
        WritableByteChannel out = Channels.newChannel((OutputStream) zip);
        for (int i = 0; i < rows; i++) {
            buffer.clear();
            for (double value : source.row(i)) {
                if (whole) {
                    buffer.putInt((int) value);
                } else {
                    buffer.putDouble(value);
                }
            }
            out.write(buffer.flip());
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
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
        buffer.putShort((short) padded);
        buffer.put(String.format(Locale.ROOT, "%-" + (padded - 1) + "s\n", text).getBytes(StandardCharsets.US_ASCII));
        return buffer.array();
    }

    private static WorldLabels labels(ZipFile zip, Path file) throws IOException {
        try (Guarded in = open(zip, file, LABELS)) {
            byte[] json = in.readAllBytes();
            in.requireIntact();
            return WorldLabels.parse(new ByteArrayInputStream(json), file);
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

    /** @param length how many numbers the labels call for, or −1 if they do not say */
    static double[] array(ZipFile zip, Path file, String name, long length) throws IOException {
        try (Guarded in = open(zip, file, name)) {
            byte[] start = in.readNBytes(10);
            int headerLength = start.length < 10 ? 0 : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getShort(8) & 0xffff;
            String header = new String(in.readNBytes(headerLength), StandardCharsets.US_ASCII);
            Matcher matcher = HEADER.matcher(header);
            boolean sound = matcher.find();
            long elements = sound ? elements(matcher.group(2)) : 0;
            if (!sound || elements > Integer.MAX_VALUE || (length >= 0 && elements != length)) {
                throw InputException.data(
                        "%s, array %s does not fit its labels".formatted(file, name),
                        "%d numbers of type int32 or float64 in row order".formatted(length),
                        header.strip(),
                        "the file was written by hand: write it with 'jiritsu world import'.");
            }
            double[] values = read(in, matcher.group(1).equals("<i4"), Math.toIntExact(elements));
            in.requireIntact();
            return values;
        }
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

    private static double[] read(InputStream in, boolean whole, int length) throws IOException {
        double[] values = new double[length];
        int size = whole ? 4 : 8;
        byte[] bytes = new byte[1 << 16];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at < length) {
            int wanted = (int) Math.min(bytes.length, (long) (length - at) * size);
            if (in.readNBytes(bytes, 0, wanted) != wanted) {
                throw new IOException("the array ends early");
            }
            int count = wanted / size;
            if (whole) {
                for (int k = 0; k < count; k++) {
                    values[at + k] = buffer.getInt(4 * k);
                }
            } else {
                buffer.asDoubleBuffer().get(values, at, count);
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
