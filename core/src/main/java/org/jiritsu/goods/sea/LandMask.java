package org.jiritsu.goods.sea;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jiritsu.base.InputException;

/** Cells of 0.1 degrees that are land, as are all eight around them; coasts and harbours are not among them. */
final class LandMask {
    private static final int ROWS = 1800;
    private static final int COLUMNS = 3600;
    private static final double STEP_KM = 5;

    private final byte[] bits;

    private LandMask(byte[] bits) {
        this.bits = bits;
    }

    static LandMask read(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = new GZIPInputStream(raw)) {
            byte[] bits = in.readAllBytes();
            if (bits.length != ROWS * COLUMNS / 8) {
                throw InputException.data(
                        String.valueOf(file.getFileName()),
                        ROWS * COLUMNS / 8 + " bytes",
                        bits.length + " bytes",
                        "the file was cut short: copy it again.");
            }
            return new LandMask(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    boolean land(Point at) {
        int row = Math.clamp((int) ((90 - at.lat()) * 10), 0, ROWS - 1);
        int column = Math.floorMod((int) ((at.lon() + 180) * 10), COLUMNS);
        int cell = row * COLUMNS + column;
        return (bits[cell >> 3] >> (7 - (cell & 7)) & 1) == 1;
    }

    /** Whether the way from a to b meets land, looked at every five kilometres. */
    boolean between(double[] a, double[] b, double km) {
        int steps = Math.max(1, (int) Math.ceil(km / STEP_KM));
        for (int i = 0; i < steps; i++) {
            if (land(Globe.point(Globe.between(a, b, (i + 0.5) / steps)))) {
                return true;
            }
        }
        return false;
    }
}
