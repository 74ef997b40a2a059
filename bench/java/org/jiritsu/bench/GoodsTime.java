package org.jiritsu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.DependenceTable;
import org.jiritsu.goods.GoodsImport;
import org.jiritsu.goods.GoodsStore;
import org.jiritsu.goods.HsRevision;
import org.jiritsu.goods.RuleSet;

/**
 * Seconds to import a made year of some 11 million flows and to judge every economy's dependence on every good by three
 * rules: {@code GoodsTime FOLDER}. The year is made of a seed; {@code bench/peers/time_goods.py} takes what was imported.
 */
public final class GoodsTime {
    private static final long ROWS = 11_000_000;
    private static final Path DATA = Path.of("data");

    private GoodsTime() {}

    public static void main(String[] args) throws IOException {
        Path home = Files.createDirectories(Path.of(args[0]));
        Path year = home.resolve("BACI_HS17_Y2024_V202601.csv");
        GoodsStore store = GoodsStore.open(DATA, home);
        if (Files.notExists(year)) {
            make(store, year);
        }
        long start = System.nanoTime();
        if (store.datasets().stream().noneMatch(set -> set.id().equals("baci-hs17"))) {
            GoodsImport.Report report = GoodsImport.baci(store, year, GoodsImport.Options.NONE);
            System.out.printf("import of %,d rows %.1f s%n", report.rows(), seconds(start));
        }
        Dataset set = GoodsStore.open(DATA, home).dataset("baci-hs17");
        start = System.nanoTime();
        DependenceTable table = GoodsStore.open(DATA, home).table(set, 2024);
        System.out.printf("read %.2f s%n", seconds(start));
        for (int again = 0; again < 8; again++) {
            start = System.nanoTime();
            DependenceTable anew = DependenceTable.of(table.trade());
            long flagged = 0;
            for (RuleSet rule : RuleSet.ALL) {
                flagged += anew.counts(rule).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
            }
            System.out.printf("all criteria %.2f s, %,d flags%n", seconds(start), flagged);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Every pair of economies trades in a good with the same probability; values are spread over five powers of ten. */
    private static void make(GoodsStore store, Path file) throws IOException {
        // Some economies have had several numbers.
        Map<String, Integer> numbers = new TreeMap<>();
        store.names().economyNumbers().forEach((number, economy) -> numbers.putIfAbsent(economy, number));
        List<Integer> economies = List.copyOf(numbers.values());
        List<String> goods =
                store.names().codes(HsRevision.HS17).stream().sorted().toList();
        double share = (double) ROWS / goods.size() / economies.size() / (economies.size() - 1);
        SplittableRandom random = new SplittableRandom(17);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("t,i,j,k,v,q\n");
            for (String good : goods) {
                String code = String.valueOf(Integer.parseInt(good));
                for (int exporter : economies) {
                    for (int importer : economies) {
                        if (exporter != importer && random.nextDouble() < share) {
                            long value = Math.round(Math.pow(10, 5 * random.nextDouble()));
                            out.write("2024," + exporter + "," + importer + "," + code + "," + value + "," + value / 7
                                    + ".5\n");
                        }
                    }
                }
            }
        }
    }
}
