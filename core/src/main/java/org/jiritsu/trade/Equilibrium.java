package org.jiritsu.trade;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A solved equilibrium, in changes (hats) against its {@link TradeData} and in levels. The numeraire is world factor
 * income: Σ ŵ wL = Σ wL; where groups of economies do not trade with each other, that of each group for itself. Where the
 * policy parts them it is the income of each group, Σ I' = Σ I, for tariff revenue on what they traded is gone.
 */
public final class Equilibrium {
    final TradeData data;
    final TradePolicy policy;

    /** ŵ, one an economy. */
    final double[] wage;

    /** ĉ, by (sector, economy): unit cost of production. */
    final double[] cost;

    /** P̂, by (sector, economy): price paid by buyers there. */
    final double[] price;

    /** π', by cell. */
    final double[] share;

    /** X', by (sector, economy). */
    final double[] expenditure;

    /** I', one an economy: factor income + tariff and export tax revenue + deficit. */
    final double[] income;

    /** D', one an economy. */
    final double[] deficit;

    /** The market each economy is in, from 0. */
    private final int[] market;

    /** Whether economies that traded with each other no longer do. */
    final boolean parted;

    /** Of the last wage step, N × N: where the search for a neighbouring equilibrium begins. */
    final double[][] inverseJacobian;

    private final int steps;

    Equilibrium(
            TradeData data,
            TradePolicy policy,
            double[] wage,
            double[] cost,
            double[] price,
            double[] share,
            double[] expenditure,
            double[] income,
            double[] deficit,
            int[] market,
            boolean parted,
            int steps,
            double[][] inverseJacobian) {
        this.data = data;
        this.policy = policy;
        this.wage = wage;
        this.cost = cost;
        this.price = price;
        this.share = share;
        this.expenditure = expenditure;
        this.income = income;
        this.deficit = deficit;
        this.market = market;
        this.parted = parted;
        this.steps = steps;
        this.inverseJacobian = inverseJacobian;
    }

    /** The worst residual of the equilibrium equations by substitution, worked out anew at every call. */
    public EquilibriumCheck.Residual residual() {
        return EquilibriumCheck.worst(this);
    }

    /**
     * Economies that trade with each other, directly or through others, by index: as a rule one group, the whole world. The
     * group with the largest factor income comes first; figures in money are in the numeraire of the group.
     */
    public List<List<Integer>> markets() {
        return IntStream.range(0, market.length)
                .boxed()
                .collect(Collectors.groupingBy(e -> market[e], TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingDouble((List<Integer> group) ->
                        -group.stream().mapToDouble(e -> data.factorIncome[e]).sum()))
                .toList();
    }

    /** Those that an economy trades with, directly or through others, and itself, in their order. */
    List<Integer> marketOf(int economy) {
        return IntStream.range(0, market.length)
                .filter(e -> market[e] == market[economy])
                .boxed()
                .toList();
    }

    /** Steps of the wage iteration. */
    public int steps() {
        return steps;
    }

    /** ŵ of an economy, against the numeraire. */
    public double wageChange(int economy) {
        return wage[economy];
    }

    /** The consumer price index P̂ = Π_j P̂_j^α_j. */
    public double priceIndex(int economy) {
        int n = data.economyCount();
        double log = 0;
        for (int j = 0; j < data.sectorCount(); j++) {
            double weight = data.technology.finalShare()[j * n + economy];
            log += weight > 0 ? weight * Math.log(price[j * n + economy]) : 0;
        }
        return Math.exp(log);
    }

    /** The equilibrium as the data of a next question: its levels become the levels before the change. */
    public TradeData asData() {
        int n = data.economyCount();
        double[] factorIncome = new double[n];
        for (int e = 0; e < n; e++) {
            factorIncome[e] = wage[e] * data.factorIncome[e];
        }
        return new TradeData(
                data.id(),
                data.economies(),
                data.sectors(),
                data.notes(),
                data.theta,
                data.technology,
                share,
                policy.tariff,
                policy.exportTax,
                factorIncome,
                deficit,
                expenditure);
    }
}
