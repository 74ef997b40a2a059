package org.jiritsu.answer;

import java.util.List;

/**
 * What is answered, everywhere the same: at the terminal, in files, in a report, over HTTP and on a page.
 *
 * @param heading of its section in a report
 * @param table the figures, whole; its head has world, home, unit, method and sources
 * @param findings in plain sentences, headlines first
 * @param charts the pictures of it, the most telling first
 * @param shown which part of the table a reader is shown; files hold all
 */
public record Answer(
        String heading, Table table, List<Finding> findings, List<Chart> charts, Shown shown, Provenance from) {
    public Answer {
        findings = List.copyOf(findings);
        charts = List.copyOf(charts);
    }

    /** Fields of a table and a number of its rows. */
    public record Shown(List<String> fields, int rows) {
        public Shown {
            fields = List.copyOf(fields);
        }

        /** Every field and row. */
        public static Shown all(Table table) {
            return new Shown(
                    table.fields().stream().map(Field::name).toList(),
                    table.rows().size());
        }
    }

    /** A table that needs no words or pictures. */
    public static Answer of(Table table, Provenance from) {
        return new Answer(table.head().title(), table, List.of(), List.of(), Shown.all(table), from);
    }

    /** The same with the worst value of a check that a model made of itself. */
    public Answer checked(String name, double worst) {
        return new Answer(heading, table, findings, charts, shown, from.checked(name, worst));
    }

    /** The same with so many rows shown to a reader. */
    public Answer showing(int rows) {
        return new Answer(heading, table, findings, charts, new Shown(shown.fields(), rows), from);
    }

    /** The sentences of a role, in order. */
    public List<String> said(Finding.Role role) {
        return findings.stream()
                .filter(f -> f.role() == role)
                .map(Finding::said)
                .toList();
    }

    /** The first rows alone; a finding that speaks of a row left out names no figures. */
    public Answer top(int rows) {
        if (rows >= table.rows().size()) {
            return this;
        }
        List<Finding> within = findings.stream()
                .map(f -> new Finding(
                        f.role(),
                        f.said(),
                        f.figures().stream().filter(at -> at.row() < rows).toList()))
                .toList();
        return new Answer(heading, table.top(rows), within, charts, shown, from);
    }
}
