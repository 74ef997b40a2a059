package org.jiritsu.study.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Words;
import org.jiritsu.study.StepResult;
import org.jiritsu.study.StudyResult;
import org.jiritsu.world.About;

/**
 * The whole report as its template sees it: text only, in reading order.
 *
 * @param t the page's own words
 * @param standing whose study it is, of which year, from which table
 * @param caution the first limit of the world that answers, such as that it is an estimate; may be empty
 */
record ReportPage(
        String language,
        Map<String, String> t,
        String title,
        String standing,
        String world,
        String caution,
        List<String> summary,
        List<ReportStep> steps,
        List<Method> methods,
        List<Paper> papers,
        List<Source> worlds,
        List<String> limits,
        List<String> checks,
        String version,
        String made,
        String studyText,
        ReportAssets assets) {

    /** A method and the sections that rest on it. */
    record Method(String name, List<ReportStep> steps) {}

    /** What defines some columns, and their labels. */
    record Paper(String source, String columns) {}

    /** World tables on the same terms. */
    record Source(List<Named> tables, String source, String terms) {
        record Named(String id, String title) {}

        static Source of(List<About> tables, Words words) {
            About first = tables.getFirst();
            return new Source(
                    tables.stream()
                            .map(about -> new Named(about.id(), words.data(about.title())))
                            .toList(),
                    words.data(first.source()),
                    words.say(
                            "report.terms",
                            "licence",
                            words.data(first.licence()),
                            "unit",
                            words.data(first.unit()),
                            "valueadded",
                            words.data(first.valueAdded())));
        }
    }

    static ReportPage of(StudyResult result) {
        ReportColours colours = new ReportColours();
        About latest = result.worlds().getLast();
        Words words = Words.in(result.study().language());
        ReportAssets assets = ReportAssets.load();
        boolean drawn = !assets.drawing().isEmpty();
        List<ReportStep> steps = result.steps().stream()
                .map(step -> ReportStep.of(step, colours, origin(step, result), drawn))
                .toList();
        return new ReportPage(
                words.language().code(),
                words.under("report"),
                result.study().title(),
                standing(result, words),
                words.data(latest.title()),
                latest.notes().stream().findFirst().map(words::data).orElse(""),
                paragraphs(result.study().summary()),
                steps,
                methods(steps),
                papers(steps),
                sources(result.worlds(), words),
                limits(result, steps, words),
                result.checks(),
                result.version(),
                made(result, words, assets),
                result.study().source().strip(),
                assets);
    }

    /** Where the figures of a step are from, and what is to be kept in mind of them. */
    private static String origin(StepResult step, StudyResult result) {
        Words words = Words.in(result.study().language());
        About latest = result.worlds().getLast();
        return Stream.concat(
                                step.answer().table().head().sources().stream(),
                                latest.notes().stream().limit(1).map(words::data))
                        .map(said -> said.matches(".*[.。]") ? said : said + words.say("report.stop"))
                        .collect(Collectors.joining(
                                " ",
                                "",
                                " Jiritsu " + result.version() + ", "
                                        + result.study().title()))
                        .strip()
                + words.say("report.stop");
    }

    private static String made(StudyResult result, Words words, ReportAssets assets) {
        return assets.drawing().stream()
                .findFirst()
                .map(drawing -> words.say("report.made", "version", result.version(), "echarts", drawing.version())
                        + " " + drawing.notice())
                .orElseGet(() -> words.say("report.made.plain", "version", result.version()));
    }

    /** Paragraphs of an author's text: blank lines part them. */
    static List<String> paragraphs(String text) {
        return text.lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .transform(t -> Stream.of(t.split("\n{2,}")))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
    }

    private static String standing(StudyResult result, Words words) {
        About latest = result.worlds().getLast();
        String years = years(result.worlds());
        return words.say(
                years.isEmpty() ? "report.standing" : "report.standing.years",
                "home",
                result.homeName(),
                "year",
                latest.year(),
                "world",
                words.data(latest.title()),
                "years",
                years);
    }

    /** The other years of the worlds a study asks; empty where there is one. */
    private static String years(List<About> worlds) {
        return worlds.stream()
                .filter(w -> w.year() != worlds.getLast().year())
                .map(w -> Integer.toString(w.year()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<Method> methods(List<ReportStep> steps) {
        Map<String, List<ReportStep>> byMethod = steps.stream()
                .collect(Collectors.groupingBy(ReportStep::method, LinkedHashMap::new, Collectors.toList()));
        return byMethod.entrySet().stream()
                .map(e -> new Method(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Paper> papers(List<ReportStep> steps) {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        steps.stream()
                .flatMap(step -> step.table().columns().stream())
                .filter(column -> !column.source().isEmpty())
                .forEach(c -> columns.computeIfAbsent(c.source(), s -> new LinkedHashSet<>())
                        .add(c.label()));
        return columns.entrySet().stream()
                .map(e -> new Paper(e.getKey(), String.join(", ", e.getValue())))
                .toList();
    }

    private static List<Source> sources(List<About> worlds, Words words) {
        return worlds.stream()
                .collect(Collectors.groupingBy(
                        w -> List.of(w.source(), w.licence(), w.unit(), w.valueAdded()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(tables -> Source.of(tables, words))
                .toList();
    }

    private static List<String> limits(StudyResult result, List<ReportStep> steps, Words words) {
        Set<String> limits = new LinkedHashSet<>();
        result.worlds().forEach(world -> world.notes().forEach(note -> limits.add(words.data(note))));
        steps.forEach(step -> limits.addAll(step.limits()));
        return List.copyOf(limits);
    }
}
