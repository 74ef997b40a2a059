package org.jiritsu.study;

import static org.jiritsu.study.ExposureTables.code;
import static org.jiritsu.study.ExposureTables.head;
import static org.jiritsu.study.ExposureTables.name;
import static org.jiritsu.study.ExposureTables.sectorCode;
import static org.jiritsu.study.ExposureTables.sectorName;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.CutLink;
import org.jiritsu.exposure.Cutoff;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.world.World;

/** Cut-offs as tables: one method a question. */
public final class CutoffTables {
    /** Share of the value of an industry's output from which it counts as using an input. */
    public static final double DEFAULT_THRESHOLD = 0.01;

    private static final String[] FIELDS = {
        "rank",
        "home",
        "partner",
        "partner_name",
        "sector",
        "sector_name",
        "flow_musd",
        "intermediate_musd",
        "final_musd",
        "share_of_home_purchases",
        "supplier_va_lost_musd",
        "supplier_va_lost_pct_gdp",
        "home_va_lost_musd",
        "world_va_lost_musd",
        "home_output_using_musd",
        "home_va_using_musd",
        "home_va_using_pct_gdp",
        "industries_using",
        "most_exposed_sector",
        "most_exposed_sector_name",
        "largest_requirement",
        "stake_ratio"
    };

    private CutoffTables() {}

    /** One link; where {@code sector} is all of them, that row first and then one a sector, the largest flow first. */
    public static Table link(Analysis analysis, String worldId, int home, int partner, int sector, double threshold) {
        World world = analysis.world(worldId);
        Cutoff cutoff = analysis.cutoff(worldId, home, threshold);
        List<CutLink> links = new java.util.ArrayList<>();
        links.add(cutoff.link(partner, sector));
        if (sector == PartnerShare.ALL_SECTORS) {
            IntStream.range(0, world.sectorCount())
                    .mapToObj(s -> cutoff.link(partner, s))
                    .sorted(Comparator.comparingDouble(CutLink::flowMusd).reversed())
                    .forEach(links::add);
        }
        Words words = analysis.words();
        return table(
                analysis,
                world,
                home,
                links,
                threshold,
                words.say(
                        "cutoff.link",
                        "partner",
                        words.the(world.economies().get(partner)),
                        "home",
                        words.the(world.economies().get(home)),
                        "year",
                        world.about().year()));
    }

    /** Every partner with all its sectors together, the most value added at stake first. */
    public static Table byPartner(Analysis analysis, String worldId, int home, double threshold) {
        World world = analysis.world(worldId);
        Cutoff cutoff = analysis.cutoff(worldId, home, threshold);
        List<CutLink> links = IntStream.range(0, world.economyCount())
                .filter(partner -> partner != home)
                .mapToObj(partner -> cutoff.link(partner, PartnerShare.ALL_SECTORS))
                .sorted(Comparator.comparingDouble(CutLink::homeVaUsingMusd)
                        .thenComparingDouble(CutLink::flowMusd)
                        .reversed())
                .toList();
        return table(analysis, world, home, links, threshold, titled(analysis, world, home, "cutoff.partners"));
    }

    /** Every supplier economy and sector, the most value added at stake first. */
    public static Table atlas(Analysis analysis, String worldId, int home, double threshold) {
        World world = analysis.world(worldId);
        return table(
                analysis,
                world,
                home,
                analysis.cutoff(worldId, home, threshold).atlas(),
                threshold,
                titled(analysis, world, home, "cutoff.atlas"));
    }

    private static String titled(Analysis analysis, World world, int home, String key) {
        return analysis.words()
                .say(
                        key,
                        "home",
                        analysis.words().the(world.economies().get(home)),
                        "year",
                        world.about().year());
    }

    private static Table table(
            Analysis analysis, World world, int home, List<CutLink> links, double threshold, String title) {
        Table.Builder table = new Table.Builder(
                head(analysis, List.of(world), code(world, home), title, "cutoff", Map.of("threshold", threshold)),
                FIELDS);
        for (int k = 0; k < links.size(); k++) {
            CutLink l = links.get(k);
            table.row(
                    k + 1,
                    code(world, home),
                    code(world, l.partner()),
                    name(analysis, world, l.partner()),
                    sectorCode(world, l.sector()),
                    sectorName(analysis, world, l.sector()),
                    l.flowMusd(),
                    l.intermediateMusd(),
                    l.finalMusd(),
                    l.shareOfHomePurchases(),
                    l.supplierVaLostMusd(),
                    l.supplierVaLostPctGdp(),
                    l.homeVaLostMusd(),
                    l.worldVaLostMusd(),
                    l.homeOutputUsingMusd(),
                    l.homeVaUsingMusd(),
                    l.homeVaUsingPctGdp(),
                    l.industriesUsing(),
                    sectorCode(world, l.mostExposedSector()),
                    sectorName(analysis, world, l.mostExposedSector()),
                    l.largestRequirement(),
                    l.stakeRatio());
        }
        return table.build();
    }
}
