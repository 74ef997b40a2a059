package org.jiritsu.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jiritsu.base.Cancellation;
import org.jiritsu.world.World;
import org.jspecify.annotations.Nullable;

/** Structural path analysis: the strongest chains from a partner's industries into a home's; {@code docs/methods/paths.md}. */
public final class SupplyChains {
    private SupplyChains() {}

    /**
     * @param fromSector a sector of the partner, or {@link PartnerShare#ALL_SECTORS}
     * @param intoSector a sector of the home, or {@link PartnerShare#ALL_SECTORS}
     * @param threshold a chain below this share of the total is not looked for; above 0
     * @param top at most so many chains
     */
    public record Query(int home, int partner, int fromSector, int intoSector, double threshold, int top) {}

    /**
     * One chain, source first.
     *
     * @param industries indices from the source to the target
     * @param valueMusd the source's value added that arrives by this chain, million USD
     * @param share of the total
     */
    public record Chain(List<Integer> industries, double valueMusd, double share) {}

    /**
     * @param totalMusd the source's value added in the target's final output by all chains
     * @param coverage share of the total held by the listed chains
     * @param visited partial chains looked at
     * @param complete whether every chain at or above the threshold is listed, or {@code top} cut the list
     */
    public record Answer(List<Chain> chains, double totalMusd, double coverage, int visited, boolean complete) {}

    /** A partial chain: an industry, what it sells into, and the weight A…A f that links it to the final output. */
    private record Link(int industry, @Nullable Link into, double weight, double reach) {}

    /** Chains come strongest first. */
    public static Answer find(Leontief leontief, Query query) {
        World world = leontief.world();
        double[] sourceValue = new double[world.size()];
        sectors(world, query.fromSector()).forEach(s -> {
            int i = world.industry(query.partner(), s);
            sourceValue[i] = leontief.valueAddedShare(i);
        });
        double[] reach = leontief.solveTransposed(sourceValue, 1);
        PriorityQueue<Link> open = new PriorityQueue<>(
                Comparator.comparingDouble(Link::reach).reversed().thenComparingInt(Link::industry));
        double total = 0;
        for (int s : sectors(world, query.intoSector()).toArray()) {
            int j = world.industry(query.home(), s);
            double weight = world.finalOutput(j);
            open.add(new Link(j, null, weight, weight * reach[j]));
            total += weight * reach[j];
        }
        return search(leontief, query, sourceValue, reach, open, total);
    }

    private static Answer search(
            Leontief leontief,
            Query query,
            double[] sourceValue,
            double[] reach,
            PriorityQueue<Link> open,
            double total) {
        if (!(total > 0)) {
            return new Answer(List.of(), total, 0, 0, true); // a share of it would bound nothing
        }
        double least = query.threshold() * total;
        PriorityQueue<Chain> ready =
                new PriorityQueue<>(Comparator.comparingDouble(Chain::valueMusd).reversed());
        List<Chain> chains = new ArrayList<>();
        int visited = 0;
        while (!open.isEmpty() && chains.size() < query.top()) {
            Cancellation.check();
            Link link = open.poll();
            // nothing still open can be stronger than this bound, so stronger chains found so far are final
            while (!ready.isEmpty() && ready.peek().valueMusd() >= link.reach() && chains.size() < query.top()) {
                chains.add(ready.poll());
            }
            visited++;
            double value = link.weight() * sourceValue[link.industry()];
            if (value >= least && value > 0) {
                ready.add(chain(link, value, total));
            }
            grow(leontief, link, reach, least, open);
        }
        while (!ready.isEmpty() && chains.size() < query.top()) {
            chains.add(ready.poll());
        }
        double covered = chains.stream().mapToDouble(Chain::valueMusd).sum();
        return new Answer(chains, total, covered / total, visited, open.isEmpty() && ready.isEmpty());
    }

    private static void grow(Leontief leontief, Link link, double[] reach, double least, PriorityQueue<Link> open) {
        for (int i = 0; i < reach.length; i++) {
            if (reach[i] > 0) {
                double weight = link.weight() * leontief.coefficient(i, link.industry());
                double bound = weight * reach[i];
                if (bound >= least && bound > 0) {
                    open.add(new Link(i, link, weight, bound));
                }
            }
        }
    }

    private static Chain chain(Link source, double value, double total) {
        List<Integer> industries = new ArrayList<>();
        for (@Nullable Link link = source; link != null; link = link.into()) {
            industries.add(link.industry());
        }
        return new Chain(List.copyOf(industries), value, value / total);
    }

    private static IntStream sectors(World world, int sector) {
        return sector == PartnerShare.ALL_SECTORS ? IntStream.range(0, world.sectorCount()) : IntStream.of(sector);
    }
}
