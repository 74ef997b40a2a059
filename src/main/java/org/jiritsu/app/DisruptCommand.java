package org.jiritsu.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.InventoryDays;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Scenario;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Studies;
import org.jiritsu.disruption.Timing;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.Disruptions;
import org.jiritsu.study.Table;
import org.jiritsu.world.InputException;
import org.jiritsu.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "disrupt",
        mixinStandardHelpOptions = true,
        description = {
            "What a cut-off costs day by day, what stops first and why, and how long stocks last.",
            "Definitions: docs/methods/disruption.md. Days count from 0; the notes tell the story in order."
        })
final class DisruptCommand implements Question {
    enum By {
        ECONOMY,
        INDUSTRY,
        DAY
    }

    enum Rule {
        STRICT,
        ARIO
    }

    @Parameters(paramLabel = "HOME", description = "the economy whose story is told")
    private String home = "";

    @Option(names = "--cut", paramLabel = "SELLER[:GOODS]",
            description = "a seller stops selling to HOME, such as CHN:C26,C27; repeatable, the members of a coalition in turn")
    private List<String> cuts = List.of();

    @Option(names = "--inputs-only", description = "the cut leaves HOME's final users alone")
    private boolean inputsOnly;

    @Option(names = "--lose", paramLabel = "ECONOMY[:SECTORS]", description = "these industries lose capacity, for everyone")
    private List<String> losses = List.of();

    @Option(names = "--surge", paramLabel = "GOODS", split = ",", description = "final users of HOME want more of these")
    private List<String> surge = List.of();

    @Option(names = "--share", paramLabel = "SHARE", defaultValue = "1",
            description = "of what is cut, lost, or wanted more (default: 1, all of it)")
    private double share = 1;

    @Option(names = "--from-day", paramLabel = "DAY", defaultValue = "0", description = "when it begins (default: 0)")
    private int fromDay;

    @Option(names = "--days", paramLabel = "N", description = "how long it lasts (default: to the end)")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--recovery", paramLabel = "SHAPE", defaultValue = "at_once",
            description = "at_once (default), linear, concave, convex")
    private Recovery recovery = Recovery.AT_ONCE;

    @Option(names = "--recovery-days", paramLabel = "N", defaultValue = "0", description = "how long recovery takes")
    private int recoveryDays;

    @Option(names = "--horizon", paramLabel = "DAYS", defaultValue = "365", description = "days to follow (default: 365)")
    private int horizon = 365;

    @Option(names = "--rule", paramLabel = "RULE", defaultValue = "strict",
            description = "strict (default): stop when an input runs out; ario: slow down before, psi 0.8")
    private Rule rule = Rule.STRICT;

    @Option(names = "--stock-days", paramLabel = "DAYS", description = "inventories of every input, in days of use "
            + "(default: 10 with strict, 90 with ario)")
    private Optional<Double> stockDays = Optional.empty();

    @Option(names = "--level", paramLabel = "SHARE", defaultValue = "0.9",
            description = "an industry counts as fallen below this share of its production (default: 0.9)")
    private double level = 0.9;

    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "economy", description = "economy (default), industry, day")
    private By by = By.ECONOMY;

    @Option(names = "--endure", description = "how many days each industry lasts, and the bottleneck behind it")
    private boolean endure;

    @Mixin
    private WorldOption world = new WorldOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Table answer(Analysis analysis) {
        World opened = analysis.world(world.id());
        return answer(new Disruptions(opened, home), scenario(opened));
    }

    @Override
    public Output output() {
        return output;
    }

    private Table answer(Disruptions disruptions, Scenario scenario) {
        if (endure) {
            return disruptions.endurance(scenario);
        }
        return switch (by) {
            case ECONOMY -> disruptions.economies(scenario);
            case INDUSTRY -> disruptions.industries(scenario);
            case DAY -> disruptions.days(scenario);
        };
    }

    private Scenario scenario(World opened) {
        String code = opened.economies().get(opened.economy(home)).code();
        Timing timing = days.map(n -> Timing.of(fromDay, n)).orElse(Timing.from(fromDay));
        timing = recoveryDays > 0 ? timing.with(recovery, recoveryDays) : timing;
        List<Shock> shocks = new ArrayList<>();
        for (String cut : cuts) {
            shocks.add(new Shock.LinkCut(selection(cut), new Buyers(List.of(code), List.of(), !inputsOnly), share, timing));
        }
        for (String loss : losses) {
            shocks.add(new Shock.CapacityLoss(selection(loss), share, timing));
        }
        if (!surge.isEmpty()) {
            shocks.add(new Shock.DemandSurge(List.of(code), surge, share, timing));
        }
        if (shocks.isEmpty()) {
            throw InputException.use("Nothing happens", "--cut SELLER[:GOODS], --lose ECONOMY[:SECTORS] or --surge GOODS",
                    "none of them", "'jiritsu disrupt JPN --cut CHN:C26 --days 60' is what you want.");
        }
        return new Scenario(name(code), model(), shocks, List.of(), horizon, level);
    }

    private DisruptionModel model() {
        DisruptionModel model = rule == Rule.STRICT ? Studies.lean() : DisruptionModel.ario();
        return stockDays.map(d -> model.with(InventoryDays.of(d))).orElse(model);
    }

    private static Selection selection(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Selection(List.of(text), List.of())
                : new Selection(List.of(text.substring(0, colon)), List.of(text.substring(colon + 1).split(",")));
    }

    private String name(String code) {
        List<String> parts = new ArrayList<>();
        cuts.forEach(c -> parts.add(c + " stops selling to " + code));
        losses.forEach(l -> parts.add("loss of " + l));
        if (!surge.isEmpty()) {
            parts.add("surge of demand for " + String.join(", ", surge) + " in " + code);
        }
        return String.join("; ", parts);
    }
}
