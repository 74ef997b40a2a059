package org.jiritsu.world.internal.estimate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.InputFile;
import org.jiritsu.world.Economy;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.jiritsu.world.internal.Gras;
import org.jiritsu.world.internal.tables.CsvLines;
import org.jiritsu.world.internal.tables.CsvLines.Line;

/** The folder of inputs of an estimate: mappings, hand-set splits, national tables, GDP, and flows by year. */
public final class Inputs {
    /** Median of value added in these tables over GDP as the World Bank states it, which holds taxes on products. */
    private static final double VALUE_ADDED_OVER_GDP = 0.93;

    private static final String ECONOMIES = "economies.csv";
    private static final String SECTORS = "sectors.csv";
    private static final String SPLITS = "splits.csv";
    private static final String GDP = "gdp.csv";
    private static final String EVERY = "*";
    private static final String FINAL = "FINAL";

    private final Path folder;
    private final List<Line> economyLines;
    private final List<Line> sectorLines;
    private final List<Economy> economies;
    private final List<Sector> sectors;
    private final List<String> groupNames;

    private Inputs(Path folder) {
        this.folder = folder;
        this.economyLines = CsvLines.read(
                folder.resolve(ECONOMIES), List.of("code", "name", "seed", "national", "reason"), List.of());
        this.sectorLines = CsvLines.read(
                folder.resolve(SECTORS), List.of("code", "isic", "name", "group", "national", "reason"), List.of());
        this.economies = economyLines.stream()
                .map(l -> new Economy(l.field("code"), l.field("name")))
                .toList();
        this.sectors = sectorLines.stream()
                .map(l -> new Sector(l.field("code"), l.field("isic"), l.field("name")))
                .toList();
        this.groupNames =
                sectorLines.stream().map(l -> l.field("group")).distinct().toList();
    }

    public static Inputs read(Path folder) {
        return new Inputs(folder);
    }

    public List<Economy> economies() {
        return economies;
    }

    public List<Sector> sectors() {
        return sectors;
    }

    /** Everything that the estimate of a year reads from the folder, with its fingerprints. */
    public List<InputFile> files(int year) {
        Stream<String> national = economyLines.stream()
                .map(this::nationalTable)
                .distinct()
                .sorted()
                .map(Inputs::packed);
        return Stream.concat(Stream.of(ECONOMIES, SECTORS, SPLITS, GDP, flows(year)), national)
                .map(name -> InputFile.of(folder.resolve(name)))
                .toList();
    }

    private static String flows(int year) {
        return packed("flows" + year);
    }

    private static String packed(String name) {
        return name + ".csv.gz";
    }

    Estimate.Problem problem(World seed, int year, boolean biased) {
        GivenFlows flows = FlowsReader.read(folder.resolve(flows(year)), economyCodes(), sectorCodes());
        int[] groupOf = sectorLines.stream()
                .mapToInt(l -> groupNames.indexOf(l.field("group")))
                .toArray();
        int[] seedOf = economyLines.stream().mapToInt(l -> seedEconomy(l, seed)).toArray();
        boolean[] own = new boolean[economies.size()];
        double[] gdp = new double[economies.size()];
        Arrays.fill(gdp, Gras.FREE);
        Map<String, Double> given = gdp(year);
        for (int e = 0; e < own.length; e++) {
            String code = economies.get(e).code();
            own[e] = seed.economies().get(seedOf[e]).code().equals(code);
            if (!own[e]) {
                gdp[e] = VALUE_ADDED_OVER_GDP * given(given, code, year);
            }
        }
        SeedTable table = SeedTable.of(seed, seedGroups(seed));
        return new Estimate.Problem(
                economyCodes(),
                sectorCodes(),
                flows,
                table,
                seedOf,
                own,
                groupOf,
                gdp,
                uses(table, seedOf, groupOf, flows),
                biased);
    }

    private List<String> economyCodes() {
        return economies.stream().map(Economy::code).toList();
    }

    private List<String> sectorCodes() {
        return sectors.stream().map(Sector::code).toList();
    }

    private int seedEconomy(Line line, World seed) {
        try {
            return seed.economy(line.field("seed"));
        } catch (InputException e) {
            throw e.at(line.place());
        }
    }

    /** World Bank GDP of a year in million USD. */
    private Map<String, Double> gdp(int year) {
        Map<String, Double> gdp = new HashMap<>();
        for (Line line : CsvLines.read(folder.resolve(GDP), List.of("code", "year", "usd"), List.of())) {
            if (line.number("year") == year) {
                gdp.put(line.field("code"), line.number("usd") / 1e6);
            }
        }
        return gdp;
    }

    private double given(Map<String, Double> gdp, String code, int year) {
        Double found = gdp.get(code);
        if (found == null) {
            throw InputException.data(
                    "%s: no GDP of %s in %d".formatted(folder.resolve(GDP), code, year),
                    "a line for each economy that borrows its seed",
                    "none",
                    "the extract ends before this year.");
        }
        return found;
    }

    /** The group of each of the seed's sectors; a group is named after them: {@code c4+c5}, {@code c17..c35}. */
    private int[] seedGroups(World seed) {
        int[] groups = new int[seed.sectorCount()];
        Arrays.fill(groups, -1);
        for (int g = 0; g < groupNames.size(); g++) {
            for (int s : seedSectors(groupNames.get(g), seed)) {
                groups[s] = g;
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

    private int[] seedSectors(String group, World seed) {
        String[] ends = group.split("\\.\\.");
        if (ends.length == 2) {
            return IntStream.rangeClosed(seed.sector(ends[0]), seed.sector(ends[1]))
                    .toArray();
        }
        return Stream.of(group.split("\\+")).mapToInt(seed::sector).toArray();
    }

    /** Of an economy with a national table this table, else the older world's table split as in a national one. */
    private List<UseSeed> uses(SeedTable table, int[] seedOf, int[] groupOf, GivenFlows flows) {
        Map<String, SectorTable> national = nationalTables();
        Map<String, SectorSplit> splits = new HashMap<>();
        national.forEach((name, sectorTable) -> splits.put(name, SectorSplit.of(sectorTable, groupOf)));
        List<UseSeed> uses = new ArrayList<>();
        for (int e = 0; e < seedOf.length; e++) {
            String name = nationalTable(economyLines.get(e));
            uses.add(
                    name.startsWith(economies.get(e).code())
                            ? national.get(name)
                            : new BorrowedSeed(table, seedOf[e], groupOf, splits.get(name), flows.absorption(e)));
        }
        return uses;
    }

    private Map<String, SectorTable> nationalTables() {
        List<int[]> industries = sectorLines.stream()
                .map(l -> NationalTable.industries(l.field("national"), l.place()))
                .toList();
        double[][] handShares = handShares(industries);
        Map<String, SectorTable> tables = new HashMap<>();
        economyLines.stream()
                .map(this::nationalTable)
                .distinct()
                .forEach(name -> tables.put(
                        name,
                        SectorTable.of(NationalTable.read(folder.resolve(packed(name))), industries, handShares)));
        return tables;
    }

    private String nationalTable(Line line) {
        return line.field("national");
    }

    /** [sector][use]: of the row that sectors share in a national table, who has how much. */
    private double[][] handShares(List<int[]> industries) {
        double[][] shares = new double[sectors.size()][sectors.size() + 1];
        for (double[] row : shares) {
            Arrays.fill(row, 1);
        }
        List<Line> lines =
                CsvLines.read(folder.resolve(SPLITS), List.of("product", "user", "share", "reason"), List.of());
        for (boolean general : new boolean[] {true, false}) {
            for (Line line : lines) {
                if (general == line.field("user").equals(EVERY)) {
                    setShare(line, industries, shares);
                }
            }
        }
        return shares;
    }

    private void setShare(Line line, List<int[]> industries, double[][] shares) {
        int product = sector(line, "product");
        int twin = twin(line, product, industries);
        double share = line.number("share");
        if (share < 0 || share > 1) {
            throw InputException.data(
                    line.place() + ", column share",
                    "a share from 0 to 1",
                    String.valueOf(share),
                    "it is in per cent.");
        }
        String user = line.field("user");
        int first = user.equals(EVERY) ? 0 : user.equals(FINAL) ? sectors.size() : sector(line, "user");
        int last = user.equals(EVERY) ? sectors.size() : first;
        for (int u = first; u <= last; u++) {
            shares[product][u] = share;
            shares[twin][u] = 1 - share;
        }
    }

    private int twin(Line line, int product, List<int[]> industries) {
        return IntStream.range(0, sectors.size())
                .filter(s -> s != product && Arrays.equals(industries.get(s), industries.get(product)))
                .findFirst()
                .orElseThrow(() -> InputException.data(
                        line.place() + ": nothing to split",
                        "a sector that shares its national row with another",
                        sectors.get(product).code(),
                        "sectors.csv gives it a row of its own."));
    }

    private int sector(Line line, String column) {
        int index = sectorCodes().indexOf(line.field(column));
        if (index < 0) {
            throw InputException.data(
                    "%s, column %s".formatted(line.place(), column),
                    "a sector of sectors.csv",
                    line.field(column),
                    "it is misspelt.");
        }
        return index;
    }
}
