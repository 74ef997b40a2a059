package org.jiritsu.world.internal.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Exiobase12Test {
    private static final ImportOptions EUR = ImportOptions.of("exio").rate(1.25, "made up");

    private final Fixture fixture = new Fixture(
            List.of("AT", "WW"),
            List.of("Cultivation of wheat, spelt", "Extraction of oil"),
            List.of("Final consumption expenditure by households", "Changes in valuables"),
            5);

    @TempDir
    private Path temporary;

    private String text(List<String> items, BigDecimal[][] values, String unit) {
        StringBuilder text = new StringBuilder("\t\t");
        fixture.economies.forEach(e -> text.append(("\t" + e).repeat(items.size())));
        text.append("\n\t\t");
        fixture.economies.forEach(e -> text.append('\t').append(String.join("\t", items)));
        for (int i = 0; i < values.length; i++) {
            int sectors = fixture.sectors.size();
            List<String> line = new ArrayList<>(
                    List.of(fixture.economies.get(i / sectors), fixture.sectors.get(i % sectors), unit));
            for (BigDecimal value : values[i]) {
                line.add(value.toPlainString());
            }
            text.append('\n').append(String.join("\t", line));
        }
        return text.append('\n').toString();
    }

    private BigDecimal[][] coefficients() {
        BigDecimal[][] a = new BigDecimal[fixture.n()][fixture.n()];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                a[i][j] = fixture.z[i][j].divide(fixture.x[j], new MathContext(30));
            }
        }
        return a;
    }

    private void assertHolds(World world) {
        assertEquals(
                List.of("AUT", "ROW"),
                world.economies().stream().map(Economy::code).toList());
        assertEquals(
                List.of("HFCE", "VALUABLES"),
                world.finalUses().stream().map(FinalUse::code).toList());
        for (int i = 0; i < fixture.n(); i++) {
            assertEquals(1.25 * fixture.x[i].doubleValue(), world.output(i), 1e-9 * world.output(i));
            for (int j = 0; j < fixture.n(); j++) {
                assertEquals(1.25 * fixture.z[i][j].doubleValue(), world.z(i, j), 1e-9);
            }
            for (int c = 0; c < fixture.y[i].length; c++) {
                assertEquals(1.25 * fixture.y[i][c].doubleValue(), world.y(i, c / 2, c % 2), 1e-9);
            }
        }
    }

    @Test
    void readsTheCoefficientsOfVersion2FromAZip() throws IOException {
        Path zip = temporary.resolve("mrIOT_IxI_fpa_coefficient_version2.2.2.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (List<String> file : List.of(
                    List.of("mrFactorInputs_version2.2.2.txt", "not read"),
                    List.of("mrFinalDemand_version2.2.2.txt", text(fixture.uses, fixture.y, "M.EUR")),
                    List.of("mrIot_version2.2.2.txt", text(fixture.sectors, coefficients(), "M.EUR/M.EUR")))) {
                out.putNextEntry(new ZipEntry("mrIOT_IxI_fpa_coefficient_version2.2.2/" + file.get(0)));
                out.write(file.get(1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        assertEquals(Optional.of(TableFormat.EXIOBASE), TableFormat.sniff(zip));
        World world = TableFormat.EXIOBASE.read(zip, EUR);
        assertHolds(world);
        assertEquals(
                "EXIOBASE 2, industry by industry, 2007", world.about().title().english());
        assertTrue(world.about().notes().stream().anyMatch(n -> n.english().contains("x = L y")));
    }

    @Test
    void readsTheFlowsOfVersion1FromAFolder() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("pxp_ita_44_regions_txt"));
        Files.writeString(folder.resolve("mrIot.txt"), text(fixture.sectors, fixture.z, "M.EUR"));
        Files.writeString(folder.resolve("mrFinalDemand.txt"), text(fixture.uses, fixture.y, "M.EUR"));
        World world = TableFormat.EXIOBASE.read(folder, EUR);
        assertHolds(world);
        assertEquals(
                "EXIOBASE 1, product by product, 2000", world.about().title().english());
    }

    @Test
    void refusesAnotherUnitAndAnotherFormat() throws IOException {
        Files.writeString(temporary.resolve("mrIot.txt"), text(fixture.sectors, fixture.z, "tonnes"));
        Files.writeString(temporary.resolve("mrFinalDemand.txt"), text(fixture.uses, fixture.y, "M.EUR"));
        String unit = assertThrows(InputException.class, () -> TableFormat.EXIOBASE.read(temporary, EUR))
                .getMessage();
        assertTrue(unit.contains("line 3") && unit.contains("tonnes"), unit);
        String format = assertThrows(InputException.class, () -> TableFormat.PYMRIO.read(temporary, EUR))
                .getMessage();
        assertTrue(format.contains("you meant format exiobase"), format);
    }

    @Test
    void refusesAHeaderOfAnotherShape() throws IOException {
        Files.writeString(temporary.resolve("mrIot.txt"), String.join("\t", Collections.nCopies(5, "AT")) + "\n");
        Files.writeString(temporary.resolve("mrFinalDemand.txt"), "\n");
        String message = assertThrows(InputException.class, () -> TableFormat.EXIOBASE.read(temporary, EUR))
                .getMessage();
        assertTrue(message.contains("0 empty fields"), message);
    }
}
