package org.jiritsu.goods;

import java.nio.file.Path;
import org.jiritsu.Bundled;

/** The bundled goods data, for tests. */
final class GoodsAtHand {
    static final GoodsStore STORE = GoodsStore.open(Bundled.root().resolve("data"), Path.of("no own goods"));

    private GoodsAtHand() {}

    static DependenceTable critical() {
        return STORE.table(STORE.dataset("baci-hs17-critical30"), 2024);
    }

    static DependenceTable criticalWithEu() {
        return STORE.table(STORE.dataset("baci-hs17-critical30"), 2024, EconomyGroup.EU27);
    }

    static DependenceTable raw(int year) {
        return STORE.table(STORE.dataset("baci-hs92-raw74"), year);
    }

    static Dependence japan(DependenceTable table, String good) {
        return table.of(good, "JPN").orElseThrow();
    }
}
