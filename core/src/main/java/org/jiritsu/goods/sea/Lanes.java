package org.jiritsu.goods.sea;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.base.Csv;

/**
 * The network as arrays: nodes, lanes with their lengths and straits, and for each node the arcs that leave it (compressed
 * sparse rows). Never changed once read.
 */
final class Lanes {
    static final int NO_STRAIT = -1;

    /** Nodes. */
    final int nodes;
    /** Lanes: ends, kilometres, strait or {@link #NO_STRAIT}, points as unit vectors. */
    final int[] from;

    final int[] to;
    final double[] km;
    final int[] strait;
    final double[][][] points;

    /** Arcs of node n stand at first[n] to before first[n + 1]: where they lead, how far, on which lane. */
    final int[] first;

    final int[] head;
    final double[] length;
    final int[] lane;

    private record Lane(int from, int to, double km, int strait, double[][] points) {}

    private Lanes(int nodes, List<Lane> read) {
        this.nodes = nodes;
        int lanes = read.size();
        from = new int[lanes];
        to = new int[lanes];
        km = new double[lanes];
        strait = new int[lanes];
        points = new double[lanes][][];
        first = new int[nodes + 1];
        for (int i = 0; i < lanes; i++) {
            Lane one = read.get(i);
            from[i] = one.from;
            to[i] = one.to;
            km[i] = one.km;
            strait[i] = one.strait;
            points[i] = one.points;
            first[one.from + 1]++;
            first[one.to + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        head = new int[2 * lanes];
        length = new double[2 * lanes];
        lane = new int[2 * lanes];
        int[] next = first.clone();
        for (int i = 0; i < lanes; i++) {
            arc(next[from[i]]++, to[i], i);
            arc(next[to[i]]++, from[i], i);
        }
    }

    private void arc(int at, int leads, int on) {
        head[at] = leads;
        length[at] = km[on];
        lane[at] = on;
    }

    static Lanes read(Path file, Map<String, Integer> straits) {
        Map<Point, Integer> nodes = new HashMap<>();
        List<Lane> lanes = new ArrayList<>();
        List<String> columns = List.of("from_lon", "from_lat", "to_lon", "to_lat", "km", "straits", "via");
        Csv.forEach(file, columns, List.of(), row -> {
            Point a = point(row, "from_lon", "from_lat");
            Point b = point(row, "to_lon", "to_lat");
            lanes.add(new Lane(
                    node(nodes, a),
                    node(nodes, b),
                    row.number("km", 0, 40_000),
                    strait(row, straits),
                    points(row, a, b)));
        });
        return new Lanes(nodes.size(), lanes);
    }

    private static Point point(Csv.Row row, String lon, String lat) {
        return new Point(row.number(lon, -180, 180), row.number(lat, -90, 90));
    }

    private static int node(Map<Point, Integer> nodes, Point at) {
        return nodes.computeIfAbsent(at, _ -> nodes.size());
    }

    private static int strait(Csv.Row row, Map<String, Integer> straits) {
        String code = row.text("straits");
        if (code.isBlank()) {
            return NO_STRAIT;
        }
        Integer known = straits.get(code);
        if (known == null) {
            throw row.wrong("straits", "a strait of straits.csv", "the strait is to be added to straits.csv first.");
        }
        return known;
    }

    private static double[][] points(Csv.Row row, Point a, Point b) {
        List<double[]> points = new ArrayList<>();
        points.add(Globe.vector(a.lon(), a.lat()));
        for (String pair :
                row.text("via").isBlank() ? new String[0] : row.text("via").split(";", -1)) {
            String[] parts = pair.split(" ", -1);
            try {
                points.add(Globe.vector(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw row.wrong(
                        "via",
                        "pairs of longitude and latitude",
                        "'%s' is meant to be as '103.8 1.2'.".formatted(pair));
            }
        }
        points.add(Globe.vector(b.lon(), b.lat()));
        return points.toArray(double[][]::new);
    }

    /** The straits' bit of a lane, 0 if it lies in none. */
    long bit(int lane) {
        return strait[lane] == NO_STRAIT ? 0 : 1L << strait[lane];
    }
}
