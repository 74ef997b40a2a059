package org.jiritsu.goods.sea;

/** Kinds of goods that leave and reach different berths and travel on different ships. */
public enum Cargo {
    GENERAL("neopanamax"),
    CRUDE("vlcc"),
    PRODUCTS("lr2"),
    LNG("lng"),
    COAL("capesize"),
    ORE("capesize");

    private final String ship;

    Cargo(String ship) {
        this.ship = ship;
    }

    /** Code of the class of ships that usually carries it. */
    public String ship() {
        return ship;
    }

    /** The kind of a good by its code in the Harmonized System, four digits or more. */
    public static Cargo of(String hs) {
        if (hs.startsWith("271111")) {
            return LNG;
        }
        return switch (hs.length() < 4 ? hs : hs.substring(0, 4)) {
            case "2709" -> CRUDE;
            case "2707", "2710", "2711", "2901", "2902", "2905" -> PRODUCTS;
            case "2701", "2702", "2704" -> COAL;
            case "2601" -> ORE;
            default -> GENERAL;
        };
    }
}
