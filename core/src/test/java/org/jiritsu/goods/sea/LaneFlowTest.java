package org.jiritsu.goods.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneFlowTest {
    private static final Port A = new Port("A", "", "a", new Point(0, 0));

    private static LaneFlow.Load load(double amount, double... lonLat) {
        List<Point> line = IntStream.range(0, lonLat.length / 2)
                .mapToObj(k -> new Point(lonLat[2 * k], lonLat[2 * k + 1]))
                .toList();
        return new LaneFlow.Load(new Route(A, A, 0, List.of(), line), amount);
    }

    /** Two ways share the stretch from (10, 0) to (20, 0), sailed in opposite directions. */
    @Test
    void whatIsSharedIsAddedUpAndStaysOneLine() {
        List<LaneFlow> lines =
                LaneFlow.of(List.of(load(2, 0, 0, 10, 0, 20, 0, 30, 10), load(3, 30, -10, 20, 0, 10, 0, 0, 20)));
        assertEquals(
                List.of(5.0, 3.0, 3.0, 2.0, 2.0),
                lines.stream().map(LaneFlow::amount).toList());
        List<Point> shared = lines.getFirst().line();
        assertEquals(2, shared.size());
        assertEquals(30, shared.stream().mapToDouble(Point::lon).sum(), 1e-9);
    }

    /** Amount times length is the same laid over one another as way by way. */
    @Test
    void nothingIsLostOrCountedTwice() {
        List<Port> ports = Sea.some(12, 5);
        Routes routes = Sea.routes();
        List<LaneFlow.Load> loads = new ArrayList<>();
        double laid = 0;
        for (int k = 1; k < ports.size(); k++) {
            for (Route route : routes.between(ports.getFirst(), ports.subList(k, k + 1)).getFirst().stream()
                    .toList()) {
                assertEquals(
                        routes.between(ports.getFirst(), ports.get(k))
                                .orElseThrow()
                                .km(),
                        route.km());
                loads.add(new LaneFlow.Load(route, k));
                laid += k * route.km();
            }
        }
        assertTrue(loads.size() > 5);
        double drawn = LaneFlow.of(loads).stream()
                .mapToDouble(flow -> flow.amount() * km(flow.line()))
                .sum();
        assertEquals(laid, drawn, 0.02 * laid, "thinned lines are a little shorter");
    }

    private static double km(List<Point> line) {
        return IntStream.range(1, line.size())
                .mapToDouble(k -> Globe.km(vector(line.get(k - 1)), vector(line.get(k))))
                .sum();
    }

    private static double[] vector(Point at) {
        return Globe.vector(at.lon(), at.lat());
    }
}
