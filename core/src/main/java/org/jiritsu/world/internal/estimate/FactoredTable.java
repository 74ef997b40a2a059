package org.jiritsu.world.internal.estimate;

import java.util.stream.IntStream;

/**
 * An estimated world as the factors it is a product of, a thirtieth of its size. What economy d buys of industry (o, s)
 * for use u is {@code flow(o,s,d) · w / Σ_u w}, where w is {@code home(d,s,u)} for its own industries and
 * {@code imports(d,s,u) · b · e} for others: b is the seed's bias for the pair of economies, the group of s and the
 * group of u; e is {@code finalOdds(d,s,o)} for the final use and 1 for others. So the flows are met exactly whatever
 * the rest.
 *
 * @param flows what is known, and met
 * @param seed the table whose pattern of origins by use is followed
 * @param seedOf the seed's economy that each economy resembles; −1 for no bias
 * @param groupOf the seed's group of each sector
 * @param home [destination][sector][use], the final use after the sectors
 * @param imports [destination][sector][use]
 * @param finalOdds [destination][sector][origin]
 */
public record FactoredTable(
        GivenFlows flows,
        SeedTable seed,
        int[] seedOf,
        int[] groupOf,
        float[] home,
        float[] imports,
        float[] finalOdds) {
    /** The world's arrays, as {@link org.jiritsu.world.World} wants them, with one final use. */
    public record Arrays(double[] z, double[] y, double[] x) {}

    public Arrays multiplyOut() {
        int n = flows.economies() * flows.sectors();
        double[] z = new double[n * n];
        double[] y = new double[n * flows.economies()];
        double[] x = new double[n];
        double[] bias = seed.bias();
        IntStream.range(0, n).parallel().forEach(i -> {
            x[i] = flows.output(i / flows.sectors(), i % flows.sectors());
            double[] parts = new double[flows.sectors() + 1];
            for (int d = 0; d < flows.economies(); d++) {
                if (flows.cells()[i * flows.economies() + d] != 0) {
                    y[i * flows.economies() + d] = readSales(i, d, bias, parts, z);
                }
            }
        });
        return new Arrays(z, y, x);
    }

    /** Puts the sales to industries into their places of z, and gives those for final use. */
    private double readSales(int industry, int destination, double[] bias, double[] parts, double[] z) {
        int sectors = flows.sectors();
        readWeights(industry / sectors, industry % sectors, destination, bias, parts);
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        double scale = flows.cells()[industry * flows.economies() + destination] / sum;
        int at = (industry * flows.economies() + destination) * sectors;
        for (int u = 0; u < sectors; u++) {
            z[at + u] = parts[u] * scale;
        }
        return parts[sectors] * scale;
    }

    /** w for all uses u. */
    private void readWeights(int origin, int sector, int destination, double[] bias, double[] target) {
        int at = (destination * flows.sectors() + sector) * target.length;
        if (origin == destination) {
            for (int u = 0; u < target.length; u++) {
                target[u] = home[at + u];
            }
            return;
        }
        readOdds(origin, sector, destination, bias, target);
        for (int u = 0; u < target.length; u++) {
            target[u] *= imports[at + u];
        }
    }

    /** b · e for all uses u. */
    void readOdds(int origin, int sector, int destination, double[] bias, double[] target) {
        int last = target.length - 1;
        int from = seedOf[origin];
        int to = seedOf[destination];
        if (from < 0 || to < 0 || from == to) {
            java.util.Arrays.fill(target, 1);
        } else {
            int row = ((from * seed.groups() + groupOf[sector]) * seed.economies() + to) * (seed.groups() + 1);
            for (int u = 0; u < last; u++) {
                target[u] = bias[row + groupOf[u]];
            }
            target[last] = bias[row + seed.groups()];
        }
        target[last] *= finalOdds[(destination * flows.sectors() + sector) * flows.economies() + origin];
    }
}
