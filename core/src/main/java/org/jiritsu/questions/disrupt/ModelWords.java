package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.BundledAssumptions;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.Overproduction;
import org.jiritsu.disruption.Rationing;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.disruption.Warning;

/** What was assumed, which way that leans, and what looks like a mistake, in sentences. */
record ModelWords(Naming names) {
    private Words words() {
        return names.words();
    }

    List<String> assumptions(DisruptionModel model) {
        List<String> said = new ArrayList<>();
        said.add(words().say(
                        "disrupt.assumed",
                        "inputs",
                        inputs(model.inputs()),
                        "suppliers",
                        suppliers(model.substitution()),
                        "shortages",
                        shortages(model.rationing()),
                        "inventories",
                        inventories(model),
                        "restock",
                        words().rounded(model.restockDays()),
                        "spare",
                        words().rounded(100 * (model.overproduction().base() - 1)),
                        "over",
                        over(model.overproduction())));
        List<String> unknown = new BundledAssumptions(names.world()).unknown();
        if (model.inputs() instanceof InputRule.PartiallyBinding && !unknown.isEmpty()) {
            said.add(words().say("disrupt.unknown", "sectors", words().and(unknown)));
        }
        return said;
    }

    private String inputs(InputRule rule) {
        return switch (rule) {
            case InputRule.Leontief _ -> words().say("disrupt.inputs.all");
            case InputRule.InventoryLimited limited -> words().say("disrupt.inputs.limited", "psi", limited.psi());
            case InputRule.PartiallyBinding _ -> words().say("disrupt.inputs.partial");
        };
    }

    private String suppliers(Substitution rule) {
        return switch (rule) {
            case Substitution.None _ -> words().say("disrupt.suppliers.none");
            case Substitution.ByProduction _ -> words().say("disrupt.suppliers.production");
            case Substitution.Seeking seeking ->
                words().say("disrupt.suppliers.seeking", "days", words().rounded(seeking.days()));
            case Substitution.Specific specific ->
                Double.isInfinite(specific.days())
                        ? words().say("disrupt.suppliers.specific")
                        : words().say("disrupt.suppliers.found", "days", words().rounded(specific.days()));
        };
    }

    private String shortages(Rationing rule) {
        return switch (rule) {
            case Rationing.Proportional _ -> words().say("disrupt.shortages.shared");
            case Rationing.CriticalFirst _ -> words().say("disrupt.shortages.critical");
            case Rationing.Priority _ -> words().say("disrupt.shortages.stated");
        };
    }

    private String over(Overproduction over) {
        return over.max() > over.base()
                ? words().say(
                                "disrupt.over",
                                "days",
                                words().rounded(over.days()),
                                "most",
                                words().rounded(100 * (over.max() - 1)))
                : "";
    }

    private String inventories(DisruptionModel model) {
        String goods = model.inventories().byGood().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> words().say(
                                "disrupt.inventories.good",
                                "days",
                                words().rounded(e.getValue()),
                                "good",
                                names.good(e.getKey())))
                .collect(Collectors.joining());
        return model.inventories().byBuyer().isEmpty()
                ? words().say(
                                "disrupt.inventories.days",
                                "days",
                                words().rounded(model.inventories().others()),
                                "goods",
                                goods)
                : words().say("disrupt.inventories.kind", "goods", goods);
    }

    /** How far the assumptions lean to one side, and what leans to the other: whoever quotes a figure must know it. */
    Optional<String> caution(DisruptionModel model) {
        if (!(model.substitution() instanceof Substitution.Specific specific)) {
            return Optional.of(words().begin("account.caution.mild"));
        }
        boolean forGood = Double.isInfinite(specific.days());
        if (model.inputs() instanceof InputRule.PartiallyBinding) {
            return forGood ? Optional.of(words().begin("account.caution.replaced")) : Optional.empty();
        }
        return Optional.of(words().begin(forGood ? "account.caution.worst" : "account.caution.needed"));
    }

    /** The same of what came out: a home that loses nothing cannot lose less. */
    Optional<String> caution(DisruptionRun run, String home) {
        DisruptionModel model = run.scenario().model();
        boolean high = model.substitution() instanceof Substitution.Specific;
        return high && !(run.economy(home).valueAddedLostMusd() > 0) ? Optional.empty() : caution(model);
    }

    /** What looks like a mistake in the question. */
    String warning(Warning warning) {
        return switch (warning) {
            case Warning.NoShock _ -> words().begin("account.warning.noshock");
            case Warning.TooLate late ->
                words().begin("account.warning.late", "day", late.firstDay(), "last", late.lastDay());
            case Warning.CutShort cut ->
                words().begin("account.warning.short", "days", cut.days(), "end", cut.end(), "last", cut.days() - 1);
            case Warning.IdleCapacity _ -> words().begin("account.warning.idle");
            case Warning.NoFlow none ->
                words().begin(
                                "account.warning.noflow",
                                "from",
                                names.of(none.sellers()),
                                "to",
                                names.of(none.buyers()));
            case Warning.NoOutput none -> words().begin("account.warning.nooutput", "who", names.of(none.industries()));
            case Warning.UnusedStock unused ->
                words().begin(
                                "account.warning.unused",
                                "who",
                                names.of(unused.users()),
                                "good",
                                names.good(unused.good()));
        };
    }
}
