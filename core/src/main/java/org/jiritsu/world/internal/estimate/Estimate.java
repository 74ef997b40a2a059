package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.Gras;

/**
 * Estimates a world table in two steps: what each economy uses of each product for what (a national table, balanced to
 * absorption and output), then from which origin each use is served (balanced to the bilateral flows).
 */
public final class Estimate {
    private static final double USE_TOLERANCE = 1e-9;
    private static final double ORIGIN_TOLERANCE = 1e-7;
    private static final int LIMIT = 20_000;

    private final Problem problem;

    private Estimate(Problem problem) {
        this.problem = problem;
    }

    /**
     * @param economies their codes
     * @param sectors their codes
     * @param seedOf the seed's economy for each economy
     * @param own whether that is the economy itself
     * @param groupOf the seed's group of each sector
     * @param gdp million USD, or {@link Gras#FREE} where not given
     * @param uses what is believed of each economy's uses
     * @param biased whether origins follow the seed's pattern by use; else in proportion
     */
    record Problem(
            List<String> economies,
            List<String> sectors,
            GivenFlows flows,
            SeedTable seed,
            int[] seedOf,
            boolean[] own,
            int[] groupOf,
            double[] gdp,
            List<UseSeed> uses,
            boolean biased) {}

    /** How well an economy's balances closed: most iterations of any, and the sum met worst with its relative error. */
    public record Closure(String economy, double gdp, int iterations, double relative, String where) {
        private Closure worse(Closure other) {
            Closure worst = other.relative > relative ? other : this;
            return new Closure(economy, gdp, Math.max(iterations, other.iterations), worst.relative, worst.where);
        }
    }

    public record Result(FactoredTable table, List<Closure> closures) {}

    /**
     * @param biased whether origins follow the seed's pattern by use; else every use takes them in proportion
     * @throws InputException if an input is unsound or a balance does not close
     */
    public static Result of(Inputs inputs, World seed, int year, boolean biased) {
        return of(inputs.problem(seed, year, biased));
    }

    static Result of(Problem problem) {
        return new Estimate(problem).run();
    }

    private Result run() {
        int economies = problem.flows.economies();
        int sectors = problem.flows.sectors();
        double[] useWeights = new double[economies * sectors * (sectors + 1)];
        FactoredTable table = new FactoredTable(problem.flows, problem.seed, origins(), problem.groupOf, useWeights);
        double[] bias = problem.seed.bias();
        Closure[] closures = new Closure[economies];
        IntStream.range(0, economies).parallel().forEach(d -> {
            closures[d] = balanceUses(table, d);
            for (int s = 0; s < sectors; s++) {
                closures[d] = closures[d].worse(balanceOrigins(table, d, s, bias));
            }
        });
        return new Result(table, List.of(closures));
    }

    /** Sets the use weights of one economy to what it uses for what. */
    private Closure balanceUses(FactoredTable table, int d) {
        int size = problem.flows.sectors() * (problem.flows.sectors() + 1);
        String what = "uses of " + problem.economies.get(d);
        try {
            Gras.Balanced balanced = NationalUse.balance(
                    problem.uses.get(d),
                    problem.flows.absorption(d),
                    problem.flows.output(d),
                    problem.gdp[d],
                    USE_TOLERANCE,
                    LIMIT);
            System.arraycopy(balanced.cells(), 0, table.useWeights(), d * size, size);
            double gdp = Arrays.stream(balanced.cells(), size, balanced.cells().length)
                    .sum();
            return closure(d, gdp, balanced, what, rowOf(balanced.worst(), problem.sectors, "value added"));
        } catch (Gras.UnbalancedException e) {
            throw unbalanced(what, rowOf(e.worst(), problem.sectors, "value added"), e);
        }
    }

    /**
     * The seed's economy that each origin resembles, as seen from each destination: for its home goods the seed's home
     * goods; for others their own, or those of the rest of the world. A pair that the seed says nothing about has no
     * bias.
     */
    private int[] origins() {
        int economies = problem.flows.economies();
        int rest = rest();
        int[] origins = new int[economies * economies];
        for (int d = 0; d < economies; d++) {
            int to = problem.seedOf[d];
            for (int o = 0; o < economies; o++) {
                int from = o == d ? to : problem.own[o] ? problem.seedOf[o] : rest;
                boolean silent = !problem.biased || (o != d && from == to);
                origins[d * economies + o] = silent ? -1 : from;
            }
        }
        return origins;
    }

    private int rest() {
        return IntStream.range(0, problem.economies.size())
                .filter(d -> problem.own[d] && problem.economies.get(d).equals("ROW"))
                .map(d -> problem.seedOf[d])
                .findFirst()
                .orElse(-1);
    }

    /** Multiplies the use weights of one product in one economy so that origins and uses both add up. */
    private Closure balanceOrigins(FactoredTable table, int d, int s, double[] bias) {
        int economies = problem.flows.economies();
        int uses = problem.flows.sectors() + 1;
        int at = (d * problem.flows.sectors() + s) * uses;
        double[] wanted = Arrays.copyOfRange(table.useWeights(), at, at + uses);
        double[] origins = new double[economies];
        double[] cells = new double[economies * uses];
        double[] weights = new double[uses];
        double all = Arrays.stream(wanted).sum();
        for (int o = 0; o < economies; o++) {
            origins[o] = problem.flows.flow(o, s, d);
            table.readWeights(o, s, d, bias, weights);
            for (int u = 0; u < uses && all > 0; u++) {
                cells[o * uses + u] = origins[o] / all * weights[u];
            }
        }
        String what = "origins of %s in %s".formatted(problem.sectors.get(s), problem.economies.get(d));
        try {
            Gras.Balanced balanced = Gras.balance(cells, origins, wanted, ORIGIN_TOLERANCE, LIMIT);
            for (int u = 0; u < uses; u++) {
                table.useWeights()[at + u] = wanted[u] * balanced.columnMultipliers()[u];
            }
            return closure(d, 0, balanced, what, rowOf(balanced.worst(), problem.economies, ""));
        } catch (Gras.UnbalancedException e) {
            throw unbalanced(what, rowOf(e.worst(), problem.economies, ""), e);
        }
    }

    private Closure closure(int d, double gdp, Gras.Balanced balanced, String what, String sum) {
        return new Closure(
                problem.economies.get(d),
                gdp,
                balanced.iterations(),
                balanced.worst().relative(),
                what + ", " + sum);
    }

    /** The name of the sum met worst, such as {@code row CHN} or {@code column C29}. */
    private String rowOf(Gras.Worst worst, List<String> rows, String lastRow) {
        List<String> names = worst.row() ? rows : problem.sectors;
        String last = worst.row() ? lastRow : "final use";
        return (worst.row() ? "row " : "column ") + (worst.index() < names.size() ? names.get(worst.index()) : last);
    }

    private static InputException unbalanced(String what, String sum, Gras.UnbalancedException e) {
        return InputException.data(
                "The " + what + " cannot be balanced",
                "row and column sums that agree",
                "%s: asked %.8g, found %.8g"
                        .formatted(sum, e.worst().target(), e.worst().found()),
                "a given GDP is larger than output, or a flow file is damaged.");
    }
}
