package org.jiritsu.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiritsu.base.AtomicWrite;
import org.jiritsu.base.InputException;
import org.jiritsu.base.InputFile;
import org.jiritsu.base.Sayings;
import org.jiritsu.world.internal.FactoredFile;
import org.jiritsu.world.internal.WorldLabels;
import org.jiritsu.world.internal.estimate.Estimate;
import org.jiritsu.world.internal.estimate.Inputs;

/**
 * A world of a recent year, estimated from the bilateral flows and outputs of that year, which it reproduces, and from
 * the coefficients of an older full table. The method and its measured error are in {@code docs/methods/world-2022.md}.
 */
public final class EstimatedWorld {
    private static final Sayings SAYINGS = new Sayings(EstimatedWorld.class);
    private static final String MARK = "ESTIMATE";

    private final Estimate.Result result;
    private final WorldLabels labels;
    private final World world;

    private EstimatedWorld(Estimate.Result result, WorldLabels labels) {
        this.result = result;
        this.labels = labels;
        this.world = FactoredFile.world(result.table(), labels);
        requireValueAdded();
    }

    /** How the uses of an economy draw on origins. */
    public enum Split {
        /** With the pattern of origins by use of the older table. */
        SEEDED,
        /** Every use of a product draws on all origins alike: the plain assumption, for comparison. */
        PROPORTIONAL
    }

    /**
     * How well an economy's balances closed.
     *
     * @param gdp its value added, million USD
     * @param iterations most passes any of its balances took
     * @param relative error of the sum that is met worst, relative to it
     * @param where that sum
     */
    public record Closure(String economy, double gdp, int iterations, double relative, String where) {}

    /** Whether the services are industries of their own. */
    public enum Services {
        /** 18 industries, power and water among them. */
        APART,
        /** One block, as the given flows have them. */
        ONE
    }

    /** Builds the world with its services apart. */
    public static EstimatedWorld build(Path inputs, World seed, InputFile seedFile, int year, Split split) {
        return build(inputs, seed, seedFile, year, split, Services.APART);
    }

    /**
     * Builds the world; takes a few seconds.
     *
     * @param inputs the folder of inputs, see its README
     * @param seed the older table, WIOD 2013 release; {@code wiod2011} by choice
     * @param seedFile the file it was read from, for the provenance
     * @throws InputException if an input is unsound, or a balance does not close
     */
    public static EstimatedWorld build(
            Path inputs, World seed, InputFile seedFile, int year, Split split, Services services) {
        Inputs read = Inputs.read(inputs, services == Services.APART);
        Estimate.Result result = Estimate.of(read, seed, year, split == Split.SEEDED);
        FinalUse use = new FinalUse("FD", "Final demand: consumption, investment and change of inventories", false);
        List<InputFile> files =
                Stream.concat(read.files(year).stream(), Stream.of(seedFile)).toList();
        About about = about(year, seed, split, services).from(files);
        WorldLabels labels = new WorldLabels(about, read.economies(), read.sectors(), List.of(use));
        EstimatedWorld built = new EstimatedWorld(result, labels);
        WorldCheck.require(built.world);
        return built;
    }

    /** The id of the world of a year: {@code icio2022}, or {@code icio2022-proportional}. */
    public static String id(int year, Split split) {
        return id(year, split, Services.APART);
    }

    /** Such as {@code icio2022}, {@code icio2022-proportional} or {@code icio2022-services-one}. */
    public static String id(int year, Split split, Services services) {
        return "icio" + year + (split == Split.SEEDED ? "" : "-proportional")
                + (services == Services.APART ? "" : "-services-one");
    }

    public World world() {
        return world;
    }

    /** One an economy, in the world's order. */
    public List<Closure> closures() {
        return result.closures().stream()
                .map(c -> new Closure(c.economy(), c.gdp(), c.iterations(), c.relative(), c.where()))
                .toList();
    }

    /** Writes it to a world file, as its factors; {@link WorldStore} opens it like any other. */
    public void write(Path file) throws IOException {
        AtomicWrite.write(file, this::writeFactors);
    }

    void writeFactors(Path file) throws IOException {
        FactoredFile.write(result.table(), labels, file);
    }

    private void requireValueAdded() {
        for (int j = 0; j < world.size(); j++) {
            if (world.valueAdded(j) < 0) {
                throw InputException.data(
                        "The estimate leaves %s without value added".formatted(world.label(j)),
                        "purchases below output",
                        "%.6g of %.6g".formatted(world.valueAdded(j), world.output(j)),
                        "the flows of this industry contradict each other.");
            }
        }
    }

    private static About about(int year, World seed, Split split, Services services) {
        MedianError error = medianError(split);
        return new About(
                id(year, split, services),
                SAYINGS.say(services == Services.APART ? "icio.title" : "icio.title.one", year),
                year,
                About.MILLION_USD,
                SAYINGS.say("icio.source", year, seed.about().year()),
                SAYINGS.say("icio.licence"),
                SAYINGS.say("icio.valueadded"),
                List.of(
                        SAYINGS.say("icio.note.estimate"),
                        split == Split.SEEDED
                                ? SAYINGS.say("icio.note.seeded", seed.id())
                                : SAYINGS.say("icio.note.proportional"),
                        SAYINGS.say("icio.note.valueadded"),
                        SAYINGS.say("icio.note.error", error.supplyPercent, error.marketPercent)),
                List.of());
    }

    /**
     * Median relative error of a look-through figure where the truth is known, in per cent: WIOD 2011 from coefficients
     * of 2000 (about the gap of the world of 2022) at 35 sectors, of services only the sum known. To be said beside every
     * such figure.
     */
    public record MedianError(double supplyPercent, double marketPercent) {}

    /** The error to state beside look-through figures of a world; empty if it is not one of these estimates. */
    public static Optional<MedianError> medianError(World world) {
        return split(world).map(EstimatedWorld::medianError);
    }

    /** Whether a world is an estimate rather than a published table. */
    public static boolean isEstimate(World world) {
        return world.about().source().english().startsWith(MARK);
    }

    /** The id of the same estimate under the other assumption about origins; empty for a world that is no estimate. */
    public static Optional<String> otherSplit(World world) {
        Services services = world.id().endsWith("-services-one") ? Services.ONE : Services.APART;
        return split(world)
                .map(split -> split == Split.SEEDED ? Split.PROPORTIONAL : Split.SEEDED)
                .map(split -> id(world.about().year(), split, services));
    }

    private static Optional<Split> split(World world) {
        return Arrays.stream(Split.values())
                .filter(split -> world.id().startsWith(id(world.about().year(), split)))
                .filter(split -> isEstimate(world))
                .reduce((seeded, proportional) -> proportional);
    }

    /** Measured by the tests. */
    private static MedianError medianError(Split split) {
        return split == Split.SEEDED ? new MedianError(7.4, 4.0) : new MedianError(9.1, 4.3);
    }

    /** What a figure rests on. */
    public enum Link {
        /** Goods that industries of another economy buy. */
        GOODS_INPUTS,
        /** Goods that final users of another economy buy. */
        GOODS_FINAL,
        /** Services that another economy buys, of which only the sum over all services is known. */
        SERVICES
    }

    /** Industries that stand in a wider one in the national tables and are divided by {@code splits.csv}. */
    private static final Set<String> DIVIDED =
            Set.of("B05", "B06", "B07", "B08", "B09", "C24A", "C24B", "C301", "C302T309");

    /** The kinds of links on which sales of a sector to another economy rest. */
    public static Set<Link> links(Sector sector) {
        boolean goods = sector.code().compareTo("D") < 0;
        return goods ? EnumSet.of(Link.GOODS_INPUTS, Link.GOODS_FINAL) : EnumSet.of(Link.SERVICES);
    }

    /** Whether the sector is divided from a wider one by the mean of three detailed tables, an error that no test measures. */
    public static boolean isDivided(Sector sector) {
        return DIVIDED.contains(sector.code());
    }

    /** Error of single links of a kind where the truth is known, in per cent: median and 90th percentile. */
    public record LinkError(double medianPercent, double p90Percent) {}

    /** The error to state beside a single link between two economies; empty if the world is not one of these estimates. */
    public static Optional<LinkError> linkError(World world, Link link) {
        return split(world).filter(split -> split == Split.SEEDED).map(split -> switch (link) {
            case GOODS_INPUTS -> new LinkError(26, 83);
            case GOODS_FINAL -> new LinkError(19, 72);
            case SERVICES -> new LinkError(63, 138);
        });
    }
}
