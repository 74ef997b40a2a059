package org.jiritsu.world.internal.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A small table that keeps all identities exactly in decimals, to be written in any published layout. */
final class Fixture {
    final List<String> economies;
    final List<String> sectors;
    final List<String> uses;
    final BigDecimal[][] z;
    final BigDecimal[][] y;
    final BigDecimal[] x;
    final BigDecimal[] valueAdded;

    Fixture(List<String> economies, List<String> sectors, List<String> uses, int decimals) {
        this.economies = economies;
        this.sectors = sectors;
        this.uses = uses;
        Random random = new Random(11);
        int n = n();
        IntFunction<BigDecimal> draw =
                scale -> BigDecimal.valueOf(random.nextDouble() * scale).setScale(decimals, RoundingMode.HALF_EVEN);
        z = new BigDecimal[n][n];
        y = new BigDecimal[n][economies.size() * uses.size()];
        x = new BigDecimal[n];
        valueAdded = new BigDecimal[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i][j] = draw.apply(60);
            }
            for (int c = 0; c < y[i].length; c++) {
                y[i][c] = draw.apply(90 * n / y[i].length + 200);
            }
        }
        close();
    }

    /** Makes output and value added fit the cells, which a test may have changed. */
    void close() {
        for (int i = 0; i < n(); i++) {
            x[i] = sum(z[i]).add(sum(y[i]));
        }
        for (int j = 0; j < n(); j++) {
            valueAdded[j] = x[j].subtract(columnSum(j));
        }
    }

    int n() {
        return economies.size() * sectors.size();
    }

    private BigDecimal columnSum(int j) {
        return sum(IntStream.range(0, n()).mapToObj(i -> z[i][j]).toArray(BigDecimal[]::new));
    }

    static BigDecimal sum(BigDecimal[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value);
        }
        return sum;
    }

    List<String> industries() {
        return economies.stream()
                .flatMap(e -> sectors.stream().map(s -> e + "_" + s))
                .toList();
    }

    List<String> finalColumns() {
        return economies.stream()
                .flatMap(e -> uses.stream().map(u -> e + "_" + u))
                .toList();
    }

    /** Rows of cells as an OECD file has them, the header first. */
    List<List<String>> icio(String corner, String tax, String added, String output) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(corner));
        header.addAll(industries());
        header.addAll(finalColumns());
        header.add(output);
        rows.add(header);
        for (int i = 0; i < n(); i++) {
            rows.add(row(industries().get(i), z[i], y[i], x[i].toPlainString()));
        }
        BigDecimal[] taxes = new BigDecimal[n()];
        BigDecimal[] rest = new BigDecimal[n()];
        for (int j = 0; j < n(); j++) {
            taxes[j] = valueAdded[j].multiply(new BigDecimal("0.05"));
            rest[j] = valueAdded[j].subtract(taxes[j]);
        }
        BigDecimal[] none = new BigDecimal[economies.size() * uses.size()];
        Arrays.fill(none, BigDecimal.ZERO);
        rows.add(row(tax, taxes, none, "0"));
        rows.add(row(added, rest, none, "0"));
        BigDecimal[] finals = IntStream.range(0, none.length)
                .mapToObj(
                        c -> sum(IntStream.range(0, n()).mapToObj(i -> y[i][c]).toArray(BigDecimal[]::new)))
                .toArray(BigDecimal[]::new);
        rows.add(row(output, x, finals, "0"));
        return rows;
    }

    static List<String> row(String label, BigDecimal[] left, BigDecimal[] right, String last) {
        List<String> row = new ArrayList<>(List.of(label));
        for (BigDecimal value : left) {
            row.add(value.toPlainString());
        }
        for (BigDecimal value : right) {
            row.add(value.toPlainString());
        }
        row.add(last);
        return row;
    }

    static String text(List<List<String>> rows, String separator) {
        return String.join(
                        "\n", rows.stream().map(r -> String.join(separator, r)).toList()) + "\n";
    }
}
