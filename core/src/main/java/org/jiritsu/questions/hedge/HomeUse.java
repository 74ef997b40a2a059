package org.jiritsu.questions.hedge;

import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.world.World;

/** What industries and final users of a home buy, before anything happens. */
final class HomeUse {
    private final World world;
    private final int home;
    private final double[] bought;
    private final double[] all;

    HomeUse(World world, int home) {
        this.world = world;
        this.home = home;
        this.bought =
                IntStream.range(0, world.size()).mapToDouble(this::purchases).toArray();
        this.all = new double[world.sectorCount()];
        IntStream.range(0, world.size()).forEach(i -> all[world.sectorOf(i)] += bought[i]);
    }

    private double purchases(int seller) {
        return world.y(seller, home)
                + IntStream.range(0, world.sectorCount())
                        .mapToDouble(s -> world.z(seller, world.industry(home, s)))
                        .sum();
    }

    /** The part of all the home uses of a good that these economies sell it. */
    double share(List<String> sellers, String good) {
        int sector = world.sector(good);
        double from = sellers.stream()
                .mapToDouble(seller -> bought[world.industry(world.economy(seller), sector)])
                .sum();
        return all[sector] > 0 ? from / all[sector] : 0;
    }

    /** The part of what an economy makes of a good that it sells to the home. */
    double ofOutput(String seller, String good) {
        int industry = world.industry(world.economy(seller), world.sector(good));
        return world.output(industry) > 0 ? bought[industry] / world.output(industry) : 0;
    }
}
