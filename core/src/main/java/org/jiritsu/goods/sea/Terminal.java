package org.jiritsu.goods.sea;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A port and the share of an economy's cargo that it handles.
 *
 * @param share 0 to 1, with the range {@code least} to {@code most} where it is known no better
 * @param note from where; blank for a judgement
 */
public record Terminal(Port port, double share, double least, double most, String note) {

    /** The sum of a value over an economy's terminals, each times its share. */
    static double sum(List<Terminal> terminals, IntToDoubleFunction value) {
        double sum = 0;
        for (int i = 0; i < terminals.size(); i++) {
            sum += terminals.get(i).share * value.applyAsDouble(i);
        }
        return sum;
    }

    /** The least of that sum, or the most, over all shares within their ranges that add up to 1. */
    static double extreme(List<Terminal> terminals, IntToDoubleFunction value, boolean most) {
        Comparator<Integer> byValue = Comparator.comparingDouble(value::applyAsDouble);
        double left = 1 - terminals.stream().mapToDouble(Terminal::least).sum();
        double sum = 0;
        for (int i : IntStream.range(0, terminals.size())
                .boxed()
                .sorted(most ? byValue.reversed() : byValue)
                .toList()) {
            Terminal terminal = terminals.get(i);
            double more = Math.clamp(left, 0, terminal.most - terminal.least);
            sum += (terminal.least + more) * value.applyAsDouble(i);
            left -= more;
        }
        return sum;
    }
}
