package org.jiritsu.questions.disrupt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Param;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.Selection;
import org.jiritsu.world.World;

/** The world's codes for the names that were given; an unknown name, or one given twice, is answered at its place. */
record Codes(Arguments asked, World world) {
    String economy(Param<?> param, String name) {
        return asked.check(
                param, () -> world.economies().get(world.economy(name)).code());
    }

    String sector(Param<?> param, String name) {
        return asked.check(param, () -> world.sectors().get(world.sector(name)).code());
    }

    List<String> sectors(Param<?> param, List<String> names) {
        return once(param, names.stream().map(name -> sector(param, name)).toList());
    }

    Selection selection(Param<?> param, Clause clause) {
        List<String> economies =
                clause.economies().stream().map(name -> economy(param, name)).toList();
        return new Selection(once(param, economies), sectors(param, clause.sectors()));
    }

    private List<String> once(Param<?> param, List<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.stream().filter(code -> !seen.add(code)).findFirst().ifPresent(twice -> {
            throw asked.wrong(
                    param, "%s is named twice".formatted(twice), "each name once", "one of the two is left over.");
        });
        return codes;
    }

    /** A quantity for the same thing twice: one of them would be lost, or both would count. */
    void requireOnce(Param<?> param, List<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.stream().filter(code -> !seen.add(code)).findFirst().ifPresent(twice -> {
            throw asked.wrong(
                    param,
                    "%s of %s is said twice".formatted(param.option(), twice),
                    "one value for each",
                    "one of the two is left over.");
        });
    }

    static InputException changesNothing(Arguments asked, Param<?> param, Param<?> with) {
        return changesNothing(asked, param, with.name());
    }

    static InputException changesNothing(Arguments asked, Param<?> param, String with) {
        return asked.wrong(
                param,
                "'%s' changes nothing here".formatted(param.name()),
                "%s with %s".formatted(param.name(), with),
                "%s without it".formatted(param.name()),
                "add '%s', or leave out '%s'.".formatted(with, param.name()));
    }
}
