package org.jiritsu.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiritsu.Bundled;
import org.jiritsu.Mistakes;
import org.jiritsu.partners.Arms.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmsTest {
    private static final Path DATA = Bundled.root().resolve("data/partners");
    private static final Arms ARMS = Arms.bundled(DATA);

    @TempDir
    Path temp;

    @Test
    void knowsHowFarJapanDependsOnTheUnitedStates() {
        Map<String, Double> shares =
                Map.of("2010-2014", 0.916, "2015-2019", 0.952, "2020-2024", 0.965, Arms.ORDERED, 0.980);
        shares.forEach((window, share) -> {
            Arms.Supplier top = ARMS.suppliers(Choice.all("JPN", window)).getFirst();
            assertEquals("USA", top.economy());
            assertEquals(share, top.share(), 5e-4, window);
        });
        assertEquals(0.931, ARMS.concentration(Choice.all("JPN", "2020-2024")).orElseThrow(), 5e-4);
        assertEquals(5427, ARMS.total(Choice.all("JPN", "2020-2024")), 0.5);
    }

    @Test
    void addsUpByKindAndByRoute() {
        for (String recipient : ARMS.recipients()) {
            double whole = ARMS.total(Choice.all(recipient, "2020-2024"));
            double kinds = ARMS.kinds().stream()
                    .mapToDouble(k -> ARMS.total(new Choice(recipient, "2020-2024", Optional.of(k), Optional.empty())))
                    .sum();
            double routes = List.of(Route.values()).stream()
                    .mapToDouble(r -> ARMS.total(new Choice(recipient, "2020-2024", Optional.empty(), Optional.of(r))))
                    .sum();
            assertEquals(whole, kinds, 1e-9 * whole);
            assertEquals(whole, routes, 1e-9 * whole);
        }
    }

    @Test
    void knowsTheWorldsExporters() {
        Arms.World world = Arms.World.bundled(DATA);
        Map<String, Double> shares = world.exporters("2020-2024").stream()
                .collect(Collectors.toMap(Arms.Supplier::economy, Arms.Supplier::share));
        // SIPRI, fact sheet of March 2025: United States 43, France 9.6, Russia 7.8, China 5.9
        assertEquals(0.43, shares.get("USA"), 0.01);
        assertEquals(0.096, shares.get("FRA"), 0.003);
        assertEquals(0.078, shares.get("RUS"), 0.003);
        assertEquals(0.059, shares.get("CHN"), 0.001);
        assertEquals(2.52, world.imports("JPN", 2017, 2021) / world.imports("JPN", 2012, 2016), 5e-3);
        Mistakes.assertWrongUse(() -> world.imports("JPN", 2017, 2023), "2000 to 2021");
        Mistakes.assertWrongUse(() -> world.imports("JPM", 2017, 2021), "'JPN' is meant");
        assertTrue(world.exports("JPN", 2000, 2021) < world.imports("JPN", 2021, 2021));
    }

    @Test
    void refusesWhatIsNotThere() {
        Mistakes.assertWrongUse(() -> ARMS.suppliers(Choice.all("JPM", "2020-2024")), "'JPN' is meant");
        Mistakes.assertWrongUse(() -> ARMS.suppliers(Choice.all("JPN", "2021-2025")), "window");
        Mistakes.assertWrongUse(
                () -> ARMS.suppliers(new Choice("JPN", "2020-2024", Optional.of("swords"), Optional.empty())),
                "'swords' is no kind of weapon");
        assertTrue(ARMS.concentration(new Choice("PHL", "2010-2014", Optional.of("satellites"), Optional.empty()))
                .isEmpty());
    }

    @Test
    void addsUpARegister() throws IOException {
        // invented deals: a recipient that is split evenly over years, a licence, a part, an order, a region
        SipriRegister register = SipriRegister.read(
                register(
                        "Japan,United States,2018,?,10,,X-1,fighter aircraft,8,,2019; 2020; 2021; 2022,New,,5,50,40",
                        "Japan,United States,2018,,1,,X-2,frigate,1,,2021,New,\"Built, under licence in Japan\",8,8,8",
                        "Japan,Sweden,2018,,4,,X-3,ship engine,4,,2024,New,for 2 Y frigates produced in Japan,1,4,4",
                        "Japan,Italy,1990,,4,,X-4,flying carpet,0,,,New,,1,4,",
                        "NATO**,Germany,2018,,1,,X-5,tank,1,,2021,New,,2,2,2"),
                DATA);
        assertEquals(5, register.deals());
        assertEquals("1 Apr 2026 10:00:00 AM", register.edition());
        assertEquals(Set.of("flying carpet"), register.unknownDescriptions());
        Arms arms = register.sums(List.of(new SipriRegister.Window(2020, 2024)), 2010);
        assertEquals(
                List.of(
                        new ArmsFlow("JPN", "2020-2024", "aircraft", Route.DIRECT, "USA", 30),
                        new ArmsFlow("JPN", "2020-2024", "engines", Route.COMPONENT, "SWE", 4),
                        new ArmsFlow("JPN", "2020-2024", "ships", Route.LICENCE, "USA", 8),
                        new ArmsFlow("JPN", "ordered", "aircraft", Route.DIRECT, "USA", 10),
                        new ArmsFlow("ZZZ", "2020-2024", "armoured vehicles", Route.DIRECT, "DEU", 2)),
                arms.flows());
        assertEquals(
                List.of("JPN"),
                arms.recipientsOf("SWE", "2020-2024").stream()
                        .map(Arms.Supplier::economy)
                        .toList());
    }

    @Test
    void refusesARegisterOfAnotherEdition() throws IOException {
        Path yearly = Files.writeString(temp.resolve("yearly.csv"), "supplier,recipient,year,value\nUSA,JPN,2020,5\n");
        Mistakes.assertBadData(() -> SipriRegister.read(yearly, DATA), "yearly.csv, line 1", "before 2024");
        Path few = Files.writeString(temp.resolve("few.csv"), "Recipient,Supplier,Year of order\nJapan,Italy,2\n");
        Mistakes.assertBadData(() -> SipriRegister.read(few, DATA), "few.csv, line 1", "SIPRI TIV per unit");
        Path changed = register("Japan,Italy,2018,,1,,X,tank,1,,2021,New,,2,2,two");
        Mistakes.assertBadData(() -> SipriRegister.read(changed, DATA), "line 4, column 16", "two");
        Path empty = register();
        Mistakes.assertBadData(() -> SipriRegister.read(empty, DATA), "holds no deals");
        Mistakes.assertWrongUse(() -> SipriRegister.read(temp.resolve("none.csv"), DATA), "none.csv");
        Mistakes.assertWrongUse(() -> new SipriRegister.Window(2024, 2020), "2020-2024 is meant");
    }

    @Test
    void leavesBlanksBlankInTheKillChain() {
        List<KillChainLink> chain = KillChainLink.bundled(DATA);
        assertTrue(chain.stream().anyMatch(KillChainLink::blank));
        assertEquals(
                Set.of("satellites", "links", "targeting", "munitions", "spare parts"),
                chain.stream().map(KillChainLink::link).collect(Collectors.toSet()));
        assertTrue(chain.stream()
                .filter(l -> l.evidence() == Evidence.SEEN)
                .noneMatch(l -> l.source().isEmpty()));
    }

    @Test
    void readsBurdens() {
        List<Burden> burdens = Burden.bundled(DATA);
        Burden pledge = burdens.stream()
                .filter(b ->
                        b.economy().equals("JPN") && b.measure().startsWith("investment pledge to the United States"))
                .findFirst()
                .orElseThrow();
        assertEquals(550, pledge.value());
        assertEquals(
                List.of(1.0, 2.0, 3.5),
                burdens.stream()
                        .filter(b -> b.measure().equals("guideline"))
                        .map(Burden::value)
                        .toList());
    }

    private Path register(String... deals) throws IOException {
        String text = "Transfers of major conventional arms\nData generated: 1 Apr 2026 10:00:00 AM\n"
                + "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,"
                + "Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,"
                + "SIPRI TIV for total order,SIPRI TIV of delivered weapons\n"
                + String.join("\n", deals)
                + "\n";
        return Files.writeString(temp.resolve("register.csv"), text, StandardCharsets.ISO_8859_1);
    }
}
