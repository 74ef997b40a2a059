package org.jiritsu.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jiritsu.RandomWorlds;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.disruption.BundledAssumptions;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of the OECD's releases are at home: elasticities, kinds of industry and names, with 50 industries or 45. */
class OecdLayoutTest {
    private static final String SERVICES = " D E F G H49 H50 H51 H52 H53 I J58T60 J61 J62_63 K L M N O P Q R S T";
    private static final String MADE = " C10T12 C13T15 C16 C17_18 C19 C20 C21 C22 C23 ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50 A01 A02 A03 B05 B06 B07 B08 B09" + MADE + "C24A C24B C25 C26 C27 C28 C29 C301 C302T309 C31T33"
                        + SERVICES,
                "45 A01_02 A03 B05_06 B07_08 B09" + MADE + "C24 C25 C26 C27 C28 C29 C30 C31T33" + SERVICES
            })
    void everyIndustryIsKnown(String layout) {
        List<String> codes = Arrays.stream(layout.split(" ")).skip(1).toList();
        assertEquals(Integer.parseInt(layout.substring(0, 2)), codes.size());
        List<Sector> sectors = codes.stream().map(c -> new Sector(c, "", c)).toList();
        assertTrue(ElasticitySets.read(Worlds.DATA.resolve("elasticities/icio.csv"))
                .covers(sectors));
        Words japanese = Words.in(Language.JA);
        for (Sector sector : sectors) {
            assertTrue(japanese.name(sector).codePoints().anyMatch(c -> c >= 0x3040), sector.code());
        }
        World any = RandomWorlds.of(1, 2, codes.size());
        int n = any.size();
        World world = new World(
                any.about(),
                any.economies(),
                sectors,
                any.finalUses(),
                new double[n * n],
                new double[n * any.economyCount() * any.finalUses().size()],
                new double[n]);
        assertEquals(List.of(), new BundledAssumptions(world).unknown());
    }
}
