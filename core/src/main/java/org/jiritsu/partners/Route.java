package org.jiritsu.partners;

import java.util.Arrays;
import java.util.List;
import org.jiritsu.base.Csv;

/** How a weapon comes to its recipient. */
public enum Route {
    /** Delivered whole. */
    DIRECT("direct"),
    /** Built wholly or partly at home under licence, as the register's comment says. */
    LICENCE("licence"),
    /** An engine, radar or other part for something built at home. */
    COMPONENT("component");

    private final String key;

    Route(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static Route of(Csv.Row row) {
        List<String> keys = Arrays.stream(values()).map(Route::key).toList();
        return values()[keys.indexOf(row.oneOf("route", keys))];
    }
}
