package org.jiritsu.questions.tariffs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiritsu.answer.Words;
import org.jiritsu.trade.ElasticityDraws;
import org.jiritsu.trade.ElasticitySets;
import org.jiritsu.trade.ParameterDraws;
import org.jiritsu.trade.TradeData;

/**
 * How the uncertain parameters of the trade model are drawn.
 *
 * @param spread standard deviation of ln θ; without it every sector draws one of the published sets where there are any
 * @param over which parameters
 */
record Draws(int count, long seed, Optional<Double> spread, Set<Parameter> over) {
    private static final double USUAL_SPREAD = 0.25;

    Draws {
        over = Set.copyOf(over);
    }

    /** What may be drawn; docs/methods/trade.md says from what. */
    enum Parameter {
        ELASTICITIES,
        DEFICITS,
        INPUTS;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ParameterDraws over(TradeData data, Optional<ElasticitySets> sets) {
        Optional<ElasticityDraws> elasticities = !over.contains(Parameter.ELASTICITIES)
                ? Optional.empty()
                : Optional.of(
                        spread.isPresent() || sets.isEmpty()
                                ? ElasticityDraws.logNormal(data, spread.orElse(USUAL_SPREAD))
                                : ElasticityDraws.ofSets(sets.get(), data.sectors()));
        return new ParameterDraws(elasticities, over.contains(Parameter.DEFICITS), over.contains(Parameter.INPUTS));
    }

    /** What is drawn, in a sentence. */
    String said(Words words) {
        return words.and(over.stream()
                .sorted()
                .map(parameter -> words.say("draws." + parameter.word()))
                .toList());
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("draws", count);
        facts.put("seed", seed);
        facts.put("drawn", over.stream().sorted().map(Parameter::word).collect(Collectors.joining(", ")));
        return facts;
    }
}
