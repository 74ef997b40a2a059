package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.questions.Questions;
import org.jiritsu.world.ImportOptions;
import org.jiritsu.world.TableFormat;
import org.jiritsu.world.WorldStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TariffsCommandTest {
    @TempDir
    private Path folder;

    private JsonNode json(String... args) throws IOException {
        Path file = folder.resolve("result.json");
        List<String> call = new ArrayList<>(List.of("tariffs"));
        call.addAll(List.of(args));
        call.addAll(List.of("-o", file.toString()));
        CommandProcess.inProcess(call.toArray(String[]::new)).done();
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private static JsonNode economy(JsonNode json, String code) {
        return StreamSupport.stream(json.get("rows").spliterator(), false)
                .filter(row -> row.get("economy").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Caliendo and Parro (2015), table 2, to its rounding; the exact figure stands beside the famous one. */
    @ParameterizedTest
    @CsvSource({"MEX,-0.41,1.72,1.31,1.72,0.007", "CAN,-0.11,0.04,-0.06,0.32,-0.110", "USA,0.04,0.04,0.08,0.11,0.074"})
    void naftaIsTheTableOfThePaper(
            String economy, double terms, double volume, double welfare, double wage, double income)
            throws IOException {
        JsonNode row = economy(json("--world", "cp1993", "--scenario", "nafta", "--deficits", "zero"), economy);
        assertEquals(terms, row.get("terms_of_trade_pct").asDouble(), 0.0051);
        assertEquals(volume, row.get("volume_of_trade_pct").asDouble(), 0.0051);
        assertEquals(welfare, row.get("first_order_welfare_pct").asDouble(), 0.0051);
        assertEquals(wage, row.get("real_wage_pct").asDouble(), 0.0051);
        assertEquals(income, row.get("real_income_pct").asDouble(), 0.0006);
    }

    @Test
    void aTariffTypedInHitsWhomItNamesFirst() throws IOException {
        JsonNode json = json("--world", "wiod2011", "--importer", "USA", "--exporter", "JPN", "--tariff", "24%");
        assertEquals("JPN", json.get("rows").get(0).get("economy").asString());
        assertTrue(json.get("rows").get(0).get("real_income_pct").asDouble() < 0);
        assertEquals(5.9e6, 100 * economy(json, "JPN").get("real_income_musd").asDouble() / income(json, "JPN"), 0.3e6);
        assertTrue(json.get("worst_residual").asDouble() < 1e-8);
    }

    @Test
    void theSameSeedGivesTheSameBands() throws IOException {
        String[] call = {"JPN", "--world", "wiod2011", "--scenario", "us-2025-august", "--draws", "4", "--seed", "7"};
        JsonNode first = json(call).get("rows");
        assertEquals(first, json(call).get("rows"));
        for (JsonNode row : first) {
            assertTrue(row.get("low_5").asDouble() <= row.get("median").asDouble());
            assertTrue(row.get("median").asDouble() <= row.get("high_95").asDouble());
        }
    }

    private static double income(JsonNode json, String code) {
        return economy(json, code).get("real_income_pct").asDouble();
    }

    /** The same answer twice is the same change; the plainer models give other figures and say so. */
    @Test
    void aMirrorCostsTheOneWhoBegan() throws IOException {
        String[] call = {"--world", "wiod2011", "--importer", "USA", "--exporter", "CHN,EU27", "--tariff-add", "20%"};
        JsonNode alone = json(call);
        JsonNode mirror = json(with(call, "--retaliate", "mirror"));
        assertTrue(income(mirror, "USA") < income(alone, "USA"));
        assertTrue(
                mirror.get("notes").toString().contains("same measure"),
                mirror.get("notes").toString());
        JsonNode plain = json(with(call, "--no-io"));
        assertTrue(Math.abs(income(plain, "USA") - income(alone, "USA")) > 1e-3);
        assertTrue(plain.get("notes").toString().contains("Without input-output links"));
        JsonNode one = json(with(call, "--one-sector", "--elasticities", "5"));
        assertTrue(
                one.get("notes").toString().contains("theta 5.00"),
                one.get("notes").toString());
    }

    @Test
    void bestAnswersShowTheirTariffsAndAreNoWorseThanNone() throws IOException {
        String[] call = {"--world", "wiod2011", "--importer", "USA", "--exporter", "CHN", "--tariff-add", "20%"};
        JsonNode best = json(with(call, "--retaliate", "best"));
        assertTrue(economy(best, "CHN").get("mean_tariff_pct").asDouble() > 5);
        assertTrue(income(best, "CHN") > income(json(call), "CHN"));
        assertTrue(economy(best, "JPN").get("mean_tariff_pct").isNull());
    }

    @ParameterizedTest
    @CsvSource({"--export-tax,20%", "--trade-cost,10%", "--tariff-floor,30%", "--ban,"})
    void everyInstrumentIsOnTheCommandLine(String option, String rate) throws IOException {
        String[] call = {
            "JPN", "--world", "wiod2011", "--importer", "JPN", "--exporter", "CHN", "--sector", "c14,c15", option
        };
        JsonNode json = json(rate == null ? call : with(call, rate));
        assertEquals(1, json.get("rows").size());
        assertTrue(Math.abs(income(json, "JPN")) > 1e-3);
        JsonNode row = json.get("rows").get(0);
        assertEquals(Set.of("--trade-cost", "--ban").contains(option), row.has("trade_cost_pct"));
        if (option.equals("--trade-cost")) {
            assertEquals(
                    row.get("first_order_welfare_pct").asDouble(),
                    row.get("terms_of_trade_pct").asDouble()
                            + row.get("volume_of_trade_pct").asDouble()
                            + row.get("trade_cost_pct").asDouble(),
                    1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tariff -5%|A tariff below zero, here down to -5%, is a subsidy on imports",
                "--tariff -0.05|A tariff below zero, here down to -5%, is a subsidy on imports",
                "--tariff-add -3%|is a subsidy on imports",
                "--export-tax -5%|An export tax below zero, here down to -5%, is a subsidy on exports",
                "--export-tax -5% --lang ja|マイナスの輸出税（最低-5%）",
                "--tariff -5% --lang ja|マイナスの関税（最低-5%）",
            })
    void aRateBelowZeroIsSaidToBeASubsidy(String measure, String said) throws IOException {
        String[] call = {"--world", "wiod2011", "--importer", "USA", "--exporter", "JPN", "--one-sector"};
        assertTrue(json(with(call, measure.split(" "))).get("notes").toString().contains(said));
        for (String taken : List.of("--tariff 0%", "--trade-cost -5%", "--tariff-floor -5%")) {
            String notes = json(with(call, taken.split(" "))).get("notes").toString();
            assertFalse(notes.contains("below zero"), notes);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,a tariff of 100%", "0.125,a tariff of 12.5%", "15%,a tariff of 15%", "-0.05,a tariff of -5%"})
    void theTitleSaysTheRateInPerCent(String rate, String said) throws IOException {
        String title = json(
                        "--world",
                        "wiod2011",
                        "--importer",
                        "USA",
                        "--exporter",
                        "JPN",
                        "--one-sector",
                        "--tariff",
                        rate)
                .get("title")
                .asString();
        assertTrue(title.toLowerCase(Locale.ROOT).startsWith(said + " on"), title);
    }

    /** In one sector, which is quick. */
    @Test
    void theValueOfRulesIsTodayAgainstNash() throws IOException {
        String[] call = {
            "--world",
            "wiod2011",
            "--nash",
            "--deficits",
            "zero",
            "--one-sector",
            "--coalition",
            "EU27",
            "--coalition",
            "USA,CAN,MEX"
        };
        JsonNode json = json(call);
        for (JsonNode row : json.get("rows")) {
            double today = row.get("real_income_today_pct").asDouble();
            double nash = row.get("real_income_nash_pct").asDouble();
            assertEquals(0, today);
            assertEquals(
                    100 * (100 / (100 + nash) - 1),
                    row.get("value_of_rules_pct").asDouble(),
                    1e-9);
            assertEquals(
                    Math.signum(-nash),
                    Math.signum(row.get("value_of_rules_musd").asDouble()));
            assertTrue(row.get("mean_tariff_pct").asDouble()
                    > row.get("tariff_today_pct").asDouble());
        }
        assertEquals(
                economy(json, "USA").get("mean_tariff_pct"),
                economy(json, "CAN").get("mean_tariff_pct"));
        JsonNode warred = json(with(call, "--scenario", "us-2025-august"));
        assertEquals(
                economy(json, "JPN").get("real_income_nash_pct").asDouble(),
                economy(warred, "JPN").get("real_income_nash_pct").asDouble(),
                1e-12);
        JsonNode scenario =
                json("--world", "wiod2011", "--deficits", "zero", "--one-sector", "--scenario", "us-2025-august");
        assertEquals(
                income(scenario, "JPN"),
                economy(warred, "JPN").get("real_income_today_pct").asDouble(),
                1e-12);
    }

    private static String[] with(String[] call, String... more) {
        return Stream.concat(Arrays.stream(call), Arrays.stream(more)).toArray(String[]::new);
    }

    private static final String NO_INPUTS = """
            from,to,value
            AAA_g,AAA_HFCE,50
            AAA_g,BBB_HFCE,10
            BBB_g,BBB_HFCE,80
            BBB_g,AAA_HFCE,10
            """;

    private static final String ALL_ABROAD = """
            from,to,value
            AAA_g,AAA_g,5
            BBB_g,BBB_g,5
            AAA_g,AAA_HFCE,1
            AAA_g,BBB_HFCE,99
            BBB_g,BBB_HFCE,80
            BBB_g,AAA_HFCE,1
            """;

    /** Worlds of one's own that the model cannot hold; asked with an analysis, as over HTTP. */
    @ParameterizedTest
    @MethodSource
    void aWorldThatTheModelCannotHoldIsAClearError(String lines, String call, String hint) throws IOException {
        Path file = folder.resolve("lines.csv");
        Files.writeString(file, lines);
        WorldStore store = new WorldStore(Bundled.root().resolve("data"), folder.resolve("own"));
        store.keep(TableFormat.LONG.read(file, ImportOptions.of("own").year(2020)));
        Question tariffs = Questions.ALL.question("tariffs").orElseThrow();
        Session session = Bundled.session(store, Kernel.java()).of(tariffs);
        String message = assertThrows(
                        InputException.class,
                        () -> tariffs.plan(session, options(tariffs, call))
                                .answer()
                                .get())
                .getMessage();
        Mistakes.assertForm(message);
        assertTrue(message.contains(hint), message);
    }

    /** Options with a value each, or none. */
    private static org.jiritsu.ask.Arguments options(Question question, String call) {
        Map<String, List<Given>> given = new TreeMap<>();
        for (String each : call.split("(^| )--")) {
            String[] words = each.split(" ", 2);
            if (!each.isEmpty()) {
                given.put(words[0], List.of(Given.option(words.length > 1 ? words[1] : "true")));
            }
        }
        return org.jiritsu.ask.Arguments.of(question.spec(), given);
    }

    static Stream<Arguments> aWorldThatTheModelCannotHoldIsAClearError() {
        String ask = "--world own --importer BBB --sector g --tariff 300%";
        return Stream.of(
                Arguments.of(NO_INPUTS, ask + " --elasticities 4", "has no input-output block"),
                Arguments.of(ALL_ABROAD, ask + " --elasticities 4", "The income of AAA turns negative"),
                Arguments.of(ALL_ABROAD, ask, "No elasticities are known"),
                Arguments.of(ALL_ABROAD, "--world own --nash --elasticities 4", "are goods is not known"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tariffs|one of --scenario",
                "tariffs --scenario us-2025-agust|you meant us-2025-august",
                "tariffs --importer USA|'--tariff 15%'",
                "tariffs --scenario nafta --optimum USA|2 of them",
                "tariffs --scenario us-2025-august --elasticities GYX|you meant GYY",
                "tariffs --scenario us-2025-august --draws 1|at least 2",
                "tariffs --tariff 10%|no --importer or --exporter",
                "tariffs --importer USA --tariff 10% --ban|tariff and ban",
                "tariffs --importer USA --tariff 10% --scenario us-2025-april|2 of them",
                "tariffs --importer USA --tariff 1500%|15% was meant; for no trade at all",
                "tariffs --importer USA --tariff -110%|the sign is wrong",
                "tariffs --importer USA --tariff -100%|the sign is wrong",
                "tariffs --importer USA --tariff -1|the sign is wrong",
                "tariffs --importer USA --export-tax 12,5%|a decimal comma",
                "tariffs --importer USA --trade-cost -100%|the sign is wrong",
                "tariffs --importer USB --tariff 10%|you meant USA",
                "tariffs --importer EU29 --tariff 10%|you meant EU2",
                "tariffs --importer USA --exporter GTM --tariff 10%|rest of the world",
                "tariffs --importer USA --exporter Guatemala --tariff 10%|rest of the world",
                "tariffs --importer USA --exporter Atlantis --tariff 10%|jiritsu worlds wiod2011",
                "tariffs --importer USA --sector C99 --tariff 10%|Unknown sector",
                "tariffs --importer USA --sector metals --ban|cannot cover a part",
                "tariffs --importer USA --ban --one-sector|A ban cannot be told in one sector",
                "tariffs --scenario us-2025-august --elasticities -2|above 0",
                "tariffs --scenario us-2025-august --elasticities 0|above 0",
                "tariffs --scenario mine.yaml|--scenario-file mine.yaml",
                "tariffs --scenario-file none.yaml|no such file",
                "tariffs --nash --draws 20|leave out --draws",
                "tariffs --nash --coalition EU27 --coalition DEU,USA|DEU twice",
                "tariffs --optimum JPN --coalition EU27|--coalition with --nash",
                "tariffs --scenario us-2025-august --rates-by-sector|leave out --rates-by-sector",
                "tariffs --scenario us-2025-august --vary deficits|--vary with --draws N",
                "tariffs --scenario us-2025-august --draws 9 --vary deficits --spread 0.2|--spread",
                "tariffs --scenario eu-cptpp-free --retaliate best|nothing to retaliate against",
                "tariffs XYZ --scenario us-2025-august|Unknown economy"
            })
    void aWrongCallIsAnsweredWithTheLikeliestMend(String call, String hint) {
        CommandProcess.inProcess(with(call.split(" "), "--world", "wiod2011")).answered(2, hint);
    }

    @Test
    void aRateWithoutItsPercentSignIsAskedAbout() {
        CommandProcess.inProcess("tariffs", "--importer", "USA", "--tariff", "15")
                .answered(2, "15% was meant");
    }
}
