package org.jiritsu.goods.sea;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/** The world's sea lanes with their straits and the classes of ships; immutable, shared between threads. */
public final class SeaNetwork {
    /** How many ports stay joined to their lanes; a server may be asked for any number of places. */
    private static final int KEPT = 2000;

    private final Lanes lanes;
    private final List<Strait> straits;
    private final Map<String, Integer> numbers;
    private final Map<String, ShipClass> ships;
    private final Snapper snapper;
    private final Map<Port, Snap> snapped = new ConcurrentHashMap<>();

    private SeaNetwork(
            Lanes lanes, List<Strait> straits, Map<String, Integer> numbers, List<ShipClass> ships, LandMask land) {
        this.lanes = lanes;
        this.straits = straits;
        this.numbers = numbers;
        this.ships = new LinkedHashMap<>();
        ships.forEach(ship -> this.ships.put(ship.code(), ship));
        this.snapper = new Snapper(lanes, straits, land);
    }

    /**
     * Reads a folder like {@code data/sea}.
     *
     * @throws InputException if a file is missing or broken
     */
    public static SeaNetwork open(Path folder) {
        List<Strait> straits = Csv.read(
                        folder.resolve("straits.csv"),
                        List.of(
                                "code", "name", "name_ja", "lon", "lat", "lon1", "lat1", "lon2", "lat2", "usual",
                                "note"))
                .stream()
                .map(SeaNetwork::strait)
                .toList();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        straits.forEach(strait -> numbers.put(strait.code(), numbers.size()));
        if (straits.size() > Long.SIZE || numbers.size() < straits.size()) {
            throw InputException.data(
                    "straits.csv",
                    "at most 64 straits, each once",
                    straits.size() + " rows",
                    "a row was pasted twice: take it out.");
        }
        List<ShipClass> ships = Csv.read(
                        folder.resolve("ships.csv"),
                        List.of(
                                "code",
                                "name",
                                "name_ja",
                                "knots",
                                "usd_per_day",
                                "usd_per_day_low",
                                "usd_per_day_high",
                                "barred",
                                "note"))
                .stream()
                .map(row -> ship(row, numbers))
                .toList();
        Lanes lanes = Lanes.read(folder.resolve("lanes.csv.gz"), numbers);
        return new SeaNetwork(lanes, straits, numbers, ships, LandMask.read(folder.resolve("land.bin.gz")));
    }

    private static Strait strait(Csv.Row row) {
        List<Point> gate = new ArrayList<>();
        if (!row.isBlank("lon1")) {
            gate.add(new Point(row.number("lon1"), row.number("lat1")));
            gate.add(new Point(row.number("lon2"), row.number("lat2")));
        }
        return new Strait(
                row.text("code"),
                row.text("name"),
                row.text("name_ja"),
                new Point(row.number("lon", -180, 180), row.number("lat", -90, 90)),
                gate,
                row.text("usual").equals("open"),
                row.text("note"));
    }

    private static ShipClass ship(Csv.Row row, Map<String, Integer> straits) {
        Set<String> barred =
                row.isBlank("barred") ? Set.of() : Set.of(row.text("barred").split("\\+", -1));
        if (!straits.keySet().containsAll(barred)) {
            throw row.wrong(
                    "barred",
                    "straits of straits.csv, joined by +",
                    "a strait is misspelt: look it up in straits.csv.");
        }
        return new ShipClass(
                row.text("code"),
                row.text("name"),
                row.text("name_ja"),
                row.number("knots", 1, 60),
                row.number("usd_per_day", 0, 1e7),
                row.number("usd_per_day_low", 0, row.number("usd_per_day")),
                row.number("usd_per_day_high", row.number("usd_per_day"), 1e8),
                barred,
                row.text("note"));
    }

    public List<Strait> straits() {
        return List.copyOf(straits);
    }

    /**
     * The strait of a code or of a name in either language.
     *
     * @throws InputException if there is none, with the nearest
     */
    public Strait strait(String named) {
        String asked = plain(named);
        for (Strait strait : straits) {
            if (plain(strait.code()).equals(asked)
                    || plain(strait.name()).equals(asked)
                    || plain(strait.name()).equals("straitof" + asked)
                    || strait.nameJa().equals(named)) {
                return strait;
            }
        }
        throw InputException.use(
                "No such strait",
                String.join(", ", numbers.keySet()),
                named,
                NearestWord.of(asked.replaceAll("^straitof|straits?$|canal$|passage$", ""), numbers.keySet())
                                .orElse("hormuz")
                        + " is meant.");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /** Whether a class of ships may pass a strait under a closure, as a map shows it. */
    public boolean passable(Strait strait, ShipClass ship, Closure closure) {
        return (closed(closure, ship) >> number(strait.code()) & 1) == 0;
    }

    public List<ShipClass> ships() {
        return List.copyOf(ships.values());
    }

    /**
     * The class of ships of a code.
     *
     * @throws InputException if there is none, with the nearest
     */
    public ShipClass ship(String code) {
        return Optional.ofNullable(ships.get(code))
                .orElseThrow(() -> InputException.use(
                        "No such class of ships",
                        String.join(", ", ships.keySet()),
                        code,
                        NearestWord.of(code, ships.keySet()).orElse("vlcc") + " is meant."));
    }

    /** The usual class of ships for a kind of goods. */
    public ShipClass ship(Cargo cargo) {
        return ship(cargo.ship());
    }

    /**
     * Lanes for a map, each as a line of points: those that the shortest ways between these ports use, joined where they
     * do not part and thinned to 5 km.
     */
    public List<List<Point>> drawing(List<Port> ports, ShipClass ship) {
        return Drawing.of(this, ports, ship);
    }

    Lanes lanes() {
        return lanes;
    }

    Strait strait(int number) {
        return straits.get(number);
    }

    int number(String code) {
        return Optional.ofNullable(numbers.get(strait(code).code())).orElseThrow();
    }

    /** Where a port joins the lanes. */
    Snap snap(Port port) {
        Snap known = snapped.get(port);
        if (known == null) {
            known = snapper.snap(port);
            if (snapped.size() < KEPT) {
                snapped.put(port, known);
            }
        }
        return known;
    }

    /** The straits that this ship cannot pass, one bit each. */
    long closed(Closure closure, ShipClass ship) {
        long usual = bits(
                straits.stream().filter(s -> !s.usuallyOpen()).map(Strait::code).toList());
        return (usual & ~bits(closure.opened())) | bits(closure.closed()) | bits(ship.barred());
    }

    private long bits(Iterable<String> codes) {
        long bits = 0;
        for (String code : codes) {
            bits |= 1L << number(code);
        }
        return bits;
    }
}
