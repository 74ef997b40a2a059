package org.jiritsu.goods;

import org.jiritsu.base.InputException;

/** A code with the revision in which it means what it means. */
public record GoodCode(HsRevision revision, String code) {
    /**
     * From {@code HS17:850511}.
     *
     * @throws InputException if it is not written so
     */
    public static GoodCode of(String text) {
        String[] parts = text.strip().split(":");
        if (parts.length != 2 || !parts[1].matches("\\d{6}")) {
            throw InputException.use(
                    "This is no code of a good",
                    "a revision and six digits, such as HS17:850511",
                    text,
                    parts.length == 1 && text.strip().matches("\\d{6}")
                            ? "you meant HS17:" + text.strip() + "."
                            : "HS17:850511 will do.");
        }
        return new GoodCode(HsRevision.of(parts[0]), parts[1]);
    }

    /**
     * Whether another revision's code is taken for the same good: the tables of stages, uses and stocks name only goods whose
     * code means the same in every revision that has it.
     */
    boolean like(GoodCode other) {
        return code.equals(other.code);
    }

    @Override
    public String toString() {
        return revision + ":" + code;
    }
}
