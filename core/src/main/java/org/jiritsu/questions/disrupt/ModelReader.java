package org.jiritsu.questions.disrupt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Param;
import org.jiritsu.base.InputException;
import org.jiritsu.disruption.BundledAssumptions;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.DisruptionModel;
import org.jiritsu.disruption.InputRule;
import org.jiritsu.disruption.InventoryDays;
import org.jiritsu.disruption.ModelPresets;
import org.jiritsu.disruption.Overproduction;
import org.jiritsu.disruption.Rationing;
import org.jiritsu.disruption.Selection;
import org.jiritsu.disruption.Stockpile;
import org.jiritsu.disruption.Substitution;
import org.jiritsu.questions.disrupt.Options.Rule;
import org.jiritsu.questions.disrupt.Options.Substitutes;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;

/** What is assumed of industries, and what is held in stock. */
record ModelReader(Arguments asked, Codes codes, World world, String home) {
    /**
     * The rule that was said, or the usual one. An industry that lacks an essential good is told so by the table of uses
     * already: that everyone else then needs every input is more than such a ban means.
     */
    Rule rule() {
        boolean goods = asked.has(Options.BAN) || asked.has(Options.CLOSE);
        return goods && !asked.has(Options.RULE) ? Rule.PARTIAL : asked.get(Options.RULE);
    }

    /** @param rule that which was asked, or another of the same words */
    DisruptionModel model(Rule rule) {
        DisruptionModel model = switch (rule) {
            case STRICT -> ModelPresets.lean();
            case PARTIAL -> ModelPresets.partial(world);
            case ARIO -> DisruptionModel.ario();
        };
        if (asked.has(Options.PSI)) {
            model = model.with(limited());
        }
        DisruptionModel usual = model;
        model = model.with(asked.check(Options.INVENTORY, () -> inventories(usual.inventories())));
        DisruptionModel held = model;
        model = asked.check(
                Options.RESTOCK_DAYS,
                () -> held.restocking(asked.get(Options.RESTOCK_DAYS).orElse(held.restockDays())));
        if (Stream.of(Options.SPARE, Options.OVER, Options.OVER_DAYS).anyMatch(asked::has)) {
            model = model.with(overproduction(model.overproduction()));
        }
        if (asked.has(Options.PRIORITY)) {
            model = model.with(rationing(asked.get(Options.PRIORITY)));
        }
        Substitution otherwise = model.substitution();
        return model.with(asked.check(Options.SEEK_DAYS, () -> substitution(otherwise)));
    }

    private InventoryDays inventories(InventoryDays otherwise) {
        InventoryDays days = otherwise;
        Map<String, Double> goods = new HashMap<>();
        List<String> said = new ArrayList<>();
        for (Clause clause : asked.get(Options.INVENTORY)) {
            if (clause.amount().isPresent()) {
                double one = Double.parseDouble(clause.amount().get());
                List<String> own = codes.sectors(Options.INVENTORY, clause.goods());
                own.forEach(good -> goods.put(good, one));
                said.addAll(own);
            } else {
                days = clause.who().equals("sourced")
                        ? new BundledAssumptions(world).inventories()
                        : InventoryDays.of(Double.parseDouble(clause.who()));
                said.add("all goods");
            }
        }
        codes.requireOnce(Options.INVENTORY, said);
        return days.with(goods);
    }

    private InputRule limited() {
        if (asked.get(Options.RULE) != Options.Rule.ARIO) {
            throw asked.wrong(
                    Options.PSI,
                    "Only the rule ario slows down before inputs run out",
                    "rule ario",
                    "add --rule ario.");
        }
        return asked.check(
                Options.PSI,
                () -> new InputRule.InventoryLimited(asked.get(Options.PSI).orElseThrow()));
    }

    private Overproduction overproduction(Overproduction usual) {
        double base = 1 + asked.get(Options.SPARE).orElse(0.0);
        if (base < 1) {
            throw asked.wrong(
                    Options.SPARE,
                    "spare is below zero",
                    "capacity above output, such as 0.1",
                    "the sign is wrong; capacity is lost with --lose.");
        }
        double most = asked.get(Options.OVER).map(over -> 1 + over).orElse(Math.max(base, usual.max()));
        double days = asked.get(Options.OVER_DAYS).orElse(usual.days());
        return asked.check(Options.OVER, () -> new Overproduction(base, most, days));
    }

    private Rationing rationing(List<String> users) {
        return users.equals(List.of("critical"))
                ? new Rationing.CriticalFirst()
                : users.equals(List.of("nobody"))
                        ? new Rationing.Proportional()
                        : new Rationing.Priority(
                                users.stream().map(this::priority).toList());
    }

    /** ECONOMY, ECONOMY:SECTORS, or ECONOMY:final. */
    private Buyers priority(String text) {
        Clause users = Clause.naming(text.strip());
        boolean finals = users.sectors().equals(List.of("final"));
        List<String> economies = users.economies().stream()
                .map(name -> codes.economy(Options.PRIORITY, name))
                .toList();
        List<String> sectors = finals ? List.of() : codes.sectors(Options.PRIORITY, users.sectors());
        return new Buyers(economies, sectors, finals || sectors.isEmpty());
    }

    private Substitution substitution(Substitution otherwise) {
        Optional<Double> days = asked.get(Options.SEEK_DAYS);
        Substitutes usual =
                otherwise instanceof Substitution.ByProduction ? Substitutes.PRODUCTION : Substitutes.SPECIFIC;
        Substitutes chosen = asked.get(Options.SUBSTITUTE).orElse(usual);
        if (days.isPresent() && (chosen == Substitutes.NONE || chosen == Substitutes.PRODUCTION)) {
            throw InputException.use(
                    "Nobody seeks other suppliers under this rule",
                    "seek-days with specific or seeking",
                    "seek-days with " + chosen.name().toLowerCase(java.util.Locale.ROOT),
                    "add '--substitute specific'.");
        }
        return switch (chosen) {
            case SPECIFIC -> new Substitution.Specific(days.orElse(Double.POSITIVE_INFINITY));
            case NONE -> new Substitution.None();
            case SEEKING -> new Substitution.Seeking(days.orElse(30.0));
            case PRODUCTION -> new Substitution.ByProduction();
        };
    }

    List<Stockpile> piles() {
        Selection everyone = new Selection(List.of(home), List.of());
        Stream<Stockpile> common = piles(Options.STOCK, List.of(everyone));
        Stream<Stockpile> own = piles(
                Options.RESERVE,
                world.sectors().stream()
                        .map(Sector::code)
                        .map(sector -> new Selection(List.of(home), List.of(sector)))
                        .toList());
        return Stream.concat(common, own).toList();
    }

    private Stream<Stockpile> piles(Param<List<Clause>> param, List<Selection> holders) {
        codes.requireOnce(
                param,
                asked.get(param).stream()
                        .flatMap(clause -> codes.sectors(param, clause.goods()).stream())
                        .toList());
        return asked.get(param).stream()
                .flatMap(clause -> holders.stream()
                        .flatMap(holder -> codes.sectors(param, clause.goods()).stream()
                                .map(good -> pile(good, holder, clause.pile()))));
    }

    private Stockpile pile(String good, Selection users, Clause.Pile pile) {
        return asked.check(
                Options.TRIGGER,
                () -> new Stockpile(good, users, pile.days(), asked.get(Options.TRIGGER), pile.daily()));
    }
}
