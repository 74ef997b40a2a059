package org.jiritsu.goods.sea;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiritsu.base.InputException;

/**
 * Joins ports to the nearest lane, at the nearest point of the lane itself. The way there must not cross land or a
 * strait's gate, and lanes within straits are left out, so that no port stands on a gate.
 */
final class Snapper {
    /** A river port may lie this far inside the land, if a lane passes as near. */
    private static final double RIVER_KM = 15;
    /** No harbour of the table is farther from a lane (Beira, 479 km). */
    private static final double FARTHEST_KM = 600;

    private final Lanes lanes;
    private final LandMask land;
    private final List<List<Point>> gates;
    private final int[] lane;
    private final int[] piece;

    Snapper(Lanes lanes, List<Strait> straits, LandMask land) {
        this.lanes = lanes;
        this.land = land;
        this.gates =
                straits.stream().map(Strait::gate).filter(g -> !g.isEmpty()).toList();
        List<int[]> pieces = new ArrayList<>();
        for (int i = 0; i < lanes.km.length; i++) {
            for (int k = 0; lanes.strait[i] == Lanes.NO_STRAIT && k + 1 < lanes.points[i].length; k++) {
                pieces.add(new int[] {i, k});
            }
        }
        lane = pieces.stream().mapToInt(p -> p[0]).toArray();
        piece = pieces.stream().mapToInt(p -> p[1]).toArray();
    }

    /**
     * The nearest point of a lane that the port can reach by water.
     *
     * @throws InputException if the port lies on land or nowhere near a lane
     */
    Snap snap(Port port) {
        double[] at = Globe.vector(port.at().lon(), port.at().lat());
        double[][] feet = new double[lane.length][];
        double[] off = new double[lane.length];
        for (int i = 0; i < lane.length; i++) {
            double[][] points = lanes.points[lane[i]];
            feet[i] = Globe.nearest(points[piece[i]], points[piece[i] + 1], at);
            off[i] = Globe.km(feet[i], at);
        }
        int best = least(off);
        boolean inland = land.land(port.at());
        while (off[best] <= (inland ? RIVER_KM : FARTHEST_KM)) {
            if (off[best] <= RIVER_KM || !blocked(port.at(), at, feet[best], off[best])) {
                return snap(best, feet[best], off[best]);
            }
            off[best] = Double.POSITIVE_INFINITY;
            best = least(off);
        }
        throw onLand(port, feet[least(off)]);
    }

    private static int least(double[] off) {
        int best = 0;
        for (int i = 1; i < off.length; i++) {
            best = off[i] < off[best] ? i : best;
        }
        return best;
    }

    private boolean blocked(Point port, double[] at, double[] foot, double km) {
        Point end = Globe.point(foot);
        return gates.stream().anyMatch(gate -> crosses(port, end, gate.get(0), gate.get(1)))
                || land.between(at, foot, km);
    }

    /** Whether two segments cross, in degrees; none near 180 degrees does. */
    static boolean crosses(Point a, Point b, Point c, Point d) {
        return Math.abs(a.lon() - b.lon()) < 180
                && side(a, b, c) * side(a, b, d) < 0
                && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(Point p, Point q, Point r) {
        return (q.lon() - p.lon()) * (r.lat() - p.lat()) - (q.lat() - p.lat()) * (r.lon() - p.lon());
    }

    private Snap snap(int found, double[] foot, double off) {
        double[][] points = lanes.points[lane[found]];
        double before = 0;
        double whole = 0;
        for (int k = 0; k + 1 < points.length; k++) {
            if (k == piece[found]) {
                before = whole + Globe.km(points[k], foot);
            }
            whole += Globe.km(points[k], points[k + 1]);
        }
        double share = whole == 0 ? 0 : Math.min(1, before / whole);
        double km = lanes.km[lane[found]];
        return new Snap(lane[found], piece[found], share * km, (1 - share) * km, off, Globe.point(foot));
    }

    private static InputException onLand(Port port, double[] nearest) {
        return InputException.use(
                "The port " + port.name() + " lies on land",
                "a place on the coast or at sea, longitude first",
                written(port.at()),
                "the nearest lane is meant, at " + written(Globe.point(nearest)) + ".");
    }

    private static String written(Point at) {
        return String.format(Locale.ROOT, "%.2f,%.2f", at.lon(), at.lat());
    }
}
