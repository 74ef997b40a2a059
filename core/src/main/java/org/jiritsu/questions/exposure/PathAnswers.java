package org.jiritsu.questions.exposure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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

/** The strongest chains from a partner into a home. */
record PathAnswers(Told told, SupplyChains.Query query, SupplyChains.Answer found) {
    private static final int SHOWN = 12;

    private record Row(int rank, Chain chain, double covered) {}

    private Words words() {
        return told.words();
    }

    Answer answer(Provenance from) {
        Table table = table();
        return new Answer(
                table.head().title(),
                table,
                findings(),
                found.chains().isEmpty() ? List.of() : List.of(flow()),
                new Answer.Shown(List.of("rank", "chain_names", "value_musd", "share", "cumulative_share"), SHOWN),
                from);
    }

    private Table table() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("from", told.code(query.partner()) + "_" + told.sectorCode(query.fromSector()));
        facts.put("into", told.code(query.home()) + "_" + told.sectorCode(query.intoSector()));
        facts.put("total_musd", found.totalMusd());
        facts.put("coverage", found.coverage());
        facts.put("threshold", query.threshold());
        facts.put("complete", found.complete());
        List<Row> rows = new ArrayList<>();
        double covered = 0;
        for (Chain chain : found.chains()) {
            covered += chain.share();
            rows.add(new Row(rows.size() + 1, chain, covered));
        }
        return Table.of(
                told.head(List.of(told.world()), told.code(query.home()), title(), "method.paths", facts),
                List.of(
                        new Column<Row>("rank", Row::rank),
                        new Column<>("chain", r -> joined(r.chain, " > ", told.world()::label)),
                        new Column<>("chain_names", r -> joined(r.chain, " > ", this::industry)),
                        new Column<>("stages", r -> r.chain.industries().size() - 1),
                        new Column<>("value_musd", r -> r.chain.valueMusd()),
                        new Column<>("share", r -> r.chain.share()),
                        new Column<>("cumulative_share", Row::covered)),
                rows);
    }

    String title() {
        return words().say(
                        "title.paths",
                        "from",
                        described(query.partner(), query.fromSector()),
                        "into",
                        described(query.home(), query.intoSector()));
    }

    private String described(int economy, int sector) {
        return sector == PartnerShare.ALL_SECTORS
                ? told.the(economy)
                : words().say(
                                "title.paths.industry",
                                "economy",
                                told.the(economy),
                                "sector",
                                words().within(told.sector(sector)));
    }

    private static String joined(Chain chain, String between, IntFunction<String> name) {
        return chain.industries().stream().map(name::apply).collect(Collectors.joining(between));
    }

    private String industry(int industry) {
        return words().say(
                        "industry",
                        "economy",
                        told.name(told.world().economyOf(industry)),
                        "sector",
                        words().within(told.sector(told.world().sectorOf(industry))));
    }

    private List<Finding> findings() {
        List<Finding> said = new ArrayList<>();
        if (found.chains().isEmpty()) {
            said.add(Finding.headline(words().begin("find.paths.none")));
        } else {
            Chain strongest = found.chains().getFirst();
            said.add(Finding.headline(
                    words().begin(
                                    "find.paths.total",
                                    "total",
                                    words().dollars(found.totalMusd()),
                                    "count",
                                    found.chains().size(),
                                    "share",
                                    words().percent(found.coverage())),
                    new Figure(found.chains().size() - 1, "cumulative_share")));
            said.add(Finding.story(
                    words().begin(
                                    "find.paths.strongest",
                                    "share",
                                    words().percent(strongest.share()),
                                    "chain",
                                    joined(strongest, words().say("find.paths.to"), this::industry)),
                    new Figure(0, "share")));
            said.add(third());
        }
        said.addAll(told.estimate());
        return said;
    }

    private Finding third() {
        List<Integer> through = Told.rows(found.chains()).stream()
                .filter(r -> isThrough(found.chains().get(r)))
                .toList();
        double value = through.stream()
                .mapToDouble(r -> found.chains().get(r).valueMusd())
                .sum();
        return value > 0
                ? Finding.story(
                        words().begin("find.paths.third", "share", words().percent(value / found.totalMusd())),
                        through.stream().map(r -> new Figure(r, "share")).toArray(Figure[]::new))
                : Finding.story(words().begin("find.paths.direct"));
    }

    private boolean isThrough(Chain chain) {
        return chain.industries().stream()
                .map(told.world()::economyOf)
                .anyMatch(e -> e != query.partner() && e != query.home());
    }

    /** A link of the picture: two industries, and the stage of the second. */
    private record Step(String from, String to) {}

    /** Chains laid over each other, ending together on the right. */
    private Chart flow() {
        List<Chain> drawn = found.chains().stream().limit(SHOWN).toList();
        int longest = drawn.stream().mapToInt(c -> c.industries().size()).max().orElse(1);
        Map<String, Chart.Node> nodes = new LinkedHashMap<>();
        Map<Step, Double> links = new LinkedHashMap<>();
        for (Chain chain : drawn) {
            String before = "";
            for (int k = 0; k < chain.industries().size(); k++) {
                int stage = longest - chain.industries().size() + k;
                String label = industry(chain.industries().get(k));
                String id = label + "@" + stage;
                nodes.putIfAbsent(id, new Chart.Node(id, label, stage));
                if (k > 0) {
                    links.merge(new Step(before, id), chain.valueMusd(), Double::sum);
                }
                before = id;
            }
        }
        return new Chart.Flow(
                words().say("unit.valueadded"),
                List.copyOf(nodes.values()),
                links.entrySet().stream()
                        .map(e -> new Chart.Link(e.getKey().from, e.getKey().to, e.getValue()))
                        .toList());
    }
}
