package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.World;

/** One row a partner and selling sector. */
final class SectorAnswer {
    private static final int SHOWN = 20;
    private static final int NAMED = 3;
    private static final int HEAT_PARTNERS = 12;
    private static final int HEAT_SECTORS = 10;

    private final Words words;
    private final World world;
    private final List<Integer> homes;
    private final Naming naming;

    SectorAnswer(Words words, World world, List<Integer> homes) {
        this.words = words;
        this.world = world;
        this.homes = homes;
        this.naming = new Naming(words, world);
    }

    Answer of(Solved solved) {
        List<PartnerShare> rows = new ArrayList<>();
        homes.forEach(home -> rows.addAll(Shares.ranked(solved.partners(world).partnersBySector(home))));
        String title = naming.title("sectors", homes);
        List<Column<PartnerShare>> keys = List.of(
                new Column<>("home", s -> naming.code(s.home())),
                new Column<>("partner", s -> naming.code(s.partner())),
                new Column<>("partner_name", s -> naming.name(s.partner())),
                new Column<>("sector", s -> naming.sectorCode(s.sector())),
                new Column<>("sector_name", s -> naming.sectorName(s.sector())));
        Table table = Table.of(
                naming.head(List.of(world), naming.codes(homes), title, "method", Shares.medianError(world)),
                Shares.together(keys, Shares.columns((PartnerShare s) -> s)),
                rows);
        boolean one = homes.size() == 1;
        return new Answer(
                one ? words.say("heading.sectors", "home", naming.the(homes.getFirst())) : title,
                table,
                findings(rows),
                one ? List.of(heat(rows)) : List.of(),
                new Answer.Shown(
                        List.of(
                                "partner_name",
                                "sector_name",
                                "supply_direct",
                                "supply_look_through",
                                "hidden_ratio",
                                "market_look_through"),
                        SHOWN),
                solved.from(List.of(world)));
    }

    private static boolean isForeign(PartnerShare share) {
        return share.partner() != share.home();
    }

    private List<Finding> findings(List<PartnerShare> rows) {
        int home = homes.getFirst();
        List<PartnerShare> foreign =
                rows.stream().filter(s -> s.home() == home && isForeign(s)).toList();
        double all =
                foreign.stream().mapToDouble(PartnerShare::supplyLookThrough).sum();
        double top = foreign.stream()
                .limit(SHOWN)
                .mapToDouble(PartnerShare::supplyLookThrough)
                .sum();
        List<Integer> named = IntStream.range(0, rows.size())
                .filter(r -> rows.get(r).home() == home
                        && isForeign(rows.get(r))
                        && !naming.isRest(rows.get(r).partner()))
                .limit(NAMED)
                .boxed()
                .toList();
        List<Finding> found = new ArrayList<>();
        naming.ranking(named.stream().map(rows::get).map(this::source).toList())
                .ifPresent(sources -> found.add(Finding.headline(
                        words.begin("find.sectors.largest", "sources", sources),
                        named.stream()
                                .map(r -> new Figure(r, "supply_look_through"))
                                .toArray(Figure[]::new))));
        found.add(Finding.story(words.begin(
                "find.sectors.twenty",
                "all",
                words.count(foreign.size()),
                "share",
                words.percent(top / all),
                "home",
                naming.the(home))));
        return found;
    }

    private String source(PartnerShare share) {
        return words.say(
                "find.sectors.source",
                "partner",
                naming.the(share.partner()),
                "sector",
                words.the(world.sectors().get(share.sector())),
                "share",
                words.percent(share.supplyLookThrough()));
    }

    /** The strongest partners by the strongest sectors. */
    private Chart heat(List<PartnerShare> rows) {
        Map<Integer, Map<Integer, Double>> byPartner = new LinkedHashMap<>();
        Map<Integer, Double> partners = new LinkedHashMap<>();
        Map<Integer, Double> sectors = new LinkedHashMap<>();
        rows.stream().filter(SectorAnswer::isForeign).forEach(s -> {
            byPartner.computeIfAbsent(s.partner(), _ -> new LinkedHashMap<>()).put(s.sector(), s.supplyLookThrough());
            partners.merge(s.partner(), s.supplyLookThrough(), Double::sum);
            sectors.merge(s.sector(), s.supplyLookThrough(), Double::sum);
        });
        List<Integer> lines = largest(partners, HEAT_PARTNERS);
        List<Integer> columns = largest(sectors, HEAT_SECTORS);
        return new Chart.HeatMap(
                words.say("unit.final"),
                lines.stream().map(naming::name).toList(),
                columns.stream().map(naming::sectorName).toList(),
                lines.stream()
                        .map(p -> columns.stream()
                                .map(s -> 100
                                        * byPartner.getOrDefault(p, Map.of()).getOrDefault(s, 0.0))
                                .toList())
                        .toList());
    }

    private static List<Integer> largest(Map<Integer, Double> values, int count) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }
}
