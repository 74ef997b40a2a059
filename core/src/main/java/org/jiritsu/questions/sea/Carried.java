package org.jiritsu.questions.sea;

import java.util.List;
import java.util.Optional;
import org.jiritsu.answer.Words;
import org.jiritsu.goods.Dataset;
import org.jiritsu.goods.Dependence;
import org.jiritsu.goods.GoodCode;
import org.jiritsu.goods.Measure;
import org.jiritsu.goods.sea.Cargo;
import org.jiritsu.goods.sea.Flow;
import org.jiritsu.questions.commodity.Commodities;

/**
 * A good that is imported, on the lanes of its kind.
 *
 * @param word its code, or {@code all}
 * @param measure tonnes where they are known, else value
 */
record Carried(String word, Optional<GoodCode> good, Dataset set, Dependence imports, Cargo cargo, Measure measure) {
    List<Flow> flows() {
        return Commodities.flows(imports, measure);
    }

    String name(Commodities at, Words words) {
        return good.map(at::name).orElseGet(() -> words.say("all.goods"));
    }

    String code() {
        return good.map(GoodCode::toString).orElse("");
    }

    /** Data sets and editions, in a sentence. */
    static String editions(List<Carried> goods, Words words) {
        return words.and(goods.stream()
                .map(each -> words.say(
                        "edition",
                        "set",
                        each.set.id(),
                        "year",
                        each.imports.year(),
                        "edition",
                        words.data(each.set.edition())))
                .distinct()
                .toList());
    }

    static List<String> sources(List<Carried> goods, Words words) {
        return goods.stream()
                .map(each -> "%s. %s. %s"
                        .formatted(
                                words.data(each.set.title()),
                                words.data(each.set.source()),
                                words.data(each.set.edition())))
                .distinct()
                .toList();
    }
}
