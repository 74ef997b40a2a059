package org.jiritsu.questions.exposure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jiritsu.exposure.PartnerShare;

/**
 * A partner, or an industry of one, and a home.
 *
 * @param other the same under the other assumption about origins; the share itself where there is no other
 */
record Link(PartnerShare share, PartnerShare other) {
    private static final Comparator<Link> RANK = Comparator.comparing(Link::isHome)
            .thenComparing(Comparator.comparingDouble((Link l) -> l.share.supplyLookThrough())
                    .reversed());

    /** The strongest supplier first and the home itself last. */
    static List<Link> ranked(List<PartnerShare> shares, Optional<List<PartnerShare>> others) {
        return IntStream.range(0, shares.size())
                .mapToObj(k -> new Link(shares.get(k), others.orElse(shares).get(k)))
                .sorted(RANK)
                .toList();
    }

    boolean isHome() {
        return share.partner() == share.home();
    }

    /** What holds of it under both assumptions. */
    double least(ToDoubleFunction<PartnerShare> figure) {
        return Math.min(figure.applyAsDouble(share), figure.applyAsDouble(other));
    }

    double most(ToDoubleFunction<PartnerShare> figure) {
        return Math.max(figure.applyAsDouble(share), figure.applyAsDouble(other));
    }
}
