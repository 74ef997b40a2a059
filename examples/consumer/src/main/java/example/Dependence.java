package example;

import java.nio.file.Path;
import org.jiritsu.base.BundledData;
import org.jiritsu.exposure.Leontief;
import org.jiritsu.exposure.PartnerExposure;
import org.jiritsu.exposure.PartnerShare;
import org.jiritsu.linear.Kernel;
import org.jiritsu.world.World;
import org.jiritsu.world.WorldStore;

/** Prints the look-through share of China in what Japan's final users buy, from a program outside Jiritsu. */
public final class Dependence {
    private Dependence() {}

    public static void main(String[] args) {
        Path cache = Path.of(args[0]);
        World world = new WorldStore(BundledData.in(cache), cache.resolve("own")).open("wiod2011");
        try (Leontief leontief = Leontief.of(world, Kernel.best())) {
            int china = world.economy("CHN");
            double share = PartnerExposure.of(leontief).partners(world.economy("JPN")).stream()
                    .filter(partner -> partner.partner() == china)
                    .mapToDouble(PartnerShare::supplyLookThrough)
                    .findFirst()
                    .orElseThrow();
            System.out.printf("China, behind all suppliers, in what Japan makes: %.2f%%%n", 100 * share);
        }
    }
}
