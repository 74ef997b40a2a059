package org.jiritsu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that bring in and change worlds: what they refuse, what they keep, and hints that work when followed. */
class WorldCommandsTest {
    private static final List<String> TABLE = List.of(
            "from,to,value",
            "AAA_P,AAA_P,5",
            "AAA_P,BBB_P,3",
            "AAA_P,AAA_FD,10",
            "AAA_P,BBB_FD,2",
            "BBB_P,AAA_P,1",
            "BBB_P,BBB_P,4",
            "BBB_P,BBB_FD,20",
            "BBB_Q,BBB_FD,7");

    @TempDir
    private Path folder;

    private final String id = "t" + UUID.randomUUID().toString().substring(0, 8);

    /** Other tests compare what two processes have at hand. */
    @AfterEach
    void letGo() throws IOException {
        Path worlds = Places.home().resolve("worlds");
        try (Stream<Path> kept = Files.exists(worlds) ? Files.list(worlds) : Stream.of()) {
            for (Path world : kept.filter(file -> file.getFileName().toString().startsWith(id))
                    .toList()) {
                Files.delete(world);
            }
        }
    }

    private String write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines).toString();
    }

    private static CommandProcess done(CommandProcess call) {
        assertEquals(0, call.code(), call.err());
        return call;
    }

    private void importTable() throws IOException {
        done(CommandProcess.inProcess(
                "world", "import", "long", write("table.csv", TABLE), "--as", id, "--year", "2020"));
    }

    private CommandProcess balance(String as, List<String> totals, String... more) throws IOException {
        String file = write("totals.csv", totals);
        return CommandProcess.inProcess(
                Stream.concat(Stream.of("world", "balance", id, "--controls", file, "--as", as), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aBalancedWorldThatBreaksItsCheckIsKeptOnlyIfAskedFor() throws IOException {
        importTable();
        List<String> totals = List.of("total,label,value", "row,BBB_P,50", "column,BBB_P,60");
        String as = id + "b";
        balance(as, totals).failed(3, "GDP of every economy is above zero", "BBB", "--even-if-broken");
        assertFalse(Places.store().holds(as));
        CommandProcess kept = done(balance(as, totals, "--even-if-broken"));
        assertTrue(kept.err().contains("Broken all the same"), kept.err());
        assertTrue(Places.store().holds(as));
    }

    @Test
    void aFileOfTotalsThatIsOnlyAHeaderIsRefused() throws IOException {
        importTable();
        balance(id + "b", List.of("total,label,value")).failed(3, "states no total", "the header only");
    }

    @Test
    void aTotalOfZeroEmptiesItsRow() throws IOException {
        importTable();
        balance(id + "b", List.of("total,label,value", "row,AAA_P,0")).failed(3, "AAA", "--even-if-broken");
        done(balance(id + "b", List.of("total,label,value", "row,AAA_P,0"), "--even-if-broken"));
        assertEquals(0, Places.store().open(id + "b").output(0));
        done(balance(id + "c", List.of("total,label,value", "row,BBB_Q,0", "row,BBB_P,\"1,050\"", "column,AAA_P,6")));
        assertEquals(0, Places.store().open(id + "c").output(3));
        assertEquals(1050, Places.store().open(id + "c").output(2), 1e-6);
    }

    /** EORA26 and GLORIA are in thousands of dollars, and say so. */
    @Test
    void aTableInThousandsOfDollarsNeedsNoRate() throws IOException {
        Path system = Files.createDirectory(folder.resolve("sys"));
        Files.writeString(system.resolve("Z.txt"), """
                region\t\tUSA\tROW
                sector\t\tGoods\tGoods
                region\tsector\t\t
                USA\tGoods\t4000000\t1000000
                ROW\tGoods\t1000000\t9000000
                """);
        Files.writeString(system.resolve("Y.txt"), """
                region\t\tUSA\tROW
                category\t\tFD\tFD
                region\tsector\t\t
                USA\tGoods\t6000000\t4500000
                ROW\tGoods\t2000000\t9000000
                """);
        Files.writeString(
                system.resolve("unit.txt"), "region\tsector\tunit\nUSA\tGoods\t000 USD\nROW\tGoods\t000 USD\n");
        String[] call = {"world", "import", "pymrio", system.toString(), "--as", id, "--year", "2017"};
        CommandProcess done = done(CommandProcess.inProcess(call));
        assertTrue(done.err().contains("Converted from thousand USD to million USD."), done.err());
        Path out = folder.resolve("exposure.csv");
        done(CommandProcess.inProcess(
                "exposure", "USA", "--indicators", "--world", id, "--format", "csv", "-o", out.toString()));
        List<String> lines = Files.readAllLines(out).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        int at = List.of(lines.get(0).split(",")).indexOf("exports_musd");
        assertEquals(5500, Double.parseDouble(lines.get(1).split(",")[at]), 1e-9);
    }

    @Test
    void aGroupIsAskedForByTheHintThatIsGiven() throws IOException {
        Path out = folder.resolve("g7.csv");
        CommandProcess told = CommandProcess.inProcess("exposure", "G7", "--world", "wiod2011")
                .failed(2, "G7 is a group of 7 economies");
        Matcher hint = Pattern.compile("'--world (\\S+)' for (\\S+)\\.").matcher(told.err());
        assertTrue(hint.find(), told.err());
        done(CommandProcess.inProcess(
                "exposure", hint.group(2), "--world", hint.group(1), "--format", "csv", "-o", out.toString()));
        assertTrue(Files.readString(out).contains("G7"));
        done(CommandProcess.inProcess("world", "aggregate", "wiod2011", "--economies", "EU27", "--as", id));
        done(CommandProcess.inProcess(
                "exposure",
                "EU27",
                "--world",
                id,
                "-o",
                folder.resolve("eu.txt").toString()));
    }
}
