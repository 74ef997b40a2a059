package org.jiritsu.study.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.study.StepResult;
import org.jiritsu.study.StudyResult;
import org.jiritsu.study.Table;
import org.jiritsu.world.About;

/** The whole report as its template sees it: text only, in reading order. */
record ReportPage(
        String title,
        String home,
        Source latest,
        String years,
        List<String> summary,
        List<ReportStep> steps,
        List<Method> methods,
        List<String> papers,
        List<Source> worlds,
        List<String> limits,
        List<String> checks,
        String version,
        String studyText,
        ReportAssets assets) {

    /** A method and the sections that rest on it. */
    record Method(String name, List<ReportStep> steps) {}

    /** A world table with its terms. */
    record Source(String id, String title, int year, String source, String licence, String unit, String valueAdded) {
        static Source of(About about) {
            return new Source(about.id(), about.title(), about.year(), about.source(), about.licence(), about.unit(),
                    about.valueAdded());
        }
    }

    static ReportPage of(StudyResult result) {
        ReportColours colours = new ReportColours();
        List<ReportStep> steps = result.steps().stream().map(step -> ReportStep.of(step, colours)).toList();
        List<Source> worlds = result.worlds().stream().map(Source::of).toList();
        return new ReportPage(
                result.study().title(), result.homeName(), worlds.getLast(), years(worlds),
                paragraphs(result.study().summary()), steps, methods(steps), papers(steps), worlds, limits(result),
                result.checks(), result.version(), result.study().source().strip(), ReportAssets.load());
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

    /** The years of a study over several worlds; empty where there is one. */
    private static String years(List<Source> worlds) {
        return worlds.size() < 2
                ? ""
                : worlds.stream().map(w -> Integer.toString(w.year())).distinct().collect(Collectors.joining(", "));
    }

    private static List<Method> methods(List<ReportStep> steps) {
        Map<String, List<ReportStep>> byMethod =
                steps.stream().collect(Collectors.groupingBy(ReportStep::method, LinkedHashMap::new, Collectors.toList()));
        return byMethod.entrySet().stream().map(e -> new Method(e.getKey(), e.getValue())).toList();
    }

    private static List<String> papers(List<ReportStep> steps) {
        return steps.stream()
                .flatMap(step -> step.table().columns().stream())
                .flatMap(column -> Stream.of(column.source().split(";")))
                .map(String::strip)
                .filter(source -> !source.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> limits(StudyResult result) {
        Set<String> limits = new LinkedHashSet<>();
        result.worlds().forEach(world -> limits.addAll(world.notes()));
        result.steps().stream().map(StepResult::table).map(Table::head).forEach(head -> limits.addAll(head.notes()));
        return List.copyOf(limits);
    }
}
