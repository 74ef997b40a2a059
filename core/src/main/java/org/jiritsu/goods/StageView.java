package org.jiritsu.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A chain stage by stage for one economy: who mines, refines and makes, from whom it buys at each stage, and where the data
 * stop. {@link #behind} looks through the sellers of one stage to whoever did an earlier one.
 */
public final class StageView {
    private final GoodsStore store;
    private final String chain;
    private final int year;
    private final List<Chains.Link> links;
    private final Map<Chains.Link, Seen> seen = new HashMap<>();

    private StageView(GoodsStore store, String chain, int year) {
        this.store = store;
        this.chain = chain;
        this.year = year;
        this.links = store.chains().of(chain);
        links.forEach(link -> seen.put(link, see(link)));
    }

    /** What the data at hand show of a stage. */
    private record Seen(
            Map<String, DependenceTable> trade,
            List<Output> outputs,
            Optional<Output> newest,
            Optional<Minerals.Leader> leader) {}

    private Seen see(Chains.Link link) {
        Map<String, DependenceTable> trade = new TreeMap<>();
        link.goods().forEach(good -> store.holding(good, year).ifPresent(t -> trade.put(good.code(), t)));
        List<Output> outputs = readOutputs(link);
        Optional<Output> newest = outputs.stream()
                .filter(o -> !o.series().edition().equals(Minerals.WMD))
                .reduce((a, b) -> b)
                .or(() -> outputs.stream().reduce((a, b) -> b));
        Optional<Minerals.Leader> leader = store.minerals().leaders(link.material(), link.output()).stream()
                .filter(l -> l.worldTonnes().isPresent())
                .findFirst();
        return new Seen(trade, outputs, newest, leader);
    }

    private Seen seen(Chains.Link link) {
        return Objects.requireNonNull(seen.get(link));
    }

    public static StageView of(GoodsStore store, String chain, int year) {
        return new StageView(store, chain, year);
    }

    /** One publisher's table of output. */
    public record Output(Minerals.Series series, double worldTonnes, List<Minerals.Producer> producers) {}

    /**
     * What is known of one stage.
     *
     * @param imports of the economy, a good each; none where the good is not held for the year
     * @param outputs by publisher and edition, side by side
     * @param leaders the largest producer where only that is published
     * @param tradeHeld whether any good of this stage is held for the year
     */
    public record Row(
            Chains.Link link,
            List<Dependence> imports,
            List<Output> outputs,
            List<Minerals.Leader> leaders,
            boolean tradeHeld) {
        /** Whether nothing is known: the data stop here. */
        public boolean blank() {
            return !tradeHeld && outputs.isEmpty() && leaders.isEmpty();
        }
    }

    /** The stages for one economy, the mine first. */
    public List<Row> rows(String economy) {
        return links.stream().map(link -> row(link, economy)).toList();
    }

    private Row row(Chains.Link link, String economy) {
        List<Dependence> imports = new ArrayList<>();
        seen(link).trade().forEach((good, table) -> table.of(good, economy).ifPresent(imports::add));
        return new Row(
                link,
                imports,
                outputs(link),
                store.minerals().leaders(link.material(), link.output()),
                tradeHeld(link));
    }

    private boolean tradeHeld(Chains.Link link) {
        return !seen(link).trade().isEmpty();
    }

    private List<Output> outputs(Chains.Link link) {
        return seen(link).outputs();
    }

    /** Every edition's table for the year. */
    private List<Output> readOutputs(Chains.Link link) {
        List<Minerals.Series> series = new ArrayList<>(store.minerals().series(link.material(), link.output()));
        series.addAll(store.minerals().series(link.wmd(), ""));
        return series.stream()
                .filter(s -> s.year() == year && !s.material().isEmpty())
                .map(s -> new Output(
                        s, store.minerals().world(s), store.minerals().producers(s)))
                .toList();
    }

    /**
     * Who did an earlier stage of what an economy imports at a later one.
     *
     * <p>Of what is at hand in economy k at stage s, its own output and its imports, both in tonnes of the material, each
     * goes into what k sells in proportion: {@code T_k(s, t) = Σ_m pool_k(m, s) · T_m(s − 1, t)}, and {@code T_k(t, t) =
     * pool_k(·, t)}. Own output is as published (the newest edition), or the stated share of the largest producer, or, where
     * neither is there, what k exports beyond its imports. What cannot be followed is {@code unknown}, never spread.
     *
     * @param makers the economies that did the stage, largest share first
     * @param unknown the share that the data do not tell
     * @param skipped stages between that no data show
     */
    public record Behind(
            String economy, Stage from, Stage to, List<Maker> makers, double unknown, List<Stage> skipped) {
        public double share(String maker) {
            return makers.stream()
                    .filter(m -> m.economy().equals(maker))
                    .mapToDouble(Maker::share)
                    .sum();
        }
    }

    /** An economy's part in a stage of what another imports, 0 to 1. */
    public record Maker(String economy, double share) {}

    /**
     * Looks through the imports at one stage to an earlier one; the shares of the sellers are of value or tonnes, behind
     * them tonnes count.
     *
     * @return empty if one of the stages is not in the chain, {@code from} is not traded in the data at hand, or nothing is
     *     imported there
     */
    public Optional<Behind> behind(String economy, Stage from, Stage to, Measure measure) {
        int top = index(from);
        int bottom = index(to);
        if (top < 0 || bottom < 0 || bottom > top || !tradeHeld(links.get(top))) {
            return Optional.empty();
        }
        List<Stage> skipped = new ArrayList<>();
        List<Chains.Link> path = new ArrayList<>();
        for (int i = top; i >= bottom; i--) {
            if (i == bottom || known(links.get(i))) {
                path.add(links.get(i));
            } else {
                skipped.add(links.get(i).stage());
            }
        }
        Map<String, Double> sellers = sellers(path.getFirst(), economy, measure);
        double all = sum(sellers);
        if (all == 0) {
            return Optional.empty();
        }
        Map<String, Double> makers = new TreeMap<>();
        Through through = new Through(path);
        sellers.forEach((seller, amount) -> add(makers, through.of(seller, 0), amount / all));
        List<Maker> known = makers.entrySet().stream()
                .map(e -> new Maker(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingDouble(Maker::share).reversed().thenComparing(Maker::economy))
                .toList();
        double told = known.stream().mapToDouble(Maker::share).sum();
        return Optional.of(new Behind(economy, from, to, known, Math.max(0, 1 - told), skipped));
    }

    /** Shares of published world output at a stage by economy; the leader's alone where no table is, none where nothing is. */
    Map<String, Double> worldShares(Stage stage) {
        Map<String, Double> shares = new TreeMap<>();
        if (index(stage) >= 0) {
            Chains.Link link = links.get(index(stage));
            newest(link)
                    .ifPresentOrElse(
                            o -> o.producers().forEach(p -> shares.put(p.economy(), p.share())),
                            () -> leader(link).ifPresent(l -> shares.put(l.economy(), l.percent() / 100)));
        }
        return shares;
    }

    /** Where {@link #worldShares} come from. */
    String worldSource(Stage stage) {
        Chains.Link link = links.get(index(stage));
        return newest(link)
                .map(o -> o.series().edition())
                .or(() -> leader(link).map(Minerals.Leader::edition))
                .orElse("");
    }

    private int index(Stage stage) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).stage() == stage) {
                return i;
            }
        }
        return -1;
    }

    private boolean known(Chains.Link link) {
        return tradeHeld(link) || !outputs(link).isEmpty() || leader(link).isPresent();
    }

    /** Who did the last stage of a path, of what an economy has at each stage of it; every economy is worked out once. */
    private final class Through {
        private final List<Chains.Link> path;
        private final List<Map<String, Map<String, Double>>> found = new ArrayList<>();

        Through(List<Chains.Link> path) {
            this.path = path;
            path.forEach(link -> found.add(new HashMap<>()));
        }

        Map<String, Double> of(String economy, int at) {
            Map<String, Double> known = found.get(at).get(economy);
            if (known != null) {
                return known;
            }
            Map<String, Double> makers = new TreeMap<>();
            pool(economy, at)
                    .forEach((maker, share) ->
                            add(makers, at == path.size() - 1 ? Map.of(maker, 1.0) : of(maker, at + 1), share));
            found.get(at).put(economy, makers);
            return makers;
        }

        /** Own output and imports of one economy as shares; less than 1 together where a part is not seen. */
        private Map<String, Double> pool(String economy, int at) {
            Chains.Link link = path.get(at);
            Map<String, Double> pool = sellers(link, economy, Measure.TONNES);
            pool.replaceAll((seller, tonnes) -> tonnes * link.content());
            double own = own(link, economy, sum(pool));
            if (own > 0) {
                pool.merge(economy, own, Double::sum);
            }
            double needed = sum(pool);
            if (!tradeHeld(link) && at > 0) {
                // imports may stand behind what the own output does not explain
                double made = output(path.get(at - 1), economy);
                needed = made > 0 ? Math.max(needed, made) : Double.POSITIVE_INFINITY;
            }
            if (needed == 0) {
                return Map.of();
            }
            double all = needed;
            pool.replaceAll((maker, tonnes) -> tonnes / all);
            return pool;
        }
    }

    private Map<String, Double> sellers(Chains.Link link, String economy, Measure measure) {
        Map<String, Double> sellers = new TreeMap<>();
        seen(link)
                .trade()
                .forEach((good, table) -> table.of(good, economy)
                        .ifPresent(d -> d.suppliers()
                                .forEach(s ->
                                        sellers.merge(s.economy(), s.amount().in(measure), Double::sum))));
        return sellers;
    }

    private double own(Chains.Link link, String economy, double imports) {
        double published = output(link, economy);
        return published > 0 || !outputs(link).isEmpty()
                ? published
                : Math.max(0, exports(link, economy) * link.content() - imports);
    }

    private double exports(Chains.Link link, String economy) {
        return seen(link).trade().entrySet().stream()
                .mapToDouble(e -> e.getValue().exports(e.getKey(), economy).tonnes())
                .sum();
    }

    /** Published output in tonnes, 0 where none is: the newest US edition, else World Mining Data, else the leader's. */
    private double output(Chains.Link link, String economy) {
        Optional<Output> newest = newest(link);
        if (newest.isPresent()) {
            return store.minerals()
                    .production(newest.orElseThrow().series(), economy)
                    .orElse(0);
        }
        return leader(link)
                .filter(l -> l.economy().equals(economy))
                .map(l -> l.percent() / 100 * l.worldTonnes().orElse(0))
                .orElse(0.0);
    }

    private Optional<Output> newest(Chains.Link link) {
        return seen(link).newest();
    }

    private Optional<Minerals.Leader> leader(Chains.Link link) {
        return seen(link).leader();
    }

    private static void add(Map<String, Double> to, Map<String, Double> from, double weight) {
        from.forEach((economy, share) -> to.merge(economy, weight * share, Double::sum));
    }

    private static double sum(Map<String, Double> amounts) {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public String chain() {
        return chain;
    }

    public int year() {
        return year;
    }
}
