package org.jiritsu.questions.tariffs;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.trade.ElasticitySets;
import org.jiritsu.trade.Groups;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeModel;
import org.jiritsu.trade.TradePolicy;
import org.jiritsu.trade.TradeScenario;
import org.jiritsu.world.About;
import org.jiritsu.world.World;

/**
 * A world with its elasticities, which policies are held against.
 *
 * @param full with all its sectors, in which scenarios are told
 * @param solved what the model is solved on: the same, or its one sector
 * @param elasticities as a reader would name them
 * @param about the world
 */
record TariffWorld(
        TradeLibrary library,
        Groups groups,
        Setup setup,
        TradeData full,
        TradeData solved,
        Optional<ElasticitySets> sets,
        Elasticities elasticities,
        About about) {
    private static final String USUAL = "GYY";
    private static final String GOODS = "goods";
    private static final int KEPT = 4;

    /** Which elasticities: a published set by name, one figure for all, or those of the data's authors. */
    record Elasticities(String key, String name) {}

    /** The key under which a session keeps a solved baseline. */
    private record Baseline(Setup setup) {}

    /**
     * @throws InputException if there are no such elasticities, or the world cannot be held by the model
     */
    static TariffWorld of(Session at, String world, Setup setup) {
        return at.latest(world, setup, TariffWorld.class, KEPT, () -> read(at, at.world(world), setup));
    }

    private static TariffWorld read(Session at, World world, Setup setup) {
        TradeLibrary library = new TradeLibrary(at.data());
        boolean authors = world.id().equals(TradeLibrary.CALIENDO_PARRO);
        if (authors && setup.elasticities().isEmpty()) {
            return of(
                    library,
                    setup,
                    library.caliendoParro(),
                    Optional.empty(),
                    new Elasticities("authors", "the authors' own"),
                    world);
        }
        String name = setup.elasticities().orElse(USUAL);
        double[] theta = library.theta(world, name);
        boolean figure = name.matches("[-+.0-9].*");
        TradeData data =
                authors ? library.caliendoParro().withTheta(theta) : library.data(world, theta, setup.inputOutput());
        return of(
                library,
                setup,
                data,
                figure ? Optional.empty() : Optional.of(library.elasticitySets(world)),
                new Elasticities(figure ? "one" : "set", name),
                world);
    }

    private static TariffWorld of(
            TradeLibrary library,
            Setup setup,
            TradeData data,
            Optional<ElasticitySets> sets,
            Elasticities elasticities,
            World world) {
        TradeData full = setup.inputOutput() ? data : data.withoutInputOutput();
        boolean one = setup.oneSector();
        return new TariffWorld(
                library,
                library.groups(),
                setup,
                full,
                one ? full.oneSector(full.importWeightedTheta()) : full,
                one ? Optional.empty() : sets,
                elasticities,
                world.about());
    }

    /** The model, its baseline solved at most once while it is kept. */
    TradeModel model(Session at) {
        return at.latest(
                full.id(), new Baseline(setup), TradeModel.class, KEPT, () -> TradeModel.of(solved, setup.deficits()));
    }

    /**
     * Brings a scenario to this world, with all its sectors.
     *
     * @throws InputException if it does not fit
     */
    TradeScenario.Applied applied(TradeScenario scenario, Optional<Reply> reply) {
        return reply.equals(Optional.of(Reply.MIRROR))
                ? scenario.mirrored(full, groups)
                : scenario.applyTo(full, groups);
    }

    /** A policy as the model takes it: with rates of all sectors, or of the one. */
    TradePolicy rates(TradePolicy policy) {
        return setup.oneSector() ? full.oneSector(policy, solved) : policy;
    }

    /** The sectors that governments choose tariffs on, of the one sector that one. */
    List<Integer> taxed(On on) {
        List<Integer> every = IntStream.range(0, solved.sectorCount()).boxed().toList();
        if (setup.oneSector() || on == On.ALL) {
            return every;
        }
        if (!knowsGoods()) {
            throw InputException.use(
                    "Which sectors of world %s are goods is not known".formatted(full.id()),
                    "a line for it in data/scenarios/sector-groups.csv",
                    full.sectors().getFirst().code() + " and others",
                    "--one-sector answers without it, and so does --on all with --nash or --optimum.");
        }
        List<Integer> goods = groups.sectorsOf(full, GOODS);
        return on == On.GOODS
                ? goods
                : every.stream().filter(s -> !goods.contains(s)).toList();
    }

    /** Whether it is known which sectors are goods. */
    boolean knowsGoods() {
        try {
            return !groups.sectorsOf(full, GOODS).isEmpty();
        } catch (InputException e) {
            return false;
        }
    }

    /**
     * Economies and groups of them, by index, each once.
     *
     * @throws InputException with the nearest name, if there is none
     */
    List<Integer> economies(List<String> names) {
        return names.stream()
                .flatMap(name -> groups.economiesOf(full, name).stream())
                .distinct()
                .toList();
    }

    /** Every economy, by index. */
    List<Integer> all() {
        return IntStream.range(0, full.economyCount()).boxed().toList();
    }

    String code(int e) {
        return full.economies().get(e).code();
    }
}
