package org.jiritsu.questions.tariffs;

import java.util.Optional;
import org.jiritsu.trade.Deficits;

/**
 * How the model is set up.
 *
 * @param elasticities a published set, or a number: theta of every sector
 * @param inputOutput with links between industries, or each producing from factors alone
 * @param oneSector all sectors summed into one, with the import-weighted mean of theta
 */
record Setup(Optional<String> elasticities, Deficits deficits, boolean inputOutput, boolean oneSector) {}
