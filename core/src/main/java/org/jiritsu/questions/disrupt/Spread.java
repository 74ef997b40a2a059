package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.BundledAssumptions;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionRun;
import org.jiritsu.disruption.Ensemble;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.disruption.Substitution;

/** One row a percentile of the home's loss over the draws. */
final class Spread {
    private static final List<Integer> PERCENTILES = List.of(5, 25, 50, 75, 95);

    private final Work work;
    private final Words words;
    private final Inquiry.Ask.Draws asked;

    private Spread(Work work, Inquiry.Ask.Draws asked) {
        this.work = work;
        this.words = work.words();
        this.asked = asked;
    }

    static Answer of(Work work, Inquiry.Ask.Draws asked) {
        return new Spread(work, asked).answer();
    }

    private Answer answer() {
        AtomicInteger strayed = new AtomicInteger();
        double usual = work.worldUsual();
        Ensemble.Spread spread = new Ensemble(work.disruption())
                .run(work.inquiry().scenario(), asked.parameters(), asked.runs(), asked.seed(), run -> {
                    strayed.addAndGet(Ground.isCollapse(run, usual, work.home()) ? 1 : 0);
                    return run.economy(work.home()).valueAddedLostMusd();
                });
        double gdp = work.world().gdp(work.inquiry().home());
        List<Column<Integer>> columns = List.of(
                new Column<>("percentile", p -> p),
                new Column<>("va_lost_musd", p -> spread.percentile(p)),
                new Column<>("va_lost_pct_gdp", p -> 100 * spread.percentile(p) / gdp));
        DisruptionRun run = work.run();
        List<Finding> told = new ArrayList<>();
        if (strayed.get() > 0) {
            told.add(
                    Finding.headline(words.say("disrupt.ground.draws", "count", strayed.get(), "draws", asked.runs())));
        }
        told.addAll(work.story(run, Cells.NONE).shocks(lasting()));
        told.addAll(found(spread));
        Answer answer = work.answer(
                run,
                told,
                strayed.get() > 0 ? Optional.empty() : work.caution(),
                new Work.Form(
                        "draws",
                        head -> Table.of(head, columns, PERCENTILES),
                        List.of(new Pictures(work)
                                .losses("percentile", PERCENTILES, p -> p, p -> spread.percentile(p))),
                        List.of()));
        return new Answer(
                answer.heading(),
                answer.table(),
                answer.findings(),
                answer.charts(),
                answer.shown(),
                answer.from().seeded(asked.seed()));
    }

    private String lasting() {
        return asked.duration()
                .map(p -> words.say("span", "low", words.rounded(p.low()), "high", words.rounded(p.high())))
                .orElse("");
    }

    private List<Finding> found(Ensemble.Spread spread) {
        List<Finding> found = new ArrayList<>();
        found.add(range(spread));
        found.add(Finding.assumption(words.say(
                "disrupt.draws.over",
                "draws",
                asked.runs(),
                "seed",
                asked.seed(),
                "what",
                words.and(asked.parameters().stream()
                        .map(p -> words.say(
                                "disrupt.draws.parameter",
                                "name",
                                name(p.name()),
                                "low",
                                needed(p.name()) ? words.figure(100 * p.low()) : words.rounded(p.low()),
                                "high",
                                needed(p.name()) ? words.percent(p.high()) : words.rounded(p.high())))
                        .toList()))));
        if (asked.parameters().size() > 1) {
            found.add(matters(spread));
        }
        fixed().ifPresent(found::add);
        milder().ifPresent(found::add);
        return found;
    }

    private Finding range(Ensemble.Spread spread) {
        return Finding.headline(
                words.say(
                        "disrupt.draws.range",
                        "draws",
                        asked.runs(),
                        "home",
                        work.names().economy(work.home()),
                        "low",
                        money(spread.percentile(5)),
                        "high",
                        money(spread.percentile(95)),
                        "median",
                        money(spread.percentile(50))),
                IntStream.of(0, PERCENTILES.size() - 1, PERCENTILES.indexOf(50))
                        .mapToObj(r -> new Figure(r, "va_lost_musd"))
                        .toArray(Figure[]::new));
    }

    private String money(double musd) {
        return work.names().moneyAtHome(musd, work.home());
    }

    private static boolean needed(String parameter) {
        return parameter.startsWith(GoodsGone.NEED);
    }

    private String name(String parameter) {
        return needed(parameter)
                ? words.say(
                        "disrupt.parameter.need",
                        "industry",
                        work.names().good(parameter.substring(GoodsGone.NEED.length())))
                : words.say("disrupt.parameter." + parameter);
    }

    private Finding matters(Ensemble.Spread spread) {
        return Finding.story(words.say(
                "disrupt.draws.matters",
                "what",
                words.and(spread.influences().stream()
                        .sorted(Comparator.comparingDouble((Ensemble.Influence i) -> Math.abs(i.rankCorrelation()))
                                .reversed())
                        .map(i -> words.say(
                                "item",
                                "name",
                                name(i.parameter()),
                                "value",
                                String.format(Locale.ROOT, "%.2f", i.rankCorrelation())))
                        .toList())));
    }

    /** What the question fixes is not drawn. */
    private Optional<Finding> fixed() {
        boolean ends = work.inquiry().scenario().shocks().stream()
                .allMatch(s -> s.timing().recovery() != Recovery.NEVER);
        return ends && asked.duration().isEmpty()
                ? Optional.of(Finding.limit(words.say("disrupt.draws.fixed")))
                : Optional.empty();
    }

    /** What the same worst case costs if industries do without what is not critical to them: the draws vary no rule. */
    private Optional<Finding> milder() {
        DisruptionModel model = work.inquiry().scenario().model();
        if (model.inputs() instanceof InputRule.PartiallyBinding
                || !(model.substitution() instanceof Substitution.Specific)) {
            return Optional.empty();
        }
        DisruptionModel partial = model.with(new BundledAssumptions(work.world()).inputs());
        DisruptionRun milder =
                work.run(work.inquiry().scenario().with(partial), work.inquiry().homeOnly());
        return Optional.of(Finding.limit(words.say(
                "disrupt.draws.milder",
                "home",
                work.names().economy(work.home()),
                "money",
                money(milder.economy(work.home()).valueAddedLostMusd()))));
    }
}
