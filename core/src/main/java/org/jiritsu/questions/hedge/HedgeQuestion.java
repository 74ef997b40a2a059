package org.jiritsu.questions.hedge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.jiritsu.base.InputException;
import org.jiritsu.goods.sea.Strait;
import org.jiritsu.hedge.Budget;
import org.jiritsu.hedge.Futures;
import org.jiritsu.hedge.FuturesFile;
import org.jiritsu.hedge.Menu;
import org.jiritsu.hedge.MenuFile;
import org.jiritsu.questions.commodity.Commodities;
import org.jiritsu.questions.commodity.GoodLosses;
import org.jiritsu.world.World;

/** Which hedges of a menu are worth their price over futures without probabilities. */
public final class HedgeQuestion implements Question {
    /** What a row is of. */
    enum By {
        CRITERION,
        HEDGE,
        FUTURE,
        BUDGET,
        CONDITION
    }

    private static final Param<String> HOME =
            Param.positional("home", Types.ECONOMY).as("HOME");
    private static final Param<Optional<Path>> MENU =
            Param.maybe("menu", Types.FILE).as("FILE");
    private static final Param<Optional<Path>> FUTURES =
            Param.maybe("futures", Types.FILE).as("FILE");
    private static final Param<String> BUDGET =
            Param.one("budget", Types.TEXT, "0.2%").as("AMOUNT/YR");
    private static final Param<List<String>> HEDGES =
            Param.list("hedges", Types.TEXT).as("ID,ID,...");
    private static final Param<List<String>> SETS =
            Param.list("sets", Types.TEXT).as("ID,ID,...");
    private static final Param<Optional<Integer>> HORIZON =
            Param.maybe("horizon", Types.whole(1, 3650)).as("DAYS");
    private static final Param<Integer> EACH =
            Param.one("each", Types.whole(1, 2000), 8).as("N");
    private static final Param<Long> SEED = Param.one("seed", Types.SEED, 1L);
    private static final Param<Double> TOLERANCE =
            Param.one("tolerance", Types.SHARE, 0.001).as("SHARE");
    private static final Param<Double> BETA =
            Param.one("beta", Types.SHARE, 0.9).as("SHARE");
    private static final Param<By> BY =
            Param.one("by", Types.among(By.class), By.CRITERION).as("WHAT");

    @Override
    public Spec spec() {
        return new Spec(
                "hedge",
                List.of(HOME, MENU, FUTURES, BUDGET, HEDGES, SETS, HORIZON, EACH, SEED, TOLERANCE, BETA, BY),
                Cost.LONG,
                List.of(),
                List.of(List.of(
                        "JPN",
                        "--hedges",
                        "chip-stock",
                        "--sets",
                        "calm,prioritisers",
                        "--each",
                        "1",
                        "--horizon",
                        "20")),
                "docs/methods/hedge.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        Inquiry inquiry = inquiry(at, asked);
        Words words = at.words();
        String title = words.begin(
                "title",
                "home",
                words.the(inquiry.world().economies().get(inquiry.home())),
                "budget",
                words.dollars(inquiry.budget() * inquiry.usd()));
        return new Plan(
                title, Cost.LONG, () -> new HedgeAnswer(words, inquiry, Solved.of(at, inquiry)).of(asked.get(BY)));
    }

    private static Inquiry inquiry(Session at, Arguments asked) {
        World world = asked.look(Common.WORLD, at::world);
        int home = asked.look(HOME, world::economy);
        String code = world.economies().get(home).code();
        Menu all = asked.check(MENU, () -> MenuFile.read(file(at, asked, MENU, "hedges", code)));
        Futures futures = asked.check(FUTURES, () -> FuturesFile.read(file(at, asked, FUTURES, "futures", code)));
        requireHome(asked, MENU, all.home(), code);
        requireHome(asked, FUTURES, futures.home(), code);
        asked.check(MENU, () -> requireKnown(at, world, all));
        asked.check(FUTURES, () -> requireKnown(at, world, futures));
        List<String> chosen = asked.get(HEDGES);
        List<String> sets = asked.get(SETS);
        Futures some = sets.isEmpty() ? futures : asked.check(SETS, () -> futures.only(sets));
        Futures drawn = asked.get(HORIZON).map(some::within).orElse(some);
        Menu menu = chosen.isEmpty() ? all : asked.check(HEDGES, () -> all.only(chosen));
        double usd = asked.check(MENU, () -> dollars(menu));
        double gdp = world.gdp(home) / usd;
        return new Inquiry(
                world,
                home,
                menu,
                drawn,
                usd,
                asked.look(BUDGET, text -> Budget.parse(text, gdp)),
                asked.get(EACH),
                asked.get(SEED),
                asked.get(TOLERANCE) * gdp,
                asked.look(BETA, HedgeQuestion::level));
    }

    private static double level(double beta) {
        if (!(beta >= 0 && beta < 1)) {
            throw InputException.use(
                    "The level of CVaR is out of range",
                    "a share from 0 to below 1",
                    String.valueOf(beta),
                    "per cent was meant: write 90%.");
        }
        return beta;
    }

    /** The file that was named, or the bundled one of this home. */
    private static Path file(Session at, Arguments asked, Param<Optional<Path>> param, String folder, String home) {
        return asked.get(param).orElseGet(() -> {
            List<Path> bundled = bundled(at.data().resolve(folder));
            return bundled.stream()
                    .filter(file -> homeOf(folder, file).equals(home))
                    .findFirst()
                    .orElseThrow(() -> InputException.use(
                            "No %s of %s come with the program"
                                    .formatted(folder.equals("hedges") ? "hedges" : "futures", home),
                            "an economy that has them: "
                                    + bundled.stream()
                                            .map(file -> homeOf(folder, file))
                                            .collect(Collectors.joining(", ")),
                            home,
                            "write a file of its own and name it: %s FILE.".formatted(param.option())));
        });
    }

    private static String homeOf(String folder, Path file) {
        return folder.equals("hedges")
                ? MenuFile.read(file).home()
                : FuturesFile.read(file).home();
    }

    private static List<Path> bundled(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireHome(Arguments asked, Param<?> param, String home, String code) {
        if (!home.equals(code)) {
            throw asked.wrong(
                    param,
                    "The file is about another home",
                    "'home: %s'".formatted(code),
                    "home: " + home,
                    "ask 'hedge %s' with it.".formatted(home));
        }
    }

    private static boolean requireKnown(Session at, World world, Menu menu) {
        menu.requireKnown(
                codes(world),
                goods(
                        at,
                        world,
                        menu.hedges().stream()
                                .flatMap(hedge -> hedge.measure().goods().stream())
                                .collect(Collectors.toSet())));
        return true;
    }

    private static boolean requireKnown(Session at, World world, Futures futures) {
        List<Futures.EventRange> events =
                futures.sets().stream().flatMap(set -> set.events().stream()).toList();
        boolean goodsKnown = GoodLosses.know(Commodities.of(at), world);
        for (Futures.EventRange event : events) {
            boolean bySix = event.goods().stream().anyMatch(Missing::isCode);
            if ((bySix || event.kind() == Futures.Kind.STRAIT) && !goodsKnown) {
                throw InputException.data(
                        event.place() + ": which industries need a good is known by the sectors of icio2022 alone",
                        "a world with these sectors, or events on its sectors",
                        world.id(),
                        "icio2022 will do.");
            }
            if (bySix && event.kind() != Futures.Kind.BAN) {
                throw InputException.data(
                        event.place() + ": goods of six digits can be banned, and nothing else",
                        "a sector of the world, such as C26",
                        String.join(", ", event.goods()),
                        "use the sector that makes them.");
            }
        }
        futures.requireKnown(
                codes(world),
                goods(
                        at,
                        world,
                        events.stream().flatMap(event -> event.goods().stream()).collect(Collectors.toSet())),
                events.stream().anyMatch(event -> event.kind() == Futures.Kind.STRAIT)
                        ? Commodities.of(at).network().straits().stream()
                                .map(Strait::code)
                                .toList()
                        : List.of());
        return true;
    }

    private static List<String> codes(World world) {
        return world.economies().stream().map(each -> each.code()).toList();
    }

    /** The world's sectors, and of these codes of six digits those that the goods data hold. */
    private static Collection<String> goods(Session at, World world, Set<String> named) {
        Set<String> known =
                world.sectors().stream().map(each -> each.code()).collect(Collectors.toCollection(TreeSet::new));
        named.stream().filter(Missing::isCode).filter(code -> held(at, code)).forEach(known::add);
        return known;
    }

    private static boolean held(Session at, String code) {
        Commodities goods = Commodities.of(at);
        return goods.store().datasets().stream()
                .anyMatch(set -> set.lastYear() > 0 && resolves(goods, code, set.lastYear()));
    }

    private static boolean resolves(Commodities goods, String code, int year) {
        try {
            goods.store().resolve(code, year);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    /** Losses are in dollars. */
    private static double dollars(Menu menu) {
        return menu.currency().equals("USD")
                ? 1
                : menu.rates().stream()
                        .filter(rate -> rate.currency().equals("USD"))
                        .mapToDouble(Menu.Rate::units)
                        .findFirst()
                        .orElseThrow(() -> InputException.data(
                                "The menu has no rate for USD, in which losses are computed",
                                "'rates:' with 'currency: USD', units, year and source",
                                "a menu in " + menu.currency(),
                                "add the rate."));
    }
}
