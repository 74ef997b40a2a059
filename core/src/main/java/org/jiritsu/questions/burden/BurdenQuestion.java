package org.jiritsu.questions.burden;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.partners.Burden;
import org.jiritsu.partners.Evidence;
import org.jiritsu.world.World;

/** Defence spending, host-nation support and pledges of an economy, in shares of its GDP and output. */
public final class BurdenQuestion implements Question {
    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<Double> JPY =
            Param.one("yen", Types.NUMBER, 150.0).as("PER_USD");
    private static final Param<Double> KRW =
            Param.one("won", Types.NUMBER, 1400.0).as("PER_USD");

    private static final Param<List<Double>> SPENDING =
            Param.list("spending", Types.NUMBER).as("PERCENT").costing(Cost.LONG);
    private static final Param<Optional<Double>> NOW =
            Param.maybe("now", Types.NUMBER).as("PERCENT");
    private static final Param<Double> BOUGHT =
            Param.one("bought", Types.SHARE, 0.2).as("SHARE");
    private static final Param<List<String>> GOODS = Param.list("goods", Types.SECTOR);
    private static final Param<Integer> DAYS =
            Param.one("days", Types.whole(1, 3650), 180).as("DAYS");

    /** Metal products and weapons, ships, aircraft: of the classifications that worlds have. */
    private static final List<String> USUAL_GOODS = List.of("C25", "C301", "C302T309", "c12", "c15");

    private static final String SPENT = "military expenditure";

    @Override
    public Spec spec() {
        return new Spec(
                "burden",
                List.of(HOME, JPY, KRW, SPENDING, NOW, BOUGHT, GOODS, DAYS),
                Cost.QUICK,
                List.of(new Spec.Form("defence-surge", List.of(new Spec.Preset("spending", "1,2,3.5")))),
                List.of(
                        List.of("JPN"),
                        List.of("KOR"),
                        List.of("JPN", "--spending", "1,2,3.5", "--days", "60", "--world", "wiod2011")),
                "docs/methods/partners.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        World world = asked.look(Common.WORLD, at::world);
        int economy = asked.look(HOME, world::economy);
        String home = world.economies().get(economy).code();
        List<Burden> all = Burden.bundled(at.data().resolve("partners"));
        Money money = new Money(world, economy, rate(asked, JPY), rate(asked, KRW));
        if (!asked.get(SPENDING).isEmpty()) {
            return surge(at, asked, money, all);
        }
        if (all.stream().noneMatch(b -> b.economy().equals(home))) {
            throw asked.wrong(
                    HOME,
                    "There are no figures of " + home,
                    "one of "
                            + String.join(
                                    ", ",
                                    all.stream()
                                            .map(Burden::economy)
                                            .filter(e -> !e.isEmpty())
                                            .distinct()
                                            .toList()),
                    "JPN is meant.");
        }
        BurdenAnswer answer = new BurdenAnswer(at.words(), money, home);
        return new Plan(answer.title(), Cost.QUICK, () -> answer.of(all));
    }

    private static Plan surge(Session at, Arguments asked, Money money, List<Burden> all) {
        String home = money.world().economies().get(money.economy()).code();
        Optional<Burden> spent = all.stream()
                .filter(b -> b.economy().equals(home)
                        && b.measure().equals(SPENT)
                        && b.unit().equals("% of GDP"))
                .findFirst();
        Optional<Double> now = asked.get(NOW).or(() -> spent.map(Burden::value));
        if (now.isEmpty()) {
            throw asked.wrong(
                    NOW, "What " + home + " spends now is not known", "--now PERCENT of GDP", "--now 2 is meant.");
        }
        for (double level : asked.get(SPENDING)) {
            if (!(level >= 0 && level <= 50)) {
                throw asked.wrong(
                        SPENDING,
                        "--spending is in per cent of GDP",
                        "0 to 50, as --spending 1,2,3.5",
                        "it is no per cent: --spending 2 is two hundredths of GDP.");
            }
        }
        double bought = asked.get(BOUGHT);
        if (!(bought > 0 && bought <= 1)) {
            throw asked.wrong(
                    BOUGHT, "A part of spending", "above 0, at most 1, such as 20%", "--bought 20% is meant.");
        }
        Surge surge = new Surge(money, now.get(), bought, goods(asked, money.world()), asked.get(DAYS));
        for (double level : asked.get(SPENDING)) {
            if (!(surge.increase(level) >= -1 && surge.increase(level) <= 100)) {
                throw asked.wrong(
                        SPENDING,
                        "Final users buy too little of these goods for such a change",
                        "a change of orders from -100% to 100 times",
                        String.format(Locale.ROOT, "%.0f%%", 100 * surge.increase(level)),
                        "more --goods supply defence.");
            }
        }
        Words words = at.words();
        SurgeAnswer answer = new SurgeAnswer(
                words,
                surge,
                asked.has(NOW)
                        ? words.say("now.asked")
                        : spent.map(b -> words.say("now.known", "period", b.period())
                                        + (b.evidence() == Evidence.FROM_MEMORY ? words.say("mark.memory") : ""))
                                .orElse(""));
        List<Double> levels = asked.get(SPENDING).stream().sorted().toList();
        return new Plan(answer.title(), Cost.LONG, () -> answer.of(surge.outcomes(at, levels)));
    }

    private static List<Integer> goods(Arguments asked, World world) {
        List<String> codes = world.sectors().stream().map(s -> s.code()).toList();
        List<Integer> goods = asked.get(GOODS).isEmpty()
                ? USUAL_GOODS.stream().map(codes::indexOf).filter(k -> k >= 0).toList()
                : asked.get(GOODS).stream()
                        .map(g -> asked.check(GOODS, () -> world.sector(g)))
                        .distinct()
                        .toList();
        if (goods.isEmpty()) {
            throw asked.wrong(
                    GOODS,
                    "Which sectors of world " + world.id() + " supply defence is not known",
                    "--goods CODES",
                    "--goods " + codes.getFirst() + " names one.");
        }
        return goods;
    }

    private static double rate(Arguments asked, Param<Double> param) {
        double rate = asked.get(param);
        if (!(rate > 0)) {
            throw asked.wrong(
                    param,
                    "An exchange rate is above 0",
                    "units for a dollar, as " + param.option() + " 150",
                    "the sign is wrong: " + String.format(Locale.ROOT, "%.0f", Math.abs(rate)) + ".");
        }
        return rate;
    }
}
