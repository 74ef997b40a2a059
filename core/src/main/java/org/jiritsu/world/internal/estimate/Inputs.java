package org.jiritsu.world.internal.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.InputFile;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.Gras;

/** The folder of inputs of an estimate: mappings, national tables, end uses, GDP, and flows by year. */
public final class Inputs {
    private static final String ECONOMIES = "economies.csv";
    private static final String SECTORS = "sectors.csv";
    private static final String TABLES = "tables.csv.gz";
    private static final String END_USE = "end-use.csv";
    private static final String GDP = "gdp.csv";
    private static final String REST = "ROW";
    private static final double LEAST_PART = 0.01;
    private static final Sector ALL_SERVICES = new Sector("SERV", "35-98", "Services, utilities and construction");

    private final Path folder;
    private final List<Csv.Row> economyLines;
    private final List<Csv.Row> sectorLines;
    private final List<Economy> economies;
    private final List<String> givenCodes;
    private final int[] sectorOf;
    private final List<Sector> sectors;

    private Inputs(Path folder, boolean servicesApart) {
        this.folder = folder;
        this.economyLines = Csv.readFilled(
                folder.resolve(ECONOMIES), List.of("code", "name", "table", "value_added", "reason"), List.of());
        this.sectorLines = Csv.readFilled(
                folder.resolve(SECTORS), List.of("code", "isic", "name", "flow", "group", "reason"), List.of());
        this.economies = economyLines.stream()
                .map(l -> new Economy(l.text("code"), l.text("name")))
                .toList();
        this.givenCodes =
                sectorLines.stream().map(l -> l.text("flow")).distinct().toList();
        this.sectorOf = IntStream.range(0, sectorLines.size())
                .map(s -> servicesApart
                        ? s
                        : givenCodes.indexOf(sectorLines.get(s).text("flow")))
                .toArray();
        this.sectors = IntStream.range(0, sectorLines.size())
                .mapToObj(s -> sector(sectorLines.get(s), servicesApart))
                .distinct()
                .toList();
    }

    /** @param servicesApart whether the services are industries of their own; else one, as the flows have them */
    public static Inputs read(Path folder, boolean servicesApart) {
        return new Inputs(folder, servicesApart);
    }

    private static Sector sector(Csv.Row line, boolean servicesApart) {
        return servicesApart || !line.text("flow").equals(ALL_SERVICES.code())
                ? new Sector(line.text("code"), line.text("isic"), line.text("name"))
                : ALL_SERVICES;
    }

    public List<Economy> economies() {
        return economies;
    }

    public List<Sector> sectors() {
        return sectors;
    }

    /** Everything that the estimate of a year reads from the folder, with its fingerprints. */
    public List<InputFile> files(int year) {
        return Stream.of(ECONOMIES, SECTORS, TABLES, END_USE, GDP, flows(year))
                .map(name -> InputFile.of(folder.resolve(name)))
                .toList();
    }

    private static String flows(int year) {
        return "flows" + year + ".csv.gz";
    }

    Estimate.Problem problem(World seed, int year, boolean biased) {
        GivenFlows given = FlowsReader.read(folder.resolve(flows(year)), economyCodes(), givenCodes);
        List<String> groups = IntStream.range(0, sectors.size())
                .mapToObj(this::group)
                .distinct()
                .toList();
        int[] blockOf = IntStream.range(0, sectors.size())
                .map(s -> givenCodes.indexOf(sectorLines.get(first(s)).text("flow")))
                .toArray();
        int[] groupOf = IntStream.range(0, sectors.size())
                .map(s -> groups.indexOf(group(s)))
                .toArray();
        return new Estimate.Problem(
                economyCodes(),
                sectorCodes(),
                given,
                blockOf,
                tables(),
                valueAdded(year),
                SeedTable.of(seed, seedGroups(seed, groups)),
                economyCodes().stream()
                        .mapToInt(code -> seedEconomy(seed, code))
                        .toArray(),
                groupOf,
                inputShares(),
                biased);
    }

    /** The first line of sectors.csv that is part of a sector. */
    private int first(int sector) {
        return IntStream.range(0, sectorOf.length)
                .filter(line -> sectorOf[line] == sector)
                .findFirst()
                .orElseThrow();
    }

    /** The seed's sectors that a sector is seen as, such as {@code c4+c5}. */
    private String group(int sector) {
        return String.join(
                "+",
                IntStream.range(0, sectorOf.length)
                        .filter(line -> sectorOf[line] == sector)
                        .mapToObj(line -> sectorLines.get(line).text("group"))
                        .distinct()
                        .toList());
    }

    private List<String> economyCodes() {
        return economies.stream().map(Economy::code).toList();
    }

    private List<String> sectorCodes() {
        return sectors.stream().map(Sector::code).toList();
    }

    /** The economy itself where the seed has it, else the rest of the world. */
    private static int seedEconomy(World seed, String code) {
        boolean known = seed.economies().stream().anyMatch(e -> e.code().equals(code));
        return seed.economy(known ? code : REST);
    }

    /** The group of each of the seed's sectors; a group is named after them, joined by +. */
    private int[] seedGroups(World seed, List<String> names) {
        int[] groups = new int[seed.sectorCount()];
        Arrays.fill(groups, -1);
        for (int g = 0; g < names.size(); g++) {
            for (String code : names.get(g).split("\\+")) {
                groups[seed.sector(code)] = g;
            }
        }
        int missing = Arrays.stream(groups).boxed().toList().indexOf(-1);
        if (missing >= 0) {
            throw InputException.data(
                    folder.resolve(SECTORS) + ": a sector of the seed is in no group",
                    "every sector of world " + seed.id(),
                    "none has " + seed.sectors().get(missing).code(),
                    "the seed is not a table of WIOD 2013.");
        }
        return groups;
    }

    /** Value added in million USD by the World Bank's GDP of a year; free where it has none. */
    private double[] valueAdded(int year) {
        Map<String, Double> gdp = new HashMap<>();
        for (Csv.Row line : Csv.readFilled(folder.resolve(GDP), List.of("code", "year", "usd"), List.of())) {
            if (line.number("year") == year) {
                gdp.put(line.text("code"), line.number("usd") / 1e6);
            }
        }
        if (gdp.isEmpty()) {
            throw InputException.data(
                    "%s: no GDP in %d".formatted(folder.resolve(GDP), year),
                    "a line for each economy",
                    "none",
                    "the extract ends before this year.");
        }
        return economyLines.stream()
                .mapToDouble(l -> gdp.getOrDefault(l.text("code"), Gras.FREE) * part(l, "value_added"))
                .toArray();
    }

    private static double part(Csv.Row line, String column) {
        double part = line.number(column);
        if (part < 0 || part > 1) {
            throw InputException.data(
                    "%s, column %s".formatted(line.place(), column),
                    "a part from 0 to 1",
                    String.valueOf(part),
                    "it is in per cent.");
        }
        return part;
    }

    private Map<Estimate.Flow, Double> inputShares() {
        Map<Estimate.Flow, Double> shares = new HashMap<>();
        List<String> columns = List.of("importer", "exporter", "sector", "inputs", "source");
        for (Csv.Row line : Csv.readFilled(folder.resolve(END_USE), columns, List.of("musd"))) {
            int origin = index(line, "exporter", economyCodes());
            int destination = index(line, "importer", economyCodes());
            int sector = index(line, "sector", sectorCodes());
            double inputs = Math.clamp(part(line, "inputs"), LEAST_PART, 1 - LEAST_PART);
            shares.put(new Estimate.Flow(origin, sector, destination), inputs);
        }
        return shares;
    }

    private static int index(Csv.Row line, String column, List<String> codes) {
        int index = codes.indexOf(line.text(column));
        if (index < 0) {
            throw InputException.data(
                    "%s, column %s".formatted(line.place(), column),
                    "a code of economies.csv or sectors.csv",
                    line.text(column),
                    "it is misspelt.");
        }
        return index;
    }

    /** The table that each economy has or borrows. */
    private List<NationalTable> tables() {
        Map<String, NationalTable> tables = nationalTables();
        List<NationalTable> borrowed = new ArrayList<>();
        for (Csv.Row line : economyLines) {
            NationalTable table = tables.get(line.text("table"));
            if (table == null) {
                throw InputException.data(
                        line.place() + ", column table",
                        "an economy of " + TABLES,
                        line.text("table"),
                        "it is misspelt; it could be any of " + String.join(", ", tables.keySet()) + ".");
            }
            borrowed.add(table);
        }
        return borrowed;
    }

    /** By economy, its products in the order of sectors.csv. */
    private Map<String, NationalTable> nationalTables() {
        List<String> codes = sectorLines.stream().map(l -> l.text("code")).toList();
        List<String> columns = Stream.of(
                        Stream.of("economy", "origin", "product"), codes.stream(), Stream.of("FINAL", "EXPO"))
                .flatMap(s -> s)
                .toList();
        Map<String, NationalTable> tables = new LinkedHashMap<>();
        for (Csv.Row line : Csv.readFilled(folder.resolve(TABLES), columns, List.of())) {
            NationalTable table = tables.computeIfAbsent(line.text("economy"), e -> NationalTable.empty(codes.size()));
            double[] cells =
                    columns.stream().skip(3).mapToDouble(c -> cell(line, c)).toArray();
            if (line.text("origin").equals("output")) {
                System.arraycopy(cells, 0, table.output(), 0, codes.size());
                continue;
            }
            int product = index(line, "product", codes);
            boolean home = line.text("origin").equals("domestic");
            System.arraycopy(cells, 0, (home ? table.home() : table.imports())[product], 0, codes.size() + 1);
            table.exports()[product] += cells[codes.size() + 1];
        }
        tables.forEach((economy, table) -> requireValueAdded(economy, table));
        tables.replaceAll((economy, table) -> table.merged(sectorOf, sectors.size()));
        return tables;
    }

    private static double cell(Csv.Row line, String column) {
        double value = line.number(column);
        if (value < 0) {
            throw InputException.data(
                    "%s, column %s: a negative use".formatted(line.place(), column),
                    "zero or more",
                    String.valueOf(value),
                    "stocks ran down in the source: set it to 0.");
        }
        return value;
    }

    /** Purchases may exceed output in a few industries, never in the whole economy. */
    private void requireValueAdded(String economy, NationalTable table) {
        double bought = Stream.concat(Arrays.stream(table.home()), Arrays.stream(table.imports()))
                .mapToDouble(row -> Arrays.stream(row, 0, row.length - 1).sum())
                .sum();
        double made = Arrays.stream(table.output()).sum();
        if (!(bought < made)) {
            throw InputException.data(
                    "%s: the table of %s leaves no value added".formatted(folder.resolve(TABLES), economy),
                    "purchases below output",
                    "%.6g of %.6g".formatted(bought, made),
                    "the line of its output is missing, or a column was lost.");
        }
    }
}
