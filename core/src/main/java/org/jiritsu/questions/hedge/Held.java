package org.jiritsu.questions.hedge;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.hedge.Future;
import org.jiritsu.hedge.Measure;
import org.jiritsu.hedge.Menu;
import org.jiritsu.hedge.Portfolio;

/** What a portfolio holds in a future where all its partners keep their promises, or some do not. */
record Held(Menu menu, Portfolio portfolio, Future future) {
    /** A measure with the amount of its level. */
    record Part<M extends Measure>(M measure, double amount) {}

    /** A share of the home's use of a good that no longer hangs on what an event takes. */
    private record Source(String good, double part, double amount) {}

    <M extends Measure> List<Part<M>> of(Class<M> kind) {
        return IntStream.range(0, menu.size())
                .filter(i -> portfolio.holds(i) && keeps(menu.hedges().get(i).measure(), future))
                .filter(i -> kind.isInstance(menu.hedges().get(i).measure()))
                .mapToObj(i -> new Part<>(
                        kind.cast(menu.hedges().get(i).measure()),
                        menu.hedges().get(i).amount(portfolio.level(i))))
                .toList();
    }

    /** A measure whose partner breaks its promise does nothing. */
    static boolean keeps(Measure measure, Future future) {
        return measure.partners().stream().allMatch(future.keeps()::holds);
    }

    /** Whether it serves part of the use of a good all the time, so that an event takes less. */
    static boolean isSource(Measure measure) {
        return switch (measure) {
            case Measure.SecondSupplier _, Measure.DomesticCapacity _, Measure.UseLess _, Measure.PooledInvestment _ ->
                true;
            default -> false;
        };
    }

    private Stream<Source> sources() {
        return of(Measure.class).stream().flatMap(one -> switch (one.measure()) {
            case Measure.SecondSupplier m -> Stream.of(new Source(m.good(), m.part(), one.amount()));
            case Measure.DomesticCapacity m -> Stream.of(new Source(m.good(), m.part(), one.amount()));
            case Measure.UseLess m -> Stream.of(new Source(m.good(), m.part(), one.amount()));
            case Measure.PooledInvestment m -> Stream.of(new Source(m.good(), m.part(), one.amount() * m.gainShare()));
            default -> Stream.empty();
        });
    }

    /**
     * What is left of an event that would take a share of the home's use of a good: of the part that a source is about, it
     * serves its amount.
     *
     * @return 0 to 1
     */
    double left(String good, double missing) {
        double served = sources()
                .filter(source -> source.good().equals(good))
                .mapToDouble(source -> source.amount() * Math.min(source.part(), missing))
                .sum();
        return missing > 0 ? Math.max(0, 1 - served / missing) : 1;
    }

    /** Sellers of a good that have not promised to leave the home out of their bans. */
    List<String> banning(List<String> sellers, String good) {
        List<String> exempt = of(Measure.SupplyAgreement.class).stream()
                .map(Part::measure)
                .filter(m -> m.exempt() && names(m.goods(), good))
                .map(Measure.SupplyAgreement::partner)
                .toList();
        return sellers.stream().filter(seller -> !exempt.contains(seller)).toList();
    }

    /** Days of use of a good by its code of six digits, in public stocks. */
    double stockDays(String good) {
        return of(Measure.Stockpile.class).stream()
                .filter(one -> one.measure().good().equals(good))
                .mapToDouble(one -> one.amount() * one.measure().part())
                .sum();
    }

    /** Whether a list of goods, empty for all, has this one. */
    static boolean names(List<String> goods, String good) {
        return goods.isEmpty() || goods.contains(good);
    }
}
