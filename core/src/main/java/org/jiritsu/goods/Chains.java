package org.jiritsu.goods;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiritsu.base.Csv;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;
import org.jiritsu.base.Said;

/** The critical chains from mine to product, with the goods and tables by which each stage can be seen. */
public final class Chains {
    private final Map<String, List<Link>> chains = new LinkedHashMap<>();

    private Chains() {}

    /**
     * One stage of a chain.
     *
     * @param goods under which it is traded; none where it has no code or the bundled data do not hold it
     * @param material whose output by country is published, empty if none
     * @param output the name of that table's stage
     * @param wmd the mineral of World Mining Data, empty if none
     * @param content tonnes in which output is counted per tonne traded: what an ore or compound holds of the material
     * @param note what it is, or where the data stop
     */
    public record Link(
            String chain,
            Stage stage,
            List<GoodCode> goods,
            String material,
            String output,
            String wmd,
            double content,
            Said note) {
        public Link {
            goods = List.copyOf(goods);
        }
    }

    static Chains read(Path file) {
        Chains all = new Chains();
        for (Csv.Row row :
                Csv.read(file, List.of("chain", "stage", "goods", "material", "output", "wmd", "content", "note"))) {
            Link link = new Link(
                    row.text("chain"),
                    row.oneOf("stage", Stage.class),
                    row.list("goods").stream().map(GoodCode::of).toList(),
                    row.text("material"),
                    row.text("output"),
                    row.text("wmd"),
                    row.number("content"),
                    row.said("note"));
            if (!(link.content() > 0 && link.content() <= 1)) {
                throw row.wrong("content", "a share above 0 and at most 1", "that cell was edited by hand.");
            }
            all.chains.computeIfAbsent(link.chain(), c -> new ArrayList<>()).add(link);
        }
        return all;
    }

    public List<String> names() {
        return List.copyOf(chains.keySet());
    }

    /**
     * The stages of a chain, the mine first.
     *
     * @throws InputException if there is no such chain
     */
    public List<Link> of(String chain) {
        List<Link> links = chains.get(chain);
        if (links == null) {
            throw InputException.use(
                    "There is no such chain",
                    "one of " + String.join(", ", chains.keySet()),
                    chain,
                    "you meant "
                            + NearestWord.of(chain, chains.keySet())
                                    .orElse(chains.keySet().iterator().next()) + ".");
        }
        return List.copyOf(links);
    }

    /** Where a good stands, if it is in a chain. */
    public Optional<Link> linkOf(GoodCode good) {
        return chains.values().stream()
                .flatMap(List::stream)
                .filter(link -> link.goods().stream().anyMatch(good::like))
                .findFirst();
    }
}
