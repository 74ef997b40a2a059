package org.jiritsu.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;

/**
 * The accounting identities of a world table, each with its worst residual, where it stands and the tolerance it is held
 * to; then what a reader should know but is not wrong: negative cells, industries with zero output.
 */
public final class WorldCheck {
    /** The share of the largest output below which a break does not matter to the world. */
    private static final double MATERIAL = 1e-6;

    private WorldCheck() {}

    /**
     * One line of the check.
     *
     * @param worst the largest violation, or a count
     * @param tolerance what is accepted; infinite for a line that only informs
     * @param where the industry or cell with the worst value, or empty
     */
    public record Finding(String check, double worst, double tolerance, String unit, String where, String meaning) {
        public boolean holds() {
            return worst <= tolerance;
        }

        public boolean informs() {
            return tolerance == Double.POSITIVE_INFINITY;
        }
    }

    /** All findings, in a fixed order. */
    public static List<Finding> of(World world) {
        List<Finding> findings = new ArrayList<>();
        RowScan scan = RowScan.of(world);
        double[] rounding = Rounding.of(world, scan);
        findings.add(notNumbers(world, scan));
        findings.add(rows(world, scan, rounding));
        findings.add(columns(world));
        findings.add(emptyColumns(world));
        findings.add(total(world, rounding));
        findings.add(economies(world));
        findings.addAll(information(world, scan));
        return findings;
    }

    /**
     * @throws InputException naming the first identity that does not hold
     */
    public static void require(World world) {
        broken(world).ifPresent(e -> {
            throw e;
        });
    }

    /** The first identity that does not hold, in words. */
    public static Optional<InputException> broken(World world) {
        return of(world).stream()
                .filter(finding -> !finding.holds())
                .findFirst()
                .map(finding -> InputException.data(
                        "World %s breaks an accounting identity: %s".formatted(world.id(), finding.check()),
                        "at most %s %s".formatted(number(finding.tolerance()), finding.unit()),
                        "%s %s%s"
                                .formatted(
                                        number(finding.worst()),
                                        finding.unit(),
                                        finding.where().isEmpty() ? "" : " at " + finding.where()),
                        finding.meaning()));
    }

    /**
     * The world with a note on what breaks a rule by too little to matter.
     *
     * @throws InputException as {@link #require}
     */
    static World checked(World world) {
        require(world);
        List<String> notes = tooSmallToMatter(world);
        return notes.isEmpty()
                ? world
                : world.noted(notes.stream().map(Said::of).toList());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static Finding notNumbers(World world, RowScan scan) {
        Worst count = new Worst();
        int bad = 0;
        for (int i = 0; i < world.size(); i++) {
            if (!scan.finite[i]) {
                bad++;
                count.see(1, world.label(i));
            }
        }
        return new Finding(
                "every flow is a number", bad, 0, "rows", count.where, "a cell was empty or overflowed in the source.");
    }

    /** Held to what rounding can do where that is known, else to a millionth of the largest output. */
    private static Finding rows(World world, RowScan scan, double[] rounding) {
        double largestOutput = 0;
        for (int i = 0; i < world.size(); i++) {
            largestOutput = Math.max(largestOutput, world.output(i));
        }
        double[] tolerances = rounding.length > 0 ? rounding : new double[world.size()];
        if (rounding.length == 0) {
            Arrays.fill(tolerances, Math.max(MATERIAL * largestOutput, Double.MIN_NORMAL));
        }
        int worst = 0;
        double largest = 0;
        for (int i = 0; i < world.size(); i++) {
            double ratio = Math.abs(scan.residual[i]) / tolerances[i];
            if (ratio > largest) {
                largest = ratio;
                worst = i;
            }
        }
        return new Finding(
                "row sums: output = intermediate + final sales",
                Math.abs(scan.residual[worst]),
                tolerances[worst],
                world.about().unit().english(),
                world.label(worst),
                rounding.length > 0
                        ? "cells are missing: rounding moves a published cell by half a unit at most."
                        : "rows are missing, or the output was taken from another year.");
    }

    /**
     * What an industry buys beyond twice its output, in the world's unit: held to a millionth of the largest output, as
     * rows are, so that a mine of a few dollars does not refuse a table.
     */
    private static Finding columns(World world) {
        Worst worst = new Worst();
        for (int j = 0; j < world.size(); j++) {
            if (world.output(j) > 0) {
                worst.see(excess(world, j), world.label(j));
            }
        }
        return new Finding(
                "column sums: purchases at most twice output",
                worst.value,
                material(world),
                world.about().unit().english(),
                worst.where,
                "output rows are missing (a file cut off), or units differ between the parts of the table.");
    }

    private static Finding emptyColumns(World world) {
        Worst worst = new Worst();
        boolean below = false;
        for (int j = 0; j < world.size(); j++) {
            if (world.output(j) <= 0) {
                below |= world.output(j) < 0;
                worst.see(Math.max(-world.output(j), excess(world, j)), world.label(j));
            }
        }
        return new Finding(
                "an industry with purchases has output",
                worst.value,
                below ? 0 : material(world),
                world.about().unit().english(),
                worst.where,
                below
                        ? "output was taken from another column: it cannot be negative."
                        : "its sales are missing, or its purchases should be zero too.");
    }

    private static double excess(World world, int j) {
        return world.output(j) == 0
                ? Math.abs(world.valueAdded(j))
                : Math.max(0, -world.valueAdded(j) - Math.abs(world.output(j)));
    }

    private static double material(World world) {
        double largest = 0;
        for (int i = 0; i < world.size(); i++) {
            largest = Math.max(largest, world.output(i));
        }
        return MATERIAL * largest;
    }

    /** What a reader of the world should know of industries that break a rule by amounts too small to matter. */
    private static List<String> tooSmallToMatter(World world) {
        int count = 0;
        int worst = -1;
        for (int j = 0; j < world.size(); j++) {
            double excess = excess(world, j);
            count += excess > 0 ? 1 : 0;
            worst = excess > 0 && (worst < 0 || excess > excess(world, worst)) ? j : worst;
        }
        boolean dollars = world.about().unit().english().startsWith("million USD");
        return count == 0
                ? List.of()
                : List.of(
                        "%d %s more than twice the output, by %s %s at most (%s): too little to matter to the world, kept as published."
                                .formatted(
                                        count,
                                        count == 1 ? "industry buys" : "industries buy",
                                        number(dollars ? 1e6 * excess(world, worst) : excess(world, worst)),
                                        dollars ? "USD" : world.about().unit().english(),
                                        world.label(worst)));
    }

    private static Finding total(World world, double[] rounding) {
        CompensatedSum income = new CompensatedSum();
        CompensatedSum spending = new CompensatedSum();
        for (int i = 0; i < world.size(); i++) {
            income.add(world.valueAdded(i));
            spending.add(world.finalOutput(i));
        }
        double difference = Math.abs(income.value() - spending.value());
        double scale = Math.max(Math.abs(income.value()), Math.abs(spending.value()));
        return new Finding(
                "world total: value added = final demand",
                difference == 0 ? 0 : difference / scale,
                rounding.length > 0 ? Arrays.stream(rounding).sum() / scale : 1e-6,
                "of world GDP",
                "",
                "a block of the table is missing.");
    }

    private static Finding economies(World world) {
        Worst worst = new Worst();
        for (int e = 0; e < world.economyCount(); e++) {
            if (!(world.gdp(e) > 0)) {
                worst.see(1, world.economies().get(e).code());
                worst.count++;
            }
        }
        return new Finding(
                "GDP of every economy is above zero",
                worst.count,
                0,
                "economies",
                worst.where,
                "the file was cut off, or this economy only buys in it.");
    }

    private static List<Finding> information(World world, RowScan scan) {
        Worst z = new Worst();
        Worst y = new Worst();
        Worst inventories = new Worst();
        Worst added = new Worst();
        Worst idle = new Worst();
        for (int i = 0; i < world.size(); i++) {
            String label = world.label(i);
            if (scan.negatives[i] > 0) {
                z.seeNegative(world.z(i, scan.lowest[i]), label, world, scan.lowest[i]);
                z.count += scan.negatives[i] - 1;
            }
            for (int e = 0; e < world.economyCount(); e++) {
                for (int u = 0; u < world.finalUses().size(); u++) {
                    if (world.y(i, e, u) < 0) {
                        Worst target = world.finalUses().get(u).inventories() ? inventories : y;
                        target.seeNegative(world.y(i, e, u), label, world, -1);
                    }
                }
            }
            added.seeNegative(world.valueAdded(i), label, world, -1);
            if (world.output(i) == 0) {
                idle.count++;
                idle.see(world.finalOutput(i), label);
            }
        }
        return List.of(
                z.note("negative intermediate flows", "cells", "kept as published; they can make a share negative."),
                y.note("negative final demand outside inventories", "cells", "kept as published."),
                inventories.note("negative changes of inventories", "cells", "stocks were drawn down; kept."),
                added.note("negative value added", "industries", "purchases exceed output; kept."),
                idle.note(
                        "industries with zero output",
                        "industries",
                        "their coefficients are zero; final sales booked on them have no origin."));
    }

    private static final class Worst {
        private double value;
        private int count;
        private String where = "";

        void see(double candidate, String place) {
            if (candidate > value) {
                value = candidate;
                where = place;
            }
        }

        void seeNegative(double candidate, String row, World world, int column) {
            if (candidate < 0) {
                count++;
                if (-candidate > value) {
                    see(-candidate, column < 0 ? row : row + " to " + world.label(column));
                }
            }
        }

        Finding note(String check, String unit, String meaning) {
            String place = value > 0 ? "%s (%s)".formatted(where, number(value)) : "";
            return new Finding(check, count, Double.POSITIVE_INFINITY, unit, place, meaning);
        }
    }
}
