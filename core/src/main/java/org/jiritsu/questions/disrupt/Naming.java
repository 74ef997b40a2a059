package org.jiritsu.questions.disrupt;

import java.util.List;
import java.util.Locale;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.Buyers;
import org.jiritsu.disruption.Selection;
import org.jiritsu.world.Industry;
import org.jiritsu.world.World;

/** Economies, goods, industries, shares and money as they stand in a sentence. */
record Naming(Words words, World world) {
    /** In per cent: less of a GDP than this is told as less. */
    private static final double LEAST_PERCENT = 0.01;

    String economy(String code) {
        return words.the(world.economies().get(world.economy(code)));
    }

    String economies(List<String> codes) {
        return codes.isEmpty()
                ? words.say("all.economies")
                : words.and(codes.stream().map(this::economy).toList());
    }

    String good(String code) {
        return words.goods(world.sectors().get(world.sector(code)));
    }

    String goods(List<String> codes) {
        return codes.isEmpty()
                ? words.say("account.ofall")
                : words.and(codes.stream().map(this::good).toList());
    }

    /** An industry by its sector. */
    String industry(Industry industry) {
        return words.the(world.sectors().get(world.sector(industry.sector())));
    }

    /** A sector's name by itself, as in a table. */
    String sectorName(String code) {
        return words.name(world.sectors().get(world.sector(code)));
    }

    /** "China sells", "China and South Korea sell". */
    String acting(String verb, Selection who) {
        return words.say(
                "account." + verb + (who.economies().size() == 1 ? ".one" : ".many"),
                "who",
                economies(who.economies()));
    }

    String of(Selection who) {
        return who.sectors().isEmpty()
                ? economies(who.economies())
                : words.say("account.goodsof", "goods", goods(who.sectors()), "who", economies(who.economies()));
    }

    String to(Buyers buyers) {
        String whom = economies(buyers.economies());
        return !buyers.sectors().isEmpty()
                ? words.say("account.to.sectors", "goods", goods(buyers.sectors()), "who", whom)
                : words.say(buyers.finalUsers() ? "account.to.all" : "account.to.industries", "who", whom);
    }

    /** Million USD in dollars and in per cent of an economy's GDP: the one form of every loss. */
    String money(double musd, String economy) {
        return money(musd, world.gdp(world.economy(economy)), words.dollars(musd));
    }

    /** The same of home, in its own money too. */
    String moneyAtHome(double musd, String home) {
        int economy = world.economy(home);
        return money(
                musd,
                world.gdp(economy),
                words.money(musd, world.economies().get(economy), world.about().year()));
    }

    /** The same of the whole world. */
    String worldMoney(double musd) {
        double gdp = 0;
        for (int c = 0; c < world.economyCount(); c++) {
            gdp += world.gdp(c);
        }
        return money(musd, gdp, words.dollars(musd));
    }

    private String money(double musd, double gdp, String amount) {
        double percent = 100 * musd / gdp;
        boolean little = Math.abs(percent) < LEAST_PERCENT && percent != 0;
        return words.say(
                little ? "money.little" : "money",
                "money",
                amount,
                "gdp",
                words.rounded(little ? LEAST_PERCENT : percent));
    }

    static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
