package org.jiritsu.questions.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiritsu.partners.Layer;
import org.jiritsu.partners.Network;
import org.jiritsu.partners.Ties;

/** What home has signed with a candidate, and what a tie of security with it would change in home's network; no money. */
record Pacts(Ties ties, String home, LocalDate day) {
    private static final Set<Layer> SECURITY =
            EnumSet.of(Layer.DEFENCE, Layer.CONSULTATION, Layer.ACCESS, Layer.LOGISTICS, Layer.INFORMATION);

    /**
     * @param free with how many of the members home has a free trade area or customs union in force
     * @param security agreements of security in force with members
     * @param joined pairs newly linked with the hub taken away, if home had a tie of security with each member
     * @param centralisation of the network with these ties, less that without them
     */
    record Standing(int free, int security, int joined, double centralisation) {}

    Standing with(Candidate candidate) {
        List<String> known =
                candidate.members().stream().filter(ties.economies()::contains).toList();
        Ties.Choice trade = Ties.Choice.inForce(EnumSet.of(Layer.TRADE), day);
        Ties.Choice security = Ties.Choice.inForce(SECURITY, day);
        Set<String> among = new TreeSet<>(ties.partners(home, security));
        among.add(home);
        among.addAll(known);
        if (among.size() < 2) {
            return new Standing(0, 0, 0, 0);
        }
        Network before = ties.network(List.copyOf(among), security);
        Network after = before;
        for (String member : known) {
            after = after.with(new Network.Edge(home, member));
        }
        Optional<String> hub = before.without(home).hub();
        return new Standing(
                (int) known.stream()
                        .filter(m -> !ties.between(home, m, trade).isEmpty())
                        .count(),
                known.stream()
                        .mapToInt(m -> ties.between(home, m, security).size())
                        .sum(),
                linked(after, hub) - linked(before, hub),
                after.degreeCentralisation() - before.degreeCentralisation());
    }

    private static int linked(Network network, Optional<String> hub) {
        return hub.filter(h -> network.names().contains(h)).map(network::without).orElse(network).components().stream()
                .mapToInt(set -> set.size() * (set.size() - 1) / 2)
                .sum();
    }

    /** Those with whom an agreement is missing: no free trade area or customs union with any of them. */
    List<Candidate> missing(List<Candidate> all) {
        List<Candidate> missing = new ArrayList<>(all);
        Ties.Choice trade = Ties.Choice.inForce(EnumSet.of(Layer.TRADE), day);
        missing.removeIf(c -> c.members().stream()
                .anyMatch(m -> ties.economies().contains(m)
                        && !ties.between(home, m, trade).isEmpty()));
        return missing;
    }
}
