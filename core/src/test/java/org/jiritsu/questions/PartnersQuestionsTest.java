package org.jiritsu.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiritsu.Bundled;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Language;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.base.InputException;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions of network, arms, burden and worth: figures beside published or counted ones, sentences, errors. */
class PartnersQuestionsTest {
    private static final Session SESSION = Bundled.session(Bundled.store(Path.of("target/no-worlds")), Kernel.java());
    private static final String SEVEN = " --among USA,JPN,KOR,PHL,THA,AUS,NZL";

    private static Answer ask(String line, Language language) {
        List<String> words = List.of(line.split(" "));
        Question question = Questions.ALL.question(words.getFirst()).orElseThrow();
        Answer answer = question.plan(
                        SESSION.in(language).of(question),
                        CommandWords.arguments(question, words.subList(1, words.size())))
                .answer()
                .get();
        answer.findings().forEach(f -> f.figures().forEach(at -> answer.table().cell(at.row(), at.field())));
        return answer;
    }

    private static String headline(String line, Language language) {
        return ask(line, language).said(Finding.Role.HEADLINE).getFirst();
    }

    /** Counted by hand (docs/methods/partners.md). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--layers defence --as-of 1980-12-31|0.933|0.333|AUS, NZL",
                "--layers defence,consultation --as-of 2018-12-31|0.767|0.286|AUS, NZL",
                "--layers defence,consultation,access|0.567|0.429|AUS, JPN, NZL, PHL",
                "--layers defence,consultation,access --signed|0.500|0.476|AUS, JPN, NZL, PHL"
            })
    void thePacificSeven(String asked, double centralisation, double density, String linked) {
        Answer answer = ask("network JPN " + asked + SEVEN, Language.EN);
        assertEquals(centralisation, answer.table().number(0, "degree_centralisation"), 5e-4);
        assertEquals(density, answer.table().number(0, "density"), 5e-4);
        assertEquals(linked, answer.table().text(0, "linked_without"));
    }

    @Test
    void theNetworkInSentences() {
        String line = "network JPN --layers defence,consultation,access" + SEVEN;
        assertEquals(
                "Among 7 economies 9 pairs have a tie on 31 December 2025: centralisation 0.567 (a star about one hub"
                        + " is 1), density 0.429; the hub is the United States.",
                headline(line, Language.EN));
        assertEquals(
                "2025年12月31日現在、7の国・地域のうち9組に協定がある。集中度は0.567（一つの中心を持つ星形は1）、密度は0.429、中心は米国である。",
                headline(line, Language.JA));
        assertTrue(ask(line, Language.EN).said(Finding.Role.LIMIT).stream()
                .anyMatch(s -> s.contains("stand from memory") && s.contains("Status of Forces Agreement")));
    }

    @Test
    void aTieFromMemoryIsMarkedInTheList() {
        Answer list = ask("network JPN --list", Language.EN);
        for (int r = 0; r < list.table().rows().size(); r++) {
            assertEquals(
                    list.table().text(r, "evidence").equals("from memory"),
                    list.table().text(r, "tie").endsWith(" [from memory]"));
        }
    }

    /** By hand: KOR and THA hang on the United States alone; AUS and PHL are tied to Japan, NZL to them. */
    @Test
    void partnerByPartnerWithoutTheHub() {
        String line = "network JPN --by-partner --layers defence,consultation,access" + SEVEN;
        Answer answer = ask(line, Language.EN);
        assertEquals("USA", answer.table().head().facts().get("taken_away"));
        List<String> left = Stream.iterate(0, r -> r + 1)
                .limit(answer.table().rows().size())
                .map(r ->
                        answer.table().text(r, "partner") + " " + answer.table().text(r, "tied_without"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "AUS tied",
                        "KOR not linked",
                        "NZL through others",
                        "PHL tied",
                        "THA not linked",
                        "USA taken away"),
                left);
        assertTrue(answer.said(Finding.Role.LIMIT).stream().anyMatch(s -> s.contains("no alliance")));
    }

    @Test
    void theListWithOnePartnerIsAPartOfTheList() {
        Answer all = ask("network JPN --list", Language.EN);
        Answer with = ask("network JPN --list --with AUS", Language.JA);
        assertTrue(with.table().rows().size() < all.table().rows().size());
        for (int r = 0; r < with.table().rows().size(); r++) {
            assertTrue(with.table().text(r, "members").contains("AUS"));
        }
    }

    @Test
    void theFilmEndsWhereTheNetworkStands() {
        Answer film = ask("network JPN --layers defence,consultation,access --film 1980..2025" + SEVEN, Language.EN);
        assertEquals(46, film.table().rows().size());
        assertEquals(0.567, film.table().number(45, "degree_centralisation"), 5e-4);
    }

    @Test
    void armsOfJapan() {
        assertEquals(
                "Of the arms that Japan imported in 2020-2024, 96.5% came from the United States, after 91.6% in"
                        + " 2010-2014 and 95.2% in 2015-2019; concentration is 0.93 (1 is a single supplier).",
                headline("arms JPN", Language.EN));
        assertEquals(
                "日本が2020-2024年に輸入した装備のうち、96.5%は米国から納入された。それ以前は2010-2014年に91.6%及び2015-2019年に95.2%であった。"
                        + "集中度は0.93である（供給者が一つなら1）。",
                headline("arms JPN", Language.JA));
        assertEquals(
                "Of what is ordered and not delivered, 98.0% is to come from the United States.",
                ask("arms JPN", Language.EN).said(Finding.Role.STORY).getFirst());
        assertFalse(ask("arms JPN --by-kind", Language.JA).table().rows().isEmpty());
        assertTrue(headline("arms KOR --exports", Language.EN).contains("Poland"));
    }

    @Test
    void blanksOfTheKillChainStayBlank() {
        Answer chain = ask("arms JPN --kill-chain", Language.EN);
        long blank = Stream.iterate(0, r -> r + 1)
                .limit(chain.table().rows().size())
                .filter(r -> chain.table().text(r, "chain_own").isEmpty()
                        && chain.table().text(r, "chain_partners").isEmpty())
                .count();
        assertEquals(3, blank);
    }

    @Test
    void burdenIsOfTheGdpOfItsWorld() {
        Answer burden = ask("burden JPN --world wiod2011", Language.EN);
        World world = SESSION.world("wiod2011");
        double gdp = world.gdp(world.economy("JPN"));
        for (int r = 0; r < burden.table().rows().size(); r++) {
            assertEquals(
                    burden.table().number(r, "burden_musd") / gdp,
                    burden.table().number(r, "burden_of_gdp"),
                    1e-12);
        }
        assertTrue(ask("burden KOR --world wiod2011", Language.EN)
                .said(Finding.Role.HEADLINE)
                .getFirst()
                .contains("[from memory]"));
    }

    /** Shares add up to what all avoid, under either rule; partners that can stand in for each other are worth less last. */
    @Test
    void worthAddsUp() {
        Answer worth = ask("worth JPN --partners USA,TWN --cut CHN:c14 --tariff 0 --world wiod2011", Language.EN);
        double sum = worth.table().number(0, "shapley_musd") + worth.table().number(1, "shapley_musd");
        double alone = (Double) worth.table().head().facts().get("loss_alone_partial_musd");
        double all = (Double) worth.table().head().facts().get("loss_all_partial_musd");
        assertEquals(alone - all, sum, 1e-9 * alone);
        assertTrue(all >= 0 && alone > all);
        for (int r = 0; r < 2; r++) {
            assertTrue(worth.table().number(r, "last_in_musd") < worth.table().number(r, "first_in_musd"));
            assertEquals(worth.table().number(r, "last_in_musd"), worth.table().number(r, "leave_one_out_musd"));
        }
        assertTrue(
                worth.said(Finding.Role.ASSUMPTION).stream().anyMatch(s -> s.startsWith("A partner that stands by")));
        assertTrue(worth.said(Finding.Role.ASSUMPTION).stream()
                .anyMatch(s -> s.startsWith("A partner that does not stand by")));
        assertTrue(Math.abs(worth.from().checks().getOrDefault("imbalance", 1.0)) < 1e-9);
    }

    /** A promise is a player: the two halves of a partner add up to what it is worth whole, if nobody else plays. */
    @Test
    void promisesOfOnePartnerAreWorthWhatItIsWorthWhole() {
        String cut = " --cut CHN:c14 --tariff 0 --stocks 5 --days 20 --horizon 40 --world wiod2011";
        Answer whole = ask("worth JPN --partners USA" + cut, Language.EN);
        Answer parts = ask("worth JPN --partners USA:sells+spare,USA:stocks" + cut, Language.EN);
        double sum = parts.table().number(0, "shapley_musd") + parts.table().number(1, "shapley_musd");
        assertEquals(whole.table().number(0, "shapley_musd"), sum, 1e-9 * sum);
        assertTrue(parts.said(Finding.Role.ASSUMPTION).stream()
                .anyMatch(s -> s.startsWith("Promises of the United States are players")));
        assertTrue(parts.said(Finding.Role.ASSUMPTION).stream().anyMatch(s -> s.contains("sends no stocks")));
    }

    /** The guarantor who sets tariffs: its goods are worth nothing to tariffs, and its tariffs nothing in a ban. */
    @Test
    void theGuarantorAndTheTariffSetterAreTwoPlayers() {
        Answer worth = ask(
                "worth JPN --partners USA:sells+spare,USA:tariffs --cut CHN:c14 --days 20 --horizon 40 --world wiod2011",
                Language.JA);
        for (int r = 0; r < 2; r++) {
            boolean tariffs = worth.table().text(r, "states").contains("関税");
            assertEquals(tariffs, worth.table().number(r, "shapley_musd") == 0);
            assertEquals(tariffs, worth.table().number(r, "tariff_shapley_musd") != 0);
        }
    }

    /**
     * EU and Japan before their agreement: the model knows tariffs alone, and Felbermayr et al. (2017) find very little of
     * their +0.23% of GDP for Japan in tariffs.
     */
    @Test
    void theEuropeanUnionAndJapanBeforeTheirAgreement() {
        Answer answer = ask("agreement JPN --with DEU --world wiod2011", Language.EN);
        assertEquals("EU27", answer.table().text(0, "partner"));
        assertEquals(26, answer.table().text(0, "sign_together").split(", ").length); // HRV is not in WIOD 2013
        double gain = answer.table().number(0, "gain_pct");
        assertTrue(gain > 0 && gain < 0.1, "gain " + gain);
        assertTrue(answer.said(Finding.Role.LIMIT).stream().anyMatch(s -> s.contains("+0.23%")));
        double cheaper = ask("agreement JPN --with EU27 --cheaper 2% --world wiod2011", Language.JA)
                .table()
                .number(0, "gain_pct");
        assertTrue(cheaper > gain);
    }

    /** The same equilibrium as the bundled scenario, if everybody on either side trades freely with everybody. */
    @Test
    void aBlocIsTheScenarioOfTheSameName() {
        Answer bloc = ask("agreement CAN --with JPN+GBR+AUS+MEX+EU27 --between --world wiod2011", Language.EN);
        Answer scenario = ask("tariffs --scenario eu-cptpp-free --home CAN --world wiod2011", Language.EN);
        int canada = Stream.iterate(0, r -> r + 1)
                .filter(r -> scenario.table().text(r, "economy").equals("CAN"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                scenario.table().number(canada, "real_income_pct"), bloc.table().number(0, "gain_pct"), 1e-9);
    }

    @Test
    void anAgreementInForceHasNothingToLowerAndAPromiseAvoidsLoss() {
        Answer answer = ask(
                "agreement JPN --with KOR,TWN --cut CHN:c14 --days 20 --horizon 40 --stocks 5 --world wiod2011",
                Language.EN);
        for (int r = 0; r < 2; r++) {
            assertTrue(answer.table().number(r, "avoided_low_musd") >= 0);
            assertTrue(answer.table().number(r, "avoided_high_musd")
                    >= answer.table().number(r, "avoided_low_musd"));
        }
        assertTrue(answer.table().number(0, "avoided_high_musd") > 0);
        assertTrue(answer.from().checks().getOrDefault("residual", 1.0) < 1e-8);
    }

    /** At today's level nothing changes; more is ordered in proportion, and a smaller army orders less. */
    @Test
    void defenceSpendingIsASurgeOfDemand() {
        Answer surge = ask("burden JPN --spending 1,1.4,2,3.5 --days 30 --world wiod2011", Language.EN);
        assertEquals(0, surge.table().number(1, "surge_musd"), 1e-9);
        assertEquals(0, surge.table().number(1, "surge_output"), 1e-9);
        assertTrue(surge.table().number(0, "surge_output") < 0);
        assertEquals(surge.table().number(2, "surge_musd") / 0.6, surge.table().number(3, "surge_musd") / 2.1, 1e-6);
        assertTrue(surge.table().number(3, "surge_output") > surge.table().number(2, "surge_output"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network XXX|XXX",
                "agreement JPN --with JPN --world wiod2011|oneself",
                "agreement JPN --with DEU,FRA --world wiod2011|EU27",
                "agreement JPN --with XXX --world wiod2011|XXX",
                "agreement JPN --with USA --side ASEAM --world wiod2011|--side",
                "agreement JPN --with CHN --cut CHN:c14 --world wiod2011|--with",
                "agreement JPN --with USA --elasticities GYX --world wiod2011|GYY",
                "burden JPN --spending 200 --world wiod2011|--spending",
                "burden FRO --spending 2 --world wiod2011|FRO",
                "burden BRA --spending 2 --world wiod2011|--now",
                "burden JPN --spending 2 --bought 0 --world wiod2011|--bought",
                "network JPN --with USA|--list",
                "network JPN --list --with JPN|oneself",
                "network JPN --by-partner --list|--by-partner",
                "network JPN --among JPN,USA --around 2|--among",
                "worth JPN --partners USA:sell --cut CHN:c14 --world wiod2011|sells",
                "worth JPN --partners USA:sells,USA:sells+spare --cut CHN:c14 --world wiod2011|each state once",
                "worth JPN --partners USA:stocks --cut CHN:c14 --world wiod2011|--stocks 10",
                "network JPN --layers defense|defence",
                "network JPN --among USA,KOR|JPN",
                "network JPN --film 2025..1950|--film 1950..2025",
                "network JPN --as-of 0980-12-31|digit",
                "network JPN --without CHN --among JPN,USA|--without",
                "arms JPN --kind tanks|missiles",
                "arms JPN --window 2001-2003|--register",
                "arms XXX|XXX",
                "arms KOR --kill-chain|JPN",
                "burden FRO --world wiod2011|FRO",
                "worth JPN --partners USA --world wiod2011|--cut",
                "worth JPN --partners CHN --cut CHN --world wiod2011|--partners",
                "worth JPN --partners USA --cut CHN:x9 --world wiod2011|x9",
                "worth JPN --partners USA,KOR,TWN,AUS,IND,IDN,DEU,FRA,GBR --cut CHN:c14 --world wiod2011|--samples"
            })
    void whatIsWrongIsSaid(String line, String named) {
        InputException wrong = assertThrows(InputException.class, () -> ask(line, Language.EN));
        assertTrue(wrong.getMessage().contains(named), wrong.getMessage());
    }
}
