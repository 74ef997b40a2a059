package org.jiritsu.goods.sea;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a flow map: a stretch of sea with all that is carried along it, whichever ports it sails between.
 *
 * @param amount in the unit of what was laid on the ways
 * @param line thinned for drawing; neighbours are joined by great circles
 */
public record LaneFlow(double amount, List<Point> line) {
    /** Amounts that differ by less, relatively, are one: sums in another order. */
    private static final double SAME = 1e-9;

    public LaneFlow {
        line = List.copyOf(line);
    }

    /** A way and how much goes along it. */
    public record Load(Route route, double amount) {}

    /** The ways laid over one another, largest amount first. */
    public static List<LaneFlow> of(List<Load> loads) {
        Joining joining = new Joining();
        loads.forEach(joining::lay);
        return joining.lines().stream()
                .sorted(Comparator.comparingDouble(LaneFlow::amount).reversed())
                .toList();
    }

    private record Piece(Point a, Point b) {
        static Piece of(Point from, Point to) {
            boolean forward = from.lon() != to.lon() ? from.lon() < to.lon() : from.lat() < to.lat();
            return forward ? new Piece(from, to) : new Piece(to, from);
        }

        Point other(Point end) {
            return end.equals(a) ? b : a;
        }
    }

    /** Pieces of sea with what they carry, and how they meet. */
    private static final class Joining {
        private final Map<Piece, Double> amounts = new LinkedHashMap<>();
        private final Map<Point, List<Piece>> meeting = new HashMap<>();

        void lay(Load load) {
            List<Point> line = load.route.line();
            for (int k = 1; k < line.size(); k++) {
                if (!line.get(k).equals(line.get(k - 1))) {
                    amounts.merge(Piece.of(line.get(k - 1), line.get(k)), load.amount, Double::sum);
                }
            }
        }

        List<LaneFlow> lines() {
            amounts.keySet().forEach(piece -> {
                meeting.computeIfAbsent(piece.a, _ -> new ArrayList<>()).add(piece);
                meeting.computeIfAbsent(piece.b, _ -> new ArrayList<>()).add(piece);
            });
            SequencedSet<Piece> left = new LinkedHashSet<>(amounts.keySet());
            List<LaneFlow> lines = new ArrayList<>();
            while (!left.isEmpty()) {
                lines.add(line(left, left.getFirst()));
            }
            return lines;
        }

        /** Follows a piece both ways for as long as the same amount goes on, and takes it off what is left. */
        private LaneFlow line(Set<Piece> left, Piece first) {
            left.remove(first);
            List<Point> points = new ArrayList<>(onward(left, first, first.a).reversed());
            points.addAll(onward(left, first, first.b));
            return new LaneFlow(amount(first), Drawing.thinned(points));
        }

        private List<Point> onward(Set<Piece> left, Piece from, Point end) {
            List<Point> points = new ArrayList<>(List.of(end));
            Piece last = from;
            for (Piece next = next(left, last, end); next != null; next = next(left, last, end)) {
                left.remove(next);
                end = next.other(end);
                points.add(end);
                last = next;
            }
            return points;
        }

        private @Nullable Piece next(Set<Piece> left, Piece last, Point end) {
            List<Piece> here = meeting.getOrDefault(end, List.of());
            if (here.size() != 2) {
                return null;
            }
            Piece next = here.get(here.get(0).equals(last) ? 1 : 0);
            boolean same = Math.abs(amount(next) - amount(last)) <= SAME * amount(last);
            return same && left.contains(next) ? next : null;
        }

        private double amount(Piece piece) {
            return amounts.getOrDefault(piece, 0.0);
        }
    }
}
