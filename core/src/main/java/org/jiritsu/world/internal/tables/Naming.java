package org.jiritsu.world.internal.tables;

import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.Sector;

/** What the codes of an assembled table are called. */
interface Naming {
    Economy economy(String code);

    Sector sector(String code);

    FinalUse finalUse(String code);
}
