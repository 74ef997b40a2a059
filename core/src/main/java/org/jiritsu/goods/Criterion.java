package org.jiritsu.goods;

/** One condition of a rule set: the indicator lies above the threshold. */
public record Criterion(Indicator indicator, double threshold) {
    /**
     * A condition held against one good.
     *
     * @param value the indicator
     * @param always whether it could not have come out otherwise for this economy
     */
    public record Test(Criterion criterion, double value, boolean always) {
        public boolean met() {
            return value > criterion.threshold;
        }

        /** How far the indicator lies above its threshold, in its own unit; below 0 if the condition is not met. */
        public double distance() {
            return value - criterion.threshold;
        }
    }

    boolean met(Figures figures) {
        return indicator.of(figures) > threshold;
    }

    Test test(Figures figures) {
        boolean single = figures.internal() == 0;
        return new Test(this, indicator.of(figures), indicator == Indicator.OUTSIDE_SHARE && single);
    }
}
