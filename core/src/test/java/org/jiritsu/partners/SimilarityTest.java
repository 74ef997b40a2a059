package org.jiritsu.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jiritsu.Bundled;
import org.jiritsu.base.Csv;
import org.jiritsu.partners.Similarity.Distance;
import org.junit.jupiter.api.Test;

class SimilarityTest {
    @Test
    void agreesWithAnIndependentComputation() {
        // kappa from scikit-learn's cohen_kappa_score (linear and quadratic weights), pi from all pairs of the pooled
        // levels
        for (Csv.Row row : Csv.read(
                Bundled.root().resolve("core/src/test/resources/referee/partners-similarity.csv"),
                List.of("distance", "a", "b", "s", "kappa", "pi"))) {
            Similarity got = Similarity.of(
                    levels(row.text("a")), levels(row.text("b")), 3, Distance.valueOf(row.text("distance")));
            assertEquals(row.number("s"), got.s(), 1e-11);
            assertEquals(row.number("kappa"), got.kappa().orElseThrow(), 1e-11);
            assertEquals(row.number("pi"), got.pi().orElseThrow(), 1e-11);
        }
    }

    @Test
    void isOneForTheSameAndSymmetric() {
        int[] a = levels("0012303");
        int[] b = levels("3300100");
        Similarity same = Similarity.of(a, a, 3, Distance.SQUARED);
        assertEquals(1, same.s());
        assertEquals(1, same.kappa().orElseThrow());
        assertEquals(1, same.pi().orElseThrow());
        assertEquals(
                Similarity.of(a, b, 3, Distance.ABSOLUTE).kappa().orElseThrow(),
                Similarity.of(b, a, 3, Distance.ABSOLUTE).kappa().orElseThrow(),
                1e-15);
    }

    @Test
    void showsWhyChanceMatters() {
        // two states with one pact each, with different partners, among forty: S is high, kappa is not
        int[] a = new int[40];
        int[] b = new int[40];
        a[0] = 3;
        b[1] = 3;
        Similarity got = Similarity.of(a, b, 3, Distance.SQUARED);
        assertEquals(0.9, got.s(), 1e-12);
        assertTrue(got.kappa().orElseThrow() < 0);
    }

    @Test
    void saysNothingWhereChanceGivesNoDisagreement() {
        Similarity none = Similarity.of(new int[5], new int[5], 3, Distance.ABSOLUTE);
        assertTrue(none.kappa().isEmpty());
        assertTrue(none.pi().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Similarity.of(new int[5], new int[4], 3, Distance.ABSOLUTE));
    }

    private static int[] levels(String digits) {
        return digits.chars().map(c -> c - '0').toArray();
    }
}
