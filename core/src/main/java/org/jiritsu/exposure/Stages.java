package org.jiritsu.exposure;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Output of each partner r for what it makes of inputs from s, by where that ends: the terms of {@link ExportTerm} in which
 * exported inputs carry domestic value. Three solves an economy.
 */
record Stages(Exporter s, double[] forItself, double[] forThird, double[] forHome) {
    static Stages of(Exporter s) {
        int n = s.world.size();
        int economies = s.world.economyCount();
        double[] final3 = new double[3 * n * economies];
        for (int i = 0; i < n; i++) {
            int r = s.world.economyOf(i);
            double home = r == s.home ? 0 : s.world.y(i, s.home);
            final3[r * n + i] = s.world.y(i, r);
            final3[(economies + r) * n + i] = s.world.finalOutput(i) - s.world.y(i, r) - home;
            final3[(2 * economies + r) * n + i] = home;
        }
        double[] solved = s.leontief.solve(final3, 3 * economies);
        int block = n * economies;
        return new Stages(
                s,
                Arrays.copyOf(solved, block),
                Arrays.copyOfRange(solved, block, 2 * block),
                Arrays.copyOfRange(solved, 2 * block, 3 * block));
    }

    /** Tells each term and the output of r that it needs. */
    void forEach(int r, BiConsumer<ExportTerm, double[]> tell) {
        tell.accept(ExportTerm.DVA_INT, of(forItself, r, r));
        tell.accept(ExportTerm.DVA_INTREX1, ofThird(forItself, r));
        tell.accept(ExportTerm.DVA_INTREX2, of(forThird, r, r));
        tell.accept(ExportTerm.DVA_INTREX3, ofThird(forThird, r));
        tell.accept(ExportTerm.RDV_FIN1, of(forHome, r, r));
        tell.accept(ExportTerm.RDV_FIN2, ofThird(forHome, r));
        tell.accept(ExportTerm.RDV_INT, of(forItself, r, s.home));
        tell.accept(ExportTerm.DDC_FIN, of(forThird, r, s.home));
    }

    /** L_rt f_t, where f_t are final goods of t. */
    private double[] of(double[] stage, int r, int t) {
        return s.block(r, i -> stage[t * s.world.size() + i]);
    }

    /** The sum over third economies. */
    private double[] ofThird(double[] stage, int r) {
        return s.block(
                r,
                i -> s.partners()
                        .filter(t -> t != r)
                        .mapToDouble(t -> stage[t * s.world.size() + i])
                        .sum());
    }
}
