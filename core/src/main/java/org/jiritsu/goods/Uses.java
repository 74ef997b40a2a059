package org.jiritsu.goods;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiritsu.base.Csv;
import org.jiritsu.base.FileAccess;
import org.jiritsu.base.InputException;
import org.jiritsu.base.Said;

/** Which industries need a good for which part of their output, and how many days of it are held in stock. */
public final class Uses {
    private final List<Use> uses;
    private final List<Stock> stocks;

    private Uses(List<Use> uses, List<Stock> stocks) {
        this.uses = List.copyOf(uses);
        this.stocks = List.copyOf(stocks);
    }

    /** What a figure rests on. */
    public enum Basis {
        PUBLISHED,
        /** What a government aims at; how much is held is not known. */
        TARGET,
        JUDGEMENT
    }

    /**
     * An industry that cannot make a part of its output without any one of these goods, or what they become.
     *
     * @param economy where it holds; empty for everywhere
     * @param industry by code of the world table {@code icio2022}, with {@code D35} for electricity and gas
     * @param isic ISIC Rev. 4 divisions or groups
     * @param share of its output, 0 to 1
     * @param source where it was published; empty for a judgement
     */
    public record Use(
            List<GoodCode> goods,
            Optional<String> economy,
            String industry,
            String isic,
            Range share,
            Basis basis,
            String source,
            String note) {}

    /**
     * Stocks in days of usual use.
     *
     * @param economy who holds them
     */
    public record Stock(List<GoodCode> goods, String economy, Range days, Basis basis, Said source, String note) {}

    static Uses bundled(Path folder) {
        return new Uses(uses(folder.resolve("uses.csv")), stocks(folder.resolve("stocks.csv")));
    }

    /**
     * The same stocks with a user's own table of uses.
     *
     * @throws InputException if a row is not between 0 and 1, or its ends are out of order
     */
    public Uses with(Path ownUses) {
        return new Uses(uses(FileAccess.require(ownUses)), stocks);
    }

    private static List<Use> uses(Path file) {
        List<Use> uses = new ArrayList<>();
        for (Csv.Row row : Csv.read(
                file,
                List.of("goods", "economy", "industry", "isic", "low", "usual", "high", "basis", "source", "note"))) {
            Range share = range(row);
            if (share.high() > 1) {
                throw row.wrong("high", "a share of output of at most 1", "that cell was edited by hand.");
            }
            uses.add(new Use(
                    goods(row),
                    Optional.of(row.text("economy")).filter(e -> !e.isEmpty()),
                    row.text("industry"),
                    row.text("isic"),
                    share,
                    basis(row),
                    row.text("source"),
                    row.text("note")));
        }
        return uses;
    }

    private static List<Stock> stocks(Path file) {
        return Csv.read(file, List.of("goods", "economy", "low", "usual", "high", "basis", "source", "note")).stream()
                .map(row -> new Stock(
                        goods(row), row.text("economy"), range(row), basis(row), row.said("source"), row.text("note")))
                .toList();
    }

    private static List<GoodCode> goods(Csv.Row row) {
        try {
            return row.list("goods").stream().map(GoodCode::of).toList();
        } catch (InputException e) {
            throw e.at(row.place());
        }
    }

    private static Basis basis(Csv.Row row) {
        Basis basis = row.oneOf("basis", Basis.class);
        if (basis == Basis.PUBLISHED && row.text("source").isEmpty()) {
            throw row.wrong("source", "where the figure was published", "that cell was edited by hand.");
        }
        return basis;
    }

    private static Range range(Csv.Row row) {
        Range range = new Range(row.number("low"), row.number("usual"), row.number("high"));
        if (!(range.low() >= 0)) {
            throw row.wrong("low", "0 or more", "that cell was edited by hand.");
        }
        if (!(range.usual() >= range.low() && range.high() >= range.usual())) {
            throw row.wrong(
                    "usual",
                    "between low " + range.low() + " and high " + range.high(),
                    "that cell was edited by hand.");
        }
        return range;
    }

    /** Every row. */
    public List<Use> all() {
        return uses;
    }

    /** Who in an economy needs a good. */
    public List<Use> of(GoodCode good, String economy) {
        return uses.stream()
                .filter(u -> u.goods().stream().anyMatch(good::like)
                        && u.economy().orElse(economy).equals(economy))
                .toList();
    }

    /** What an economy holds of a good, if anything is published. */
    public Optional<Stock> stock(GoodCode good, String economy) {
        return stocks.stream()
                .filter(s ->
                        s.goods().stream().anyMatch(good::like) && s.economy().equals(economy))
                .findFirst();
    }
}
