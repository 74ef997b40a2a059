package org.jiritsu.trade;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.linear.Lu;

/**
 * Prices and spending at given wages. Each is the fixed point of a contraction (modulus at most the largest material
 * share 1 − β) and starts from the last one found.
 *
 * <p>Writing a = π κ̂^-θ, u = ĉ^-θ and s_n = Σ_i a_ni u_i, new shares are π'_ni = a_ni u_i / s_n and P̂_n =
 * s_n^(-1/θ), so a pass over all cells costs one multiply-add each.
 */
final class MarketSystem {
    private static final int MOST_SWEEPS = 20_000;

    private final TradeData data;
    private final TradePolicy policy;
    private final Deficits deficits;
    private final Markets markets;

    /** D' before growth: of the data, or none. */
    private final double[] owed;

    private final int n;
    private final int sectors;
    private final boolean taxedExports;

    /** a by (sector, exporter, importer): the importer runs fastest, as prices need it. */
    private final double[] attraction;

    /** a / τ' by cell: what of a purchase reaches the border. */
    private final double[] toBorder;

    /** a / (τ' e') by cell: what of a purchase reaches the producer; the same array without export taxes. */
    private final double[] toProducer;

    private final double[] logCost;
    private final double[] logPrice;
    private final double[] pull; // u
    private final double[] supply; // s
    private final double[] spending;
    private final double[] output;
    private final double[] income;
    private final double[] deficit;

    /** By market. */
    private final double[] outputBefore;

    MarketSystem(TradeData data, TradePolicy policy, Deficits deficits) {
        policy.requireFits(data);
        this.data = data;
        this.markets =
                Markets.of(data, policy, deficits == Deficits.ZERO ? new double[data.economyCount()] : data.deficit);
        this.owed = markets.deficits();
        this.policy = markets.apart(policy);
        this.deficits = deficits;
        this.n = data.economyCount();
        this.sectors = data.sectorCount();
        this.attraction = new double[data.cells()];
        this.toBorder = new double[data.cells()];
        this.taxedExports = Arrays.stream(policy.exportTax).anyMatch(e -> e != 1);
        this.toProducer = taxedExports ? new double[data.cells()] : toBorder;
        this.logCost = new double[sectors * n];
        this.logPrice = new double[sectors * n];
        this.pull = new double[sectors * n];
        this.supply = new double[sectors * n];
        this.spending = data.expenditure.clone();
        this.output = new double[sectors * n];
        this.income = new double[n];
        this.deficit = new double[n];
        this.outputBefore = byMarket(data.sales(true));
        layOut();
    }

    /** Which economies trade with each other. */
    Markets markets() {
        return markets;
    }

    /** Values by (sector, economy) or by economy, summed over each market. */
    private double[] byMarket(double[] values) {
        return IntStream.range(0, markets.count())
                .mapToDouble(m -> IntStream.range(0, values.length)
                        .filter(pair -> markets.of(pair % n) == m)
                        .mapToDouble(pair -> values[pair])
                        .sum())
                .toArray();
    }

    /** Begins prices and spending where an equilibrium of the same data has them. */
    void beginAt(Equilibrium near) {
        Arrays.setAll(logPrice, pair -> Math.log(near.price[pair]));
        System.arraycopy(near.expenditure, 0, spending, 0, spending.length);
    }

    private void layOut() {
        double[] reachable = new double[sectors * n];
        for (int j = 0; j < sectors; j++) {
            for (int importer = 0; importer < n; importer++) {
                for (int exporter = 0; exporter < n; exporter++) {
                    int cell = data.cell(j, importer, exporter);
                    double change = policy.costChange(cell);
                    double a = data.share[cell] == 0 ? 0 : data.share[cell] * power(change, -data.theta[j]);
                    attraction[data.cell(j, exporter, importer)] = a;
                    toBorder[cell] = a / policy.tariff[cell];
                    if (taxedExports) {
                        toProducer[cell] = toBorder[cell] / policy.exportTax[cell];
                    }
                    reachable[j * n + importer] += a;
                }
            }
        }
        for (int e = 0; e < n; e++) {
            int importer = e;
            requireSupply(
                    importer,
                    IntStream.range(0, sectors)
                            .filter(j -> !(reachable[j * n + importer] > 0))
                            .toArray());
        }
    }

    private static double power(double base, double exponent) {
        return base == 1 ? 1 : Math.pow(base, exponent);
    }

    /** A positive share of spending on what nobody sells would make the price index infinite. */
    private void requireSupply(int importer, int[] unsold) {
        if (unsold.length == 0) {
            return;
        }
        double all = IntStream.range(0, sectors)
                .mapToDouble(j -> data.expenditure[j * n + importer])
                .sum();
        String goods = Arrays.stream(unsold)
                .mapToObj(j -> "%s (%.2g%% of its spending)"
                        .formatted(data.sectors().get(j).code(), 100 * data.expenditure[j * n + importer] / all))
                .collect(Collectors.joining(", "));
        throw InputException.use(
                "The policy leaves nobody from whom %s could buy %s"
                        .formatted(data.economies().get(importer).code(), goods),
                "at least one seller, at home or abroad",
                "it makes none itself, and every seller is cut off",
                sellerOf(importer, unsold)
                        .map(seller -> "leave %s outside the ban, its largest seller of this.".formatted(seller))
                        .orElse("leave a seller of each outside the ban."));
    }

    /** Who sells all of these goods to the importer today, the scarcest of them most. */
    private Optional<String> sellerOf(int importer, int[] goods) {
        ToDoubleFunction<Integer> least = exporter -> Arrays.stream(goods)
                .mapToDouble(j -> data.share[data.cell(j, importer, exporter)])
                .min()
                .orElse(0);
        return IntStream.range(0, n)
                .boxed()
                .max(Comparator.comparingDouble(least))
                .filter(exporter -> least.applyAsDouble(exporter) > 0)
                .map(exporter -> data.economies().get(exporter).code());
    }

    /**
     * (Σ_j β Y') / (ŵ wL) − 1, one an economy.
     *
     * @param precision how far prices and spending may still move in a pass
     */
    double[] excessLabourDemand(double[] logWage, double precision) {
        solvePrices(logWage, precision);
        solveSpending(logWage, precision);
        double[] excess = new double[n];
        for (int pair = 0; pair < output.length; pair++) {
            excess[pair % n] += data.technology.labourShare()[pair] * output[pair];
        }
        for (int e = 0; e < n; e++) {
            excess[e] = excess[e] / (Math.exp(logWage[e]) * data.factorIncome[e]) - 1;
        }
        return excess;
    }

    private void solvePrices(double[] logWage, double precision) {
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            priceCosts(logWage);
            if (priceGoods() < precision) {
                return;
            }
        }
        throw new UnconvergedException("Prices did not settle in %d passes.".formatted(MOST_SWEEPS));
    }

    /** ln ĉ_nk = β_nk ln ŵ_n + Σ_j γ_njk ln P̂_nj. */
    private void priceCosts(double[] logWage) {
        double[] gamma = data.technology.inputShare();
        double[] costs = new double[sectors];
        for (int e = 0; e < n; e++) {
            for (int k = 0; k < sectors; k++) {
                costs[k] = data.technology.labourShare()[k * n + e] * logWage[e];
            }
            for (int j = 0; j < sectors; j++) {
                double p = logPrice[j * n + e];
                int row = (e * sectors + j) * sectors;
                for (int k = 0; k < sectors; k++) {
                    costs[k] += gamma[row + k] * p;
                }
            }
            for (int k = 0; k < sectors; k++) {
                logCost[k * n + e] = costs[k];
            }
        }
    }

    /** P̂_n = (Σ_i a_ni ĉ_i^-θ)^(-1/θ). Gives the largest change of ln P̂. */
    private double priceGoods() {
        double change = 0;
        double[] sums = new double[n];
        for (int j = 0; j < sectors; j++) {
            double theta = data.theta[j];
            Arrays.fill(sums, 0);
            for (int i = 0; i < n; i++) {
                double u = Math.exp(-theta * logCost[j * n + i]);
                pull[j * n + i] = u;
                int row = (j * n + i) * n;
                for (int e = 0; e < n; e++) {
                    sums[e] += attraction[row + e] * u;
                }
            }
            for (int e = 0; e < n; e++) {
                double p = Math.log(sums[e]) / -theta;
                change = Math.max(change, Math.abs(p - logPrice[j * n + e]));
                logPrice[j * n + e] = p;
                supply[j * n + e] = sums[e];
            }
        }
        return change;
    }

    private void solveSpending(double[] logWage, double precision) {
        double[] taxShare = tariffShares();
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double[] exportRevenue = sell();
            earn(logWage, taxShare, exportRevenue);
            if (spend() < precision) {
                return;
            }
        }
        throw new UnconvergedException("Spending did not settle in %d passes.".formatted(MOST_SWEEPS));
    }

    /** By (sector, importer): the part of spending that is tariff revenue, 1 − Σ_i π'/τ'. */
    private double[] tariffShares() {
        double[] shares = new double[sectors * n];
        for (int pair = 0; pair < shares.length; pair++) {
            int sellers = pair / n * n;
            double reaching = 0;
            for (int i = 0; i < n; i++) {
                reaching += toBorder[pair * n + i] * pull[sellers + i];
            }
            shares[pair] = 1 - reaching / supply[pair];
        }
        return shares;
    }

    /** Sets output Y' from spending; gives export tax revenue, one an economy. */
    private double[] sell() {
        salesOf(toProducer, output);
        double[] revenue = new double[n];
        if (taxedExports) {
            double[] border = new double[output.length];
            salesOf(toBorder, border);
            for (int pair = 0; pair < border.length; pair++) {
                revenue[pair % n] += border[pair] - output[pair];
            }
        }
        return revenue;
    }

    private void salesOf(double[] reaching, double[] target) {
        Arrays.fill(target, 0);
        double[] sums = new double[n];
        for (int j = 0; j < sectors; j++) {
            Arrays.fill(sums, 0);
            for (int e = 0; e < n; e++) {
                double demand = spending[j * n + e] / supply[j * n + e];
                int row = (j * n + e) * n;
                for (int i = 0; i < n; i++) {
                    sums[i] += reaching[row + i] * demand;
                }
            }
            for (int i = 0; i < n; i++) {
                target[j * n + i] = sums[i] * pull[j * n + i];
            }
        }
    }

    /** I' = ŵ wL + tariff revenue + export tax revenue + D'. */
    private void earn(double[] logWage, double[] taxShare, double[] exportRevenue) {
        double[] output = deficits == Deficits.WORLD_OUTPUT_SHARE ? byMarket(this.output) : outputBefore;
        for (int e = 0; e < n; e++) {
            int m = markets.of(e);
            deficit[e] = owed[e] * (output[m] / outputBefore[m]);
            income[e] = Math.exp(logWage[e]) * data.factorIncome[e] + exportRevenue[e] + deficit[e];
        }
        for (int pair = 0; pair < taxShare.length; pair++) {
            income[pair % n] += spending[pair] * taxShare[pair];
        }
    }

    /** X'_nj = Σ_k γ_njk Y'_nk + α_nj I'_n. Gives the largest change over the economy's factor income. */
    private double spend() {
        double[] gamma = data.technology.inputShare();
        double[] alpha = data.technology.finalShare();
        double[] made = new double[sectors];
        double change = 0;
        for (int e = 0; e < n; e++) {
            for (int k = 0; k < sectors; k++) {
                made[k] = output[k * n + e];
            }
            for (int j = 0; j < sectors; j++) {
                double sum = alpha[j * n + e] * income[e];
                int row = (e * sectors + j) * sectors;
                for (int k = 0; k < sectors; k++) {
                    sum += gamma[row + k] * made[k];
                }
                change = Math.max(change, Math.abs(sum - spending[j * n + e]) / data.factorIncome[e]);
                spending[j * n + e] = sum;
            }
        }
        return change;
    }

    /**
     * The inverse of d excess / d ln ŵ in a world where unit costs follow wages one for one and spending follows
     * income: row i, column m is Σ s (1{n = m} − θ (1{i = m} − π_nm)) − 1{i = m}, s the share of a sale in the labour
     * income of i. The rank-one term that fixes the numeraire of each market makes it regular.
     */
    double[][] inverseGravityJacobian() {
        double[][] jacobian = new double[n][n];
        double[] world = byMarket(data.factorIncome);
        for (int i = 0; i < n; i++) {
            for (int m = 0; m < n; m++) {
                jacobian[i][m] = markets.of(m) == markets.of(i) ? -data.factorIncome[m] / world[markets.of(i)] : 0;
            }
            jacobian[i][i] -= 1;
        }
        for (int j = 0; j < sectors; j++) {
            for (int e = 0; e < n; e++) {
                addMarket(jacobian, j, e);
            }
        }
        return inverse(jacobian);
    }

    /** The market for goods of sector j in economy e. */
    private void addMarket(double[][] jacobian, int j, int e) {
        double theta = data.theta[j];
        int pair = j * n + e;
        double[] bought = new double[n];
        for (int m = 0; m < n; m++) {
            bought[m] = attraction[(j * n + m) * n + e] * pull[j * n + m] / supply[pair];
        }
        for (int i = 0; i < n; i++) {
            double sale = toProducer[pair * n + i] * pull[j * n + i] * spending[pair] / supply[pair];
            double s = sale * data.technology.labourShare()[j * n + i] / data.factorIncome[i];
            double[] target = jacobian[i];
            target[e] += s;
            target[i] -= s * theta;
            for (int m = 0; m < n && s > 0; m++) {
                target[m] += s * theta * bought[m];
            }
        }
    }

    private double[][] inverse(double[][] matrix) {
        double[] columns = new double[n * n];
        for (int i = 0; i < n; i++) {
            columns[i * n + i] = 1;
        }
        try (Lu lu = Kernel.java().factor(n, (i, row) -> System.arraycopy(matrix[i], 0, row, 0, n))) {
            lu.solve(columns, n);
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                inverse[i][k] = columns[k * n + i];
            }
        }
        return inverse;
    }

    /** The equilibrium at the wages last asked for. */
    Equilibrium equilibrium(double[] logWage, int steps, double[][] inverseJacobian) {
        for (int e = 0; e < n; e++) {
            requireIncome(e);
        }
        double[] share = new double[data.cells()];
        for (int cell = 0; cell < share.length; cell++) {
            int pair = cell / n;
            share[cell] = toBorder[cell] * policy.tariff[cell] * pull[pair / n * n + cell % n] / supply[pair];
        }
        boolean parted = markets.count() > 1
                && markets.count()
                        > Markets.of(data, TradePolicy.statusQuo(data), owed).count();
        double[] unit = parted ? incomeChange() : new double[] {};
        return new Equilibrium(
                data,
                policy.copy(),
                told(exp(logWage), unit),
                told(exp(logCost), unit),
                told(exp(logPrice), unit),
                share,
                told(spending.clone(), unit),
                told(income.clone(), unit),
                told(deficit.clone(), unit),
                IntStream.range(0, n).map(markets::of).toArray(),
                parted,
                steps,
                inverseJacobian);
    }

    /** Σ I' / Σ I of each market: final use before is what industries leave over of all spending. */
    private double[] incomeChange() {
        double[] before = data.expenditure.clone();
        double[] sales = data.sales(true);
        Arrays.setAll(before, pair -> before[pair] - (1 - data.technology.labourShare()[pair]) * sales[pair]);
        double[] was = byMarket(before);
        double[] is = byMarket(income);
        Arrays.setAll(is, m -> is[m] / was[m]);
        return is;
    }

    /** Values or prices by (sector, economy) or by economy, in another unit for each market if there is one. */
    private double[] told(double[] values, double[] unit) {
        if (unit.length > 0) {
            Arrays.setAll(values, pair -> values[pair] / unit[markets.of(pair % n)]);
        }
        return values;
    }

    private void requireIncome(int e) {
        if (!(income[e] > 0)) {
            throw InputException.use(
                    "The income of %s turns negative"
                            .formatted(data.economies().get(e).code()),
                    "an imbalance smaller than the economy's own income",
                    "income %.4g, of it imbalance %.4g".formatted(income[e], deficit[e]),
                    "ask with deficits zero, or held as a share of world output.");
        }
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
