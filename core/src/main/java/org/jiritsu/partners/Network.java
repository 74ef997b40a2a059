package org.jiritsu.partners;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Economies and the pairs among them that have a tie: undirected, unweighted, without ties to oneself. Measures are
 * Freeman's (1979): 1 for a star, 0 for a ring or a network in which all are tied to all.
 */
public final class Network {
    private static final int MOST_ITERATIONS = 200_000;
    private static final double RESIDUAL = 1e-9;
    private static final double SAME_BETWEENNESS = 1e-9;

    private final List<String> names;
    private final Map<String, Integer> at;
    private final boolean[][] tied;
    private final int[][] neighbours;

    /** A pair of economies; which is named first does not matter to a network. */
    public record Edge(String a, String b) {}

    /**
     * @param names the economies, each once
     * @param edges pairs of them; a tie to oneself does not count, the same pair twice counts once
     * @throws IllegalArgumentException if an edge's end is not among the names
     */
    public Network(List<String> names, Collection<Edge> edges) {
        this.names = List.copyOf(names);
        this.at = new HashMap<>();
        for (String name : names) {
            at.put(name, at.size());
        }
        this.tied = new boolean[names.size()][names.size()];
        for (Edge edge : edges) {
            int a = index(edge.a());
            int b = index(edge.b());
            if (a != b) {
                tied[a][b] = true;
                tied[b][a] = true;
            }
        }
        this.neighbours = Arrays.stream(tied)
                .map(row -> IntStream.range(0, row.length).filter(j -> row[j]).toArray())
                .toArray(int[][]::new);
    }

    public List<String> names() {
        return names;
    }

    /** The ties, in the order of the names. */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b : neighbours[a]) {
                if (a < b) {
                    edges.add(new Edge(names.get(a), names.get(b)));
                }
            }
        }
        return edges;
    }

    public boolean tied(String a, String b) {
        return tied[index(a)][index(b)];
    }

    /** The network that is left when one economy and its ties are taken away. */
    public Network without(String economy) {
        index(economy);
        return within(names.stream().filter(n -> !n.equals(economy)).toList());
    }

    /** The network among some of the economies. */
    public Network within(List<String> some) {
        Set<String> kept = new HashSet<>(some);
        return new Network(
                some,
                edges().stream()
                        .filter(e -> kept.contains(e.a()) && kept.contains(e.b()))
                        .toList());
    }

    /** The network with one more tie. */
    public Network with(Edge edge) {
        List<Edge> edges = new ArrayList<>(edges());
        edges.add(edge);
        return new Network(names, edges);
    }

    /** Ties of each economy, in the order of the names. */
    public int[] degrees() {
        return Arrays.stream(neighbours).mapToInt(of -> of.length).toArray();
    }

    /** Ties there are over ties there could be, 0 for fewer than two economies. */
    public double density() {
        int n = names.size();
        return n < 2 ? 0 : Arrays.stream(degrees()).sum() / (double) (n * (n - 1));
    }

    /** Freeman (1979), degree: sum of distances from the highest over (n-1)(n-2); 0 for fewer than three economies. */
    public double degreeCentralisation() {
        return degreeCentralisation(degrees());
    }

    private static double degreeCentralisation(int[] degrees) {
        double n = degrees.length;
        return n < 3 ? 0 : spread(Arrays.stream(degrees).asDoubleStream().toArray()) / ((n - 1) * (n - 2));
    }

    /**
     * Shortest ways between two others that pass through each economy, each pair counted once (Brandes 2001), in the order
     * of the names.
     */
    public double[] betweenness() {
        double[] through = new double[names.size()];
        for (int from = 0; from < names.size(); from++) {
            addDependencies(from, through);
        }
        for (int i = 0; i < through.length; i++) {
            through[i] /= 2; // every pair was met from both ends
        }
        return through;
    }

    private void addDependencies(int from, double[] through) {
        int n = names.size();
        double[] ways = new double[n];
        int[] distance = new int[n];
        Arrays.fill(distance, -1);
        ways[from] = 1;
        distance[from] = 0;
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        Deque<Integer> farthestFirst = new ArrayDeque<>();
        while (!next.isEmpty()) {
            int at = next.remove();
            farthestFirst.push(at);
            for (int to : neighbours[at]) {
                if (distance[to] < 0) {
                    distance[to] = distance[at] + 1;
                    next.add(to);
                }
                if (distance[to] == distance[at] + 1) {
                    ways[to] += ways[at];
                }
            }
        }
        double[] depends = new double[n];
        for (int at : farthestFirst) {
            for (int before : neighbours[at]) {
                if (distance[before] == distance[at] - 1) {
                    depends[before] += ways[before] / ways[at] * (1 + depends[at]);
                }
            }
            if (at != from) {
                through[at] += depends[at];
            }
        }
    }

    /** Freeman (1979), betweenness: a star's centre lies between (n-1)(n-2)/2 pairs. */
    public double betweennessCentralisation() {
        double n = names.size();
        return n < 3 ? 0 : spread(betweenness()) / ((n - 1) * (n - 1) * (n - 2) / 2);
    }

    /**
     * The eigenvector of the largest eigenvalue (Bonacich 1972), largest entry 1, in the order of the names; all 0 without
     * ties. Those outside the densest component have 0.
     *
     * @throws IllegalStateException if the iteration does not come within 1e-9 of an eigenvector
     */
    public double[] eigenvector() {
        int n = names.size();
        double[] x = new double[n];
        if (Arrays.stream(neighbours).allMatch(of -> of.length == 0)) {
            return x;
        }
        Arrays.fill(x, 1);
        double residual = Double.POSITIVE_INFINITY;
        for (int times = 0; times < MOST_ITERATIONS && residual > RESIDUAL / 1e3; times++) {
            double[] y = new double[n]; // (A + I) x, whose iteration does not swing between two sides
            for (int i = 0; i < n; i++) {
                y[i] = x[i];
                for (int j : neighbours[i]) {
                    y[i] += x[j];
                }
            }
            double largest = Arrays.stream(y).max().orElse(1);
            residual = 0;
            for (int i = 0; i < n; i++) {
                residual = Math.max(residual, Math.abs(y[i] / largest - x[i]));
                x[i] = y[i] / largest;
            }
        }
        if (residual > RESIDUAL) {
            throw new IllegalStateException("eigenvector centrality did not settle: residual " + residual);
        }
        return x;
    }

    /**
     * Distances from the highest entry of {@link #eigenvector()} over those of a star, among the economies of the largest
     * component: outside it the vector says nothing. A star is 1; a dense corner with long arms may pass 1 a little, since
     * for this measure a star is not quite the extreme.
     *
     * @return none if no three economies are linked
     */
    public OptionalDouble eigenvectorCentralisation() {
        List<String> largest = components().stream().findFirst().orElse(List.of());
        double n = largest.size();
        return n < 3
                ? OptionalDouble.empty()
                : OptionalDouble.of(spread(within(largest).eigenvector()) / ((n - 1) * (1 - 1 / Math.sqrt(n - 1))));
    }

    private static double spread(double[] centrality) {
        double highest = Arrays.stream(centrality).max().orElse(0);
        return DoubleStream.of(centrality).map(c -> highest - c).sum();
    }

    /** Sets of economies that are linked, directly or through others: largest first, then by name. */
    public List<List<String>> components() {
        List<List<String>> components = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int start = 0; start < names.size(); start++) {
            if (seen.add(start)) {
                Deque<Integer> next = new ArrayDeque<>(List.of(start));
                List<String> component = new ArrayList<>();
                while (!next.isEmpty()) {
                    int at = next.remove();
                    component.add(names.get(at));
                    for (int to : neighbours[at]) {
                        if (seen.add(to)) {
                            next.add(to);
                        }
                    }
                }
                components.add(component.stream().sorted().toList());
            }
        }
        components.sort(Comparator.comparing((List<String> c) -> -c.size()).thenComparing(List::getFirst));
        return components;
    }

    /** Ties on the shortest way from one economy to each, in the order of the names: 0 to itself, -1 where there is no way. */
    public int[] steps(String from) {
        int[] steps = new int[names.size()];
        Arrays.fill(steps, -1);
        steps[index(from)] = 0;
        Deque<Integer> next = new ArrayDeque<>(List.of(index(from)));
        while (!next.isEmpty()) {
            int at = next.remove();
            for (int to : neighbours[at]) {
                if (steps[to] < 0) {
                    steps[to] = steps[at] + 1;
                    next.add(to);
                }
            }
        }
        return steps;
    }

    /** Who has most ties; of several the one that lies most between others, then the first by name; none without ties. */
    public Optional<String> hub() {
        int[] degrees = degrees();
        double[] between = betweenness();
        return IntStream.range(0, names.size())
                .filter(i -> degrees[i] > 0)
                .boxed()
                .min(Comparator.comparing((Integer i) -> -degrees[i])
                        .thenComparing(i -> -Math.round(between[i] / SAME_BETWEENNESS))
                        .thenComparing(names::get))
                .map(names::get);
    }

    /**
     * Every pair without a tie, those first that would join most with {@code hub} taken away, then those that would lower
     * centralisation most, then by name.
     *
     * @param hub who is taken away; may be none
     */
    public List<MissingTie> missing(Optional<String> hub) {
        List<List<String>> components = hub.map(this::without).orElse(this).components();
        int[] component = labels(components);
        int[] linked = linked(components);
        int[] degrees = degrees();
        int n = names.size();
        int most = Arrays.stream(degrees).max().orElse(0);
        int sum = Arrays.stream(degrees).sum() + 2;
        List<MissingTie> missing = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                if (!tied[a][b]) {
                    int highest = Math.max(most, Math.max(degrees[a], degrees[b]) + 1);
                    missing.add(new MissingTie(
                            names.get(a),
                            names.get(b),
                            component[a] == component[b] ? 0 : linked[a] * linked[b],
                            sum / (double) (n * (n - 1)),
                            n < 3 ? 0 : (n * highest - sum) / (double) ((n - 1) * (n - 2))));
                }
            }
        }
        missing.sort(Comparator.comparing((MissingTie m) -> -m.joined())
                .thenComparing(MissingTie::degreeCentralisation)
                .thenComparing(MissingTie::a)
                .thenComparing(MissingTie::b));
        return missing;
    }

    /** Which component each economy is in, -1 for one that was taken away. */
    private int[] labels(List<List<String>> components) {
        int[] label = new int[names.size()];
        Arrays.fill(label, -1);
        for (int c = 0; c < components.size(); c++) {
            for (String name : components.get(c)) {
                label[index(name)] = c;
            }
        }
        return label;
    }

    /** How many each economy is linked with, itself among them; 0 for one that was taken away. */
    private int[] linked(List<List<String>> components) {
        int[] linked = new int[names.size()];
        for (List<String> component : components) {
            component.forEach(name -> linked[index(name)] = component.size());
        }
        return linked;
    }

    private int index(String name) {
        Integer index = at.get(name);
        if (index == null) {
            throw new IllegalArgumentException(name + " is not in this network");
        }
        return index;
    }
}
