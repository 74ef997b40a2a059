package org.jiritsu.goods.sea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.InputException;

/**
 * Lays flows of trade on the sea lanes, for one kind of goods, one class of ships and one closure. Ways are kept once
 * found, so goods of one kind are best asked of the same object. Safe between threads.
 */
public final class SeaTrade {
    /** By how much longer a way may be and still be held as likely: the straits of Taiwan and Luzon differ by 0.3%. */
    public static final double NEARLY = 0.01;

    /** Whose trade is meant. */
    public enum Side {
        IMPORTS,
        EXPORTS
    }

    private final SeaNetwork network;
    private final Ports ports;
    private final Cargo cargo;
    private final Passages passages;
    private final Map<String, Integer> places = new HashMap<>();

    private SeaTrade(SeaNetwork network, Ports ports, Cargo cargo, Passages passages) {
        this.network = network;
        this.ports = ports;
        this.cargo = cargo;
        this.passages = passages;
        ports.all().forEach(port -> places.put(port.code(), places.size()));
    }

    /** @throws InputException if the closure names a strait that does not exist */
    public static SeaTrade of(SeaNetwork network, Ports ports, Cargo cargo, ShipClass ship, Closure closure) {
        long closed = network.closed(closure, ship);
        return new SeaTrade(network, ports, cargo, new Passages(network, closed, NEARLY, ports.all()));
    }

    /** Another kind of goods on the same ways: of ships that the same straits bar. */
    public SeaTrade carrying(Cargo other) {
        return new SeaTrade(network, ports, other, passages);
    }

    /** On the usual class of ships with everything as usual. */
    public static SeaTrade of(SeaNetwork network, Ports ports, Cargo cargo) {
        return of(network, ports, cargo, network.ship(cargo), Closure.usual());
    }

    /**
     * One economy's trade in a good.
     *
     * @throws InputException if none of the flows is its own, or one is negative
     */
    public StraitShares shares(String economy, Side side, List<Flow> flows) {
        List<Flow> own =
                flows.stream().filter(flow -> owner(flow, side).equals(economy)).toList();
        if (own.stream().allMatch(flow -> flow.amount() == 0)) {
            String other = flows.stream()
                    .filter(flow -> flow.amount() > 0)
                    .map(flow -> owner(flow, side))
                    .findFirst()
                    .map(known -> known + " has some.")
                    .orElse("another good or year has some.");
            throw InputException.use(
                    "No " + side.name().toLowerCase(Locale.ROOT) + " of this good to lay on the sea lanes",
                    "an economy with trade in it",
                    economy,
                    other);
        }
        return share(economy, side, own);
    }

    /**
     * Every economy's trade in a good, by code.
     *
     * @throws InputException if there are no flows, or one is negative
     */
    public List<StraitShares> shares(Side side, List<Flow> flows) {
        if (flows.isEmpty()) {
            throw InputException.use(
                    "No trade to lay on the sea lanes", "flows of a good", "", "another good or year has some.");
        }
        Map<String, List<Flow>> byOwner = new TreeMap<>();
        flows.forEach(flow -> byOwner.computeIfAbsent(owner(flow, side), _ -> new ArrayList<>())
                .add(flow));
        List<Map.Entry<String, List<Flow>>> owners = List.copyOf(byOwner.entrySet());
        return owners.parallelStream()
                .map(one -> share(one.getKey(), side, one.getValue()))
                .toList();
    }

    private static String owner(Flow flow, Side side) {
        return side == Side.IMPORTS ? flow.importer() : flow.exporter();
    }

    private StraitShares share(String economy, Side side, List<Flow> flows) {
        Sums sums = new Sums();
        for (Flow flow : flows) {
            if (!(flow.amount() >= 0 && Double.isFinite(flow.amount()))) {
                throw InputException.data(
                        "Trade from " + flow.exporter() + " to " + flow.importer(),
                        "an amount of zero or more",
                        String.valueOf(flow.amount()),
                        "the row is a correction: leave it out.");
            }
            String partner = side == Side.IMPORTS ? flow.exporter() : flow.importer();
            lay(flow.amount(), economy, partner, sums);
        }
        return sums.shares(economy);
    }

    private void lay(double amount, String economy, String partner, Sums sums) {
        sums.total.add(amount);
        if (ports.overland(economy, partner, cargo)) {
            sums.overland.add(amount);
            return;
        }
        List<Terminal> here = ports.of(economy, cargo, partner);
        List<Terminal> there = ports.of(partner, cargo, economy);
        if (here.isEmpty() || there.isEmpty()) {
            sums.unplaced.add(amount);
            return;
        }
        Passages.Passage[][] ways = here.stream()
                .map(one -> there.stream()
                        .map(other -> passages.between(place(one), place(other)))
                        .toArray(Passages.Passage[]::new))
                .toArray(Passages.Passage[][]::new);
        sums.add(amount, new Mix(here, there, ways));
    }

    /** The ways between the terminals of two economies. */
    private record Mix(List<Terminal> here, List<Terminal> there, Passages.Passage[][] ways) {
        /** The share of what goes between them for which something holds. */
        double share(Predicate<Passages.Passage> holds) {
            return Terminal.sum(here, i -> Terminal.sum(there, j -> holds.test(ways[i][j]) ? 1 : 0));
        }

        /** The least or most that it can be while the terminals' shares stay within their ranges. */
        double extreme(Predicate<Passages.Passage> holds, boolean most) {
            return Terminal.extreme(
                    here, i -> Terminal.extreme(there, j -> holds.test(ways[i][j]) ? 1 : 0, most), most);
        }

        long possible() {
            long straits = 0;
            for (Passages.Passage[] row : ways) {
                for (Passages.Passage way : row) {
                    straits |= way.possible();
                }
            }
            return straits;
        }
    }

    private int place(Terminal terminal) {
        return Objects.requireNonNull(places.get(terminal.port().code()));
    }

    /** Sums of one economy, one set for each strait. */
    private final class Sums {
        private final CompensatedSum total = new CompensatedSum();
        private final CompensatedSum bySea = new CompensatedSum();
        private final CompensatedSum overland = new CompensatedSum();
        private final CompensatedSum unplaced = new CompensatedSum();
        private final CompensatedSum noRoute = new CompensatedSum();
        private final Map<Integer, CompensatedSum> low = new TreeMap<>();
        private final Map<Integer, CompensatedSum> shortest = new TreeMap<>();
        private final Map<Integer, CompensatedSum> high = new TreeMap<>();

        void add(double amount, Mix mix) {
            bySea.add(amount * mix.share(way -> Double.isFinite(way.km())));
            noRoute.add(amount * mix.share(way -> Double.isInfinite(way.km())));
            for (long left = mix.possible(); left != 0; left &= left - 1) {
                int strait = Long.numberOfTrailingZeros(left);
                long bit = 1L << strait;
                double middle = mix.share(way -> (way.shortest() & bit) != 0);
                double least = mix.extreme(way -> (way.sure() & bit) != 0, false);
                double most = mix.extreme(way -> (way.possible() & bit) != 0, true);
                add(low, strait, amount * Math.min(least, middle));
                add(shortest, strait, amount * middle);
                add(high, strait, amount * Math.max(most, middle));
            }
        }

        private void add(Map<Integer, CompensatedSum> sums, int strait, double amount) {
            sums.computeIfAbsent(strait, _ -> new CompensatedSum()).add(amount);
        }

        StraitShares shares(String economy) {
            double all = total.value();
            List<StraitShares.StraitShare> straits = high.keySet().stream()
                    .map(strait -> new StraitShares.StraitShare(
                            network.strait(strait),
                            part(low, strait, all),
                            part(shortest, strait, all),
                            part(high, strait, all)))
                    .toList();
            return new StraitShares(
                    economy, all, bySea.value(), overland.value(), unplaced.value(), noRoute.value(), straits);
        }

        private double part(Map<Integer, CompensatedSum> sums, int strait, double all) {
            CompensatedSum sum = sums.get(strait);
            return sum == null || all == 0 ? 0 : sum.value() / all;
        }
    }
}
