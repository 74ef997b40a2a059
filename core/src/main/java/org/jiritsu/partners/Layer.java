package org.jiritsu.partners;

import java.util.Arrays;
import java.util.List;

/** A kind of tie. Economic and security layers are never added up: an access pact delivers no goods. */
public enum Layer {
    DEFENCE("defence", true),
    CONSULTATION("consultation", true),
    NON_AGGRESSION("non-aggression", true),
    ACCESS("access", true),
    LOGISTICS("logistics", true),
    INFORMATION("information", true),
    EQUIPMENT("equipment", true),
    EXPORTS("exports", true),
    AID("aid", true),
    PROGRAMME("programme", true),
    STRATEGIC("strategic", true),
    SUPPLY_CHAIN("supply chain", false),
    /** Free trade areas and customs unions. */
    TRADE("trade", false),
    /** Agreements of partial scope, which lower some duties only. */
    PARTIAL_TRADE("partial trade", false);

    private final String key;
    private final boolean security;

    Layer(String key, boolean security) {
        this.key = key;
        this.security = security;
    }

    /** As files and options write it. */
    public String key() {
        return key;
    }

    /** Whether it is about security rather than trade. */
    public boolean security() {
        return security;
    }

    /** All keys, in the order of the layers. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Layer::key).toList();
    }
}
