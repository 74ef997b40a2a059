package org.jiritsu.answer.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.CellText;
import org.jiritsu.answer.Field;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;

/** Aligned columns for a terminal: title, field names, units, rows, then method, sources and notes. */
public final class TextAnswer {
    private static final int WIDEST_TEXT = 44;
    private static final int NARROWEST = 12;

    private TextAnswer() {}

    public static void write(Answer answer, OutputStream out) throws IOException {
        Table table = answer.table();
        StringWriter whole = new StringWriter();
        PrintWriter text = new PrintWriter(whole);
        text.println(table.head().title());
        text.println();
        List<String> told = Stream.of(Finding.Role.HEADLINE, Finding.Role.STORY)
                .flatMap(role -> answer.said(role).stream())
                .toList();
        told.forEach(text::println);
        if (!told.isEmpty()) {
            text.println();
        }
        List<Field> fields = table.fields();
        Words words = table.head().words();
        List<String> units = fields.stream().map(f -> words.unit(f.kind())).toList();
        List<List<String>> cells = table.rows().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> shortened(CellText.cell(fields.get(i), row.get(i))))
                        .toList())
                .toList();
        int[] widths = IntStream.range(0, fields.size())
                .map(i -> Math.max(
                        Math.max(longestWord(fields.get(i)), width(units.get(i))),
                        cells.stream().mapToInt(row -> width(row.get(i))).max().orElse(0)))
                .toArray();
        header(text, fields, units, widths);
        cells.forEach(row -> line(text, fields, widths, row));
        text.println();
        foot(text, answer, told, words);
        out.write(whole.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Field names broken at their underscores, so that columns stay as narrow as their figures, then units. */
    private static void header(PrintWriter text, List<Field> fields, List<String> units, int[] widths) {
        List<List<String>> names = IntStream.range(0, fields.size())
                .mapToObj(i -> broken(fields.get(i).name(), widths[i]))
                .toList();
        int lines = names.stream().mapToInt(List::size).max().orElse(1);
        for (int l = 0; l < lines; l++) {
            int at = l;
            line(
                    text,
                    fields,
                    widths,
                    names.stream()
                            .map(parts -> at < parts.size() ? parts.get(at) : "")
                            .toList());
        }
        if (!String.join("", units).isEmpty()) {
            line(text, fields, widths, units);
        }
        line(text, fields, widths, IntStream.of(widths).mapToObj("-"::repeat).toList());
    }

    private static List<String> broken(String name, int width) {
        List<String> lines = new ArrayList<>();
        for (String word : words(name)) {
            boolean fits = !lines.isEmpty() && lines.getLast().length() + word.length() <= width;
            lines.add(fits ? lines.removeLast() + word : word);
        }
        return lines;
    }

    private static int longestWord(Field field) {
        int longest = Arrays.stream(words(field.name()))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(longest, Math.min(field.name().length(), NARROWEST));
    }

    /** "va_lost" is "va_" and "lost". */
    private static String[] words(String name) {
        return name.split("(?<=_)");
    }

    private static void line(PrintWriter text, List<Field> fields, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(widths[i] - width(cell));
            boolean left = fields.get(i).kind() == Field.Kind.TEXT;
            line.append(i == 0 ? "" : "  ").append(left ? cell + padding : padding + cell);
        }
        text.println(line.toString().stripTrailing());
    }

    /** With what was assumed and what the figures cannot say, each once. */
    private static void foot(PrintWriter text, Answer answer, List<String> told, Words words) {
        Table.Head head = answer.table().head();
        for (Map.Entry<String, Object> fact : head.facts().entrySet()) {
            text.println(
                    fact.getKey() + ": " + (fact.getValue() instanceof Double d ? CellText.plain(d) : fact.getValue()));
        }
        text.println(words.say("table.world", "world", head.world()));
        text.println(words.say("table.method", "method", head.method()));
        head.sources().forEach(source -> text.println(words.say("table.source", "source", source)));
        Stream.of(answer.said(Finding.Role.ASSUMPTION), answer.said(Finding.Role.LIMIT), head.notes())
                .flatMap(List::stream)
                .distinct()
                .filter(note -> !told.contains(note))
                .forEach(note -> text.println(words.say("table.note", "note", note)));
    }

    /** In columns of a terminal, on which a Japanese character takes two. */
    private static int width(String text) {
        return text.codePoints()
                .map(c -> c >= 0x3000 && c <= 0x9fff || c >= 0xff00 && c <= 0xff60 ? 2 : 1)
                .sum();
    }

    private static String shortened(String text) {
        String cell = text.replaceAll("\\s+", " ");
        int end = cell.length();
        while (width(cell.substring(0, end)) > WIDEST_TEXT) {
            end--;
        }
        return end == cell.length() ? cell : cell.substring(0, end - 1) + "…";
    }
}
