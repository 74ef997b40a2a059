package org.jiritsu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Imports run one way between rooms, and nobody reaches into another room's internals. */
class ArrowsTest {
    /** What each room may look at, beside itself. */
    private static final Map<String, List<String>> SEES = Map.of(
            "base", List.of(),
            "linear", List.of("base"),
            "world", List.of("base"),
            "exposure", List.of("base", "linear", "world"),
            "trade", List.of("base", "linear", "world"),
            "disruption", List.of("base", "world"),
            "study", List.of("base", "linear", "world", "exposure", "trade", "disruption"),
            "app", List.of("base", "linear", "world", "exposure", "trade", "disruption", "study"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
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
}
