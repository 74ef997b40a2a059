package org.jiritsu.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.Effects;
import org.jiritsu.trade.ElasticityDraws;
import org.jiritsu.trade.Groups;
import org.jiritsu.trade.ParameterDraws;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeModel;
import org.jiritsu.trade.TradePolicy;
import org.jiritsu.trade.TradeScenario;
import org.jiritsu.trade.Uncertainty;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the data in memory to the verified equilibrium. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 3)
@Fork(1)
public class TradeBench {
    private final TradeLibrary library = new TradeLibrary(Path.of("data"));
    private final TradeData paper = library.caliendoParro();
    private final TradeScenario nafta = library.scenario("nafta");
    private final Groups groups = library.groups();
    private final World world = new WorldStore(Path.of("data"), Path.of("none")).open("icio2022");
    private final TradeData data = library.data(world, library.theta(world, "GYY"));
    private final TradeModel model = TradeModel.of(data, Deficits.OBSERVED);
    private final TradePolicy april =
            library.scenario("us-2025-april").applyTo(model.baseline(), groups).policy();
    private final ElasticityDraws draws = ElasticityDraws.ofSets(library.elasticitySets(world), data.sectors());

    /** The world of 1993 without deficits, and then with NAFTA's tariffs of 2005: 31 x 40. */
    @Benchmark
    public Effects naftaPair() {
        TradeModel withoutDeficits = TradeModel.of(paper, Deficits.ZERO);
        return withoutDeficits.effects(
                nafta.applyTo(withoutDeficits.baseline(), groups).policy());
    }

    /** One scenario on 81 x 28. */
    @Benchmark
    public Effects scenario() {
        return model.effects(april);
    }

    /** Twenty draws of the elasticities on 81 x 28. */
    @Benchmark
    public Uncertainty draws20() {
        return Uncertainty.run(data, Deficits.OBSERVED, april, ParameterDraws.of(draws), 20, 1, done -> {});
    }
}
