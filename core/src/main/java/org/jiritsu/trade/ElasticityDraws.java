package org.jiritsu.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jiritsu.base.InputException;
import org.jiritsu.world.Sector;

/** How uncertain elasticities are drawn. Sectors that the sources cannot tell apart move together, as one factor. */
public final class ElasticityDraws {
    private final List<String> factors;
    private final int[] factorOf;
    private final Drawing drawing;

    /** Draws θ for a factor, given one of its sectors. */
    @FunctionalInterface
    private interface Drawing {
        double draw(int sector, RandomGenerator random);
    }

    private ElasticityDraws(List<String> factors, int[] factorOf, Drawing drawing) {
        this.factors = factors;
        this.factorOf = factorOf;
        this.drawing = drawing;
    }

    /**
     * Every factor takes the figure of one published set, each as likely as the others and apart from the other
     * factors. Sectors with the same figure in every set are one factor.
     */
    public static ElasticityDraws ofSets(ElasticitySets sets, List<Sector> sectors) {
        List<double[]> published =
                sets.names().stream().map(name -> sets.theta(name, sectors)).toList();
        Map<List<Double>, Integer> known = new LinkedHashMap<>();
        List<StringBuilder> names = new ArrayList<>();
        int[] factorOf = new int[sectors.size()];
        for (int j = 0; j < factorOf.length; j++) {
            int sector = j;
            List<Double> figures = published.stream().map(set -> set[sector]).toList();
            int factor = known.computeIfAbsent(figures, f -> known.size());
            if (factor == names.size()) {
                names.add(new StringBuilder(sectors.get(j).code()));
            } else {
                names.get(factor).append('+').append(sectors.get(j).code());
            }
            factorOf[j] = factor;
        }
        return new ElasticityDraws(
                names.stream().map(StringBuilder::toString).toList(),
                factorOf,
                (j, random) -> published.get(random.nextInt(published.size()))[j]);
    }

    /**
     * Every sector's θ is log-normal around its own figure, each apart from the others.
     *
     * @param spread standard deviation of ln θ, such as 0.25
     * @throws InputException unless the spread is above 0 and at most 1
     */
    public static ElasticityDraws logNormal(TradeData data, double spread) {
        if (!(spread > 0 && spread <= 1)) {
            throw InputException.use(
                    "This spread of elasticities cannot be used",
                    "a standard deviation of ln theta above 0 and at most 1",
                    String.valueOf(spread),
                    "25% is written 0.25.");
        }
        int[] each = new int[data.sectorCount()];
        Arrays.setAll(each, j -> j);
        return new ElasticityDraws(
                data.sectors().stream().map(Sector::code).toList(),
                each,
                (j, random) -> data.theta(j) * Math.exp(spread * random.nextGaussian()));
    }

    /** The names of the factors: the sectors in each, joined by '+'. */
    public List<String> factors() {
        return factors;
    }

    /** θ of one draw, one a factor. */
    double[] draw(RandomGenerator random) {
        double[] byFactor = new double[factors.size()];
        for (int j = 0; j < factorOf.length; j++) {
            if (byFactor[factorOf[j]] == 0) {
                byFactor[factorOf[j]] = drawing.draw(j, random);
            }
        }
        return byFactor;
    }

    /** θ by sector, from θ by factor. */
    double[] theta(double[] byFactor) {
        return Arrays.stream(factorOf).mapToDouble(factor -> byFactor[factor]).toArray();
    }
}
