package org.jiritsu.world.internal.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Economy;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigaroTest {
    private static final double RATE = 1.053;
    private static final ImportOptions OPTIONS = ImportOptions.of("figaro").rate(RATE, "ECB, average of 2022");

    @TempDir
    private Path folder;

    private final Fixture fixture = new Fixture(
            List.of("DE", "GR", "FIGW1"),
            List.of("A01", "C31_32", "U"),
            List.of("P3_S13", "P3_S14", "P3_S15", "P51G", "P5M"),
            3);

    private List<List<String>> matrix() {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : fixture.icio("rowLabels", "W2_D21X31", "W2_B2A3G", "OUT")) {
            rows.add(row.subList(0, row.size() - 1));
        }
        rows.removeLast();
        List<String> none = new ArrayList<>(Collections.nCopies(rows.getFirst().size(), "0"));
        none.set(0, "W2_OP_RES");
        rows.add(fixture.n() + 2, none);
        return rows;
    }

    private String flat() {
        StringBuilder text = new StringBuilder("icioiRow,icioiCol,refArea,rowIi,counterpartArea,colIi,obsValue\n");
        List<List<String>> rows = matrix();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int c = 1; c < row.size(); c++) {
                String column = rows.getFirst().get(c);
                text.append(String.join(
                                ",",
                                row.getFirst(),
                                column,
                                part(row.getFirst(), 0),
                                part(row.getFirst(), 1),
                                part(column, 0),
                                part(column, 1),
                                row.get(c)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String part(String label, int which) {
        return label.split("_", 2)[which];
    }

    private void assertHolds(World world) {
        assertEquals(
                List.of("DEU", "GRC", "ROW"),
                world.economies().stream().map(Economy::code).toList());
        assertEquals(2022, world.about().year());
        assertTrue(
                world.about().title().english().contains("industry by industry, 2024 edition"),
                world.about().title().english());
        assertTrue(world.about().notes().getFirst().english().contains("1.053"));
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(fixture.x[i].doubleValue() * RATE, world.output(i), 1e-9 * world.output(i));
            for (int j = 0; j < fixture.n(); j++) {
                assertEquals(fixture.z[i][j].doubleValue() * RATE, world.z(i, j));
            }
            for (int c = 0; c < fixture.y[i].length; c++) {
                assertEquals(fixture.y[i][c].doubleValue() * RATE, world.y(i, c / 5, c % 5));
            }
        }
    }

    @Test
    void readsTheMatrixLayout() throws IOException {
        Path file = Files.writeString(
                folder.resolve("matrix_eu-ic-io_ind-by-ind_24ed_2022.csv"), Fixture.text(matrix(), ","));
        assertHolds(TableFormat.FIGARO.read(file, OPTIONS));
    }

    @Test
    void readsTheFlatLayout() throws IOException {
        Path file = Files.writeString(folder.resolve("flatfile_eu-ic-io_ind-by-ind_24ed_2022.csv"), flat());
        assertHolds(TableFormat.FIGARO.read(file, OPTIONS));
    }

    /** SDMX-CSV of naio_10_fcp_ii, in the layout in which Eurostat's service answers; no real download was read. */
    private String sdmx(String... years) {
        StringBuilder text = new StringBuilder(
                "DATAFLOW,LAST UPDATE,freq,ind_use,ind_ava,c_dest,unit,c_orig,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n");
        List<String> lines = flat().lines().skip(1).toList();
        for (String year : years) {
            for (String line : lines) {
                String[] f = line.split(",");
                String value = year.equals("2022") ? f[6] : "1";
                text.append(sdmx(f[5], f[3], f[4], f[2], year, value));
            }
            text.append(sdmx("TOTAL", "A01", "DE", "DE", year, "99"));
        }
        return text.toString();
    }

    private static String sdmx(String use, String row, String to, String from, String year, String value) {
        String origin = from.equals("W2") ? "DOM" : from.replace("FIGW1", "WRL_REST");
        return String.join(
                        ",",
                        "ESTAT:NAIO_10_FCP_II4(1.0)",
                        "18/07/26 11:00:00",
                        "A",
                        use,
                        row,
                        to.replace("FIGW1", "WRL_REST"),
                        "MIO_EUR",
                        origin,
                        year,
                        value,
                        "",
                        "")
                + "\n";
    }

    @Test
    void readsWhatEurostatsDatabaseServes() throws IOException {
        Path file = Files.writeString(folder.resolve("estat_naio_10_fcp_ii4_24ed_.csv"), sdmx("2022"));
        assertHolds(TableFormat.FIGARO.read(file, OPTIONS));
        Path two = Files.writeString(folder.resolve("estat_naio_10_fcp_ii4_24ed_two.csv"), sdmx("2021", "2022"));
        assertHolds(TableFormat.FIGARO.read(two, OPTIONS.year(2022)));
        String several = assertThrows(InputException.class, () -> TableFormat.FIGARO.read(two, OPTIONS))
                .getMessage();
        assertTrue(several.contains("2021, 2022") && several.contains("--year 2021"), several);
        String none = assertThrows(InputException.class, () -> TableFormat.FIGARO.read(two, OPTIONS.year(2015)))
                .getMessage();
        assertTrue(none.contains("no cells of 2015") && none.contains("--year 2021"), none);
    }

    @Test
    void refusesAFlatFileCutOff() throws IOException {
        String text = flat();
        Path file = Files.writeString(
                folder.resolve("flatfile_2022.csv"), text.substring(0, text.indexOf("\nFIGW1_C31_32") + 90));
        String message = assertThrows(InputException.class, () -> TableFormat.FIGARO.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("FIGW1") || message.contains("ROW_U"), message);
    }

    @Test
    void refusesACellTwice() throws IOException {
        String line = "DE_A01,DE_A01,DE,A01,DE,A01,1.5\n";
        Path file = Files.writeString(folder.resolve("flatfile_2022.csv"), flat() + line);
        String message = assertThrows(InputException.class, () -> TableFormat.FIGARO.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("twice"), message);
    }

    @Test
    void asksForARate() throws IOException {
        Path file = Files.writeString(folder.resolve("matrix_2022.csv"), Fixture.text(matrix(), ","));
        String message = assertThrows(
                        InputException.class, () -> TableFormat.FIGARO.read(file, ImportOptions.of("figaro")))
                .getMessage();
        assertTrue(message.contains("million EUR") && message.contains("--rate"), message);
    }

    @Test
    void refusesPrimaryInputsThatDoNotClose() throws IOException {
        List<List<String>> rows = matrix();
        List<String> wrong = new ArrayList<>(rows.getLast());
        wrong.set(2, new BigDecimal(wrong.get(2)).add(BigDecimal.TEN).toPlainString());
        rows.set(rows.size() - 1, wrong);
        Path file = Files.writeString(folder.resolve("matrix_2022.csv"), Fixture.text(rows, ","));
        String message = assertThrows(InputException.class, () -> TableFormat.FIGARO.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.contains("contradict") && message.contains("DEU_C31_32"), message);
    }

    @Test
    void saysWhichFormatItIsWhenTheWrongOneWasNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("matrix_2022.csv"), Fixture.text(matrix(), ","));
        String message = assertThrows(InputException.class, () -> TableFormat.ICIO.read(file, OPTIONS))
                .getMessage();
        assertTrue(message.endsWith("Maybe you meant format figaro."), message);
    }

    /** As the file is published: industries without a sale or a purchase do not stand in it at all. */
    @Test
    void readsTheFlatLayoutWithoutItsZeroLines() throws IOException {
        for (int k = 0; k < fixture.n(); k++) {
            fixture.z[k][8] = BigDecimal.ZERO;
            fixture.z[8][k] = BigDecimal.ZERO;
        }
        java.util.Arrays.fill(fixture.y[8], BigDecimal.ZERO);
        fixture.close();
        String text = flat().lines()
                .filter(line -> {
                    String value = line.substring(line.lastIndexOf(',') + 1);
                    return value.equals("obsValue") || new BigDecimal(value).signum() != 0;
                })
                .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        assertFalse(text.contains("FIGW1_U,"), "the industry is left out");
        Path file = Files.writeString(folder.resolve("flatfile_eu-ic-io_ind-by-ind_24ed_2022.csv"), text);
        World world = TableFormat.FIGARO.read(file, OPTIONS);
        assertHolds(world);
        assertTrue(world.about().notes().toString().contains("are not listed in the file; they count as zero"));
    }
}
