package org.jiritsu.hedge;

/**
 * The best portfolio by a criterion within a budget.
 *
 * @param budget most a year, in millions of the menu's currency
 * @param score smaller is better
 * @param gap how much smaller another portfolio's score could be; 0 if proved, infinite where nothing bounds it
 * @param how in what way it was found
 * @param evaluated portfolios whose losses were known in the end
 * @param possible portfolios there are, within the budget or not
 */
public record Optimum(
        Criterion criterion,
        double budget,
        Portfolio portfolio,
        Cost cost,
        double score,
        double gap,
        How how,
        long evaluated,
        double possible) {
    public enum How {
        /** All portfolios were looked at. */
        ENUMERATION,
        /** Bounds exclude all others, as far as larger portfolios lose no more than the audit saw. */
        BRANCH_AND_BOUND,
        /** The search was ended early: see the gap. */
        STOPPED,
        /** The best of those evaluated: this criterion has no bound. */
        AMONG_EVALUATED
    }

    public boolean proved() {
        return gap == 0 && (how == How.ENUMERATION || how == How.BRANCH_AND_BOUND);
    }
}
