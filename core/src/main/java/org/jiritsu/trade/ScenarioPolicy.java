package org.jiritsu.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;
import org.jiritsu.base.Sayings;

/** Brings a scenario to a world: names become indices, rates become the policy of every flow. */
final class ScenarioPolicy {
    private static final Sayings SAYINGS = new Sayings(ScenarioPolicy.class);
    private static final String REST = "ROW";
    private static final String ALL = "*";
    private static final TradeScenario.Flat NOTHING = new TradeScenario.Flat(TradeScenario.Instrument.TARIFF_ADD, 0);

    private final TradeScenario scenario;
    private final TradeData data;
    private final Groups groups;
    private final boolean mirror;
    private final TradePolicy policy;
    private final Set<Said> notes = new LinkedHashSet<>();

    /** Tariff rates by cell: of the baseline, then of the last line that named the whole sector. */
    private final double[] wholeSector;

    /**
     * @param mirror each measure the other way instead, where it makes trade dearer
     */
    ScenarioPolicy(TradeScenario scenario, TradeData data, Groups groups, boolean mirror) {
        this.scenario = scenario;
        this.data = data;
        this.groups = groups;
        this.mirror = mirror;
        this.policy = TradePolicy.statusQuo(data);
        this.wholeSector = Arrays.stream(data.tariff).map(t -> t - 1).toArray();
    }

    TradeScenario.Applied apply() {
        if (!Groups.fits(data.id(), scenario.worlds())) {
            throw InputException.use(
                    "Scenario %s does not fit world %s".formatted(scenario.id(), data.id()),
                    "one of the worlds " + scenario.worlds(),
                    data.id(),
                    "another world or another scenario was meant.");
        }
        scenario.changes().forEach(this::apply);
        return new TradeScenario.Applied(policy, new ArrayList<>(notes));
    }

    private void apply(TradeScenario.Change change) {
        Set<Integer> importers = economies(change.importers());
        Set<Integer> exporters = economies(change.exporters());
        if (importers.size() == 1 && importers.equals(exporters)) {
            throw InputException.use(
                    "A measure of an economy against itself changes nothing",
                    "another economy as importer or exporter",
                    String.join(",", change.importers()),
                    "the importer is who sets a tariff, the exporter who meets it.");
        }
        Map<Integer, Double> sectors = sectors(change.sectors());
        Rate rate = rate(change, importers.size() == 1);
        sectors.forEach((j, coverage) -> {
            for (int n : importers) {
                for (int i : exporters) {
                    if (n != i && mirror) {
                        set(j, i, n, answer(rate.of(j, n, i), j, n, i), coverage);
                    } else if (n != i) {
                        set(j, n, i, rate.of(j, n, i), coverage);
                    }
                }
            }
        });
    }

    /** The same measure, or none where it does not make trade dearer. */
    private TradeScenario.Flat answer(TradeScenario.Flat measure, int j, int importer, int exporter) {
        double least = switch (measure.instrument()) {
            case TARIFF, TARIFF_FLOOR -> data.tariffRate(j, importer, exporter);
            case TARIFF_ADD, TRADE_COST, EXPORT_TAX -> 0;
            case BAN -> -1;
        };
        return measure.rate() > least ? measure : NOTHING;
    }

    /** A flow's instrument and rate. */
    @FunctionalInterface
    private interface Rate {
        TradeScenario.Flat of(int sector, int importer, int exporter);
    }

    private Rate rate(TradeScenario.Change change, boolean byExporter) {
        return switch (change.rates()) {
            case TradeScenario.Flat flat -> (j, n, i) -> flat;
            case TradeScenario.Schedule schedule ->
                (j, n, i) ->
                        new TradeScenario.Flat(TradeScenario.Instrument.TARIFF, schedule.rates()[data.cell(j, n, i)]);
            case TradeScenario.ByPartner table -> {
                Map<Integer, TradeScenario.Flat> rates = byPartner(table);
                noteRest(rates);
                noteMissing(change, byExporter, rates);
                yield (j, n, i) -> rates.getOrDefault(byExporter ? i : n, NOTHING);
            }
            case TradeScenario.BySector tables -> {
                Map<Integer, Map<Integer, TradeScenario.Flat>> rates = new LinkedHashMap<>();
                tables.rates().forEach((sector, table) -> rates.put(data.sector(sector), byPartner(table)));
                yield (j, n, i) -> rates.getOrDefault(j, Map.of()).getOrDefault(byExporter ? i : n, NOTHING);
            }
        };
    }

    private Map<Integer, TradeScenario.Flat> byPartner(TradeScenario.ByPartner table) {
        Map<Integer, TradeScenario.Flat> rates = new LinkedHashMap<>();
        Set<String> listed = data.economies().stream().map(e -> e.code()).collect(Collectors.toSet());
        for (int e = 0; e < data.economyCount(); e++) {
            String code = data.economies().get(e).code();
            if (code.equals(REST)) {
                rates.put(e, restOfWorld(table, listed));
            } else if (table.rates().containsKey(code)) {
                rates.put(e, table.rates().get(code).rate());
            }
        }
        return rates;
    }

    /** An economy without a rate of its own keeps today's, which a reader must know. */
    private void noteMissing(TradeScenario.Change change, boolean byExporter, Map<Integer, TradeScenario.Flat> rates) {
        Set<Integer> setters = economies(byExporter ? change.importers() : change.exporters());
        List<String> missing = economies(byExporter ? change.exporters() : change.importers()).stream()
                .filter(e -> !rates.containsKey(e) && !setters.contains(e))
                .map(e -> data.economies().get(e).code())
                .toList();
        if (!missing.isEmpty()) {
            notes.add(SAYINGS.say("missing", String.join(", ", missing)));
        }
    }

    private void noteRest(Map<Integer, TradeScenario.Flat> rates) {
        for (int e = 0; e < data.economyCount(); e++) {
            if (data.economies().get(e).code().equals(REST)) {
                double rate = Objects.requireNonNull(rates.get(e)).rate();
                notes.add(SAYINGS.say("rest", String.format(Locale.ROOT, "%.1f", 100 * rate)));
            }
        }
    }

    private static TradeScenario.Flat restOfWorld(TradeScenario.ByPartner table, Set<String> listed) {
        double sum = 0;
        double weight = 0;
        for (String code : table.rates().keySet().stream().sorted().toList()) {
            TradeScenario.PartnerRate partner =
                    Objects.requireNonNull(table.rates().get(code));
            if (!listed.contains(code)) {
                sum += partner.weight() * partner.rate().rate();
                weight += partner.weight();
            }
        }
        double mean = weight > 0 ? sum / weight : 0;
        return new TradeScenario.Flat(TradeScenario.Instrument.TARIFF_ADD, mean);
    }

    private void set(int j, int importer, int exporter, TradeScenario.Flat flat, double coverage) {
        double baseline = data.tariffRate(j, importer, exporter);
        double rate = flat.rate();
        switch (flat.instrument()) {
            case TARIFF -> mixTariff(j, importer, exporter, rate, coverage);
            case TARIFF_ADD -> mixTariff(j, importer, exporter, baseline + rate, coverage);
            case TARIFF_FLOOR -> mixTariff(j, importer, exporter, Math.max(baseline, rate), coverage);
            case TRADE_COST -> policy.setTradeCost(j, importer, exporter, coverage * rate);
            case EXPORT_TAX -> policy.setExportTax(j, importer, exporter, coverage * rate);
            case BAN -> {
                requireWhole(j, coverage);
                policy.ban(j, importer, exporter);
            }
        }
    }

    /** What a group does not cover of a sector keeps the rate of the last line that named the whole sector. */
    private void mixTariff(int j, int importer, int exporter, double rate, double coverage) {
        int cell = data.cell(j, importer, exporter);
        policy.setTariff(j, importer, exporter, coverage * rate + (1 - coverage) * wholeSector[cell]);
        if (coverage == 1) {
            wholeSector[cell] = rate;
        }
    }

    private void requireWhole(int j, double coverage) {
        if (coverage < 1) {
            throw InputException.use(
                    "A ban cannot cover a part of sector "
                            + data.sectors().get(j).code(),
                    "whole sectors",
                    "%.0f%% of it".formatted(100 * coverage),
                    "a trade cost on the part, or a ban of the sector by its code, says what is meant.");
        }
    }

    private Set<Integer> economies(List<String> names) {
        Set<Integer> found = new LinkedHashSet<>();
        for (String name : names) {
            List<String> members = groups.economies(name);
            if (name.equals(ALL)) {
                IntStream.range(0, data.economyCount()).forEach(found::add);
            } else if (members.isEmpty()) {
                found.add(groups.economy(data, name));
            } else {
                found.addAll(members(name, members));
            }
        }
        return found;
    }

    private List<Integer> members(String group, List<String> members) {
        List<String> listed = data.economies().stream().map(e -> e.code()).toList();
        List<String> missing = members.stream().filter(m -> !listed.contains(m)).toList();
        if (missing.size() == members.size()) {
            throw InputException.use(
                    "World %s lists no member of %s".formatted(data.id(), group),
                    "at least one of " + String.join(", ", members),
                    "none",
                    "choose a world that lists them.");
        }
        if (!missing.isEmpty()) {
            notes.add(SAYINGS.say("group", group, String.join(", ", missing)));
        }
        return members.stream().filter(listed::contains).map(listed::indexOf).toList();
    }

    private Map<Integer, Double> sectors(List<String> names) {
        Map<Integer, Double> found = new LinkedHashMap<>();
        for (String name : names) {
            List<Groups.Part> parts = groups.sectors(data.id(), name);
            if (name.equals(ALL)) {
                IntStream.range(0, data.sectorCount()).forEach(j -> found.put(j, 1.0));
            } else if (parts.isEmpty()) {
                found.put(groups.sector(data, name), 1.0);
            } else {
                parts.forEach(part -> found.put(data.sector(part.sector()), part.coverage()));
            }
        }
        return found;
    }
}
