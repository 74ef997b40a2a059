package org.jiritsu.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiritsu.base.CompensatedSum;
import org.jiritsu.world.World;

/** The partner measures of every home, by partner or by partner and selling sector. */
public final class PartnerExposure {
    private final World world;
    private final int n;
    private final int economies;
    /** Each n × G row-major: industry i as a seller, economy e on the other side; musd. */
    private final double[] inputsSold;

    private final double[] valueInOutput;
    private final double[] valueInDemand;
    /** G each; musd. */
    private final double[] inputsBought;

    private final double[] finalOutput;
    private final double[] finalDemand;
    private final double[] output;
    private final double[] gdp;
    private final double[] foreignInputs;
    private final double[] foreignValue;
    private final FinalFlows flows;

    private PartnerExposure(Leontief leontief) {
        world = leontief.world();
        n = world.size();
        economies = world.economyCount();
        inputsSold = new double[n * economies];
        valueInOutput = new double[n * economies];
        valueInDemand = new double[n * economies];
        inputsBought = new double[economies];
        finalOutput = new double[economies];
        finalDemand = new double[economies];
        output = new double[economies];
        gdp = new double[economies];
        foreignInputs = new double[economies];
        foreignValue = new double[economies];
        sumFlows();
        flows = FinalFlows.of(leontief);
        for (int i = 0; i < n; i++) {
            double share = leontief.valueAddedShare(i);
            for (int e = 0; e < economies; e++) {
                valueInOutput[i * economies + e] = share * flows.forOutput(i, e);
                valueInDemand[i * economies + e] = share * flows.forDemand(i, e);
            }
        }
        sumForeign();
    }

    /** Solves for all homes at once. */
    public static PartnerExposure of(Leontief leontief) {
        return new PartnerExposure(leontief);
    }

    /** The solves behind it, for measures that start from the same ones. */
    FinalFlows flows() {
        return flows;
    }

    /** One row a partner in the world's order, the home itself among them; shares by origin sum to one. */
    public List<PartnerShare> partners(int home) {
        List<PartnerShare> rows = new ArrayList<>(economies);
        for (int partner = 0; partner < economies; partner++) {
            rows.add(share(home, partner, PartnerShare.ALL_SECTORS));
        }
        return rows;
    }

    /** One row a partner and sector, see {@code docs/methods/exposure.md} for which side the sector is on. */
    public List<PartnerShare> partnersBySector(int home) {
        List<PartnerShare> rows = new ArrayList<>(n);
        for (int partner = 0; partner < economies; partner++) {
            for (int sector = 0; sector < world.sectorCount(); sector++) {
                rows.add(share(home, partner, sector));
            }
        }
        return rows;
    }

    private void sumFlows() {
        IntStream.range(0, n).parallel().forEach(this::sumInputsSold);
        CompensatedSum[] bought = sums();
        CompensatedSum[] produced = sums();
        CompensatedSum[] sold = sums();
        CompensatedSum[] absorbed = sums();
        for (int i = 0; i < n; i++) {
            for (int e = 0; e < economies; e++) {
                bought[e].add(inputsSold[i * economies + e]);
                absorbed[e].add(world.y(i, e));
            }
            sold[world.economyOf(i)].add(world.finalOutput(i));
            produced[world.economyOf(i)].add(world.output(i));
        }
        for (int e = 0; e < economies; e++) {
            inputsBought[e] = bought[e].value();
            finalOutput[e] = sold[e].value();
            finalDemand[e] = absorbed[e].value();
            output[e] = produced[e].value();
        }
    }

    private void sumForeign() {
        for (int home = 0; home < economies; home++) {
            gdp[home] = world.gdp(home);
            for (int seller = 0; seller < economies; seller++) {
                if (seller != home) {
                    foreignInputs[home] += total(inputsSold, seller, PartnerShare.ALL_SECTORS, home);
                    foreignValue[home] += total(valueInOutput, seller, PartnerShare.ALL_SECTORS, home);
                }
            }
        }
    }

    private void sumInputsSold(int i) {
        for (int e = 0; e < economies; e++) {
            double sum = 0;
            for (int s = 0; s < world.sectorCount(); s++) {
                sum += world.z(i, world.industry(e, s));
            }
            inputsSold[i * economies + e] = sum;
        }
    }

    private CompensatedSum[] sums() {
        CompensatedSum[] sums = new CompensatedSum[economies];
        java.util.Arrays.setAll(sums, e -> new CompensatedSum());
        return sums;
    }

    private PartnerShare share(int home, int partner, int sector) {
        double supplyDirect = total(inputsSold, partner, sector, home) / inputsBought[home];
        double supplyLookThrough = total(valueInOutput, partner, sector, home) / finalOutput[home];
        double ofHome = total(valueInOutput, home, sector, partner) / finalOutput[partner];
        return new PartnerShare(
                home,
                partner,
                sector,
                supplyDirect,
                supplyLookThrough,
                total(valueInDemand, partner, sector, home) / finalDemand[home],
                (total(inputsSold, home, sector, partner) + finalSales(home, sector, partner)) / output[home],
                total(valueInDemand, home, sector, partner) / gdp[home],
                hiddenRatio(home, partner, supplyDirect, supplyLookThrough),
                partner == home ? 0 : 100 * (ofHome - supplyLookThrough));
    }

    private double hiddenRatio(int home, int partner, double supplyDirect, double supplyLookThrough) {
        if (partner == home || supplyDirect == 0) {
            return Double.NaN;
        }
        return (supplyLookThrough * finalOutput[home] / foreignValue[home])
                / (supplyDirect * inputsBought[home] / foreignInputs[home]);
    }

    private double total(double[] flows, int seller, int sector, int other) {
        if (sector != PartnerShare.ALL_SECTORS) {
            return flows[world.industry(seller, sector) * economies + other];
        }
        double sum = 0;
        for (int s = 0; s < world.sectorCount(); s++) {
            sum += flows[world.industry(seller, s) * economies + other];
        }
        return sum;
    }

    private double finalSales(int seller, int sector, int buyer) {
        if (sector != PartnerShare.ALL_SECTORS) {
            return world.y(world.industry(seller, sector), buyer);
        }
        double sum = 0;
        for (int s = 0; s < world.sectorCount(); s++) {
            sum += world.y(world.industry(seller, s), buyer);
        }
        return sum;
    }
}
