package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DisruptCommandTest {
    @TempDir
    private Path folder;

    private JsonNode json(String... args) throws IOException {
        Path file = folder.resolve("result.json");
        List<String> call = new ArrayList<>(List.of("disrupt"));
        call.addAll(List.of(args));
        call.addAll(List.of("--world", "wiod2011", "-o", file.toString()));
        CommandProcess.inProcess(call.toArray(String[]::new)).done();
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    @Test
    void aCutIsFeltWhenTheStocksRunOut() throws IOException {
        JsonNode json = json("JPN", "--cut", "CHN:c14", "--inputs-only", "--days", "30", "--horizon", "60", "--endure");
        JsonNode first = json.get("rows").get(0);
        assertEquals(10, first.get("days_lasted").asDouble());
        assertTrue(first.get("bottleneck_chain").asString().endsWith("CHN_c14 (cut)"));
        assertTrue(json.get("worst_imbalance").asDouble() < 1e-9);
        assertEquals(
                "From day 0, for 30 days: China sells no electrical and optical equipment to the industries of Japan.",
                json.get("notes").get(0).asString());
    }

    @Test
    void twiceTheTimeCostsMoreThanTwice() throws IOException {
        assertTrue(lost("60") > 2 * lost("30"));
    }

    private double lost(String days) throws IOException {
        JsonNode rows = json("JPN", "--cut", "CHN:c14", "--inputs-only", "--days", days, "--horizon", "150")
                .get("rows");
        assertEquals("JPN", rows.get(0).get("economy").asString());
        return rows.get(0).get("va_lost_musd").asDouble();
    }

    @Test
    void homeComesFirstThenWhoLosesMost() throws IOException {
        JsonNode rows = json("JPN", "--lose", "TWN:c14", "--horizon", "8").get("rows");
        assertEquals("JPN", rows.get(0).get("economy").asString());
        assertEquals("TWN", rows.get(1).get("economy").asString());
        assertEquals(41, rows.size());
        for (int r = 2; r < rows.size(); r++) {
            assertTrue(rows.get(r).get("va_lost_musd").asDouble()
                    <= rows.get(r - 1).get("va_lost_musd").asDouble());
        }
    }

    @Test
    void nothingHappensBeforeItBegins() throws IOException {
        JsonNode rows = json("JPN", "--lose", "TWN:c14", "--from", "5", "--horizon", "8", "--by", "day")
                .get("rows");
        assertEquals(8, rows.size());
        double usual = rows.get(0).get("world_production_musd").asDouble();
        assertEquals(usual, rows.get(4).get("world_production_musd").asDouble(), 1e-9 * usual);
        assertTrue(rows.get(5).get("world_production_musd").asDouble() < usual);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "disrupt JPN|--cut SELLER",
                "disrupt JPN --cut CHM --world wiod2011|you meant CHN",
                "disrupt JPN --cut CHN:c1x --world wiod2011|you meant c1",
                "disrupt JPN --cut CHN --share 2 --world wiod2011|0.02",
                "disrupt JPN --cut CHN --horizon 0 --world wiod2011|1 to 36500",
                "disrupt JPN --cut CHN --level 90 --world wiod2011|percentage"
            })
    void aWrongCallIsAnsweredWithTheLikeliestMend(String call, String hint) {
        CommandProcess.inProcess(call.split(" ")).answered(2, hint);
    }
}
