package org.jiritsu.questions.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiritsu.partners.Evidence;
import org.jiritsu.partners.Layer;
import org.jiritsu.partners.Network;
import org.jiritsu.partners.Status;
import org.jiritsu.partners.Tie;
import org.jiritsu.partners.Ties;

/**
 * What is looked at.
 *
 * @param among the economies, home among them
 * @param without who is taken away; the hub of the network where nobody is named
 */
record Scene(Ties ties, String home, List<String> among, Ties.Choice choice, Optional<String> without) {
    /** One layer, or several as one network; {@code layer} is empty for several. */
    record Measured(Optional<Layer> layer, Network network, Optional<String> away, Set<Tie> ties) {
        /** Sets that stay linked, largest first. */
        List<List<String>> linked() {
            return left().filter(set -> set.size() > 1).toList();
        }

        List<String> alone() {
            return left().filter(set -> set.size() == 1).map(List::getFirst).toList();
        }

        private Stream<List<String>> left() {
            return away.map(network::without).orElse(network).components().stream();
        }

        List<Tie> fromMemory() {
            return Scene.fromMemory(ties);
        }

        int degree(String economy) {
            return network.degrees()[network.names().indexOf(economy)];
        }

        List<String> neighbours(String economy) {
            return network.names().stream()
                    .filter(other -> !other.equals(economy) && network.tied(economy, other))
                    .toList();
        }
    }

    static List<Tie> fromMemory(Collection<Tie> ties) {
        return ties.stream()
                .filter(tie -> tie.evidence() == Evidence.FROM_MEMORY)
                .toList();
    }

    /** What ties home and another. */
    List<Tie> between(String other) {
        return ties.between(home, other, choice);
    }

    Measured measured() {
        return measured(choice.layers().size() == 1 ? choice.layers().stream().findFirst() : Optional.empty(), choice);
    }

    /** All layers as one network, then each of several by itself; one without ties is left out. */
    List<Measured> byLayer() {
        List<Measured> all = new ArrayList<>(List.of(measured()));
        if (choice.layers().size() > 1) {
            choice.layers().stream()
                    .map(layer -> measured(Optional.of(layer), of(EnumSet.of(layer), choice.date())))
                    .filter(m -> !m.network().edges().isEmpty())
                    .forEach(all::add);
        }
        return all;
    }

    Measured at(LocalDate day) {
        return measured(Optional.empty(), of(choice.layers(), day));
    }

    private Measured measured(Optional<Layer> layer, Ties.Choice which) {
        Network network = ties.network(among, which);
        Set<Tie> made = new LinkedHashSet<>();
        counting(which).forEach(tie -> {
            if (among.stream().anyMatch(a -> ties(tie, which, a).anyMatch(among::contains))) {
                made.add(tie);
            }
        });
        return new Measured(layer, network, without.or(() -> hub(network)), made);
    }

    /** The hub; where home itself is it, the hub of the others. */
    private Optional<String> hub(Network network) {
        Optional<String> hub = network.hub();
        return hub.filter(home::equals).isPresent() ? network.without(home).hub() : hub;
    }

    private List<Tie> counting(Ties.Choice which) {
        return ties.all().stream()
                .filter(tie -> which.layers().contains(tie.layer())
                        && which.books().contains(tie.book())
                        && tie.counts(which.date(), which.counting()))
                .toList();
    }

    private static Stream<String> ties(Tie tie, Ties.Choice which, String economy) {
        return tie.concerns(economy) ? tie.tiedTo(economy, which.date(), which.counting()).stream() : Stream.empty();
    }

    private Ties.Choice of(Set<Layer> layers, LocalDate day) {
        return new Ties.Choice(layers, choice.books(), day, choice.counting());
    }

    /** Ties of home of which something was signed by the day, ended ones among them. */
    List<Tie> ofHome() {
        return ties.of(home, choice.layers(), choice.books()).stream()
                .filter(tie -> tie.at(choice.date()) != Status.NOT_YET)
                .toList();
    }

    /** How many agreements each of some economies has with each other one, of the layers that are asked or one of them. */
    Map<String, Map<String, Double>> counts(List<String> economies, Set<Layer> layers) {
        Ties.Choice which = of(layers, choice.date());
        List<Tie> all = counting(which);
        Map<String, Map<String, Double>> counts = new HashMap<>();
        for (String economy : economies) {
            Map<String, Double> with = counts.computeIfAbsent(economy, _ -> new HashMap<>());
            all.forEach(tie -> ties(tie, which, economy).forEach(other -> with.merge(other, 1.0, Double::sum)));
        }
        return counts;
    }
}
