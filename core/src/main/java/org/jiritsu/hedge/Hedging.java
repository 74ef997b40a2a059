package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.hedge.discovery.Cases;

/**
 * Which portfolio of a menu holds up best over futures. What a portfolio comes to in a future is its total: the year's cost
 * times the years of the planning period, and what it loses when the future's event comes once in them. Regret is the total
 * less the least total of any portfolio in that future, whatever the budget, so that regrets under different budgets
 * compare.
 *
 * <p>Not for several threads at once; the cells are computed by as many as their engine has.
 */
public final class Hedging {
    private static final int REPEATS = 8;
    private static final double ROUNDING = 1e-9;

    private final Menu menu;
    private final Losses losses;
    private final Chances chances;
    private final Settings settings;
    private final Audited audited;
    private Optional<double[]> hindsight = Optional.empty();
    private double hindsightGap;

    /**
     * @param years of the planning period
     * @param seed of the audit
     * @param auditPairs portfolios and parts of them that are compared
     * @param mostRounds after which a search stops with a gap
     * @param mostEnumerated portfolios that are enumerated where a criterion has no bound
     */
    public record Settings(double years, long seed, int auditPairs, long mostRounds, int mostEnumerated) {
        public Settings {
            if (!(years > 0 && Double.isFinite(years)) || auditPairs < 0 || mostRounds < 1 || mostEnumerated < 1) {
                throw InputException.use(
                        "The settings of a search for hedges are out of range",
                        "years above 0, no pairs or more, one round or more",
                        "%s years, %d pairs, %d rounds".formatted(years, auditPairs, mostRounds),
                        "the planning period is given in years: 10.");
            }
        }

        public static Settings usual(double years) {
            return new Settings(years, 1, 10, Long.MAX_VALUE, 4096);
        }
    }

    /** The audit, done once before the first bound is used. */
    private static final class Audited {
        private double[] slack = new double[0];
        private long violations;
        private boolean done;
    }

    /** @param chances of the losses' futures in their order */
    public Hedging(Menu menu, Losses losses, Chances chances, Settings settings) {
        this.menu = menu;
        this.losses = losses;
        this.chances = chances;
        this.settings = settings;
        this.audited = new Audited();
        if (chances.setOf().length != losses.size() || losses.size() == 0) {
            throw InputException.use(
                    "Hedges need futures",
                    "one or more, each in a set",
                    losses.size() + " futures, " + chances.setOf().length + " with a set",
                    "no future was drawn.");
        }
    }

    public Menu menu() {
        return menu;
    }

    public Losses losses() {
        return losses;
    }

    public Chances chances() {
        return chances;
    }

    public double years() {
        return settings.years();
    }

    public List<Future> futures() {
        return losses.futures();
    }

    /** What a portfolio costs over the planning period and loses, by future. */
    public double[] totals(Portfolio portfolio) {
        return totals(losses.of(portfolio), new Space(menu, 0).cost(Space.levels(portfolio)));
    }

    private double[] totals(double[] lost, double yearlyCost) {
        double[] totals = new double[lost.length];
        for (int f = 0; f < totals.length; f++) {
            totals[f] = settings.years() * yearlyCost + lost[f];
        }
        return totals;
    }

    /** By future, how much the total is above the least one. */
    public double[] regrets(Portfolio portfolio) {
        double[] regrets = totals(portfolio);
        double[] best = hindsight();
        Arrays.setAll(regrets, f -> regrets[f] - best[f]);
        return regrets;
    }

    public double score(Criterion criterion, Portfolio portfolio) {
        return criterion.score(totals(portfolio), hindsight(), chances);
    }

    /** By future, the least total of any portfolio, whatever the budget: what one would have bought, had one known. */
    public double[] hindsight() {
        if (hindsight.isEmpty()) {
            hindsight = Optional.of(leastTotals());
        }
        return hindsight.get();
    }

    private double[] leastTotals() {
        audit();
        Space space = new Space(menu, Double.MAX_VALUE);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            List<Tree> trees = IntStream.range(0, losses.size())
                    .mapToObj(f -> new Tree(
                            space,
                            relevant(space, f),
                            losses.only(f),
                            (lost, cost) -> settings.years() * cost + lost[0],
                            new double[] {audited.slack[f]},
                            Double.NEGATIVE_INFINITY,
                            1))
                    .toList();
            boolean ended = Tree.run(trees, settings.mostRounds());
            hindsightGap =
                    ended ? 0 : trees.stream().mapToDouble(Tree::gap).max().orElse(0);
            boolean wider = false;
            for (int f = 0; f < trees.size(); f++) {
                wider |= widen(f, trees.get(f).seen()[0]);
            }
            if (!wider || !ended || repeat == REPEATS - 1) {
                return trees.stream()
                        .mapToDouble(tree -> tree.best().orElseThrow().score())
                        .toArray();
            }
        }
        throw new IllegalStateException("unreachable");
    }

    /** Without hedges that change nothing in a future and that no other one requires. */
    private Space.Part relevant(Space space, int future) {
        int[] high = space.whole().high();
        Portfolio matters = losses.relevant(Space.portfolio(high), future);
        for (int i = 0; i < high.length; i++) {
            int hedge = i;
            boolean needed = menu.required().stream().anyMatch(pair -> pair.second() == hedge);
            high[i] = matters.holds(i) || needed ? high[i] : 0;
        }
        return new Space.Part(new int[high.length], high);
    }

    private boolean widen(int future, double seen) {
        if (seen <= audited.slack[future] + ROUNDING) {
            return false;
        }
        audited.slack[future] = seen;
        return true;
    }

    /** Compares portfolios with parts of them at random; done once, before a bound is used. */
    public Audit audit() {
        if (!audited.done) {
            audited.done = true;
            audited.slack = new double[losses.size()];
            SplittableRandom random = new SplittableRandom(settings.seed());
            List<Portfolio> larger = new ArrayList<>();
            List<Portfolio> smaller = new ArrayList<>();
            for (int k = 0; k < settings.auditPairs(); k++) {
                int[] high = new int[menu.size()];
                int[] low = new int[menu.size()];
                for (int i = 0; i < high.length; i++) {
                    high[i] = random.nextInt(menu.hedges().get(i).levels().size() + 1);
                    low[i] = random.nextInt(high[i] + 1);
                }
                larger.add(Space.portfolio(high));
                smaller.add(Space.portfolio(low));
            }
            List<Portfolio> both = new ArrayList<>(larger);
            both.addAll(smaller);
            losses.prepare(both);
            for (int k = 0; k < larger.size(); k++) {
                compare(losses.of(larger.get(k)), losses.of(smaller.get(k)));
            }
        }
        return new Audit(
                settings.auditPairs(),
                (long) settings.auditPairs() * losses.size(),
                audited.violations,
                Arrays.stream(audited.slack).max().orElse(0));
    }

    private void compare(double[] larger, double[] smaller) {
        for (int f = 0; f < larger.length; f++) {
            audited.violations += larger[f] > smaller[f] + ROUNDING ? 1 : 0;
            widen(f, larger[f] - smaller[f]);
        }
    }

    /** The best portfolio within a budget a year; with none affordable, the empty one. */
    public Optimum optimum(Criterion criterion, double budget) {
        return optimum(criterion, budget, new Space(menu, budget).whole());
    }

    /** The best of those that hold this hedge; empty if none is allowed. */
    Optional<Optimum> holding(Criterion criterion, double budget, int hedge) {
        Space space = new Space(menu, budget);
        Space.Part whole = space.whole();
        int[] low = whole.low().clone();
        low[hedge] = 1;
        return space.narrowed(new Space.Part(low, whole.high())).map(part -> optimum(criterion, budget, part));
    }

    private Optimum optimum(Criterion criterion, double budget, Space.Part from) {
        requireBudget(budget);
        Space space = new Space(menu, budget);
        if (!criterion.monotone()) {
            return Space.count(from) <= settings.mostEnumerated()
                    ? enumerated(criterion, budget, space, from)
                    : amongEvaluated(criterion, budget, space, from);
        }
        double[] best = hindsight();
        for (int repeat = 0; ; repeat++) {
            Tree tree = tree(criterion, best, space, from, Double.NEGATIVE_INFINITY, 1);
            boolean ended = Tree.run(List.of(tree), settings.mostRounds());
            boolean wider = false;
            for (int f = 0; f < losses.size(); f++) {
                wider |= widen(f, tree.seen()[f]);
            }
            if (!wider || !ended || repeat == REPEATS) {
                return optimum(criterion, budget, from, tree, ended && !wider);
            }
        }
    }

    private Optimum optimum(Criterion criterion, double budget, Space.Part from, Tree tree, boolean ended) {
        Tree.Found found = tree.best().orElseGet(() -> {
            Portfolio low = Space.portfolio(from.low());
            return new Tree.Found(low, score(criterion, low), menu.cost(low).yearly());
        });
        double gap = (ended ? 0 : Math.max(0, found.score() - tree.bound())) + regretGap(criterion);
        return new Optimum(
                criterion,
                budget,
                found.portfolio(),
                menu.cost(found.portfolio()),
                found.score(),
                gap,
                ended && gap == 0 ? Optimum.How.BRANCH_AND_BOUND : Optimum.How.STOPPED,
                losses.known().size(),
                Space.count(from));
    }

    /** How far a regret may be from the true one because the best of a future was not proved. */
    private double regretGap(Criterion criterion) {
        return switch (criterion) {
            case Criterion.MinimaxRegret _, Criterion.RegretPercentile _ -> hindsightGap;
            case Criterion.Satisficing _ -> hindsightGap > 0 ? 1 : 0;
            default -> 0;
        };
    }

    private Tree tree(
            Criterion criterion, double[] best, Space space, Space.Part from, double keepWithin, int keepMost) {
        return new Tree(
                space,
                from,
                losses,
                (lost, cost) -> criterion.score(totals(lost, cost), best, chances),
                audited.slack,
                keepWithin,
                keepMost);
    }

    /** The same by looking at every portfolio: for small menus, and to check the search. */
    public Optimum enumerated(Criterion criterion, double budget) {
        requireBudget(budget);
        Space space = new Space(menu, budget);
        return enumerated(criterion, budget, space, space.whole());
    }

    private Optimum enumerated(Criterion criterion, double budget, Space space, Space.Part from) {
        List<Portfolio> all = Space.all(from).stream()
                .filter(space::allows)
                .map(Space::portfolio)
                .toList();
        losses.prepare(all);
        return least(criterion, budget, from, all, Optimum.How.ENUMERATION, 0);
    }

    private Optimum amongEvaluated(Criterion criterion, double budget, Space space, Space.Part from) {
        hindsight();
        Portfolio low = Space.portfolio(from.low());
        Portfolio high = Space.portfolio(from.high());
        losses.of(low);
        List<Portfolio> some = losses.known().stream()
                .filter(one -> low.within(one) && one.within(high) && space.allows(Space.levels(one)))
                .toList();
        return least(criterion, budget, from, some, Optimum.How.AMONG_EVALUATED, Double.POSITIVE_INFINITY);
    }

    private Optimum least(
            Criterion criterion,
            double budget,
            Space.Part from,
            Collection<Portfolio> among,
            Optimum.How how,
            double gap) {
        Tree.Found found = among.stream()
                .map(one -> new Tree.Found(
                        one, score(criterion, one), menu.cost(one).yearly()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Optimum(
                criterion,
                budget,
                found.portfolio(),
                menu.cost(found.portfolio()),
                found.score(),
                gap,
                how,
                among.size(),
                Space.count(from));
    }

    /**
     * All portfolios whose score is within a tolerance of the best one's.
     *
     * @param most the list ends there, and says so
     */
    public NearBest near(Optimum optimum, double tolerance, int most) {
        if (!optimum.criterion().monotone()) {
            throw InputException.use(
                    "Near-best portfolios need a criterion with a bound",
                    "minimax-regret, cvar, satisficing, maximin, maximax, hurwicz, laplace, regret-p90 or starr",
                    optimum.criterion().id(),
                    "use minimax-regret.");
        }
        Space space = new Space(menu, optimum.budget());
        Tree tree = tree(
                optimum.criterion(), hindsight(), space, space.whole(), optimum.score() + Math.max(0, tolerance), most);
        boolean ended = Tree.run(List.of(tree), settings.mostRounds());
        List<Portfolio> portfolios =
                tree.kept().stream().map(Tree.Found::portfolio).toList();
        return new NearBest(optimum, tolerance, portfolios, ended && !tree.overfull());
    }

    /** In which futures a portfolio fails: its regret is above the tolerance. */
    public boolean[] fails(Portfolio portfolio, double tolerance) {
        double[] regrets = regrets(portfolio);
        boolean[] fails = new boolean[regrets.length];
        for (int f = 0; f < fails.length; f++) {
            fails[f] = regrets[f] > tolerance;
        }
        return fails;
    }

    /** The same as cases for discovery. */
    public Cases cases(Portfolio portfolio, double tolerance) {
        return Futures.cases(futures(), fails(portfolio, tolerance));
    }

    private static void requireBudget(double budget) {
        if (!(budget >= 0)) {
            throw InputException.use(
                    "The budget is not an amount", "0 or more, a year", String.valueOf(budget), "the sign is wrong.");
        }
    }
}
