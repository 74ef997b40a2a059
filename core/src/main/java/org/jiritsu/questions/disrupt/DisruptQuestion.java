package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiritsu.answer.Answer;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.DisruptionScenario;
import org.jiritsu.disruption.Shock;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.world.World;

/** What a break costs day by day, what stops first and why, and how long stocks last. */
public final class DisruptQuestion implements Question {
    private static final Spec SPEC = new Spec(
            "disrupt",
            Options.ALL,
            Cost.MODEL,
            List.of(),
            List.of(
                    List.of("JPN", "--cut", "CHN:c14", "--days", "60", "--world", "wiod2011"),
                    List.of(
                            "JPN",
                            "--cut",
                            "CHN:c14",
                            "--inputs-only",
                            "--days",
                            "30",
                            "--horizon",
                            "60",
                            "--endure",
                            "--world",
                            "wiod2011"),
                    List.of(
                            "JPN",
                            "--cut",
                            "CHN:c14",
                            "--inputs-only",
                            "--durations",
                            "15,30",
                            "--horizon",
                            "90",
                            "--world",
                            "wiod2011"),
                    List.of(
                            "KOR",
                            "--lose",
                            "JPN:c9=70%@5..30",
                            "--horizon",
                            "90",
                            "--by",
                            "day",
                            "--world",
                            "wiod2011")),
            "docs/methods/disruption.md");

    @Override
    public Spec spec() {
        return SPEC;
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        String worldId = asked.get(Common.WORLD);
        World world = asked.look(Common.WORLD, at::world);
        Inquiry inquiry = inquiry(at, world, asked);
        return new Plan(
                inquiry.scenario().name(),
                asked.has(Options.DRAWS) ? Cost.LONG : Cost.MODEL,
                () -> asked.check(Options.INVENTORY, () -> answer(new Work(at, worldId, inquiry))));
    }

    /** What was asked, read and checked. */
    static Inquiry inquiry(Session at, World world, Arguments asked) {
        int home = asked.look(Options.HOME, world::economy);
        String code = world.economies().get(home).code();
        Codes codes = new Codes(asked, world);
        ShockReader reader = new ShockReader(asked, codes, code);
        List<Shock> shocks = new ArrayList<>(reader.shocks());
        Inquiry.Goods goods = Inquiry.Goods.NONE;
        if (asked.has(Options.BAN) || asked.has(Options.CLOSE)) {
            GoodsGone gone = GoodsGone.of(at, world, home, asked);
            List<Shock.CapacityLoss> lost = asked.check(Options.DAYS, () -> gone.shocks(reader.timing()));
            requireFelt(asked, shocks, lost, gone);
            shocks.addAll(lost);
            goods = new Inquiry.Goods(gone.findings(), gone.needs(lost));
        }
        ModelReader assumed = new ModelReader(asked, codes, world, code);
        DisruptionModel model = assumed.model(assumed.rule());
        List<Stockpile> piles = assumed.piles();
        String title = new ShockWords(new Naming(at.words(), world)).title(shocks, !asked.has(Options.DURATIONS));
        DisruptionScenario followed = asked.check(
                Options.HORIZON,
                () -> new DisruptionScenario(title, model, shocks, piles, asked.get(Options.HORIZON), 0.5));
        DisruptionScenario scenario = asked.check(Options.LEVEL, () -> followed.falling(asked.get(Options.LEVEL)));
        return new Inquiry(
                world,
                home,
                scenario,
                otherEnd(assumed.rule()).map(rule -> scenario.with(assumed.model(rule))),
                reader.start(),
                new AskReader(asked, codes, scenario, code, goods.needs()).ask(),
                goods);
    }

    /** Every input is needed, or only what an industry cannot do without: the truth lies between. */
    private static Optional<Options.Rule> otherEnd(Options.Rule rule) {
        return switch (rule) {
            case STRICT -> Optional.of(Options.Rule.PARTIAL);
            case PARTIAL -> Optional.of(Options.Rule.STRICT);
            case ARIO -> Optional.empty();
        };
    }

    /** Stocks may last longer than the break: then nothing would be followed. */
    private static void requireFelt(
            Arguments asked, List<Shock> shocks, List<Shock.CapacityLoss> lost, GoodsGone gone) {
        if (shocks.isEmpty() && lost.isEmpty()) {
            Param<?> param = asked.has(Options.BAN) ? Options.BAN : Options.CLOSE;
            throw gone.firstStop().isEmpty()
                    ? asked.wrong(
                            param,
                            "No industry of this world is known to need these goods",
                            "goods of data/goods/uses.csv",
                            "--bound proportional counts them by value.")
                    : asked.wrong(
                            param,
                            "Nothing stops within the days said: stocks last longer",
                            "a break of more than %d days"
                                    .formatted(gone.firstStop().getAsInt()),
                            "--bound high takes stocks at their low end, and --bound proportional goes without.");
        }
    }

    private static Answer answer(Work work) {
        return switch (work.inquiry().ask()) {
            case Inquiry.Ask.Economies _ -> ByEconomy.of(work);
            case Inquiry.Ask.Industries _ -> ByIndustry.of(work);
            case Inquiry.Ask.Days days -> ByDay.of(work, days.watch());
            case Inquiry.Ask.Endure _ -> Lasting.of(work);
            case Inquiry.Ask.Curve curve -> StockCurve.of(work, curve);
            case Inquiry.Ask.Durations durations -> ByDuration.of(work, durations.days());
            case Inquiry.Ask.Draws draws -> Spread.of(work, draws);
        };
    }
}
