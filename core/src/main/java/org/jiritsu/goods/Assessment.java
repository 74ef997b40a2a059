package org.jiritsu.goods;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jiritsu.base.InputException;

/**
 * What the rules say of one good of one economy, with the years before.
 *
 * @param good with its revision
 * @param verdicts in the order in which the rules were asked for
 */
public record Assessment(GoodCode good, Dependence dependence, List<Verdict> verdicts) {
    public Assessment {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Every good that an economy imports, by code.
     *
     * @param group counted as one economy, if any; {@code economy} may be its name
     * @throws InputException if the year is not held, the economy is a member of the group, or the set holds no pairs
     */
    public static List<Assessment> of(
            GoodsStore store,
            Dataset set,
            int year,
            String economy,
            List<RuleSet> rules,
            Optional<EconomyGroup> group) {
        require(set, economy, group);
        int window = rules.stream().mapToInt(RuleSet::window).max().orElse(1);
        TreeMap<Integer, DependenceTable> years = new TreeMap<>();
        years.put(year, table(store, set, year, group));
        for (int y = year - window + 1; y < year; y++) {
            if (set.files().containsKey(y)) {
                years.put(y, table(store, set, y, group));
            }
        }
        return years.lastEntry().getValue().of(economy).stream()
                .map(now -> one(set, now, rules, years))
                .toList();
    }

    private static Assessment one(
            Dataset set, Dependence now, List<RuleSet> rules, TreeMap<Integer, DependenceTable> years) {
        List<Dependence> before = years.headMap(now.year()).values().stream()
                .flatMap(t -> t.of(now.good(), now.economy()).stream())
                .toList();
        List<Verdict> verdicts = rules.stream()
                .map(rule -> rule.judge(
                        now,
                        before,
                        years.tailMap(now.year() - rule.window(), false).size()))
                .toList();
        return new Assessment(new GoodCode(set.revision().orElseThrow(), now.good()), now, verdicts);
    }

    private static DependenceTable table(GoodsStore store, Dataset set, int year, Optional<EconomyGroup> group) {
        return group.map(g -> store.table(set, year, g)).orElseGet(() -> store.table(set, year));
    }

    private static void require(Dataset set, String economy, Optional<EconomyGroup> group) {
        if (set.coverage() == Dataset.Coverage.ONE_IMPORTER || set.coverage() == Dataset.Coverage.TOTAL) {
            throw InputException.use(
                    "Rules need every pair of economies, good by good",
                    "a set of all pairs",
                    set.id() + ", " + set.title(),
                    "'baci-hs17-critical30' will do.");
        }
        group.filter(g -> g.members().contains(economy)).ifPresent(g -> {
            throw InputException.use(
                    "%s is inside %s, which was to be counted as one".formatted(economy, g.name()),
                    g.name() + ", or an economy outside it",
                    economy,
                    "ask for %s, or count the members singly.".formatted(g.name()));
        });
    }
}
