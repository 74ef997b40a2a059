package org.jiritsu.disruption;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiritsu.base.Csv;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/**
 * Assumptions that come with the program, by kinds of industry: {@code industries.csv} says which sectors of a world are of
 * which kind and how many days of output such industries hold, with the reason, {@code criticality.csv} how much of one stops
 * without an input.
 */
public final class BundledAssumptions {
    /** Inventories of a sector whose kind is not known: the mean of Inoue and Todo (2019). */
    private static final double UNKNOWN_DAYS = 10;

    private final World world;
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();

    public BundledAssumptions(World world) {
        this.world = world;
        Map<String, String> kindOfCode = new HashMap<>();
        for (Csv.Row line : lines("industries.csv", "kind", "codes", "days")) {
            for (String code : line.list("codes")) {
                kindOfCode.put(code, line.text("kind"));
            }
        }
        for (Sector sector : world.sectors()) {
            kind(sector.code(), kindOfCode)
                    .ifPresentOrElse(kind -> kinds.put(sector.code(), kind), () -> unknown.add(sector.code()));
        }
    }

    /** Sectors of the world whose kind is not known; as inputs they count as critical. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** The whole code, or the longest part of it from the left that stands in the file. */
    private static Optional<String> kind(String code, Map<String, String> kindOfCode) {
        if (kindOfCode.containsKey(code)) {
            return Optional.of(kindOfCode.get(code));
        }
        boolean isic = code.matches("[A-U]([0-9].*)?");
        for (int length = code.length() - 1; isic && length > 0; length--) {
            Optional<String> kind = Optional.ofNullable(kindOfCode.get(code.substring(0, length)));
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    /** How much of an industry stops without an input within two months. */
    public InputRule.PartiallyBinding inputs() {
        Map<String, Map<String, Double>> rated = new HashMap<>();
        for (Csv.Row line : lines("criticality.csv", "input")) {
            kinds.forEach((good, kind) -> {
                if (kind.equals(line.text("input"))) {
                    Map<String, Double> byBuyer = rated.computeIfAbsent(good, _ -> new HashMap<>());
                    kinds.forEach((buyer, buyerKind) -> byBuyer.put(buyer, line.number(buyerKind)));
                }
            });
        }
        return new InputRule.PartiallyBinding(rated);
    }

    /** Days of inventories that an industry holds of each of its inputs, by the buying sector. */
    public InventoryDays inventories() {
        Map<String, Double> daysOfKind = new HashMap<>();
        lines("industries.csv", "kind", "days").forEach(line -> daysOfKind.put(line.text("kind"), line.number("days")));
        Map<String, Double> byBuyer = new HashMap<>();
        world.sectors()
                .forEach(sector -> byBuyer.put(
                        sector.code(),
                        Optional.ofNullable(kinds.get(sector.code()))
                                .map(daysOfKind::get)
                                .orElse(UNKNOWN_DAYS)));
        return new InventoryDays(UNKNOWN_DAYS, Map.of(), byBuyer, Map.of(), 1);
    }

    private static List<Csv.Row> lines(String file, String... columns) {
        List<Csv.Row> rows = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(BundledAssumptions.class.getResourceAsStream(file))) {
            Csv.forEach(file, in, List.of(columns), List.of(), rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
