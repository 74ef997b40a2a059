package org.jiritsu.questions.cutoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.CutLink;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.World;

/** Cut links as answers: table, sentences and picture. */
final class CutoffAnswers {
    private static final int NAMED = 3;
    private static final String REST = "ROW";

    private final Words words;
    private final World world;
    private final int home;
    private final double threshold;
    private final String buyer;

    CutoffAnswers(Words words, World world, int home, double threshold) {
        this.words = words;
        this.world = world;
        this.home = home;
        this.threshold = threshold;
        this.buyer = words.the(world.economies().get(home));
    }

    String linkTitle(int partner) {
        return titled("title.link", "partner", words.the(world.economies().get(partner)));
    }

    private String titled(String key, Object... more) {
        Object[] values = new Object[more.length + 4];
        System.arraycopy(more, 0, values, 0, more.length);
        values[more.length] = "home";
        values[more.length + 1] = buyer;
        values[more.length + 2] = "year";
        values[more.length + 3] = world.about().year();
        return words.say(key, values);
    }

    Answer link(int partner, int sector, List<CutLink> links) {
        boolean whole = sector == PartnerShare.ALL_SECTORS;
        String seller = words.the(world.economies().get(partner));
        String heading = whole
                ? words.say("heading.link", "home", buyer, "partner", seller)
                : words.say(
                        "heading.sector",
                        "home",
                        buyer,
                        "partner",
                        seller,
                        "sector",
                        words.goods(world.sectors().get(sector)));
        CutLink first = links.getFirst();
        Chart chart = new Chart.Bars(
                words.say("unit.musd"),
                List.of(
                        words.say("chart.using", "home", economy(home)),
                        words.say("chart.lost", "partner", economy(partner))),
                List.of(new Chart.Series(
                        words.say("chart.stake"), List.of(first.homeVaUsingMusd(), first.supplierVaLostMusd()))));
        return new Answer(
                heading,
                table(links, linkTitle(partner)),
                linkFindings(first),
                List.of(chart),
                new Answer.Shown(
                        List.of(
                                "sector_name",
                                "flow_musd",
                                "share_of_home_purchases",
                                "supplier_va_lost_musd",
                                "supplier_va_lost_pct_gdp",
                                "home_va_using_pct_gdp",
                                "most_exposed_sector_name",
                                "largest_requirement",
                                "stake_ratio"),
                        whole ? 10 : 1),
                Provenance.of(world.id()));
    }

    private List<Finding> linkFindings(CutLink link) {
        List<Finding> found = new ArrayList<>();
        found.add(Finding.headline(
                words.begin(
                        "find.flow",
                        "partner",
                        words.the(world.economies().get(link.partner())),
                        "home",
                        buyer,
                        "flow",
                        words.dollars(link.flowMusd()),
                        "lost",
                        words.dollars(link.supplierVaLostMusd()),
                        "gdp",
                        words.figure(link.supplierVaLostPctGdp())),
                new Figure(0, "flow_musd"),
                new Figure(0, "supplier_va_lost_musd"),
                new Figure(0, "supplier_va_lost_pct_gdp")));
        if (link.homeVaUsingMusd() == 0) {
            found.add(Finding.story(
                    words.begin("find.unused", "home", buyer, "threshold", words.percent(threshold)),
                    new Figure(0, "home_va_using_musd")));
        } else {
            found.addAll(used(link));
        }
        if (threshold > 0) {
            found.add(swing(0, link));
        }
        return found;
    }

    private List<Finding> used(CutLink link) {
        return List.of(
                Finding.story(
                        words.begin(
                                "find.used",
                                "count",
                                (long) link.industriesUsing(),
                                "home",
                                buyer,
                                "gdp",
                                words.figure(link.homeVaUsingPctGdp()),
                                "threshold",
                                words.percent(threshold)),
                        new Figure(0, "industries_using"),
                        new Figure(0, "home_va_using_pct_gdp")),
                Finding.story(
                        words.begin("find.stake", "home", buyer, "ratio", words.figure(link.stakeRatio())),
                        new Figure(0, "stake_ratio")));
    }

    /** Every partner with all its sectors together. */
    Answer partners(List<CutLink> links) {
        List<Integer> named = named(links);
        String found = words.begin(
                "find.partners",
                "home",
                buyer,
                "links",
                words.and(named.stream()
                        .map(r -> words.say(
                                "find.partner",
                                "partner",
                                words.the(world.economies().get(links.get(r).partner())),
                                "gdp",
                                words.figure(links.get(r).homeVaUsingPctGdp())))
                        .toList()));
        return new Answer(
                words.say("heading.partners", "home", buyer),
                table(links, titled("title.partners")),
                ranked(found, links, named),
                List.of(points(links)),
                shown(links.size()),
                Provenance.of(world.id()));
    }

    /** Every supplier economy and sector. */
    Answer atlas(List<CutLink> links) {
        List<Integer> named = named(links);
        String most = words.begin(
                "find.atlas.most",
                "links",
                words.and(named.stream()
                        .map(r -> words.say(
                                "find.atlas.link",
                                "sector",
                                words.goods(world.sectors().get(links.get(r).sector())),
                                "partner",
                                words.the(world.economies().get(links.get(r).partner())),
                                "gdp",
                                words.figure(links.get(r).homeVaUsingPctGdp())))
                        .toList()));
        String reach = words.begin(
                "find.atlas.reach",
                "used",
                words.count(links.stream().filter(l -> l.homeVaUsingMusd() > 0).count()),
                "all",
                words.count(links.size()),
                "home",
                buyer,
                "threshold",
                words.percent(threshold));
        List<Finding> findings = ranked(most, links, named);
        findings.add(Finding.story(reach));
        return new Answer(
                words.say("heading.atlas", "home", buyer),
                table(links, titled("title.atlas")),
                findings,
                List.of(points(links)),
                shown(20),
                Provenance.of(world.id()));
    }

    /** What comes first, and what the threshold does to it and to all. */
    private List<Finding> ranked(String headline, List<CutLink> links, List<Integer> named) {
        List<Finding> found = new ArrayList<>(List.of(Finding.headline(headline, figures(named))));
        if (threshold > 0) {
            named.stream().limit(1).map(r -> swing(r, links.get(r))).forEach(found::add);
            found.add(Finding.limit(near(links)));
        }
        return found;
    }

    private Finding swing(int row, CutLink link) {
        String partner = words.the(world.economies().get(link.partner()));
        String named = link.sector() == PartnerShare.ALL_SECTORS
                ? words.say("find.threshold.all", "partner", partner)
                : words.say(
                        "find.threshold.link",
                        "sector",
                        words.goods(world.sectors().get(link.sector())),
                        "partner",
                        partner);
        return Finding.story(
                words.begin(
                        "find.threshold",
                        "home",
                        buyer,
                        "link",
                        named,
                        "half",
                        words.percent(threshold / 2),
                        "more",
                        words.figure(halfPctGdp(link)),
                        "twice",
                        words.percent(2 * threshold),
                        "less",
                        words.figure(twicePctGdp(link))),
                new Figure(row, "home_va_using_half_pct_gdp"),
                new Figure(row, "home_va_using_twice_pct_gdp"));
    }

    /** How many requirements only just count. */
    private String near(List<CutLink> links) {
        return words.begin(
                "limit.near",
                "near",
                words.count(links.stream().mapToLong(CutLink::industriesNear).sum()),
                "all",
                words.count(links.stream().mapToLong(CutLink::industriesUsing).sum()),
                "threshold",
                words.percent(threshold));
    }

    private double halfPctGdp(CutLink link) {
        return 100 * link.homeVaUsingHalfMusd() / world.gdp(home);
    }

    private double twicePctGdp(CutLink link) {
        return 100 * link.homeVaUsingTwiceMusd() / world.gdp(home);
    }

    private List<Integer> named(List<CutLink> links) {
        return IntStream.range(0, links.size())
                .filter(r -> !code(links.get(r).partner()).equals(REST))
                .limit(NAMED)
                .boxed()
                .toList();
    }

    private static Figure[] figures(List<Integer> rows) {
        return rows.stream().map(r -> new Figure(r, "home_va_using_pct_gdp")).toArray(Figure[]::new);
    }

    private Chart points(List<CutLink> links) {
        return new Chart.Points(
                words.say("chart.lost.axis"),
                words.say("chart.using.axis", "home", economy(home)),
                links.stream()
                        .filter(l -> l.homeVaUsingMusd() > 0 && l.supplierVaLostMusd() > 0)
                        .map(l -> new Chart.Point(
                                words.say("industry", "economy", economy(l.partner()), "sector", sector(l.sector())),
                                l.supplierVaLostMusd(),
                                l.homeVaUsingMusd(),
                                l.flowMusd()))
                        .toList());
    }

    private static Answer.Shown shown(int rows) {
        return new Answer.Shown(
                List.of(
                        "rank",
                        "partner_name",
                        "sector_name",
                        "flow_musd",
                        "share_of_home_purchases",
                        "home_va_using_pct_gdp",
                        "home_va_using_twice_pct_gdp",
                        "most_exposed_sector_name",
                        "supplier_va_lost_pct_gdp",
                        "stake_ratio"),
                rows);
    }

    private record Ranked(int rank, CutLink link) {}

    private Table table(List<CutLink> links, String title) {
        Table.Head head = Table.Head.of(
                words,
                List.of(world),
                code(home),
                title,
                words.say("unit.shares", "unit", words.data(world.about().unit())),
                words.say("method"),
                Map.of("threshold", threshold));
        return Table.of(
                head,
                columns(),
                IntStream.range(0, links.size())
                        .mapToObj(k -> new Ranked(k + 1, links.get(k)))
                        .toList());
    }

    private List<Column<Ranked>> columns() {
        return List.of(
                new Column<>("rank", Ranked::rank),
                new Column<>("home", _ -> code(home)),
                new Column<>("partner", r -> code(r.link.partner())),
                new Column<>("partner_name", r -> economy(r.link.partner())),
                new Column<>("sector", r -> sectorCode(r.link.sector())),
                new Column<>("sector_name", r -> sector(r.link.sector())),
                new Column<>("flow_musd", r -> r.link.flowMusd()),
                new Column<>("intermediate_musd", r -> r.link.intermediateMusd()),
                new Column<>("final_musd", r -> r.link.finalMusd()),
                new Column<>("share_of_home_purchases", r -> r.link.shareOfHomePurchases()),
                new Column<>("supplier_va_lost_musd", r -> r.link.supplierVaLostMusd()),
                new Column<>("supplier_va_lost_pct_gdp", r -> r.link.supplierVaLostPctGdp()),
                new Column<>("home_va_lost_musd", r -> r.link.homeVaLostMusd()),
                new Column<>("world_va_lost_musd", r -> r.link.worldVaLostMusd()),
                new Column<>("home_output_using_musd", r -> r.link.homeOutputUsingMusd()),
                new Column<>("home_va_using_musd", r -> r.link.homeVaUsingMusd()),
                new Column<>("home_va_using_pct_gdp", r -> r.link.homeVaUsingPctGdp()),
                new Column<>("home_va_using_half_pct_gdp", r -> halfPctGdp(r.link)),
                new Column<>("home_va_using_twice_pct_gdp", r -> twicePctGdp(r.link)),
                new Column<>("industries_using", r -> r.link.industriesUsing()),
                new Column<>("industries_near", r -> r.link.industriesNear()),
                new Column<>("most_exposed_sector", r -> sectorCode(r.link.mostExposedSector())),
                new Column<>("most_exposed_sector_name", r -> sector(r.link.mostExposedSector())),
                new Column<>("largest_requirement", r -> r.link.largestRequirement()),
                new Column<>("stake_ratio", r -> r.link.stakeRatio()));
    }

    private String code(int economy) {
        return world.economies().get(economy).code();
    }

    private String economy(int index) {
        return words.name(world.economies().get(index));
    }

    private String sectorCode(int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? "all"
                : world.sectors().get(sector).code();
    }

    private String sector(int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? words.say("all.named")
                : words.name(world.sectors().get(sector));
    }
}
