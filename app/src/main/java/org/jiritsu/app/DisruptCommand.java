package org.jiritsu.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.answer.Language;
import org.jiritsu.study.Analysis;
import org.jiritsu.study.DisruptQuestion;
import org.jiritsu.study.Disruptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The words of a {@link DisruptQuestion} as options. They are handed over as text, by name: what they mean is said there
 * once, for the command line and for studies.
 */
@Command(
        name = "disrupt",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "What a cut-off costs day by day, what stops first and why, and how long stocks last.",
            "Definitions: docs/methods/disruption.md. Days count from 0; the notes tell the story in order."
        })
final class DisruptCommand implements Question {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "HOME", description = "the economy whose story is told")
    private String home = "";

    @Option(
            names = "--cut",
            paramLabel = "SELLER[:GOODS]",
            description = "a seller stops selling to HOME, such as CHN:C26,C27; CHN+KOR for a coalition; =SHARE for a "
                    + "quota, @FROM..UNTIL for days or dates of its own; repeatable")
    private List<String> cut = List.of();

    @Option(
            names = "--to",
            paramLabel = "BUYER[:SECTORS]",
            description = "whom a cut or slow link no longer serves (default: HOME)")
    private @Nullable String to;

    @Option(names = "--inputs-only", description = "the cut leaves final users alone")
    private boolean inputsOnly;

    @Option(
            names = "--lose",
            paramLabel = "ECONOMY[:SECTORS]",
            description = "these industries lose capacity, for everyone; =SHARE, @FROM..UNTIL")
    private List<String> lose = List.of();

    @Option(
            names = "--slow",
            paramLabel = "SELLER[:GOODS]=DAYS",
            description = "what these sell to HOME arrives so many days later; @FROM..UNTIL")
    private List<String> slow = List.of();

    @Option(
            names = "--surge",
            paramLabel = "GOODS",
            description = "final users of HOME want more of these; =SHARE (1 is twice as much), @FROM..UNTIL")
    private List<String> surge = List.of();

    @Option(
            names = "--expand",
            paramLabel = "SECTORS=SHARE[/DAYS]",
            description = "HOME's industries can make so much more, ramping up over DAYS; @FROM..UNTIL")
    private List<String> expand = List.of();

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            description =
                    "of what is cut, lost, or wanted more, where nothing else is said: 0.5, or 50%% (default: 1, all of it)")
    private @Nullable String share;

    @Option(names = "--start", paramLabel = "DATE", description = "the date of day 0, so that days have dates")
    private @Nullable String start;

    @Option(names = "--from", paramLabel = "DAY|DATE", description = "when it begins (default: day 0)")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "DAY|DATE", description = "its last day at full strength (default: none)")
    private @Nullable String until;

    @Option(names = "--days", paramLabel = "N", description = "how long it lasts, instead of --until")
    private @Nullable String days;

    @Option(
            names = "--recovery",
            paramLabel = "SHAPE",
            description = "linear (default), concave, convex, at_once, never")
    private @Nullable String recovery;

    @Option(names = "--recovery-days", paramLabel = "N", description = "how long recovery takes (default: 0, at once)")
    private @Nullable String recoveryDays;

    @Option(names = "--horizon", paramLabel = "DAYS", description = "days to follow (default: 365)")
    private @Nullable String horizon;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "strict (default): stop when an input runs out; partial: only as far as it"
                    + " cannot do without it; ario: slow down before, psi 0.8")
    private @Nullable String rule;

    @Option(
            names = "--inventory",
            paramLabel = "DAYS",
            description = "of every input, in days of use, or GOODS=DAYS, or 'sourced' for what industries of the kind "
                    + "hold (default: 10; sourced with partial, 90 with ario)")
    private List<String> inventory = List.of();

    @Option(
            names = "--substitute",
            paramLabel = "HOW",
            description = "specific (default): inputs a shock touches have no equal; none, seeking, production (default"
                    + " with ario)")
    private @Nullable String substitute;

    @Option(
            names = "--seek-days",
            paramLabel = "N",
            description = "time to find other suppliers, with specific or seeking (default: never, or 30 with seeking)")
    private @Nullable String seekDays;

    @Option(names = "--spare", paramLabel = "SHARE", description = "capacity above output in quiet times (default: 0)")
    private @Nullable String spare;

    @Option(
            names = "--restock-days",
            paramLabel = "N",
            description = "time to refill inventories (default: 6; 60 with ario)")
    private @Nullable String restockDays;

    @Option(
            names = "--priority",
            paramLabel = "USERS",
            description = "served first: ECONOMY, ECONOMY:SECTORS or ECONOMY:final, repeatable; critical (default with "
                    + "partial): who would stop without; nobody")
    private List<String> priority = List.of();

    @Option(
            names = "--stock",
            paramLabel = "GOODS=DAYS[/DAILY]",
            description = "a stockpile for all industries of HOME, in days of their use; at most DAILY of these a day")
    private List<String> stock = List.of();

    @Option(
            names = "--reserve",
            paramLabel = "GOODS=DAYS[/DAILY]",
            description = "the same held by each industry for itself")
    private List<String> reserve = List.of();

    @Option(
            names = "--trigger",
            paramLabel = "SHARE",
            description = "stockpiles open below this share of the usual inventory (default: 1)")
    private @Nullable String trigger;

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            description = "an industry counts as fallen below this share of its production (default: 0.9)")
    private @Nullable String level;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "economy (default): HOME, then who loses most; industry: the largest loss first; day")
    private @Nullable String by;

    @Option(
            names = "--watch",
            paramLabel = "SECTOR[/GOOD]",
            description = "industries to follow day by day, and their inventory of a good; ECONOMY:SECTOR for others "
                    + "than HOME's")
    private List<String> watch = List.of();

    @Option(names = "--endure", description = "how many days each industry lasts, and the bottleneck behind it")
    private boolean endure;

    @Option(
            names = "--curve",
            paramLabel = "GOOD[=SIZES]",
            description = "loss by size of a stockpile of it, the worth of one more day, and how much is enough")
    private @Nullable String curve;

    @Option(
            names = "--within",
            paramLabel = "PERCENT",
            description = "loss that is accepted in --curve, of what is made in that time (default: 0.1)")
    private @Nullable String within;

    @Option(names = "--durations", paramLabel = "DAYS,DAYS,...", description = "loss by duration")
    private @Nullable String durations;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "percentiles of the loss over N draws of what is uncertain")
    private @Nullable String draws;

    @Option(names = "--seed", paramLabel = "SEED", description = "of the draws (default: 1)")
    private @Nullable String seed;

    @Option(
            names = "--vary",
            paramLabel = "NAME=LOW..HIGH",
            description = "what is uncertain: inventory (a factor), days, seek-days, restock-days")
    private List<String> vary = List.of();

    @Mixin
    private WorldOption world = new WorldOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private Output output = new Output();

    @Override
    public Output output() {
        return output;
    }

    @Override
    public Language language() {
        return language.language();
    }

    @Override
    public boolean isLong() {
        return draws != null;
    }

    /** The answer to what the options say; it reads no files but worlds of the store. */
    @Override
    public Plan plan(Analysis analysis) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            String word = option.longestName().substring(2);
            if (DisruptQuestion.WORDS.contains(word)) {
                words.put(
                        word,
                        DisruptQuestion.FLAGS.contains(word)
                                ? option.stringValues().stream()
                                        .map(text -> text.isEmpty() ? "true" : text)
                                        .toList()
                                : option.stringValues());
            }
        }
        DisruptQuestion question = DisruptQuestion.of(analysis.words(), analysis.world(world.id()), home, words);
        return new Plan(
                question.scenario().name(),
                () -> Disruptions.answer(analysis, world.id(), question).table());
    }
}
