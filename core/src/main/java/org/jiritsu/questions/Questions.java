package org.jiritsu.questions;

import java.util.List;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.questions.agreement.AgreementQuestion;
import org.jiritsu.questions.arms.ArmsQuestion;
import org.jiritsu.questions.burden.BurdenQuestion;
import org.jiritsu.questions.cutoff.CutoffQuestion;
import org.jiritsu.questions.disrupt.DisruptQuestion;
import org.jiritsu.questions.exports.ExportsQuestion;
import org.jiritsu.questions.exposure.ExposureQuestion;
import org.jiritsu.questions.goods.GoodsQuestion;
import org.jiritsu.questions.hedge.HedgeQuestion;
import org.jiritsu.questions.network.NetworkQuestion;
import org.jiritsu.questions.sea.SeaQuestion;
import org.jiritsu.questions.tariffs.TariffsQuestion;
import org.jiritsu.questions.worlds.WorldsQuestion;
import org.jiritsu.questions.worth.WorthQuestion;

/** Every question. A new one is a package beside this class, and one line here. */
public final class Questions {
    public static final Catalogue ALL = new Catalogue(List.of(
            new WorldsQuestion(),
            new GoodsQuestion(),
            new SeaQuestion(),
            new ExposureQuestion(),
            new ExportsQuestion(),
            new CutoffQuestion(),
            new TariffsQuestion(),
            new DisruptQuestion(),
            new NetworkQuestion(),
            new ArmsQuestion(),
            new BurdenQuestion(),
            new WorthQuestion(),
            new HedgeQuestion(),
            new AgreementQuestion()));

    private Questions() {}
}
