package org.jiritsu.world;

/** A kind of final demand; {@code inventories} marks the net change of inventories, which may be negative. */
public record FinalUse(String code, String name, boolean inventories) {
    /** The names that published tables use, by code; an unknown code is its own name. */
    public static FinalUse of(String code) {
        return switch (code) {
            case "HFCE" -> new FinalUse(code, "Household final consumption", false);
            case "NPISH" -> new FinalUse(code, "Non-profit institutions serving households", false);
            case "GGFC" -> new FinalUse(code, "Government final consumption", false);
            case "GFCF" -> new FinalUse(code, "Gross fixed capital formation", false);
            case "INVNT", "INV" -> new FinalUse(code, "Change of inventories", true);
            default -> new FinalUse(code, code, false);
        };
    }
}
