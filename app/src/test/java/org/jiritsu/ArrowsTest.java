package org.jiritsu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiritsu.questions.Questions;
import org.junit.jupiter.api.Test;

/** Imports run one way between rooms, and nobody reaches into another room's internals. */
class ArrowsTest {
    private static final List<String> MODELS =
            List.of("exposure", "trade", "disruption", "goods", "ensemble", "hedge", "partners");

    /** What each room may look at, beside itself. */
    private static final Map<String, List<String>> SEES = Map.ofEntries(
            Map.entry("base", List.of()),
            Map.entry("linear", List.of("base")),
            Map.entry("world", List.of("base")),
            Map.entry("exposure", List.of("base", "linear", "world")),
            Map.entry("trade", List.of("base", "linear", "world")),
            Map.entry("disruption", List.of("base", "world")),
            Map.entry("goods", List.of("base", "world")),
            Map.entry("ensemble", List.of("base")),
            Map.entry("hedge", List.of("base", "ensemble")),
            Map.entry("partners", List.of("base")),
            Map.entry("answer", List.of("base", "world")),
            Map.entry("ask", List.of("base", "linear", "world", "answer")),
            Map.entry(
                    "questions",
                    Stream.concat(Stream.of("base", "linear", "world", "answer", "ask"), MODELS.stream())
                            .toList()),
            Map.entry("study", List.of("base", "linear", "world", "answer", "ask")),
            Map.entry(
                    "app",
                    List.of("base", "linear", "world", "trade", "goods", "answer", "ask", "questions", "study")));

    /** The models that a question may ask; of most its own alone. */
    private static final Map<String, List<String>> ASKS = Map.ofEntries(
            Map.entry("worlds", List.of()),
            Map.entry("exposure", List.of("exposure")),
            Map.entry("exports", List.of("exposure")),
            Map.entry("cutoff", List.of("exposure")),
            Map.entry("tariffs", List.of("trade")),
            Map.entry("disrupt", List.of("disruption", "goods")),
            Map.entry("network", List.of("partners")),
            Map.entry("arms", List.of("partners")),
            Map.entry("burden", List.of("partners", "disruption")),
            Map.entry("worth", List.of("partners", "disruption", "trade")),
            Map.entry("agreement", List.of("partners", "disruption", "trade")),
            Map.entry("goods", List.of("goods")),
            Map.entry("sea", List.of("goods")),
            Map.entry("hedge", List.of("hedge", "ensemble", "disruption", "goods", "trade")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.jiritsu");

    @Test
    void importsRunAlongTheArrows() {
        SEES.forEach((room, seen) -> SEES.keySet().stream()
                .filter(other -> !other.equals(room) && !seen.contains(other))
                .forEach(other -> noClasses()
                        .that()
                        .resideInAPackage("org.jiritsu." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.jiritsu." + other + "..")
                        .allowEmptyShould(true)
                        .check(CLASSES)));
    }

    @Test
    void nobodyReachesIntoAnotherRoomsInternals() {
        SEES.keySet()
                .forEach(room -> noClasses()
                        .that()
                        .resideOutsideOfPackage("org.jiritsu." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.jiritsu." + room + ".internal..")
                        .allowEmptyShould(true)
                        .check(CLASSES));
    }

    @Test
    void modelsKnowNoCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.jiritsu.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void aQuestionSeesItsOwnModelsAndNoOtherQuestion() {
        Questions.ALL.questions().forEach(question -> {
            String name = question.spec().name();
            List<String> forbidden = Stream.concat(
                            MODELS.stream()
                                    .filter(model ->
                                            !ASKS.getOrDefault(name, List.of()).contains(model))
                                    .map(model -> "org.jiritsu." + model + ".."),
                            Questions.ALL.questions().stream()
                                    .map(other -> other.getClass().getPackageName())
                                    .filter(other ->
                                            !other.equals(question.getClass().getPackageName())))
                    .toList();
            noClasses()
                    .that()
                    .resideInAPackage(question.getClass().getPackageName() + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.toArray(String[]::new))
                    .check(CLASSES);
        });
    }
}
