package org.jiritsu.world.internal.estimate;

import java.util.stream.IntStream;

/**
 * An estimated world as the factors it is a product of, a thirtieth of its size. The sales of industry (o, s) to use u
 * of economy d are
 * {@code flow(o,s,d) · m(d,s,u) · b / Σ_u m(d,s,u) · b}, where b is the seed's bias for the pair of economies, the
 * group of s and the group of u; so the flows are met exactly whatever the rest.
 *
 * @param flows what is known, and met
 * @param seed the table whose pattern of origins by use is followed
 * @param seedOf [destination][origin]: the seed's economy that an origin resembles as seen from a destination; −1
 *     for no bias
 * @param groupOf the seed's group of each sector
 * @param useWeights m, [destination][sector][use], the final use after the sectors
 */
public record FactoredTable(GivenFlows flows, SeedTable seed, int[] seedOf, int[] groupOf, double[] useWeights) {
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

    /** m(d,s,u) · b for all uses u. */
    void readWeights(int origin, int sector, int destination, double[] bias, double[] target) {
        int uses = target.length;
        int from = seedOf[destination * flows.economies() + origin];
        int to = seedOf[destination * flows.economies() + destination];
        int groups = seed.groups();
        int weight = (destination * flows.sectors() + sector) * uses;
        if (from < 0 || to < 0) {
            System.arraycopy(useWeights, weight, target, 0, uses);
            return;
        }
        int row = ((from * groups + groupOf[sector]) * seed.economies() + to) * (groups + 1);
        for (int u = 0; u < uses - 1; u++) {
            target[u] = useWeights[weight + u] * bias[row + groupOf[u]];
        }
        target[uses - 1] = useWeights[weight + uses - 1] * bias[row + groups];
    }
}
