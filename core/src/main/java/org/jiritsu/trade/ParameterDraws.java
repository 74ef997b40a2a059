package org.jiritsu.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Which parameters of a world are uncertain, and how they are drawn.
 *
 * @param elasticities θ; empty: as in the world
 * @param deficits the part of every trade imbalance that lasts, uniform from none to all of it
 * @param inputs the strength of input-output links, uniform from none to that of the world
 */
public record ParameterDraws(Optional<ElasticityDraws> elasticities, boolean deficits, boolean inputs) {
    /** Elasticities alone. */
    public static ParameterDraws of(ElasticityDraws elasticities) {
        return new ParameterDraws(Optional.of(elasticities), false, false);
    }

    /** What is drawn apart from each other: {@link ElasticityDraws#factors}, {@code deficits}, {@code inputs}. */
    List<String> factors() {
        List<String> factors =
                new ArrayList<>(elasticities.map(ElasticityDraws::factors).orElse(List.of()));
        if (deficits) {
            factors.add("deficits");
        }
        if (inputs) {
            factors.add("inputs");
        }
        return factors;
    }

    /** One figure a factor. */
    double[] draw(RandomGenerator random) {
        double[] theta = elasticities.map(e -> e.draw(random)).orElseGet(() -> new double[0]);
        double[] drawn = Arrays.copyOf(theta, factors().size());
        for (int f = theta.length; f < drawn.length; f++) {
            drawn[f] = random.nextDouble();
        }
        return drawn;
    }

    /** The world with drawn parameters; its flows stay as they are. */
    TradeData applyTo(TradeData data, double[] drawn) {
        TradeData with = elasticities.map(e -> data.withTheta(e.theta(drawn))).orElse(data);
        if (inputs) {
            with = Simplify.inputOutput(with, drawn[drawn.length - 1]);
        }
        if (deficits) {
            double part = drawn[drawn.length - (inputs ? 2 : 1)];
            with = with.withDeficit(
                    Arrays.stream(data.deficit).map(d -> part * d).toArray());
        }
        return with;
    }
}
