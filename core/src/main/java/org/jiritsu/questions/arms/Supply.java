package org.jiritsu.questions.arms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiritsu.partners.Arms;
import org.jiritsu.partners.Route;

/**
 * What came to home.
 *
 * @param windows years of delivery in order, then what is ordered
 */
record Supply(Arms arms, String home, List<String> windows, Optional<String> kind, Optional<Route> route) {
    /** A supplier in a window, with the concentration of all suppliers of that window. */
    record Row(String window, Arms.Supplier supplier, double concentration) {}

    /** A kind of weapon in a window. */
    record Kind(String window, String kind, double tiv, Arms.Supplier first, double concentration) {}

    /** The latest years of delivery, or what is ordered where only that is asked for. */
    String latest() {
        return windows.stream()
                .filter(w -> !w.equals(Arms.ORDERED))
                .reduce((_, later) -> later)
                .orElse(Arms.ORDERED);
    }

    /** Windows of delivery in which something came. */
    List<String> delivered() {
        return windows.stream()
                .filter(w -> !w.equals(Arms.ORDERED) && !suppliers(w).isEmpty())
                .toList();
    }

    List<Arms.Supplier> suppliers(String window) {
        return arms.suppliers(choice(window));
    }

    double concentration(String window) {
        return arms.concentration(choice(window)).orElse(Double.NaN);
    }

    double share(String window, String supplier) {
        return suppliers(window).stream()
                .filter(s -> s.economy().equals(supplier))
                .mapToDouble(Arms.Supplier::share)
                .sum();
    }

    /** The latest window first, what is ordered after it, then back in time. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String window : latestFirst()) {
            double concentration = concentration(window);
            suppliers(window).forEach(s -> rows.add(new Row(window, s, concentration)));
        }
        return rows;
    }

    List<String> latestFirst() {
        List<String> order = new ArrayList<>(List.of(latest()));
        windows.reversed().stream().filter(w -> !order.contains(w)).forEach(order::add);
        return order;
    }

    /** Kinds that came in the latest window, the largest first. */
    List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (String each : kind.map(List::of).orElse(List.copyOf(arms.kinds()))) {
            Arms.Choice choice = new Arms.Choice(home, latest(), Optional.of(each), route);
            arms.suppliers(choice).stream()
                    .findFirst()
                    .ifPresent(first -> kinds.add(new Kind(
                            latest(),
                            each,
                            arms.total(choice),
                            first,
                            arms.concentration(choice).orElse(Double.NaN))));
        }
        kinds.sort(Comparator.comparingDouble(Kind::tiv).reversed());
        return kinds;
    }

    /** What part of the latest window came in a way. */
    double partOf(Route way) {
        double all = arms.total(choice(latest()));
        return arms.total(new Arms.Choice(home, latest(), kind, Optional.of(way))) / all;
    }

    private Arms.Choice choice(String window) {
        return new Arms.Choice(home, window, kind, route);
    }
}
