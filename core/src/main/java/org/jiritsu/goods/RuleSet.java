package org.jiritsu.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/**
 * A published rule that calls a good a dependency when every criterion holds. Rules see the trade of one step only and miss
 * what stands behind the seller: see {@link Chains}.
 *
 * @param name its name and
 * @param version the version of its thresholds; "changed" when a user set another
 * @param source where it was published
 * @param criteria all must hold
 * @param years in how many of the last {@code window} years, the one asked about included; 1 of 1 asks for that year alone
 */
public record RuleSet(String name, String version, String source, List<Criterion> criteria, int years, int window) {
    /** European Commission (2021), for a group of economies; its second criterion always holds for a single one. */
    public static final RuleSet EC_2021 = new RuleSet(
            "ec-2021",
            "2021",
            "European Commission, Strategic dependencies and capacities, SWD(2021) 352, section 2",
            List.of(
                    new Criterion(Indicator.HHI_IMPORTS, 0.4),
                    new Criterion(Indicator.OUTSIDE_SHARE, 0.5),
                    new Criterion(Indicator.IMPORTS_OVER_ALL_EXPORTS, 1)),
            1,
            1);

    /** CEPII's GeoDep, Lefebvre and Wibaux (2024). */
    public static final RuleSet CEPII_GEODEP = new RuleSet(
            "cepii-geodep",
            "2024",
            "Lefebvre and Wibaux, Import dependencies: where does the EU stand?, CEPII Policy Brief 47 (2024)",
            List.of(
                    new Criterion(Indicator.HHI_IMPORTS, 0.4),
                    new Criterion(Indicator.HHI_WORLD_EXPORTS, 0.4),
                    new Criterion(Indicator.IMPORTS_OVER_EXPORTS, 1)),
            2,
            3);

    /** Highly concentrated imports, most of them from one supplier: the least that can be asked. */
    public static final RuleSet CONCENTRATION = new RuleSet(
            "concentration",
            "1",
            "threshold of a highly concentrated market in the US Horizontal Merger Guidelines (2010), and a majority",
            List.of(new Criterion(Indicator.HHI_IMPORTS, 0.25), new Criterion(Indicator.LARGEST_SHARE, 0.5)),
            1,
            1);

    public static final List<RuleSet> ALL = List.of(EC_2021, CEPII_GEODEP, CONCENTRATION);

    public RuleSet {
        criteria = List.copyOf(criteria);
    }

    /**
     * @throws InputException if there is none of this name
     */
    public static RuleSet of(String name) {
        List<String> names = ALL.stream().map(RuleSet::name).toList();
        return ALL.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InputException.use(
                        "There is no such rule set",
                        "one of " + String.join(", ", names),
                        name,
                        "you meant " + NearestWord.of(name, names).orElse(names.getFirst()) + "."));
    }

    /**
     * The same rule with other thresholds.
     *
     * @throws InputException if the rule does not look at an indicator, or a threshold is not a number of 0 or more
     */
    public RuleSet with(Map<Indicator, Double> thresholds) {
        thresholds.forEach((indicator, threshold) -> {
            if (criteria.stream().noneMatch(c -> c.indicator() == indicator)
                    || !(threshold >= 0)
                    || threshold.isInfinite()) {
                throw InputException.use(
                        name + " cannot take this threshold",
                        "a number of 0 or more for one of "
                                + criteria.stream().map(Criterion::indicator).toList(),
                        indicator + " " + threshold,
                        "leave the threshold as it is: " + criteria.getFirst() + ".");
            }
        });
        List<Criterion> changed = criteria.stream()
                .map(c -> new Criterion(c.indicator(), thresholds.getOrDefault(c.indicator(), c.threshold())))
                .toList();
        return new RuleSet(
                name, changed.equals(criteria) ? version : version + " changed", source, changed, years, window);
    }

    /**
     * What the rule says of one good.
     *
     * @param now the year asked about
     * @param before the same good and economy in the years before, as far as they are held; one without imports is missing
     *     too
     * @param yearsHeld how many years of the window the data set holds, the one asked about included
     */
    public Verdict judge(Dependence now, List<Dependence> before, int yearsHeld) {
        Figures figures = now.figures();
        List<Criterion.Test> tests = criteria.stream().map(c -> c.test(figures)).toList();
        boolean thisYear = tests.stream().allMatch(Criterion.Test::met);
        List<Integer> met = new ArrayList<>();
        before.stream()
                .filter(d -> d.year() > now.year() - window && d.year() < now.year())
                .filter(d -> met(d.figures()))
                .map(Dependence::year)
                .sorted()
                .forEach(met::add);
        if (thisYear) {
            met.add(now.year());
        }
        return new Verdict(this, tests, thisYear, met, Math.min(yearsHeld, window), lasting(met.size(), yearsHeld));
    }

    /** Whether every criterion holds in a year by itself. */
    public boolean met(Figures figures) {
        for (Criterion criterion : criteria) {
            if (!criterion.met(figures)) {
                return false;
            }
        }
        return true;
    }

    /** Empty if the years that are not held decide. */
    private Optional<Boolean> lasting(int met, int yearsHeld) {
        int unknown = Math.max(0, window - yearsHeld);
        if (met >= years) {
            return Optional.of(true);
        }
        return met + unknown < years ? Optional.of(false) : Optional.empty();
    }
}
