package org.jiritsu.trade;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;

/**
 * A change of trade policy as plain data, apart from any world. Changes are applied in order and the last one that
 * names a flow decides; each is held against the baseline, not against the changes before it.
 *
 * @param worlds the worlds that it fits, as patterns apart by blanks, such as {@code wiod* icio*}
 */
public record TradeScenario(
        String id, String title, List<String> sources, List<Said> notes, String worlds, List<Change> changes) {
    public TradeScenario {
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
        changes = List.copyOf(changes);
    }

    /** How a rate changes policy. */
    public enum Instrument {
        /** The tariff becomes the rate. */
        TARIFF,
        /** The rate comes on top of the baseline tariff. */
        TARIFF_ADD,
        /** The tariff becomes the rate where it is lower. */
        TARIFF_FLOOR,
        /** Real (iceberg) costs of trading grow by the rate. */
        TRADE_COST,
        /** The export tax becomes the rate. */
        EXPORT_TAX,
        /** The trade ends. */
        BAN
    }

    /**
     * One line of a scenario. Names are codes or names of the world, groups of {@link Groups}, or {@code *}.
     *
     * @param rates one for all, or by partner
     */
    public record Change(List<String> importers, List<String> exporters, List<String> sectors, Rates rates) {
        public Change {
            importers = List.copyOf(importers);
            exporters = List.copyOf(exporters);
            sectors = List.copyOf(sectors);
        }
    }

    /** The rates of a change. */
    public sealed interface Rates {}

    /** One rate, such as 0.15, for every flow named. */
    public record Flat(Instrument instrument, double rate) implements Rates {}

    /**
     * Rates by partner: by exporter where the change names one importer, else by importer. An economy that the world
     * counts in its rest of the world enters that one's rate by its weight.
     */
    public record ByPartner(Map<String, PartnerRate> rates) implements Rates {
        public ByPartner {
            rates = Map.copyOf(rates);
        }
    }

    /** Rates by sector, by code, and partner; a sector that is not in it keeps its rates. */
    public record BySector(Map<String, ByPartner> rates) implements Rates {
        public BySector {
            rates = Map.copyOf(rates);
        }
    }

    /** One partner's rate; {@code weight} is trade, in any unit. */
    public record PartnerRate(Flat rate, double weight) {}

    /** A whole schedule of tariffs, by cell of the world it belongs to. */
    public record Schedule(double[] rates) implements Rates {}

    /**
     * Reads a scenario file (YAML; docs/methods/trade.md, "Scenarios").
     *
     * @throws InputException naming what in the file cannot be used
     */
    public static TradeScenario read(Path file) {
        return ScenarioFile.read(file);
    }

    /** The keys that a line of changes may have outside a scenario file, where no tables of rates can be named. */
    public static List<String> keys() {
        return ScenarioFile.keys();
    }

    /**
     * One line of changes, written in a study or put together from the command line.
     *
     * @param line keys and values as in a scenario file
     * @throws InputException naming what in it cannot be used
     */
    public static Change change(Map<String, Object> line) {
        return ScenarioFile.change(line);
    }

    /** The same by another title. */
    public TradeScenario called(String other) {
        return new TradeScenario(id, other, sources, notes, worlds, changes);
    }

    /** This scenario with the changes of another after its own. */
    public TradeScenario with(TradeScenario more) {
        return new TradeScenario(
                id,
                title + "; " + more.title(),
                joined(sources, more.sources()),
                joined(notes, more.notes()),
                worlds,
                joined(changes, more.changes()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * The policy that this scenario makes of a baseline.
     *
     * @throws InputException if the scenario does not fit the world or names what it does not list
     */
    public Applied applyTo(TradeData baseline, Groups groups) {
        return new ScenarioPolicy(this, baseline, groups, false).apply();
    }

    /**
     * The same, and every target answers in kind: each measure that makes trade dearer is met by the same measure on
     * the same goods the other way. Nobody answers by lowering a tariff, and what the scenario itself says of the other
     * direction stands where it is higher.
     *
     * @throws InputException as {@link #applyTo}
     */
    public Applied mirrored(TradeData baseline, Groups groups) {
        Applied first = applyTo(baseline, groups);
        first.policy()
                .raiseTo(
                        new ScenarioPolicy(this, baseline, groups, true).apply().policy());
        return first;
    }

    /**
     * @param notes which members of a group the world does not list, how the rest of the world's rate was made
     */
    public record Applied(TradePolicy policy, List<Said> notes) {
        public Applied {
            notes = List.copyOf(notes);
        }
    }
}
