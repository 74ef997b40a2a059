package org.jiritsu.world.internal.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.Gras;

/**
 * Estimates a world table in three steps: flows of a block of sectors are divided among them ({@link BlockFlows}); what
 * each economy uses of home products and of imports for what ({@link NationalUse}); and from which origin each use of
 * imports is served (balanced to the bilateral flows).
 */
public final class Estimate {
    private static final double USE_TOLERANCE = 1e-9;
    private static final double ORIGIN_TOLERANCE = 1e-7;
    private static final double LARGEST_VALUE_ADDED = 0.72;
    private static final int LIMIT = 20_000;

    private final Problem problem;
    private final GivenFlows flows;
    private final NationalTable mean;

    private Estimate(Problem problem) {
        this.problem = problem;
        this.flows = new BlockFlows(problem.given, problem.blockOf, problem.seed, problem.seedOf, problem.groupOf)
                .divide(problem.tables);
        this.mean = NationalTable.sum(problem.tables.stream().distinct().toList());
    }

    /**
     * @param economies their codes
     * @param sectors their codes
     * @param given flows, of sectors or blocks of them
     * @param blockOf the given sector that each sector is part of
     * @param tables whose coefficients each economy is believed to have, one an economy
     * @param valueAdded million USD by economy, or {@link Gras#FREE} where not given
     * @param seed pattern of trade
     * @param seedOf the seed's economy that each economy resembles in trade
     * @param groupOf the seed's group of each sector
     * @param inputShares what part of a flow goes to industries, where that is known
     * @param biased whether origins follow the seed's pattern by use and the known parts; else in proportion
     */
    record Problem(
            List<String> economies,
            List<String> sectors,
            GivenFlows given,
            int[] blockOf,
            List<NationalTable> tables,
            double[] valueAdded,
            SeedTable seed,
            int[] seedOf,
            int[] groupOf,
            Map<Flow, Double> inputShares,
            boolean biased) {}

    record Flow(int origin, int sector, int destination) {}

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
        int economies = flows.economies();
        int cells = economies * flows.sectors() * (flows.sectors() + 1);
        float[] finalOdds = new float[economies * flows.sectors() * economies];
        Arrays.fill(finalOdds, 1);
        int[] seedOf = problem.biased
                ? problem.seedOf
                : IntStream.generate(() -> -1).limit(economies).toArray();
        FactoredTable table = new FactoredTable(
                flows, problem.seed, seedOf, problem.groupOf, new float[cells], new float[cells], finalOdds);
        double[] bias = problem.seed.bias();
        Closure[] closures = new Closure[economies];
        IntStream.range(0, economies).parallel().forEach(d -> {
            NationalUse.Uses uses = uses(d);
            closures[d] = closure(d, uses);
            for (int s = 0; s < flows.sectors(); s++) {
                keep(uses.row(s, flows.sectors()), table.home(), d, s);
                double[] imported = uses.row(flows.sectors() + s, flows.sectors());
                closures[d] = closures[d].worse(balanceOrigins(table, d, s, imported, bias));
            }
        });
        return new Result(table, List.of(closures));
    }

    private void keep(double[] values, float[] to, int d, int s) {
        int at = (d * flows.sectors() + s) * values.length;
        for (int u = 0; u < values.length; u++) {
            to[at + u] = (float) values[u];
        }
    }

    private NationalUse.Uses uses(int d) {
        double[] output = flows.output(d);
        double[] absorbed = Arrays.copyOf(flows.home(d), 2 * output.length);
        System.arraycopy(flows.imports(d), 0, absorbed, output.length, output.length);
        double most = LARGEST_VALUE_ADDED * Arrays.stream(output).sum();
        double valueAdded = problem.valueAdded[d] > most ? most : problem.valueAdded[d];
        try {
            return new NationalUse(problem.tables.get(d), mean)
                    .balance(absorbed, output, valueAdded, USE_TOLERANCE, LIMIT);
        } catch (Gras.UnbalancedException e) {
            throw unbalanced("uses of " + problem.economies.get(d), useName(e.worst()), e);
        }
    }

    private Closure closure(int d, NationalUse.Uses uses) {
        double[] cells = uses.balanced().cells();
        double gdp = Arrays.stream(cells, cells.length - flows.sectors(), cells.length)
                .sum();
        return new Closure(
                problem.economies.get(d),
                gdp,
                uses.balanced().iterations(),
                uses.balanced().worst().relative(),
                "uses of %s, %s"
                        .formatted(
                                problem.economies.get(d),
                                useName(uses.balanced().worst())));
    }

    /** Such as {@code row imported C26} or {@code column C29}. */
    private String useName(Gras.Worst worst) {
        int sectors = flows.sectors();
        if (!worst.row()) {
            return "column " + problem.sectors.get(worst.index());
        }
        return worst.index() == 2 * sectors
                ? "value added"
                : "row %s %s"
                        .formatted(
                                worst.index() < sectors ? "home" : "imported",
                                problem.sectors.get(worst.index() % sectors));
    }

    /** Sets the import weights of one product in one economy so that origins and uses both add up. */
    private Closure balanceOrigins(FactoredTable table, int d, int s, double[] wanted, double[] bias) {
        int economies = flows.economies();
        int uses = wanted.length;
        double[] origins = new double[economies];
        double[] cells = new double[economies * uses];
        double[] odds = new double[uses];
        double all = Arrays.stream(wanted).sum();
        for (int o = 0; o < economies; o++) {
            origins[o] = o == d ? 0 : flows.flow(o, s, d);
            table.readOdds(o, s, d, bias, odds);
            odds[uses - 1] *= knownOdds(table, new Flow(o, s, d), wanted, odds);
            for (int u = 0; u < uses && all > 0; u++) {
                cells[o * uses + u] = origins[o] / all * wanted[u] * odds[u];
            }
        }
        String what = "origins of %s in %s".formatted(problem.sectors.get(s), problem.economies.get(d));
        try {
            Gras.Balanced balanced = Gras.balance(cells, origins, wanted, ORIGIN_TOLERANCE, LIMIT);
            double[] weights = new double[uses];
            Arrays.setAll(weights, u -> wanted[u] * balanced.columnMultipliers()[u]);
            keep(weights, table.imports(), d, s);
            String where = what + ", " + originName(balanced.worst());
            return new Closure(
                    problem.economies.get(d),
                    0,
                    balanced.iterations(),
                    balanced.worst().relative(),
                    where);
        } catch (Gras.UnbalancedException e) {
            throw unbalanced(what, originName(e.worst()), e);
        }
    }

    /** What the odds of final use must be multiplied by for a flow's known part of inputs; kept in the table. */
    private float knownOdds(FactoredTable table, Flow flow, double[] wanted, double[] odds) {
        Double inputs = problem.inputShares.get(flow);
        double other = IntStream.range(0, wanted.length - 1)
                .mapToDouble(u -> wanted[u] * odds[u])
                .sum();
        double last = wanted[wanted.length - 1] * odds[wanted.length - 1];
        if (inputs == null || !problem.biased || other <= 0 || last <= 0) {
            return 1;
        }
        float factor = (float) ((1 - inputs) / inputs * other / last);
        table.finalOdds()[(flow.destination * flows.sectors() + flow.sector) * flows.economies() + flow.origin] =
                factor;
        return factor;
    }

    private String originName(Gras.Worst worst) {
        return worst.row()
                ? "row " + problem.economies.get(worst.index())
                : "column " + (worst.index() < flows.sectors() ? problem.sectors.get(worst.index()) : "final use");
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
