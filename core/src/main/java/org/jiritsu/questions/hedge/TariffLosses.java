package org.jiritsu.questions.hedge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.hedge.Event;
import org.jiritsu.hedge.Measure;
import org.jiritsu.trade.Deficits;
import org.jiritsu.trade.TradeData;
import org.jiritsu.trade.TradeLibrary;
import org.jiritsu.trade.TradeModel;
import org.jiritsu.trade.TradePolicy;
import org.jiritsu.world.World;

/** Real income that a home loses a year by tariffs on it, in the equilibrium of trade. Safe between threads. */
final class TariffLosses {
    private static final String ELASTICITIES = "GYY";
    private static final String GOODS = "goods";
    private static final double YEAR = 365;

    private final TradeModel model;
    private final List<Integer> goods;
    private final String home;
    private final Map<List<Object>, Double> known = new ConcurrentHashMap<>();

    private TariffLosses(TradeModel model, List<Integer> goods, String home) {
        this.model = model;
        this.goods = goods;
        this.home = home;
    }

    /** Empty where elasticities or goods of the world are not known. */
    static Optional<TariffLosses> of(Session at, World world, String home) {
        try {
            TradeLibrary library = new TradeLibrary(at.data());
            TradeData data = library.data(world, library.theta(world, ELASTICITIES));
            return Optional.of(new TariffLosses(
                    TradeModel.of(data, Deficits.OBSERVED), library.groups().sectorsOf(data, GOODS), home));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** Million USD within the horizon; each tariff by itself. */
    double loss(Held held, int horizon) {
        return held.future().events().stream()
                .mapToDouble(event -> event instanceof Event.Tariff tariff
                        ? loss(tariff, held) * Math.clamp(horizon - tariff.from(), 0, tariff.days()) / YEAR
                        : 0)
                .sum();
    }

    private double loss(Event.Tariff tariff, Held held) {
        List<Held.Part<Measure.TariffBinding>> bound = held.of(Measure.TariffBinding.class);
        return known.computeIfAbsent(
                List.of(tariff.by(), tariff.on(), tariff.goods(), tariff.rate(), bound),
                _ -> -model.effects(policy -> raise(policy, tariff, bound)).realIncomeMusd(economy(home)));
    }

    private void raise(TradePolicy policy, Event.Tariff tariff, List<Held.Part<Measure.TariffBinding>> bound) {
        TradeData data = model.baseline();
        List<Integer> on = tariff.on().isEmpty()
                ? IntStream.range(0, data.economyCount()).boxed().toList()
                : tariff.on().stream().map(this::economy).toList();
        for (String by : tariff.by()) {
            int importer = economy(by);
            for (int s : goods) {
                String code = data.sectors().get(s).code();
                if (Held.names(tariff.goods(), code)) {
                    for (int exporter : on) {
                        double free = economy(home) == exporter ? bound(bound, by, code) : 0;
                        policy.setTariff(
                                s,
                                importer,
                                exporter,
                                policy.tariffRate(s, importer, exporter) + tariff.rate() * (1 - free));
                    }
                }
            }
        }
    }

    /** The share of a rise that does not happen. */
    private static double bound(List<Held.Part<Measure.TariffBinding>> bound, String by, String good) {
        return bound.stream()
                .filter(one -> one.measure().partner().equals(by)
                        && Held.names(one.measure().goods(), good))
                .mapToDouble(one -> Math.min(1, one.amount()))
                .max()
                .orElse(0);
    }

    private int economy(String code) {
        TradeData data = model.baseline();
        return IntStream.range(0, data.economyCount())
                .filter(e -> data.economies().get(e).code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
