package org.jiritsu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jiritsu.goods.sea.Closure;
import org.jiritsu.goods.sea.Distances;
import org.jiritsu.goods.sea.Port;
import org.jiritsu.goods.sea.Ports;
import org.jiritsu.goods.sea.Routes;
import org.jiritsu.goods.sea.SeaNetwork;
import org.jiritsu.goods.sea.ShipClass;

/**
 * Seconds of all ways between 200 ports, open and for each of 15 closures, eight times over; {@code SeaTime PAIRS.csv}
 * writes 150 ways for {@code bench/peers/sea.py} instead.
 */
public final class SeaTime {
    private static final List<String> STRAITS = List.of(
            "hormuz",
            "malacca",
            "suez",
            "panama",
            "babelmandeb",
            "taiwan",
            "luzon",
            "gibraltar",
            "dover",
            "bosporus",
            "sunda",
            "lombok",
            "goodhope",
            "oresund_belts",
            "tsushima");
    private static final Path FOLDER = Path.of("data/sea");

    private SeaTime() {}

    public static void main(String[] args) throws IOException {
        SeaNetwork network = SeaNetwork.open(FOLDER);
        List<Port> ports = new ArrayList<>(Ports.open(FOLDER).all());
        Collections.shuffle(ports, new Random(1));
        ShipClass ship = network.ship("neopanamax");
        if (args.length > 0) {
            Files.write(Path.of(args[0]), pairs(network, ship, ports));
            return;
        }
        for (int again = 0; again < 8; again++) {
            long start = System.nanoTime();
            Distances open = Distances.between(network, ship, Closure.usual(), ports.subList(0, 200));
            long opened = System.nanoTime();
            STRAITS.forEach(strait -> open.closing(Closure.of(strait)));
            System.out.printf(
                    "open %.3f s, with 15 closures %.3f s%n",
                    (opened - start) / 1e9, (System.nanoTime() - start) / 1e9);
        }
    }

    private static List<String> pairs(SeaNetwork network, ShipClass ship, List<Port> ports) {
        List<String> lines = new ArrayList<>(List.of("from_lon,from_lat,to_lon,to_lat,closed,km"));
        for (int i = 0; i < 150; i++) {
            Port from = ports.get(i);
            Port to = ports.get(i + 150);
            String closed = i % 3 == 0 ? "" : STRAITS.get(i % STRAITS.size()) + (i % 3 == 1 ? "" : "+malacca");
            Closure closure = closed.isEmpty() ? Closure.usual() : Closure.of(closed.split("\\+", -1));
            String km = Routes.of(network, ship, closure)
                    .between(from, to)
                    .map(r -> String.valueOf(r.km()))
                    .orElse("");
            lines.add(from.at().lon() + "," + from.at().lat() + "," + to.at().lon() + ","
                    + to.at().lat() + "," + closed + "," + km);
        }
        return lines;
    }
}
