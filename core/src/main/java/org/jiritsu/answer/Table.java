package org.jiritsu.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiritsu.world.About;
import org.jiritsu.world.World;

/**
 * A result with its working: what was asked of which world, by which method, from which sources, and flat rows. A cell is
 * a String, a Long or a Double; NaN means that the figure has no meaning there and is written as empty.
 */
public record Table(Head head, List<Field> fields, List<List<Object>> rows) {
    public Table {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /**
     * @param title what the table shows, in words
     * @param facts figures that hold for the whole table, such as a threshold or a total, by field name
     * @param sources data sources as they should be cited
     * @param notes limits a reader should know
     * @param words of all that is said here, of the labels of fields, and of names in rows
     */
    public record Head(
            String title,
            String world,
            String home,
            String unit,
            String method,
            Map<String, Object> facts,
            List<String> sources,
            List<String> notes,
            Words words) {
        public Head {
            facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        /** Of a result computed from these worlds, with their sources and limits. */
        public static Head of(
                Words words,
                List<World> worlds,
                String home,
                String title,
                String unit,
                String method,
                Map<String, Object> facts) {
            return new Head(
                    title,
                    worlds.stream().map(World::id).collect(Collectors.joining(" ")),
                    home,
                    unit,
                    method,
                    facts,
                    worlds.stream()
                            .map(world -> sourceLine(words, world.about()))
                            .distinct()
                            .toList(),
                    worlds.stream()
                            .flatMap(w -> w.about().notes().stream())
                            .map(words::data)
                            .distinct()
                            .toList(),
                    words);
        }

        /** Source, licence, and what value added means in it: it stands wherever a figure of this world does. */
        public static String sourceLine(Words words, About about) {
            return words.say(
                    "source",
                    "source",
                    words.data(about.source()),
                    "licence",
                    words.data(about.licence()),
                    "valueadded",
                    words.data(about.valueAdded()));
        }
    }

    /** One row a record. */
    public static <R> Table of(Head head, List<Column<R>> columns, List<R> records) {
        Builder table = new Builder(head, columns.stream().map(Column::field).toArray(String[]::new));
        records.forEach(
                each -> table.row(columns.stream().map(c -> c.of().apply(each)).toArray()));
        return table.build();
    }

    /** Collects rows. */
    public static final class Builder {
        private final Head head;
        private final List<Field> fields;
        private final List<List<Object>> rows = new ArrayList<>();

        public Builder(Head head, String... fieldNames) {
            this.head = head;
            this.fields = Arrays.stream(fieldNames)
                    .map(name -> head.words().field(name))
                    .toList();
        }

        /** Cells in the order of the fields; an Integer becomes a Long. */
        public Builder row(Object... cells) {
            if (cells.length != fields.size()) {
                throw new IllegalArgumentException("%d cells for %d fields".formatted(cells.length, fields.size()));
            }
            rows.add(Arrays.stream(cells)
                    .map(c -> c instanceof Integer i ? (Object) Long.valueOf(i) : c)
                    .toList());
            return this;
        }

        /** Many rows at once. */
        public Builder rows(List<List<Object>> all) {
            all.forEach(cells -> row(cells.toArray()));
            return this;
        }

        public Table build() {
            return new Table(head, fields, rows);
        }
    }

    /** The first {@code count} rows. */
    public Table top(int count) {
        return count >= rows.size() ? this : new Table(head, fields, rows.subList(0, count));
    }

    /** The value of a field in a row. */
    public Object cell(int row, String field) {
        return rows.get(row).get(index(field));
    }

    /** The value of a numeric field in a row. */
    public double number(int row, String field) {
        return ((Number) cell(row, field)).doubleValue();
    }

    /** The value of a field of text in a row. */
    public String text(int row, String field) {
        return (String) cell(row, field);
    }

    private int index(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No field " + field);
    }
}
