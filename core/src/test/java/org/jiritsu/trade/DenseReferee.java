package org.jiritsu.trade;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * The same equilibrium found another way, for small worlds: wages by Newton's method with differences for derivatives,
 * spending by elimination on one dense system, prices by substitution. Shares no code with the solver. It is told which
 * economies form a market and leaves all others out of it.
 */
final class DenseReferee {
    private final TradeData data;
    private final TradePolicy policy;
    private final double[] deficit;
    private final boolean inIncome;
    private final List<Integer> market;
    private final int m;
    private final int sectors;

    DenseReferee(TradeData data, TradePolicy policy, double[] deficit, boolean inIncome, List<Integer> market) {
        this.data = data;
        this.policy = policy;
        this.deficit = deficit;
        this.inIncome = inIncome;
        this.market = market;
        this.m = market.size();
        this.sectors = data.sectorCount();
    }

    /** ŵ, Î / P̂ and imports, by economy of the market in its order. */
    record Found(double[] wage, double[] realIncome, double[] imports) {}

    private record At(double[] price, double[] cost, double[] spending, double[] income, double[] excess) {}

    Found solve() {
        double[] wage = new double[m];
        for (int step = 0; step < 100; step++) {
            double[] excess = at(normalised(wage)).excess();
            if (Arrays.stream(excess).map(Math::abs).max().orElse(0) < 1e-13) {
                break;
            }
            double[][] jacobian = new double[m - 1][m];
            for (int k = 0; k < m - 1; k++) {
                double[] moved = wage.clone();
                moved[k] += 1e-6;
                double[] there = at(normalised(moved)).excess();
                for (int i = 0; i < m - 1; i++) {
                    jacobian[i][k] = (there[i] - excess[i]) / 1e-6;
                }
            }
            for (int i = 0; i < m - 1; i++) {
                jacobian[i][m - 1] = -excess[i];
            }
            double[] move = eliminate(jacobian, m - 1);
            double longest = Arrays.stream(move).map(Math::abs).max().orElse(0);
            for (int k = 0; k < m - 1; k++) {
                wage[k] += move[k] * Math.min(1, 0.3 / longest);
            }
        }
        return found(normalised(wage));
    }

    /** Factor income of the market stays what it was. */
    private double[] normalised(double[] logs) {
        double before = 0;
        double after = 0;
        for (int e = 0; e < m; e++) {
            before += data.factorIncome[market.get(e)];
            after += data.factorIncome[market.get(e)] * Math.exp(logs[e]);
        }
        double scale = before / after;
        return Arrays.stream(logs).map(w -> Math.exp(w) * scale).toArray();
    }

    private double share(int j, int buyer, int seller) {
        return data.share[data.cell(j, market.get(buyer), market.get(seller))];
    }

    private double barrier(int j, int buyer, int seller) {
        int cell = data.cell(j, market.get(buyer), market.get(seller));
        return policy.tariff[cell] / data.tariff[cell] * policy.iceberg[cell];
    }

    private double tariff(int j, int buyer, int seller) {
        return policy.tariff[data.cell(j, market.get(buyer), market.get(seller))];
    }

    private double gamma(int e, int of, int in) {
        return data.technology.inputShare()[(market.get(e) * sectors + of) * sectors + in];
    }

    private double beta(int j, int e) {
        return data.technology.labourShare()[data.pair(j, market.get(e))];
    }

    private double alpha(int j, int e) {
        return data.technology.finalShare()[data.pair(j, market.get(e))];
    }

    private At at(double[] wage) {
        double[] price = filled(i -> 1.0);
        double[] cost = filled(i -> 1.0);
        for (int sweep = 0; sweep < 400; sweep++) {
            double[] p = price;
            cost = filled(i -> {
                double log = beta(i / m, i % m) * Math.log(wage[i % m]);
                for (int k = 0; k < sectors; k++) {
                    log += gamma(i % m, k, i / m) * Math.log(p[k * m + i % m]);
                }
                return Math.exp(log);
            });
            double[] c = cost;
            price = filled(i -> {
                double sum = 0;
                for (int s = 0; s < m; s++) {
                    sum += term(i / m, i % m, s, c);
                }
                return Math.pow(sum, -1 / data.theta[i / m]);
            });
        }
        return spend(wage, price, cost);
    }

    private double term(int j, int buyer, int seller, double[] cost) {
        double barrier = barrier(j, buyer, seller);
        return share(j, buyer, seller) == 0 || Double.isInfinite(barrier)
                ? 0
                : share(j, buyer, seller) * Math.pow(barrier * cost[j * m + seller], -data.theta[j]);
    }

    private double[] filled(IntFunction<Double> of) {
        double[] values = new double[sectors * m];
        Arrays.setAll(values, of::apply);
        return values;
    }

    /** X = γ Y(X) + α I(X) is linear in X at given shares: probed column by column. */
    private At spend(double[] wage, double[] price, double[] cost) {
        int size = sectors * m;
        UnaryOperator<double[]> of = x -> used(wage, price, cost, x);
        double[] none = of.apply(new double[size]);
        double[][] system = new double[size][size + 1];
        for (int k = 0; k < size; k++) {
            double[] unit = new double[size];
            unit[k] = 1;
            double[] used = of.apply(unit);
            for (int i = 0; i < size; i++) {
                system[i][k] = (i == k ? 1 : 0) - (used[i] - none[i]);
            }
        }
        for (int i = 0; i < size; i++) {
            system[i][size] = none[i];
        }
        double[] spending = eliminate(system, size);
        double[] output = output(price, cost, spending);
        double[] excess = new double[m];
        for (int e = 0; e < m; e++) {
            double paid = 0;
            for (int j = 0; j < sectors; j++) {
                paid += beta(j, e) * output[j * m + e];
            }
            excess[e] = paid / (wage[e] * data.factorIncome[market.get(e)]) - 1;
        }
        return new At(price, cost, spending, income(wage, price, cost, spending), excess);
    }

    private double bought(int j, int buyer, int seller, double[] price, double[] cost) {
        return term(j, buyer, seller, cost) * Math.pow(price[j * m + buyer], data.theta[j]);
    }

    private double[] output(double[] price, double[] cost, double[] x) {
        return filled(i -> {
            double sum = 0;
            for (int buyer = 0; buyer < m; buyer++) {
                sum += bought(i / m, buyer, i % m, price, cost) * x[i / m * m + buyer] / tariff(i / m, buyer, i % m);
            }
            return sum;
        });
    }

    private double[] income(double[] wage, double[] price, double[] cost, double[] x) {
        double[] income = new double[m];
        for (int e = 0; e < m; e++) {
            income[e] = wage[e] * data.factorIncome[market.get(e)] + deficit[market.get(e)];
            for (int j = 0; j < sectors; j++) {
                for (int s = 0; s < m; s++) {
                    double border = bought(j, e, s, price, cost) * x[j * m + e] / tariff(j, e, s);
                    income[e] += border * (tariff(j, e, s) - 1);
                }
            }
        }
        return income;
    }

    private double[] used(double[] wage, double[] price, double[] cost, double[] x) {
        double[] output = output(price, cost, x);
        double[] income = income(wage, price, cost, x);
        return filled(i -> {
            double sum = alpha(i / m, i % m) * income[i % m];
            for (int k = 0; k < sectors; k++) {
                sum += gamma(i % m, i / m, k) * output[k * m + i % m];
            }
            return sum;
        });
    }

    private Found found(double[] wage) {
        At at = at(wage);
        double[] real = new double[m];
        double[] imports = new double[m];
        double before = 0;
        double after = 0;
        for (int e = 0; e < m; e++) {
            double log = 0;
            for (int j = 0; j < sectors; j++) {
                log += alpha(j, e) * Math.log(at.price()[j * m + e]);
                for (int s = 0; s < m; s++) {
                    imports[e] += s == e
                            ? 0
                            : bought(j, e, s, at.price(), at.cost()) * at.spending()[j * m + e] / tariff(j, e, s);
                }
            }
            real[e] = at.income()[e] / incomeBefore(e) / Math.exp(log);
            before += incomeBefore(e);
            after += at.income()[e];
        }
        double unit = inIncome ? after / before : 1;
        return new Found(
                Arrays.stream(wage).map(w -> w / unit).toArray(),
                real,
                Arrays.stream(imports).map(v -> v / unit).toArray());
    }

    private double incomeBefore(int e) {
        double before = data.factorIncome[market.get(e)] + data.deficit[market.get(e)];
        for (int j = 0; j < sectors; j++) {
            for (int s = 0; s < data.economyCount(); s++) {
                before += data.flow(j, market.get(e), s) * data.tariffRate(j, market.get(e), s);
            }
        }
        return before;
    }

    /** Gauss with row pivots; the last column is the right-hand side. */
    private static double[] eliminate(double[][] a, int size) {
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k; i < size; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            for (int i = 0; i < size; i++) {
                double factor = i == k ? 0 : a[i][k] / row[k];
                for (int c = k; factor != 0 && c < row.length; c++) {
                    a[i][c] -= factor * row[c];
                }
            }
        }
        double[] x = new double[size];
        Arrays.setAll(x, i -> a[i][a[i].length - 1] / a[i][i]);
        return x;
    }
}
