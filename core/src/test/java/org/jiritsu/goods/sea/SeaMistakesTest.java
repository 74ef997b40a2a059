package org.jiritsu.goods.sea;

import static org.jiritsu.Mistakes.assertBadData;
import static org.jiritsu.Mistakes.assertWrongUse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiritsu.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told, and that the mend works. */
class SeaMistakesTest {
    @Test
    void aStraitThatDoesNotExist() {
        assertWrongUse(() -> Sea.NETWORK.strait("hormus"), "hormus", "Maybe hormuz is meant");
        assertWrongUse(() -> Sea.routes("malaca"), "malaca", "Maybe malacca is meant");
        assertWrongUse(() -> Sea.NETWORK.strait("Strait of Malaca"), "Maybe malacca is meant");
        assertEquals("hormuz", Sea.NETWORK.strait("Strait of Hormuz").code());
        assertEquals("hormuz", Sea.NETWORK.strait("ホルムズ海峡").code());
        assertEquals("babelmandeb", Sea.NETWORK.strait("Bab el-Mandeb").code());
    }

    @Test
    void aPortThatDoesNotExist() {
        assertWrongUse(() -> Sea.port("Yokohma"), "Yokohma", "Maybe Yokohama is meant");
        assertEquals("JPYOK", Sea.port("yokohama").code());
        assertWrongUse(() -> Sea.port("200,10"), "longitude from -180 to 180");
        assertWrongUse(() -> Sea.port("35.45,139.65"), "Maybe 139.65,35.45 is meant");
    }

    @Test
    void aPortOnLand() {
        Routes routes = Sea.routes();
        Port to = Sea.port("JPYOK");
        for (String place : List.of("51.40,35.68", "139.00,36.50", "2.35,48.85", "100.00,-70.00", "7.45,46.95")) {
            InputException said =
                    assertWrongUse(() -> routes.between(Sea.port(place), to), "lies on land", place, "Maybe");
            String mend = said.maybe().replaceAll(".*?(-?[0-9]+\\.[0-9]+,-?[0-9]+\\.[0-9]+).*", "$1");
            assertTrue(routes.between(Sea.port(mend), to).isPresent(), said.getMessage());
        }
        assertTrue(routes.between(Sea.port("139.65,35.45"), to).isPresent());
    }

    @Test
    void tradeThatIsNotThere() {
        SeaTrade trade = SeaTrade.of(Sea.NETWORK, Sea.PORTS, Cargo.LNG);
        List<Flow> flows = Sea.flows("271111", false);
        assertWrongUse(() -> trade.shares("FRA", SeaTrade.Side.IMPORTS, flows), "FRA", "Maybe JPN has some");
        assertWrongUse(() -> trade.shares(SeaTrade.Side.IMPORTS, List.of()), "Maybe");
        assertBadData(
                () -> trade.shares("JPN", SeaTrade.Side.IMPORTS, List.of(new Flow("QAT", "JPN", -1))), "QAT", "-1.0");
        assertBadData(
                () -> trade.shares("JPN", SeaTrade.Side.IMPORTS, List.of(new Flow("QAT", "JPN", Double.NaN))), "NaN");
    }

    @Test
    void aShipThatDoesNotExist() {
        assertWrongUse(() -> Sea.NETWORK.ship("vlc"), "Maybe vlcc is meant");
        assertWrongUse(() -> Sea.routes().near(Sea.port("JPYOK"), Sea.port("SARTA"), 5), "Maybe 0.01");
    }

    @Test
    void brokenFiles(@TempDir Path folder) throws IOException {
        try (var files = Files.list(Sea.FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path ports = folder.resolve("ports.csv");
        String whole = Files.readString(ports);
        Files.writeString(ports, whole.replace("139.6345", "east"));
        assertBadData(() -> Ports.open(folder), "ports.csv, line", "(lon)", "east");
        Files.writeString(ports, whole);
        Path terminals = folder.resolve("terminals.csv");
        Files.writeString(terminals, Files.readString(terminals).replace("SARTA,0.88,0.8,0.9", "SARTA,0.78,0.7,0.8"));
        assertBadData(() -> Ports.open(folder), "terminals.csv", "add up to 1");
        Files.delete(folder.resolve("lanes.csv.gz"));
        assertWrongUse(() -> SeaNetwork.open(folder), "There is no such file", "lanes.csv.gz");
    }
}
