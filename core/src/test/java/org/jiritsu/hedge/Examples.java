package org.jiritsu.hedge;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Small menus and futures with losses that a test knows. */
final class Examples {
    private static final Label NONE = new Label("", "");

    private Examples() {}

    /** A hedge with these yearly costs by level; its amounts are 1, 2, 3 ... days. */
    static Hedge hedge(String id, double... yearly) {
        List<Double> amounts = new ArrayList<>();
        List<Cost> costs = new ArrayList<>();
        for (double cost : yearly) {
            amounts.add(amounts.size() + 1.0);
            costs.add(new Cost(0, cost, 0, cost));
        }
        return new Hedge(
                id, NONE, new Measure.Stockpile(id, 1, 1, Double.POSITIVE_INFINITY, 0), amounts, List.of(), costs, id);
    }

    static Menu menu(List<Hedge> hedges) {
        return new Menu(NONE, "JPN", "USD", List.of(), hedges, List.of(), List.of());
    }

    static List<Future> futures(int n) {
        return IntStream.range(0, n).mapToObj(f -> future("f" + f, 1 + f)).toList();
    }

    static Future future(String id, double days) {
        return new Future(
                id,
                "all",
                false,
                List.of(new Event.Ban(id, List.of("CHN"), List.of("JPN"), List.of("C26"), 1, 0, days)),
                new Future.Rules("strict", 30, 0, 1),
                new Future.Keeps(true, List.of()),
                List.of(),
                new TreeMap<>());
    }

    /** Losses where hedges cover parts of several goods, and what is covered twice is not lost less twice. */
    static LossModel covering(Menu menu, List<Future> futures, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int goods = 4;
        double[][] base = new double[futures.size()][goods];
        for (double[] row : base) {
            for (int g = 0; g < goods; g++) {
                row[g] = random.nextInt(3) == 0 ? 1000 * random.nextDouble() : 0;
            }
        }
        double[][] cover = new double[menu.size()][goods];
        for (double[] row : cover) {
            for (int g = 0; g < goods; g++) {
                row[g] = random.nextInt(2) == 0 ? 0.5 * random.nextDouble() : 0;
            }
        }
        return new Covering(menu, futures, base, cover);
    }

    private record Covering(Menu menu, List<Future> futures, double[][] base, double[][] cover) implements LossModel {
        @Override
        public String version() {
            return "covering";
        }

        @Override
        public Portfolio relevant(Portfolio portfolio, Future future) {
            double[] lost = base[futures.indexOf(future)];
            Portfolio kept = portfolio;
            for (int i = 0; i < menu.size(); i++) {
                boolean matters = false;
                for (int g = 0; g < lost.length; g++) {
                    matters |= lost[g] * cover[i][g] > 0;
                }
                kept = matters ? kept : kept.with(i, 0);
            }
            return kept;
        }

        @Override
        public double[] losses(List<Input> batch) {
            return batch.stream().mapToDouble(this::loss).toArray();
        }

        private double loss(Input input) {
            double[] lost = base[futures.indexOf(input.future())];
            double loss = 0;
            for (int g = 0; g < lost.length; g++) {
                double left = 1;
                for (int i = 0; i < menu.size(); i++) {
                    left -= cover[i][g] * input.portfolio().level(i);
                }
                loss += lost[g] * Math.max(0, left);
            }
            return loss;
        }
    }

    /** A menu with one to three levels, and pairs now and then. */
    static Menu random(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hedge> hedges = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double cost = 5 + 20 * random.nextDouble();
            int levels = 1 + random.nextInt(n > 8 ? 1 : 3);
            hedges.add(hedge(
                    "h" + i,
                    IntStream.rangeClosed(1, levels).mapToDouble(k -> k * cost).toArray()));
        }
        List<Menu.Pair> excluded = n > 3 ? List.of(new Menu.Pair(0, 2)) : List.of();
        List<Menu.Pair> required = n > 4 ? List.of(new Menu.Pair(4, 1)) : List.of();
        return new Menu(NONE, "JPN", "USD", List.of(), hedges, excluded, required);
    }
}
