package org.jiritsu.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.base.Sayings;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/** What the product bundles for the trade model: elasticities, baseline tariffs, scenarios, and the world of 1993. */
public final class TradeLibrary {
    /** The id of the data of Caliendo and Parro (2015); the model takes the authors' files, not the world table made of them. */
    public static final String CALIENDO_PARRO = "cp1993";

    private static final String YAML = ".yaml";

    private final Path data;

    /**
     * @param data the product's data folder
     */
    public TradeLibrary(Path data) {
        this.data = data;
    }

    /** A world table with its baseline tariffs; {@code theta} as {@link #theta} gives it. */
    public TradeData data(World world, double[] theta) {
        return data(world, theta, true);
    }

    /**
     * The same, also of a world that has final flows only.
     *
     * @param linked whether industries must be linked: false for those who will leave the links out
     */
    public TradeData data(World world, double[] theta, boolean linked) {
        Optional<String> classification = classification(world.sectors());
        BaselineTariffs tariffs = classification
                .map(name -> BaselineTariffs.read(
                        data.resolve("baseline-tariffs/" + name + ".csv.gz"),
                        new Sayings(TradeLibrary.class).say("baseline.compiled")))
                .orElse(BaselineTariffs.NONE);
        return Calibration.of(world, theta, tariffs, linked);
    }

    /** Caliendo and Parro's world of 1993 with their own elasticities. */
    public TradeData caliendoParro() {
        return CaliendoParro.read(data.resolve(CALIENDO_PARRO)).data();
    }

    /**
     * The published sets for these sectors.
     *
     * @throws InputException if there is none
     */
    public ElasticitySets elasticitySets(World world) {
        return classification(world.sectors())
                .map(this::sets)
                .orElseThrow(() -> InputException.use(
                        "No elasticities are known for the sectors of world " + world.id(),
                        "sectors of " + String.join(" or ", classifications()),
                        world.sectors().getFirst().code() + " and others",
                        "one figure for all sectors will do: give a number, such as 4."));
    }

    public Groups groups() {
        return Groups.read(data.resolve("scenarios"));
    }

    /** The ids of the bundled scenarios, sorted. */
    public List<String> scenarios() {
        return names("scenarios", YAML);
    }

    /**
     * A bundled scenario by id.
     *
     * @throws InputException with the nearest id, if there is none
     */
    public TradeScenario scenario(String id) {
        if (!scenarios().contains(id)) {
            throw InputException.use(
                    "There is no such scenario",
                    "one of " + String.join(", ", scenarios()),
                    id,
                    NearestWord.of(id, scenarios())
                            .map(near -> "you meant " + near + ".")
                            .orElse("it is a file of your own: '--scenario-file %s'.".formatted(id)));
        }
        return TradeScenario.read(data.resolve("scenarios").resolve(id + YAML));
    }

    /**
     * θ, one a sector of the world.
     *
     * @param set a set of {@link #elasticitySets}, or a number: θ of every sector
     * @throws InputException if there is no such set, or none for the sectors of this world
     */
    public double[] theta(World world, String set) {
        double figure;
        try {
            figure = Double.parseDouble(set);
        } catch (NumberFormatException e) {
            return elasticitySets(world).theta(set, world.sectors());
        }
        if (!(figure > 0 && figure < Double.POSITIVE_INFINITY)) {
            throw InputException.use(
                    "This trade elasticity cannot be used",
                    "theta = sigma - 1, a finite number above 0",
                    set,
                    "it is sigma at or below 1, or a regression coefficient with its minus sign.");
        }
        double[] same = new double[world.sectorCount()];
        Arrays.fill(same, figure);
        return same;
    }

    /** The classification that has every one of the sectors. */
    private Optional<String> classification(List<Sector> sectors) {
        return classifications().stream()
                .filter(name -> sets(name).covers(sectors))
                .findFirst();
    }

    private List<String> classifications() {
        return names("elasticities", ".csv");
    }

    private ElasticitySets sets(String classification) {
        return ElasticitySets.read(data.resolve("elasticities/" + classification + ".csv"));
    }

    private List<String> names(String folder, String ending) {
        try (Stream<Path> files = Files.list(data.resolve(folder))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
