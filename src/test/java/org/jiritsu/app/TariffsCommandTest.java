package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        Called.inProcess(call.toArray(String[]::new)).done();
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
            String economy, double terms, double volume, double welfare, double wage, double income) throws IOException {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tariffs|one of --scenario",
        "tariffs --scenario us-2025-agust|you meant us-2025-august",
        "tariffs --importer USA|'--tariff 15%'",
        "tariffs --scenario nafta --optimum USA|2 of them",
        "tariffs --scenario us-2025-august --elasticities GYX|you meant GYY",
        "tariffs --scenario us-2025-august --draws 1|at least 2"
    })
    void aWrongCallIsAnsweredWithTheLikeliestMend(String call, String hint) {
        Called.inProcess(call.split(" ")).answered(2, hint);
    }

    @Test
    void aRateWithoutItsPercentSignIsAskedAbout() {
        Called.inProcess("tariffs", "--importer", "USA", "--tariff", "15").answered(2, "15% was meant");
    }
}
