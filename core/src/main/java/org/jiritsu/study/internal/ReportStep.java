package org.jiritsu.study.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.CellText;
import org.jiritsu.answer.Field;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;
import org.jiritsu.study.StepResult;

/**
 * One section of the report.
 *
 * @param findings what the figures say, first the headline
 * @param figure the picture, or none
 * @param facts figures that hold for the whole section, such as a threshold; always visible
 * @param limits what else to keep in mind
 */
record ReportStep(
        String id,
        String heading,
        List<String> paragraphs,
        List<String> findings,
        List<ReportFigure> figure,
        ReportTable table,
        List<Fact> facts,
        String method,
        List<String> sources,
        List<String> limits) {

    /** A figure of the whole section, as a person reads it; {@code definition} may be empty. */
    record Fact(String label, String value, String unit, String definition) {}

    /**
     * @param origin what a picture that is saved says of its source
     * @param drawn whether there is what draws pictures
     */
    static ReportStep of(StepResult step, ReportColours colours, String origin, boolean drawn) {
        Table.Head head = step.answer().table().head();
        Words words = head.words();
        return new ReportStep(
                step.id(),
                step.heading(),
                ReportPage.paragraphs(step.text()),
                found(step.answer()),
                drawn ? ReportFigure.of(step, colours, origin) : List.of(),
                ReportTable.of(step, words),
                facts(head, words),
                head.method(),
                head.sources(),
                limits(step));
    }

    private static List<String> found(Answer answer) {
        return Stream.of(Finding.Role.HEADLINE, Finding.Role.STORY)
                .flatMap(role -> answer.said(role).stream())
                .toList();
    }

    /** What was assumed, what the figures cannot say, and the notes of the table that no finding says already. */
    private static List<String> limits(StepResult step) {
        Answer answer = step.answer();
        List<String> found = found(answer);
        return Stream.of(
                        answer.said(Finding.Role.ASSUMPTION),
                        answer.said(Finding.Role.LIMIT),
                        answer.table().head().notes())
                .flatMap(List::stream)
                .filter(said -> !found.contains(said))
                .distinct()
                .toList();
    }

    /** What the list of headlines says of this section: its first finding. */
    List<String> headline() {
        return findings.stream().limit(1).toList();
    }

    private static List<Fact> facts(Table.Head head, Words words) {
        return head.facts().entrySet().stream().map(fact -> fact(fact, words)).toList();
    }

    private static Fact fact(Map.Entry<String, Object> fact, Words words) {
        try {
            Field field = words.field(fact.getKey());
            String value = fact.getValue() instanceof Boolean
                    ? plain(fact.getValue(), words)
                    : CellText.cell(field, fact.getValue());
            return new Fact(field.label(), value, words.unit(field.kind()), field.definition());
        } catch (IllegalArgumentException e) {
            return new Fact(words.fact(fact.getKey()), plain(fact.getValue(), words), "", "");
        }
    }

    private static String plain(Object value, Words words) {
        return switch (value) {
            case Boolean yes -> words.say(yes ? "yes" : "no");
            case Double d when Math.abs(d) >= 100 -> String.format(Locale.ROOT, "%,.0f", d);
            case Double d when d != 0 && Math.abs(d) < 1e-6 -> String.format(Locale.ROOT, "%.1e", d);
            case Double d ->
                BigDecimal.valueOf(d)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
            default -> value.toString();
        };
    }
}
