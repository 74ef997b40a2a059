package org.jiritsu.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Parts of an economy that are kept through the inverse and summed after, as in the OECD's own indicators, against a dense
 * inverse of the split table.
 */
class SplitPartsTest {
    private static final List<String> SELLERS = List.of("ESP", "CHN", "ROW", "CN1", "CN2");
    private static final List<String> BUYERS = List.of("ESP", "CHN", "ROW");
    private static final List<String> SECTORS = List.of("D01T09", "D10T39");
    private static final int N = 10;

    @TempDir
    private Path folder;

    private final double[][] z = new double[N][N];
    private final double[][] y = new double[N][BUYERS.size()];
    private final double[] x = new double[N];
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("V1");
        for (int i = 0; i < N; i++) {
            text.append(',').append(label(i));
        }
        BUYERS.forEach(c -> text.append(',').append(c).append("_HFCE"));
        text.append(",OUT\n");
        for (int i = 0; i < N; i++) {
            text.append(label(i));
            for (int j = 0; j < N; j++) {
                z[i][j] = empty(i) || empty(j) ? 0 : 10 * random.nextDouble();
                x[i] += z[i][j];
                text.append(',').append(z[i][j]);
            }
            for (int c = 0; c < BUYERS.size(); c++) {
                y[i][c] = empty(i) ? 0 : 100 * random.nextDouble();
                x[i] += y[i][c];
                text.append(',').append(y[i][c]);
            }
            text.append(',').append(x[i]).append('\n');
        }
        file = Files.writeString(folder.resolve("2018_SML.csv"), text);
    }

    private static String label(int i) {
        return SELLERS.get(i / 2) + "_" + SECTORS.get(i % 2);
    }

    /** China itself has no industries: they are in its parts. */
    private static boolean empty(int i) {
        return i / 2 == 1;
    }

    private static String whole(int i) {
        return SELLERS.get(i / 2).startsWith("CN") ? "CHN" : SELLERS.get(i / 2);
    }

    @Test
    void theyAreSummedAfterTheInverse() {
        World kept = TableFormat.ICIO.read(file, ImportOptions.of("kept").keepParts(true));
        World merged = TableFormat.ICIO.read(file, ImportOptions.of("merged"));
        assertEquals(
                List.of("D01T09", "D10T39", "D01T09.2", "D10T39.2"),
                kept.sectors().stream().map(s -> s.code()).toList());
        assertTrue(kept.about().notes().getFirst().english().contains("stay apart"));
        assertTrue(merged.about().notes().getFirst().english().contains("--keep-parts"));
        for (String code : BUYERS) {
            Indicator found = indicator(kept, code);
            double domestic = 0;
            double abroad = 0;
            double exports = 0;
            double[][] l = inverse();
            for (int j = 0; j < N; j++) {
                double sold = 0;
                for (int k = 0; k < N; k++) {
                    sold += whole(k).equals(code) ? 0 : z[j][k];
                }
                for (int c = 0; c < BUYERS.size(); c++) {
                    sold += BUYERS.get(c).equals(code) ? 0 : y[j][c];
                }
                exports += whole(j).equals(code) ? sold : 0;
                for (int i = 0; i < N; i++) {
                    double va = whole(i).equals(code) ? valueAddedShare(i) * l[i][j] : 0;
                    domestic += whole(j).equals(code) ? va * sold : 0;
                    for (int c = 0; c < BUYERS.size(); c++) {
                        abroad += BUYERS.get(c).equals(code) ? 0 : va * y[j][c];
                    }
                }
            }
            assertEquals(exports, found.exportsMusd(), 1e-9);
            assertEquals(domestic, found.domesticVaInExportsMusd(), 1e-9);
            assertEquals(abroad / exports, found.vaxRatio(), 1e-12);
            Indicator before = indicator(merged, code);
            assertEquals(exports, before.exportsMusd(), 1e-9);
            assertNotEquals(domestic, before.domesticVaInExportsMusd(), 1e-3);
        }
    }

    @Test
    void noOtherIndustryMayBeMissing() throws IOException {
        String text = Files.readString(file).replaceAll("(?m)^ROW_D10T39,.*\n", "");
        Path cut = Files.writeString(folder.resolve("2019_SML.csv"), text);
        String message = assertThrows(
                        InputException.class,
                        () -> TableFormat.ICIO.read(cut, ImportOptions.of("cut").keepParts(true)))
                .getMessage();
        assertTrue(message.toUpperCase(Locale.ROOT).contains("ROW_D10T39"), message);
    }

    private static Indicator indicator(World world, String code) {
        try (Leontief leontief = Leontief.of(world, Kernel.java())) {
            return Indicators.of(leontief, PartnerExposure.of(leontief), Kernel.java())
                    .home(world.economy(code));
        }
    }

    private double valueAddedShare(int j) {
        double left = x[j];
        for (int i = 0; i < N; i++) {
            left -= z[i][j];
        }
        return x[j] == 0 ? 0 : left / x[j];
    }

    /** 1 + A + A² + ..., which needs no solver. */
    private double[][] inverse() {
        double[][] sum = new double[N][N];
        double[][] power = new double[N][N];
        for (int i = 0; i < N; i++) {
            power[i][i] = 1;
        }
        for (int round = 0; round < 400; round++) {
            double[][] next = new double[N][N];
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    sum[i][j] += power[i][j];
                    for (int k = 0; k < N && x[j] != 0; k++) {
                        next[i][j] += power[i][k] * z[k][j] / x[j];
                    }
                }
            }
            power = next;
        }
        return sum;
    }
}
