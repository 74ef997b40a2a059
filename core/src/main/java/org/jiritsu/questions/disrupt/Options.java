package org.jiritsu.questions.disrupt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Type;
import org.jiritsu.ask.Types;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.Recovery;
import org.jiritsu.questions.commodity.GoodLosses;

/** What can be said of a break, in the order in which it is explained. */
final class Options {
    /** How an industry does without an input. */
    enum Rule {
        STRICT,
        PARTIAL,
        ARIO
    }

    /** Who stands in for a supplier. */
    enum Substitutes {
        SPECIFIC,
        NONE,
        SEEKING,
        PRODUCTION
    }

    /** What a row is of. */
    enum By {
        ECONOMY,
        INDUSTRY,
        DAY
    }

    private static final Type<Integer> DURATION = new Type<>(
            Type.Kind.WHOLE,
            List.of(),
            Integer.class,
            Options::duration,
            "a whole number of at least 1, or none for good");
    private static final Type<Integer> COUNT = Types.whole(0, Integer.MAX_VALUE);
    /** 0.1, or 0.1%. */
    private static final Type<Double> PERCENT = new Type<>(
            Type.Kind.NUMBER,
            List.of(),
            Double.class,
            text -> Types.number(text.replaceFirst("\\s*%\\s*$", "")),
            "a percentage such as 0.1");

    static final Param<String> HOME = Param.positional("home", Types.ECONOMY).as("HOME");
    static final Param<List<Clause>> CUT = Param.many("cut", Clause.SHARE).as("SELLER[:GOODS]");
    static final Param<List<String>> BAN = Param.many("ban", Types.TEXT).as("SUPPLIER:GOOD+GOOD");
    static final Param<List<String>> CLOSE = Param.list("close", Types.TEXT).as("STRAITS");
    static final Param<GoodLosses.Bound> BOUND = Param.one(
                    "bound", Types.among(GoodLosses.Bound.class), GoodLosses.Bound.ESSENTIAL)
            .as("BOUND");
    static final Param<Optional<String>> TO = Param.maybe("to", Types.TEXT).as("BUYER[:SECTORS]");
    static final Param<Boolean> INPUTS_ONLY = Param.flag("inputs-only");
    static final Param<List<Clause>> LOSE = Param.many("lose", Clause.SHARE).as("ECONOMY[:SECTORS]");
    static final Param<List<Clause>> SLOW = Param.many("slow", Clause.DELAY).as("SELLER[:GOODS]=DAYS");
    static final Param<List<Clause>> SURGE = Param.many("surge", Clause.SHARE).as("[ECONOMY:]GOODS");
    static final Param<List<Clause>> EXPAND = Param.many("expand", Clause.RAMP).as("SECTORS=SHARE[/DAYS]");
    static final Param<Double> SHARE = Param.one("share", Types.SHARE, 1.0);
    static final Param<Optional<LocalDate>> START =
            Param.maybe("start", Types.DATE).as("DATE");
    static final Param<Optional<Moment>> FROM = Param.maybe("from", Moment.TYPE).as("DAY|DATE");
    static final Param<Optional<Moment>> UNTIL =
            Param.maybe("until", Moment.TYPE).as("DAY|DATE");
    static final Param<Optional<Integer>> DAYS = Param.maybe("days", DURATION).as("N");
    static final Param<Optional<Recovery>> RECOVERY =
            Param.maybe("recovery", Types.among(Recovery.class)).as("SHAPE");
    static final Param<Optional<Integer>> RECOVERY_DAYS =
            Param.maybe("recovery-days", COUNT).as("N");
    static final Param<Integer> HORIZON = Param.one("horizon", COUNT, 365).as("DAYS");
    static final Param<Rule> RULE =
            Param.one("rule", Types.among(Rule.class), Rule.STRICT).as("RULE");
    static final Param<List<Clause>> INVENTORY =
            Param.many("inventory", Clause.INVENTORY).as("DAYS");
    static final Param<Optional<Substitutes>> SUBSTITUTE =
            Param.maybe("substitute", Types.among(Substitutes.class)).as("HOW");
    static final Param<Optional<Double>> SEEK_DAYS =
            Param.maybe("seek-days", Types.NUMBER).as("N");
    static final Param<Optional<Double>> SPARE =
            Param.maybe("spare", Types.SHARE).as("SHARE");
    static final Param<Optional<Double>> OVER = Param.maybe("over", Types.SHARE).as("SHARE");
    static final Param<Optional<Double>> OVER_DAYS =
            Param.maybe("over-days", Types.NUMBER).as("N");
    static final Param<Optional<Double>> PSI = Param.maybe("psi", Types.SHARE).as("SHARE");
    static final Param<Optional<Double>> RESTOCK_DAYS =
            Param.maybe("restock-days", Types.NUMBER).as("N");
    static final Param<List<String>> PRIORITY =
            Param.many("priority", Types.TEXT).as("USERS");
    static final Param<List<Clause>> STOCK = Param.many("stock", Clause.PILE).as("GOODS=DAYS[/DAILY]");
    static final Param<List<Clause>> RESERVE =
            Param.many("reserve", Clause.PILE).as("GOODS=DAYS[/DAILY]");
    static final Param<Double> TRIGGER = Param.one("trigger", Types.SHARE, 1.0).as("SHARE");
    static final Param<Double> LEVEL = Param.one("level", Types.SHARE, 0.9).as("SHARE");
    static final Param<Optional<By>> BY =
            Param.maybe("by", Types.among(By.class)).as("WHAT");
    static final Param<List<String>> WATCH = Param.list("watch", Types.TEXT).as("SECTOR[/GOOD]");
    static final Param<Boolean> ENDURE = Param.flag("endure");
    static final Param<Optional<Clause>> CURVE =
            Param.maybe("curve", Clause.SIZES).as("GOOD[=SIZES]").costing(Cost.MODEL);
    static final Param<Double> WITHIN = Param.one("within", PERCENT, 0.1).as("PERCENT");
    static final Param<List<Integer>> DURATIONS =
            Param.list("durations", DURATION).as("DAYS,DAYS,...").costing(Cost.MODEL);
    static final Param<Optional<Integer>> DRAWS =
            Param.maybe("draws", COUNT).as("N").costing(Cost.LONG);
    static final Param<Long> SEED = Param.one("seed", Types.SEED, 1L);
    static final Param<List<Clause>> VARY = Param.many("vary", Clause.BOUNDS).as("NAME=LOW..HIGH");

    static final List<Param<?>> ALL = List.of(
            HOME,
            CUT,
            BAN,
            CLOSE,
            BOUND,
            TO,
            INPUTS_ONLY,
            LOSE,
            SLOW,
            SURGE,
            EXPAND,
            SHARE,
            START,
            FROM,
            UNTIL,
            DAYS,
            RECOVERY,
            RECOVERY_DAYS,
            HORIZON,
            RULE,
            INVENTORY,
            SUBSTITUTE,
            SEEK_DAYS,
            SPARE,
            OVER,
            OVER_DAYS,
            PSI,
            RESTOCK_DAYS,
            PRIORITY,
            STOCK,
            RESERVE,
            TRIGGER,
            LEVEL,
            BY,
            WATCH,
            ENDURE,
            CURVE,
            WITHIN,
            DURATIONS,
            DRAWS,
            SEED,
            VARY);

    private Options() {}

    private static int duration(String text) {
        int days = Types.whole(Integer.MIN_VALUE, Integer.MAX_VALUE).read().apply(text);
        if (days < 1) {
            throw InputException.use(
                    "This is too short to be felt",
                    "at least 1, or none for good",
                    text,
                    days < 0 ? "the sign is wrong: %d.".formatted(-days) : "you want it for good: leave --days out.");
        }
        return days;
    }
}
