package org.jiritsu.disruption.internal;

/** What final users order of each industry on a day: in all, and that part which is served first. */
record FinalDemand(double[] total, double[] first) {
    /** Whether a plan ever changes or divides final demand. */
    static boolean isTouched(Compiled plan) {
        return plan.hasPriorities()
                || !plan.demands().isEmpty()
                || !plan.links().isEmpty();
    }

    /** Whether final demand of this day may differ from the day before. */
    static boolean changes(int day, Compiled plan) {
        return day == 0
                || plan.demands().stream()
                        .anyMatch(d -> d.timing().strength(day) != d.timing().strength(day - 1))
                || plan.links().stream()
                        .anyMatch(l -> l.timing().strength(day) != l.timing().strength(day - 1));
    }

    static FinalDemand on(int day, SupplyTable table, Compiled plan) {
        double[] total = new double[table.n];
        double[] first = new double[table.n];
        for (int i = 0; i < table.n; i++) {
            for (int c = 0; c < table.economies; c++) {
                double wanted = wanted(day, table, plan, i, c);
                total[i] += wanted;
                first[i] += plan.priorityEconomies()[c] ? wanted : 0;
            }
        }
        return new FinalDemand(total, first);
    }

    /** What the final users of economy c order of industry i. */
    static double wanted(int day, SupplyTable table, Compiled plan, int i, int c) {
        double wanted = table.finalDemand[i * table.economies + c];
        for (Compiled.Demand surge : plan.demands()) {
            if (surge.economies()[c] && surge.goods()[table.goodOf(i)]) {
                wanted *= surge.factor(day);
            }
        }
        double open = 1;
        for (Compiled.Link link : plan.links()) {
            if (link.finalEconomies()[c] && link.sellers()[i]) {
                open = Math.min(open, link.open(day));
            }
        }
        return wanted * open;
    }
}
