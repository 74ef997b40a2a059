package org.jiritsu.goods.sea;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/** Ports, which of them an economy's goods use by kind, and which neighbours trade by land; immutable. */
public final class Ports {
    private static final double WEIGHTS_OFF = 1e-9;

    private final Map<String, Port> ports;
    private final Map<Berths, List<Terminal>> terminals;
    private final Map<String, Set<String>> groups;
    private final Map<Set<String>, String> overland;

    /** Whose goods, of which kind, to or from whom: blank for all others. */
    private record Berths(String economy, Cargo cargo, String partners) {}

    private Ports(
            Map<String, Port> ports,
            Map<Berths, List<Terminal>> terminals,
            Map<String, Set<String>> groups,
            Map<Set<String>, String> overland) {
        this.ports = ports;
        this.terminals = terminals;
        this.groups = groups;
        this.overland = overland;
    }

    /**
     * Reads a folder like {@code data/sea}.
     *
     * @throws InputException if a file is missing or broken, or shares do not add up to 1
     */
    public static Ports open(Path folder) {
        Map<String, Port> ports = new TreeMap<>();
        Csv.read(folder.resolve("ports.csv"), List.of("code", "economy", "name", "lon", "lat")).stream()
                .map(Ports::port)
                .forEach(port -> ports.put(port.code(), port));
        Map<String, Set<String>> groups = new HashMap<>();
        Csv.read(folder.resolve("partners.csv"), List.of("partners", "economy"))
                .forEach(row -> groups.computeIfAbsent(row.text("partners"), _ -> new HashSet<>())
                        .add(row.text("economy")));
        Map<Berths, List<Terminal>> terminals = new LinkedHashMap<>();
        Csv.read(
                        folder.resolve("terminals.csv"),
                        List.of("economy", "kind", "partners", "port", "weight", "low", "high", "note"))
                .forEach(row -> terminals
                        .computeIfAbsent(berths(row), _ -> new ArrayList<>())
                        .add(terminal(row, ports)));
        terminals.forEach(Ports::whole);
        Map<Set<String>, String> overland = new HashMap<>();
        Csv.read(folder.resolve("overland.csv"), List.of("a", "b", "kinds"))
                .forEach(row -> overland.put(Set.of(row.text("a"), row.text("b")), row.text("kinds")));
        return new Ports(ports, terminals, groups, overland);
    }

    private static Port port(Csv.Row row) {
        Point at = new Point(row.number("lon", -180, 180), row.number("lat", -90, 90));
        return new Port(row.text("code"), row.text("economy"), row.text("name"), at);
    }

    private static Berths berths(Csv.Row row) {
        try {
            Cargo cargo = Cargo.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
            return new Berths(row.text("economy"), cargo, row.text("partners"));
        } catch (IllegalArgumentException e) {
            throw row.wrong("kind", "general, crude, products, lng, coal or ore", "general will do.");
        }
    }

    private static Terminal terminal(Csv.Row row, Map<String, Port> ports) {
        Port port = ports.get(row.text("port"));
        if (port == null) {
            throw row.wrong("port", "a code of ports.csv", "the port is to be added to ports.csv first.");
        }
        double share = row.number("weight", 0, 1);
        double least = row.isBlank("low") ? share : row.number("low", 0, share);
        double most = row.isBlank("high") ? share : row.number("high", share, 1);
        return new Terminal(port, share, least, most, row.text("note"));
    }

    private static void whole(Berths berths, List<Terminal> terminals) {
        double sum = terminals.stream().mapToDouble(Terminal::share).sum();
        if (Math.abs(sum - 1) > WEIGHTS_OFF) {
            throw InputException.data(
                    "terminals.csv, " + berths.economy + " " + berths.cargo + " " + berths.partners,
                    "weights that add up to 1",
                    String.valueOf(sum),
                    "a row is missing or was pasted twice.");
        }
    }

    /** All ports, by code. */
    public List<Port> all() {
        return List.copyOf(ports.values());
    }

    /**
     * The port of a code or a name, or a place written as longitude and latitude, such as {@code 139.65,35.45}.
     *
     * @throws InputException if there is no such port, with the nearest
     */
    public Port port(String named) {
        String asked = named.strip();
        Port coded = ports.get(asked.toUpperCase(Locale.ROOT));
        if (coded != null) {
            return coded;
        }
        if (asked.matches("-?[0-9.]+ *, *-?[0-9.]+")) {
            return place(asked);
        }
        return ports.values().stream()
                .filter(port -> port.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> unknown(asked));
    }

    private static Port place(String written) {
        String[] parts = written.split(",", -1);
        try {
            double lon = Double.parseDouble(parts[0].strip());
            double lat = Double.parseDouble(parts[1].strip());
            if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
                return new Port(written, "", written, new Point(lon, lat));
            }
            if (Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
                throw nowhere(written, lat + "," + lon + " is meant, longitude first.");
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw nowhere(written, "139.65,35.45 shows how: Yokohama.");
    }

    private static InputException nowhere(String written, String maybe) {
        return InputException.use(
                "No such place", "longitude from -180 to 180, then latitude from -90 to 90", written, maybe);
    }

    private InputException unknown(String asked) {
        List<String> words = new ArrayList<>(ports.keySet());
        ports.values().forEach(port -> words.add(port.name()));
        String near = NearestWord.of(asked, words).orElse("Yokohama");
        return InputException.use(
                "No such port",
                "the code or name of one of " + ports.size() + " ports, or longitude,latitude",
                asked,
                near + " is meant.");
    }

    /** The ports through which an economy trades a kind of goods with a partner, with shares; empty if none is known. */
    public List<Terminal> of(String economy, Cargo cargo, String partner) {
        for (Cargo kind : cargo == Cargo.GENERAL ? List.of(cargo) : List.of(cargo, Cargo.GENERAL)) {
            for (String partners : partners(partner)) {
                List<Terminal> found = terminals.get(new Berths(economy, kind, partners));
                if (found != null) {
                    return List.copyOf(found);
                }
            }
        }
        return List.of();
    }

    private List<String> partners(String partner) {
        List<String> most = new ArrayList<>(List.of(partner));
        groups.entrySet().stream()
                .filter(group -> group.getValue().contains(partner))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(most::add);
        most.add("");
        return most;
    }

    /** Whether two economies are held to trade a kind of goods by land or pipe; gas in ships never is. */
    public boolean overland(String a, String b, Cargo cargo) {
        if (a.equals(b)) {
            return true;
        }
        String kinds = overland.getOrDefault(Set.of(a, b), "");
        return cargo != Cargo.LNG && (kinds.equals("all") || kinds.equals("general") && cargo == Cargo.GENERAL);
    }
}
