package org.jiritsu.goods.sea;

import java.util.List;

/**
 * A way by sea from one port to another.
 *
 * @param km length
 * @param straits codes in the order passed
 * @param line its points, from port to port; neighbours are joined by great circles
 */
public record Route(Port from, Port to, double km, List<String> straits, List<Point> line) {
    public Route {
        straits = List.copyOf(straits);
        line = List.copyOf(line);
    }
}
