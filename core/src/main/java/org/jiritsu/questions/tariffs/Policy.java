package org.jiritsu.questions.tariffs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.answer.Words;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.Retaliation;
import org.jiritsu.trade.TradeModel;
import org.jiritsu.trade.TradePolicy;
import org.jiritsu.trade.TradeScenario;

/**
 * A change of policy brought to a world.
 *
 * @param notes how it was brought there, and what answers it
 */
record Policy(TradeScenario scenario, TradePolicy rates, Optional<Reply> reply, List<String> notes) {
    Policy {
        notes = List.copyOf(notes);
    }

    /**
     * A policy in force.
     *
     * @param rates after answers to it
     * @param chosen tariffs on goods that an answer chose, in percent by economy
     */
    record Solved(TradePolicy rates, Effects effects, Map<Integer, Double> chosen) {}

    /** @throws org.jiritsu.base.InputException if the scenario does not fit the world, or no trade imbalances can last under it */
    static Policy of(TariffWorld at, TradeScenario scenario, Optional<Reply> reply, Words words) {
        TradeScenario.Applied applied = at.applied(scenario, reply);
        List<String> notes =
                new ArrayList<>(applied.notes().stream().map(words::data).toList());
        reply.ifPresent(how -> notes.add(replies(how, words)));
        TradePolicy rates = applied.policy();
        if (rates.lowestTariff() < 0) {
            notes.add(words.say("tariffs.subsidy.imports", "rate", words.rounded(100 * rates.lowestTariff())));
        }
        if (rates.lowestExportTax() < 0) {
            notes.add(words.say("tariffs.subsidy.exports", "rate", words.rounded(100 * rates.lowestExportTax())));
        }
        Policy policy = new Policy(scenario, at.rates(rates), reply, notes);
        TradeModel.requireFinanceable(at.solved(), policy.rates(), at.setup().deficits());
        return policy;
    }

    static String replies(Reply how, Words words) {
        return words.say(how == Reply.MIRROR ? "tariffs.mirror" : "tariffs.best");
    }

    Solved solve(Told told) {
        TradeModel model = told.model();
        if (!reply.equals(Optional.of(Reply.BEST))) {
            return new Solved(rates, model.effects(rates), Map.of());
        }
        Retaliation.Outcome outcome = new Retaliation(model, told.at().taxed(On.GOODS)).answers(rates, told::tell);
        return new Solved(outcome.policy(), outcome.effects(), chosen(outcome));
    }

    /** Mean rates by economy, in percent. */
    static Map<Integer, Double> chosen(Retaliation.Outcome outcome) {
        Map<Integer, Double> rates = new LinkedHashMap<>();
        outcome.choices()
                .forEach(choice -> choice.player().members().forEach(e -> rates.put(e, 100 * choice.meanRate())));
        return rates;
    }
}
