package org.jiritsu.questions.cutoff;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Plan;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import org.jiritsu.ask.Types;
import org.jiritsu.exposure.CutLink;
import org.jiritsu.exposure.Cutoff;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.World;

/** What both sides have at stake if a supply link stops: one link, one row a partner, or every link ranked. */
public final class CutoffQuestion implements Question {
    private static final int KEPT = 50;

    private static final Param<String> HOME = Param.positional("home", Types.ECONOMY);
    private static final Param<Optional<String>> BY =
            Param.maybe("by", Types.ECONOMY).as("PARTNER");
    private static final Param<Optional<String>> SECTOR = Param.maybe("sector", Types.SECTOR);
    private static final Param<Boolean> ATLAS = Param.flag("atlas");
    private static final Param<Double> THRESHOLD =
            Param.one("threshold", Types.SHARE, 0.01).as("SHARE");

    @Override
    public Spec spec() {
        return new Spec(
                "cutoff",
                List.of(HOME, BY, SECTOR, ATLAS, THRESHOLD),
                Cost.QUICK,
                List.of(new Spec.Form("atlas", List.of(new Spec.Preset("atlas", "true")))),
                List.of(List.of("JPN", "--by", "CHN", "--sector", "C26"), List.of("JPN", "--atlas", "--top", "20")),
                "docs/methods/cutoff.md");
    }

    @Override
    public Plan plan(Session at, Arguments asked) {
        double threshold = threshold(asked);
        boolean atlas = asked.get(ATLAS);
        Optional<String> by = asked.get(BY);
        if (atlas && by.isPresent() || asked.get(SECTOR).isPresent() && by.isEmpty()) {
            throw asked.wrong(
                    atlas ? ATLAS : SECTOR,
                    "Which link?",
                    "--by PARTNER [--sector S], or --atlas alone",
                    atlas ? "--atlas and --by" : "--sector without --by",
                    "leave out one of them.");
        }
        World world = asked.look(Common.WORLD, at::world);
        int home = asked.look(HOME, world::economy);
        CutoffAnswers answers = new CutoffAnswers(at.words(), world, home, threshold);
        if (by.isEmpty()) {
            Words words = at.words();
            String buyer = words.the(world.economies().get(home));
            return new Plan(
                    words.begin(
                            "title.ask", "home", buyer, "year", world.about().year()),
                    Cost.QUICK,
                    () -> checked(
                            at,
                            world,
                            atlas
                                    ? answers.atlas(
                                            cutoff(at, world, home, threshold).atlas())
                                    : answers.partners(partners(cutoff(at, world, home, threshold), world, home))));
        }
        int partner = partner(asked, world, home);
        int sector =
                asked.check(SECTOR, () -> asked.get(SECTOR).map(world::sector).orElse(PartnerShare.ALL_SECTORS));
        return new Plan(
                Words.capital(answers.linkTitle(partner)),
                Cost.QUICK,
                () -> checked(
                        at,
                        world,
                        answers.link(
                                partner, sector, links(cutoff(at, world, home, threshold), partner, sector, world))));
    }

    private static Answer checked(Session at, World world, Answer answer) {
        return answer.checked("residual", leontief(at, world).worstResidual());
    }

    private static double threshold(Arguments asked) {
        double threshold = asked.get(THRESHOLD);
        if (!(threshold >= 0 && threshold < 1)) {
            throw asked.wrong(
                    THRESHOLD,
                    "--threshold is a share of the value of output",
                    "at least 0 and below 1, such as 0.01",
                    Double.toString(threshold),
                    "you meant " + Math.abs(threshold) / 100 + ".");
        }
        return threshold;
    }

    private static int partner(Arguments asked, World world, int home) {
        int partner = asked.check(BY, () -> world.economy(asked.get(BY).orElseThrow()));
        if (partner == home) {
            throw asked.wrong(
                    BY,
                    "Home and partner are the same",
                    "two economies",
                    asked.get(HOME) + " and " + asked.get(BY).orElseThrow(),
                    "you meant another partner, such as "
                            + world.economies().get(partner == 0 ? 1 : 0).code() + ".");
        }
        return partner;
    }

    /** Every cut into a home from one threshold on. */
    private record Key(int home, double threshold) {}

    private static Cutoff cutoff(Session at, World world, int home, double threshold) {
        return at.latest(
                world.id(),
                new Key(home, threshold),
                Cutoff.class,
                KEPT,
                () -> Cutoff.into(leontief(at, world), home, threshold));
    }

    private static Leontief leontief(Session at, World world) {
        return at.once(world.id(), Leontief.class, () -> Leontief.of(world, at.kernel()));
    }

    /** One link; where {@code sector} is all of them, that row first and then one a sector, the largest flow first. */
    private static List<CutLink> links(Cutoff cutoff, int partner, int sector, World world) {
        Stream<CutLink> parts = sector != PartnerShare.ALL_SECTORS
                ? Stream.of()
                : IntStream.range(0, world.sectorCount())
                        .mapToObj(s -> cutoff.link(partner, s))
                        .sorted(Comparator.comparingDouble(CutLink::flowMusd).reversed());
        return Stream.concat(Stream.of(cutoff.link(partner, sector)), parts).toList();
    }

    /** Every partner with all its sectors together, the most at stake first. */
    private static List<CutLink> partners(Cutoff cutoff, World world, int home) {
        return IntStream.range(0, world.economyCount())
                .filter(partner -> partner != home)
                .mapToObj(partner -> cutoff.link(partner, PartnerShare.ALL_SECTORS))
                .sorted(CutLink.BY_STAKE)
                .toList();
    }
}
