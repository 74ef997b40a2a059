package org.jiritsu.world;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.base.Sayings;

/**
 * Joins economies and sectors of a world: every flow of the new world is the sum of flows of the old one, so that
 * output, final demand and value added of the whole stay as they are; so do the bounds of rounding, which the rows of a
 * table of whole numbers carry.
 *
 * @param economies where each economy goes
 * @param sectors where each sector goes
 */
public record Aggregation(Mapping economies, Mapping sectors) {
    private static final Sayings SAYINGS = new Sayings(Aggregation.class);
    /**
     * Codes of a world and the codes that they become.
     *
     * @param to by the old code
     * @param rest what becomes of codes that are not listed: a new code, {@link #SAME}, or nothing if all must be
     *     listed
     * @param names by the new code
     */
    public record Mapping(Map<String, String> to, Optional<String> rest, Map<String, String> names) {
        /** Codes that are not listed stay what they are. */
        public static final String SAME = "*";

        /** Everything stays what it is. */
        public static final Mapping IDENTITY = new Mapping(Map.of(), Optional.of(SAME), Map.of());

        public Mapping {
            to = Map.copyOf(to);
            names = Map.copyOf(names);
        }

        /**
         * Reads CSV lines {@code from,to} or {@code from,to,name}. A line {@code *,ROW} sends all other codes to ROW, a
         * line {@code *,*} leaves them as they are.
         */
        public static Mapping read(Path file) {
            Map<String, String> to = new LinkedHashMap<>();
            Map<String, String> names = new LinkedHashMap<>();
            for (Csv.Row line : Csv.read(file, List.of("from", "to"), List.of("name"))) {
                String from = line.filled("from");
                String earlier = to.putIfAbsent(from, line.filled("to"));
                if (earlier != null && !earlier.equals(line.filled("to"))) {
                    throw InputException.data(
                            line.place() + ": " + from + " goes to two codes",
                            "one line a code",
                            earlier + " and " + line.filled("to"),
                            "one of the lines is left over.");
                }
                if (!line.text("name").isEmpty()) {
                    names.put(line.filled("to"), line.text("name"));
                }
            }
            Optional<String> rest = Optional.ofNullable(to.remove(SAME));
            return new Mapping(to, rest, names);
        }

        /** The new code of each code, in order. */
        private List<String> apply(List<String> codes, String what, String plural, String world) {
            Set<String> unknown = new TreeSet<>(to.keySet());
            unknown.removeAll(codes);
            if (!unknown.isEmpty()) {
                String first = unknown.iterator().next();
                throw InputException.data(
                        "The map names %s that world %s has not".formatted(plural, world),
                        "one of its " + codes.size() + " " + what + " codes",
                        String.join(", ", unknown),
                        NearestWord.of(first, codes)
                                .map(near -> first + " is " + near + ".")
                                .orElse("the map is for another world."));
            }
            List<String> missing =
                    codes.stream().filter(c -> !to.containsKey(c)).toList();
            if (!missing.isEmpty() && rest.isEmpty()) {
                throw InputException.data(
                        "The map does not say where every %s goes".formatted(what),
                        "a line for each of the %d %s codes of world %s".formatted(codes.size(), what, world),
                        "none for " + String.join(", ", missing),
                        "the others are to stay: add a line '*,*', or '*,ROW' to join them.");
            }
            return codes.stream()
                    .map(code -> {
                        String target = to.getOrDefault(code, rest.orElse(SAME));
                        return target.equals(SAME) ? code : target;
                    })
                    .toList();
        }
    }

    /**
     * @param id the name of the new world
     * @throws InputException if a map does not fit the world
     */
    public World apply(World world, String id) {
        List<String> economyCodes = economies.apply(
                world.economies().stream().map(Economy::code).toList(), "economy", "economies", world.id());
        List<String> sectorCodes =
                sectors.apply(world.sectors().stream().map(Sector::code).toList(), "sector", "sectors", world.id());
        List<String> newEconomies = economyCodes.stream().distinct().toList();
        List<String> newSectors = sectorCodes.stream().distinct().toList();
        int[] economyAt = economyCodes.stream().mapToInt(newEconomies::indexOf).toArray();
        int[] sectorAt = sectorCodes.stream().mapToInt(newSectors::indexOf).toArray();
        World joined = join(
                world,
                about(world, id, newEconomies.size(), newSectors.size()),
                named(newEconomies, world),
                namedSectors(newSectors, world),
                economyAt,
                sectorAt);
        requireSameTotals(world, joined);
        return joined;
    }

    private static World join(
            World world, About about, List<Economy> economies, List<Sector> sectors, int[] economyAt, int[] sectorAt) {
        int uses = world.finalUses().size();
        int n = economies.size() * sectors.size();
        int finalColumns = economies.size() * uses;
        double[] z = new double[n * n];
        double[] y = new double[n * finalColumns];
        double[] x = new double[n];
        int[] target = new int[world.size()];
        for (int i = 0; i < target.length; i++) {
            target[i] = economyAt[world.economyOf(i)] * sectors.size() + sectorAt[world.sectorOf(i)];
        }
        double[] row = new double[world.size()];
        double[] bounds = Rounding.of(world, RowScan.of(world));
        double[] rounding = new double[bounds.length == 0 ? 0 : n];
        for (int i = 0; i < target.length; i++) {
            if (rounding.length > 0) {
                rounding[target[i]] += bounds[i];
            }
            world.readZ(i, row);
            for (int j = 0; j < target.length; j++) {
                z[target[i] * n + target[j]] += row[j];
            }
            for (int e = 0; e < world.economyCount(); e++) {
                for (int u = 0; u < uses; u++) {
                    y[target[i] * finalColumns + economyAt[e] * uses + u] += world.y(i, e, u);
                }
            }
            x[target[i]] += world.output(i);
        }
        return new World(about, economies, sectors, world.finalUses(), z, y, x, rounding);
    }

    private List<Economy> named(List<String> codes, World world) {
        return codes.stream()
                .map(c -> new Economy(
                        c,
                        economies.names.getOrDefault(
                                c,
                                world.economies().stream()
                                        .filter(e -> e.code().equals(c))
                                        .map(Economy::name)
                                        .findFirst()
                                        .orElse(c))))
                .toList();
    }

    private List<Sector> namedSectors(List<String> codes, World world) {
        return codes.stream()
                .map(c -> world.sectors().stream()
                        .filter(s -> s.code().equals(c) && !sectors.names.containsKey(c))
                        .findFirst()
                        .orElse(new Sector(c, "", sectors.names.getOrDefault(c, c))))
                .toList();
    }

    private static About about(World world, String id, int economies, int sectors) {
        return world.about()
                .as(
                        id,
                        SAYINGS.say("aggregated.title", world.about().title()),
                        SAYINGS.say(
                                "aggregated.note",
                                world.id(),
                                world.economyCount(),
                                world.sectorCount(),
                                economies,
                                sectors));
    }

    /** A sum of sums may differ by rounding only. */
    private static void requireSameTotals(World before, World after) {
        double output = Totals.of(before).output();
        double difference = Totals.of(before).largestDifference(Totals.of(after));
        if (!(difference <= 1e-9 * output)) {
            throw new IllegalStateException("Joining changed a total of %s by %s".formatted(before.id(), difference));
        }
    }
}
