package org.jiritsu.goods;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/** A revision of the Harmonized System. The same six digits may be another good in another revision. */
public enum HsRevision {
    HS92(1992),
    HS96(1996),
    HS02(2002),
    HS07(2007),
    HS12(2012),
    HS17(2017),
    HS22(2022);

    private final int since;

    HsRevision(int since) {
        this.since = since;
    }

    /** The year in which it came into force. */
    public int since() {
        return since;
    }

    /**
     * @throws InputException if there is no such revision
     */
    public static HsRevision of(String name) {
        List<String> names = Arrays.stream(values()).map(Enum::name).toList();
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        if (!names.contains(wanted)) {
            throw InputException.use(
                    "There is no such revision of the Harmonized System",
                    "one of " + String.join(", ", names),
                    name,
                    "you meant " + NearestWord.of(wanted, names).orElse("HS17") + ".");
        }
        return valueOf(wanted);
    }
}
