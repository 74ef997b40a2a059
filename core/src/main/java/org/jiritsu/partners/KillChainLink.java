package org.jiritsu.partners;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jiritsu.base.Csv;
import org.jiritsu.base.FileAccess;

/**
 * A row of an analyst's table of who provides what between seeing and acting. A blank is a blank: it is never filled from
 * values of arms traded.
 *
 * @param economy whose chain it is
 * @param link satellites, links, targeting, munitions or spare parts
 * @param what the part of it
 * @param own what the economy has of its own; empty if none was found
 * @param partners who else provides it; empty if none was found
 */
public record KillChainLink(
        String economy,
        String link,
        String what,
        String own,
        List<String> partners,
        Evidence evidence,
        String source,
        String note) {

    /** Whether nothing was found. */
    public boolean blank() {
        return own.isEmpty() && partners.isEmpty();
    }

    /** @param folder {@code data/partners} */
    public static List<KillChainLink> bundled(Path folder) {
        return read(folder.resolve("kill_chain.csv"));
    }

    /**
     * A table of one's own.
     *
     * @param file CSV with the columns economy, link, what, own, partner (codes with ';' between them), evidence, source, note
     */
    public static List<KillChainLink> own(Path file) {
        return read(FileAccess.require(file));
    }

    private static List<KillChainLink> read(Path file) {
        return Csv.read(file, List.of("economy", "link", "what", "own", "partner", "evidence", "source", "note"))
                .stream()
                .map(r -> new KillChainLink(
                        r.text("economy"),
                        r.text("link"),
                        r.text("what"),
                        r.text("own"),
                        Arrays.stream(r.text("partner").split(";"))
                                .filter(p -> !p.isBlank())
                                .toList(),
                        Evidence.of(r),
                        r.text("source"),
                        r.text("note")))
                .toList();
    }
}
