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
public record FactoredTable(Flows flows, SeedTable seed, int[] seedOf, int[] groupOf, double[] useWeights) {
    /** The world's arrays, as {@link org.jiritsu.world.World} wants them, with one final use. */
    public record Arrays(double[] z, double[] y, double[] x) {}

    public Arrays multiplyOut() {
        int economies = flows.economies();
        int n = economies * flows.sectors();
        double[] z = new double[n * n];
        double[] y = new double[n * economies];
        double[] x = new double[n];
        double[] bias = seed.bias();
        IntStream.range(0, n).parallel().forEach(i -> {
            x[i] = flows.output(i / flows.sectors(), i % flows.sectors());
            double[] parts = new double[flows.sectors() + 1];
            for (int d = 0; d < economies; d++) {
                if (flows.cells()[i * economies + d] == 0) {
                    continue;
                }
                readSales(i, d, bias, parts);
                System.arraycopy(parts, 0, z, i * n + d * flows.sectors(), flows.sectors());
                y[i * economies + d] = parts[flows.sectors()];
            }
        });
        return new Arrays(z, y, x);
    }

    private void readSales(int industry, int destination, double[] bias, double[] parts) {
        int sector = industry % flows.sectors();
        int origin = industry / flows.sectors();
        readWeights(origin, sector, destination, bias, parts);
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        double flow = flows.flow(origin, sector, destination);
        for (int u = 0; u < parts.length; u++) {
            parts[u] *= flow / sum;
        }
    }

    /** m(d,s,u) · b for all uses u. */
    void readWeights(int origin, int sector, int destination, double[] bias, double[] target) {
        int uses = target.length;
        int from = seedOf[destination * flows.economies() + origin];
        int to = seedOf[destination * flows.economies() + destination];
        int groups = seed.groups();
        int row = ((from * groups + groupOf[sector]) * seed.economies() + to) * (groups + 1);
        int weight = (destination * flows.sectors() + sector) * uses;
        for (int u = 0; u < uses; u++) {
            int group = u == uses - 1 ? groups : groupOf[u];
            target[u] = useWeights[weight + u] * (from < 0 || to < 0 ? 1 : bias[row + group]);
        }
    }
}
