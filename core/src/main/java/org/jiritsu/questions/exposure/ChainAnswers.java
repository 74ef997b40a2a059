package org.jiritsu.questions.exposure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Chart;
import org.jiritsu.answer.Column;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Finding.Figure;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.exposure.SupplyChains;
import org.jiritsu.exposure.SupplyChains.Chain;
import org.jiritsu.world.World;

/** The strongest chains from a partner into a home, strongest first. */
final class ChainAnswers {
    private static final int SHOWN = 12;

    private final Words words;
    private final World world;
    private final SupplyChains.Query query;
    private final Naming naming;

    private record Row(int rank, Chain chain, double covered) {}

    ChainAnswers(Words words, World world, SupplyChains.Query query) {
        this.words = words;
        this.world = world;
        this.query = query;
        this.naming = new Naming(words, world);
    }

    Answer of(SupplyChains.Answer found) {
        List<Chain> chains = found.chains();
        double[] covered = new double[chains.size()];
        double sum = 0;
        for (int k = 0; k < covered.length; k++) {
            sum += chains.get(k).share();
            covered[k] = sum;
        }
        String title = words.say(
                "title.paths",
                "from",
                described(query.partner(), query.fromSector()),
                "into",
                described(query.home(), query.intoSector()));
        Table table = Table.of(
                naming.head(List.of(world), naming.code(query.home()), title, "method.paths", facts(found)),
                columns(),
                IntStream.range(0, chains.size())
                        .mapToObj(k -> new Row(k + 1, chains.get(k), covered[k]))
                        .toList());
        int shown = Math.min(SHOWN, chains.size());
        return new Answer(
                title,
                table,
                findings(found),
                List.of(flow(chains.subList(0, shown))),
                new Answer.Shown(List.of("rank", "chain_names", "value_musd", "share", "cumulative_share"), SHOWN),
                Provenance.of(world.id()));
    }

    private Map<String, Object> facts(SupplyChains.Answer found) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("from", naming.code(query.partner()) + "_" + naming.sectorCode(query.fromSector()));
        facts.put("into", naming.code(query.home()) + "_" + naming.sectorCode(query.intoSector()));
        facts.put("total_musd", found.totalMusd());
        facts.put("coverage", found.coverage());
        facts.put("threshold", query.threshold());
        facts.put("complete", found.complete());
        return facts;
    }

    private List<Column<Row>> columns() {
        return List.of(
                new Column<>("rank", Row::rank),
                new Column<>(
                        "chain",
                        r -> r.chain.industries().stream().map(world::label).collect(Collectors.joining(" > "))),
                new Column<>("chain_names", r -> String.join(" > ", names(r.chain))),
                new Column<>("stages", r -> r.chain.industries().size() - 1),
                new Column<>("value_musd", r -> r.chain.valueMusd()),
                new Column<>("share", r -> r.chain.share()),
                new Column<>("cumulative_share", Row::covered));
    }

    private List<String> names(Chain chain) {
        return chain.industries().stream().map(naming::industry).toList();
    }

    private String described(int economy, int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? naming.the(economy)
                : words.say(
                        "title.industry",
                        "economy",
                        naming.the(economy),
                        "sector",
                        words.the(world.sectors().get(sector)));
    }

    private List<Finding> findings(SupplyChains.Answer found) {
        if (found.chains().isEmpty()) {
            return List.of(Finding.headline(words.begin("find.paths.none")));
        }
        double third = found.chains().stream()
                .filter(this::passesAThird)
                .mapToDouble(Chain::valueMusd)
                .sum();
        Chain strongest = found.chains().getFirst();
        return List.of(
                Finding.headline(words.begin(
                        "find.paths.total",
                        "total",
                        words.dollars(found.totalMusd()),
                        "count",
                        found.chains().size(),
                        "share",
                        words.percent(found.coverage()))),
                Finding.story(
                        words.begin(
                                "find.paths.strongest",
                                "share",
                                words.percent(strongest.share()),
                                "chain",
                                String.join(words.say("find.paths.to"), names(strongest))),
                        new Figure(0, "share")),
                Finding.story(
                        third > 0
                                ? words.begin("find.paths.third", "share", words.percent(third / found.totalMusd()))
                                : words.begin("find.paths.direct")));
    }

    private boolean passesAThird(Chain chain) {
        return chain.industries().stream()
                .map(world::economyOf)
                .anyMatch(economy -> economy != query.partner() && economy != query.home());
    }

    /** Chains laid over each other, ending together on the right. */
    private Chart flow(List<Chain> chains) {
        int longest = chains.stream().mapToInt(c -> c.industries().size()).max().orElse(1);
        Map<String, Chart.Node> nodes = new LinkedHashMap<>();
        Map<List<String>, Double> links = new LinkedHashMap<>();
        for (Chain chain : chains) {
            List<String> labels = names(chain);
            for (int k = 0; k < labels.size(); k++) {
                int stage = longest - labels.size() + k;
                String id = labels.get(k) + "@" + stage;
                nodes.putIfAbsent(id, new Chart.Node(id, labels.get(k), stage));
                if (k > 0) {
                    links.merge(List.of(labels.get(k - 1) + "@" + (stage - 1), id), chain.valueMusd(), Double::sum);
                }
            }
        }
        return new Chart.Flow(
                words.say("unit.valueadded"),
                List.copyOf(nodes.values()),
                links.entrySet().stream()
                        .map(e ->
                                new Chart.Link(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
                        .toList());
    }
}
