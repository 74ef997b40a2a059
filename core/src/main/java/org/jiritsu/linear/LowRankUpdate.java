package org.jiritsu.linear;

/**
 * Solves (M + U V') x = b from the factors of M by the Sherman–Morrison–Woodbury identity, without factoring again:
 * x = z − W s with z = M⁻¹ b, W = M⁻¹ U and (I + V'W) s = V'z. Here U picks k rows of M (its columns are unit vectors)
 * and V' holds what is added to them, the form every cut of a supply link has.
 */
public final class LowRankUpdate {
    private LowRankUpdate() {}

    /**
     * The size of each of the k changes, s above.
     *
     * @param k number of changed rows
     * @param vw V'W, k × k row-major
     * @param vz V'z, k
     * @throws SingularMatrixException if the changed matrix has no inverse
     */
    public static double[] weights(int k, double[] vw, double[] vz) {
        MatrixRows capacitance = (i, row) -> {
            System.arraycopy(vw, i * k, row, 0, k);
            row[i] += 1;
        };
        try (LinearSystem system = LinearSystem.factor(Kernel.java(), k, capacitance)) {
            return system.solve(vz, 1);
        }
    }
}
