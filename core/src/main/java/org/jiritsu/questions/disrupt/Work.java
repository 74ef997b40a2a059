package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Session;
import org.jiritsu.disruption.Disruption;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.DisruptionRun.Measure;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Recorded;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.world.Industry;
import org.jiritsu.world.World;

/** One inquiry at work: its runs, and what all its answers have alike. */
final class Work {
    private static final int DAILY_RUNS = 12;
    private static final int SHOWN = 15;

    private final Session at;
    private final String worldId;
    private final Inquiry inquiry;
    private final Naming names;
    private final Disruption disruption;

    Work(Session at, String worldId, Inquiry inquiry) {
        this.at = at;
        this.worldId = worldId;
        this.inquiry = inquiry;
        this.names = new Naming(at.words(), inquiry.world());
        this.disruption = at.once(worldId, "disruption", Disruption.class, () -> new Disruption(inquiry.world()));
        disruption.require(inquiry.scenario());
    }

    Words words() {
        return names.words();
    }

    Naming names() {
        return names;
    }

    Inquiry inquiry() {
        return inquiry;
    }

    World world() {
        return inquiry.world();
    }

    Disruption disruption() {
        return disruption;
    }

    String home() {
        return inquiry.homeCode();
    }

    Days days() {
        return new Days(words(), inquiry.start());
    }

    /** The run that was asked; home day by day is always recorded. */
    DisruptionRun run() {
        return run(inquiry.scenario(), inquiry.homeOnly());
    }

    /** The latest are kept: several answers are asked of a run in turn. */
    DisruptionRun run(DisruptionScenario scenario, Recorded watch) {
        return at.latest(
                worldId,
                List.of(scenario, watch),
                DisruptionRun.class,
                DAILY_RUNS,
                () -> disruption.run(scenario, watch));
    }

    /** A day's production of an industry before any shock. */
    double usual(Industry industry) {
        return disruption.output(world().industry(industry));
    }

    /** A day's production of an economy before any shock. */
    double usual(String code) {
        int economy = world().economy(code);
        return IntStream.range(0, world().sectorCount())
                .mapToDouble(s -> disruption.output(world().industry(economy, s)))
                .sum();
    }

    double worldUsual() {
        return IntStream.range(0, world().size())
                .mapToDouble(disruption::output)
                .sum();
    }

    /** Whether and how a run in which home was recorded has left its ground. */
    Optional<Ground> ground(DisruptionRun run) {
        double[] made = run.series(Measure.PRODUCTION_MUSD, home()).values();
        return Ground.of(run, made, usual(home()), worldUsual(), home());
    }

    Story story(DisruptionRun run, Cells cells) {
        return new Story(names, inquiry, run, ground(run), cells);
    }

    /** The parts of an answer that its form makes. */
    record Form(String heading, Function<Table.Head, Table> table, List<Chart> charts, List<String> shown) {}

    /**
     * An answer of a run.
     *
     * @param told its sentences in the order of the table's notes
     * @param caution which way the assumptions lean
     */
    Answer answer(DisruptionRun run, List<Finding> told, Optional<String> caution, Form form) {
        List<Finding> all = new ArrayList<>(told);
        all.addAll(inquiry.goods().findings());
        all.addAll(limits(run, caution));
        Table table = form.table().apply(head(run, all));
        boolean daily = inquiry.ask() instanceof Inquiry.Ask.Days;
        List<String> shown = form.shown().isEmpty()
                ? table.fields().stream().map(field -> field.name()).toList()
                : form.shown();
        return new Answer(
                words().say(
                                "heading.disrupt." + form.heading(),
                                "what",
                                inquiry.scenario().name()),
                table,
                all.stream()
                        .sorted(Comparator.comparing((Finding f) -> f.role() != Finding.Role.HEADLINE))
                        .toList(),
                form.charts(),
                new Answer.Shown(shown, daily ? 1 : Math.min(SHOWN, table.rows().size())),
                Provenance.of(worldId).checked("imbalance", run.worstImbalance()));
    }

    /** Which way what happened leans; no run that has left its ground is mild, and one that is lost leans nowhere. */
    Optional<String> caution(DisruptionRun run) {
        boolean mild = !(run.scenario().model().substitution() instanceof Substitution.Specific);
        boolean fits = ground(run).map(g -> !g.isLost() && !mild).orElse(true);
        return takesAway() && fits ? new ModelWords(names).caution(run, home()) : Optional.empty();
    }

    /** The same of the assumptions, where there are many runs. */
    Optional<String> caution() {
        return takesAway() ? new ModelWords(names).caution(inquiry.scenario().model()) : Optional.empty();
    }

    boolean takesAway() {
        return inquiry.scenario().shocks().stream().anyMatch(ShockWords::takesAway);
    }

    private List<Finding> limits(DisruptionRun run, Optional<String> caution) {
        ModelWords model = new ModelWords(names);
        Stream<Finding> limits = Stream.concat(
                caution.stream().map(Finding::limit),
                run.warnings().stream().map(w -> Finding.limit(model.warning(w))));
        Stream<String> start =
                inquiry.start().map(date -> words().say("disrupt.start", "date", words().date(date))).stream();
        Stream<Finding> assumed = Stream.concat(
                        start, model.assumptions(inquiry.scenario().model()).stream())
                .map(Finding::assumption);
        return Stream.concat(limits, assumed).toList();
    }

    private Table.Head head(DisruptionRun run, List<Finding> told) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("worst_imbalance", run.worstImbalance());
        facts.put("fallen_below", inquiry.scenario().level());
        return new Table.Head(
                words().say(
                                "disrupt.title",
                                "what",
                                inquiry.scenario().name(),
                                "days",
                                inquiry.scenario().days()),
                world().id(),
                home(),
                words().say("unit.musd"),
                words().say("method.disruption"),
                facts,
                List.of(Table.Head.sourceLine(words(), world().about())),
                Stream.concat(
                                told.stream().map(Finding::said),
                                world().about().notes().stream().map(words()::data))
                        .toList(),
                words());
    }
}
