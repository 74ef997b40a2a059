package org.jiritsu.goods.sea;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jiritsu.Bundled;

/** The bundled sea, read once for the tests. */
final class Sea {
    static final Path FOLDER = Bundled.root().resolve("data/sea");
    static final SeaNetwork NETWORK = SeaNetwork.open(FOLDER);
    static final Ports PORTS = Ports.open(FOLDER);
    static final ShipClass CONTAINER = NETWORK.ship("neopanamax");

    private Sea() {}

    static Port port(String code) {
        return PORTS.port(code);
    }

    static Routes routes(String... closed) {
        return Routes.of(NETWORK, CONTAINER, Closure.of(closed));
    }

    /** Some of the ports, the same every time. */
    static List<Port> some(int many, long seed) {
        List<Port> all = new ArrayList<>(PORTS.all());
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, many);
    }

    /** Trade of 2024 in crude (270900) and LNG (271111) into Japan, and of 2023 in all goods out of China, from BACI. */
    static List<Flow> flows(String good, boolean tonnes) {
        try (InputStream in = Sea.class.getResourceAsStream("flows.csv")) {
            if (in == null) {
                throw new IllegalStateException("flows.csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(good))
                    .map(cells -> new Flow(cells[1], cells[2], Double.parseDouble(cells[tonnes ? 4 : 3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
