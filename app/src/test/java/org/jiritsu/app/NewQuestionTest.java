package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.app.http.Limits;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.linear.Kernel;
import org.jiritsu.questions.Questions;
import org.jiritsu.sample.SampleQuestion;
import org.jiritsu.study.StudyRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A question is one package and one line in one list: nothing else was changed for this one, and it is everywhere. */
class NewQuestionTest {
    private static final Catalogue CATALOGUE =
            new Catalogue(Stream.concat(Questions.ALL.questions().stream(), Stream.of(new SampleQuestion()))
                    .toList());

    @TempDir
    private Path folder;

    @Test
    void itIsACommandWithHelp() throws Exception {
        Path file = folder.resolve("sample.csv");
        assertEquals(0, Main.run(CATALOGUE, "sample", "JPN", "--times", "2", "--world", "wiod2011", "-o", "" + file));
        assertEquals("sample_musd", Files.readAllLines(file).getFirst());
        assertEquals(0, Main.run(CATALOGUE, "sample", "--help"));
        assertEquals(2, Main.run(CATALOGUE, "sample", "JPN", "--times", "10"));
    }

    @Test
    void itIsAStepAndSoAreItsForms() throws Exception {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "title: t\nhome: JPN\nworlds: [wiod2011]\nsteps:\n  - sample:\n      times: 3\n  - twice:\n");
        Path report = folder.resolve("report");
        new StudyRunner(CATALOGUE, Bundled.session(Bundled.store(folder), Kernel.java()), "test").run(study, report);
        assertTrue(Files.readString(report.resolve("report.html")).contains("What is made"));
        assertEquals(
                2, Files.readAllLines(report.resolve("tables/02-twice.csv")).size());
    }

    @Test
    void itIsAskedAndDescribedOverHttp() {
        try (ServerClient server = ServerClient.server(folder, Limits.USUAL, Optional.empty(), CATALOGUE)) {
            JsonNode answer = server.api("/sample?home=JPN&times=2&world=wiod2011")
                    .with(200)
                    .json();
            assertEquals("headline", answer.get("findings").get(0).get("role").asString());
            assertEquals("bars", answer.get("charts").get(0).get("kind").asString());
            server.api("/sample?home=JPN&times=10").problem(400, "from 1 to 9");
            assertTrue(server.api("/openapi.json").json().get("paths").has("/sample"));
            JsonNode form = server.api("/questions?lang=ja")
                    .json()
                    .valueStream()
                    .filter(each -> each.get("name").asString().equals("sample"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    List.of("home", "times", "world", "top"),
                    form.get("parameters")
                            .valueStream()
                            .map(p -> p.get("name").asString())
                            .toList());
            assertEquals("倍数", form.get("parameters").get(1).get("label").asString());
            assertTrue(server.api("/fields").json().has("sample_musd"));
        }
    }
}
