package org.jiritsu.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiritsu.ask.Cost;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Spec;
import org.jiritsu.questions.Questions;

/**
 * Goes through the usual commands once, so that Java can keep what they load, link and run often (JEP 514, 515) and each
 * of them starts fast. The launcher calls it after a build, with a folder of its own for what is written.
 */
public final class Rehearsal {
    private static final int ECONOMIES = 30;
    private static final int SECTORS = 20;

    private Rehearsal() {}

    /** @param args the folder, and the file that tells the launcher which words make long work */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.write(Path.of(args[1]), costs());
        Path table = Files.writeString(folder.resolve("table.csv"), table());
        for (Question question : Questions.ALL.questions()) {
            Spec spec = question.spec();
            if (spec.usual() == Cost.LONG) {
                continue; // who waits minutes does not wait for classes to load
            }
            spec.examples().stream()
                    .limit(1)
                    .map(words -> Stream.of(List.of(spec.name()), words, List.of("--format", "json"))
                            .flatMap(List::stream))
                    .forEach(words -> Main.run(words.toArray(String[]::new)));
        }
        Main.run("world", "import", "icio", table.toString(), "--as", "rehearsal", "--year", "2022");
    }

    /** A line a question: its name, its usual cost, and the options with which it takes long. */
    private static List<String> costs() {
        return Questions.ALL.questions().stream()
                .map(Question::spec)
                .map(spec -> Stream.concat(
                                Stream.of(spec.name(), spec.usual().name()),
                                spec.all().stream()
                                        .filter(param -> param.slow() != Cost.QUICK)
                                        .map(Param::option))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** A table in the layout of the OECD, each industry buying the same of every other. */
    private static String table() {
        List<String> industries = IntStream.range(0, ECONOMIES * SECTORS)
                .mapToObj(i -> "Q%c%c_S%02d".formatted('A' + i / SECTORS / 26, 'A' + i / SECTORS % 26, i % SECTORS))
                .toList();
        int all = industries.size();
        String uses = IntStream.range(0, ECONOMIES)
                .mapToObj(e -> industries.get(e * SECTORS).substring(0, 4) + "HFCE")
                .collect(Collectors.joining(","));
        String cells = ",1.2345".repeat(all) + ",24.6912".repeat(ECONOMIES);
        double output = all * 1.2345 + ECONOMIES * 24.6912;
        String rows = industries.stream()
                .map(industry -> "%s%s,%.4f%n".formatted(industry, cells, output))
                .collect(Collectors.joining());
        return "V1,%s,%s,OUT%n%s".formatted(String.join(",", industries), uses, rows)
                + last("VA", output - all * 1.2345, all)
                + last("OUT", output, all);
    }

    private static String last(String name, double value, int all) {
        return name + ",%.4f".formatted(value).repeat(all) + ",".repeat(ECONOMIES + 1) + "\n";
    }
}
