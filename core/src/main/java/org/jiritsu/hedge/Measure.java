package org.jiritsu.hedge;

import java.io.Serializable;
import java.util.List;

/**
 * What a hedge does; how much of it is the amount of its level, in the unit named here.
 *
 * <p>A good is often only part of what a sector sells: {@code part} is its share, from above 0 to 1, in what the home uses
 * of the code. Amounts are of the part: a stock of 60 days with part 0.1 is six days of the sector's use, and 60 days where
 * only that part is missing.
 */
public sealed interface Measure extends Serializable {
    /** Unit of a level's amount. */
    String unit();

    /** Goods (codes of sectors, or HS6) that it is about; empty for all. */
    List<String> goods();

    /** Partners that it depends on; empty if none. */
    default List<String> partners() {
        return List.of();
    }

    /** Days from the decision to the effect. */
    default double leadDays() {
        return 0;
    }

    /**
     * A public stock; the amount is days of the home's use of the good.
     *
     * @param trigger released below this share of users' inventory targets, above 0 and at most 1
     * @param dailyRelease most that leaves it in a day, in days of use; infinite for no limit
     */
    record Stockpile(String good, double part, double trigger, double dailyRelease, double leadDays)
            implements Measure {
        @Override
        public String unit() {
            return "days";
        }

        @Override
        public List<String> goods() {
            return List.of(good);
        }
    }

    /** Purchases moved to another partner; the amount is a share of the home's use. */
    record SecondSupplier(String good, double part, String partner, double leadDays) implements Measure {
        @Override
        public String unit() {
            return "share of use";
        }

        @Override
        public List<String> goods() {
            return List.of(good);
        }

        @Override
        public List<String> partners() {
            return List.of(partner);
        }
    }

    /** Plants at home that run all the time; the amount is a share of the home's use. */
    record DomesticCapacity(String good, double part, double leadDays) implements Measure {
        @Override
        public String unit() {
            return "share of use";
        }

        @Override
        public List<String> goods() {
            return List.of(good);
        }
    }

    /** Capacity at home that stands by; the amount is a share of the capacity of before, reached after the ramp. */
    record SurgeCapacity(String good, double part, double rampDays, double leadDays) implements Measure {
        @Override
        public String unit() {
            return "share of capacity";
        }

        @Override
        public List<String> goods() {
            return List.of(good);
        }
    }

    /** Using less, or recycling; the amount is the share of the home's use that is no longer needed from abroad. */
    record UseLess(String good, double part, double leadDays) implements Measure {
        @Override
        public String unit() {
            return "share of use";
        }

        @Override
        public List<String> goods() {
            return List.of(good);
        }
    }

    /**
     * A partner's promise; the amount is its spare capacity kept for the home, as a share of what it sells there.
     *
     * @param exempt whether its own export bans do not apply to the home
     * @param servedFirst whether the home is served before others when goods are short
     */
    record SupplyAgreement(String partner, List<String> goods, boolean exempt, boolean servedFirst, double leadDays)
            implements Measure {
        public SupplyAgreement {
            goods = List.copyOf(goods);
        }

        @Override
        public String unit() {
            return "share of sales";
        }

        @Override
        public List<String> partners() {
            return List.of(partner);
        }
    }

    /**
     * Capacity built inside a partner's economy together with others; the amount is a share of the home's use. The price
     * is for the whole.
     *
     * @param costShare part of the price that the home pays, above 0 and at most 1
     * @param gainShare part of the new capacity that serves the home, from 0 to 1
     */
    record PooledInvestment(
            String good, double part, String partner, double costShare, double gainShare, double leadDays)
            implements Measure {
        @Override
        public String unit() {
            return "share of use";
        }

        @Override
        public List<String> goods() {
            return List.of(good);
        }

        @Override
        public List<String> partners() {
            return List.of(partner);
        }
    }

    /** An agreement that binds a partner's tariffs; the amount is the share of any rise that does not happen. */
    record TariffBinding(String partner, List<String> goods, double leadDays) implements Measure {
        public TariffBinding {
            goods = List.copyOf(goods);
        }

        @Override
        public String unit() {
            return "share of a rise";
        }

        @Override
        public List<String> partners() {
            return List.of(partner);
        }
    }
}
