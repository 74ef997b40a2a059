package org.jiritsu.questions.exports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jiritsu.exposure.PartnerShare;

/**
 * A row of the table: amounts by field, which add up.
 *
 * @param partner who buys, or {@link #ALL}
 * @param sector which exports, or {@link PartnerShare#ALL_SECTORS}
 */
record Row(int partner, int sector, Map<String, Double> values) {
    static final int ALL = -1;
    static final String EXPORTS = "exports_musd";

    static Row sum(int partner, int sector, List<Row> rows) {
        Map<String, Double> sum = new LinkedHashMap<>();
        rows.forEach(row -> row.values.forEach((field, value) -> sum.merge(field, value, Double::sum)));
        return new Row(partner, sector, sum);
    }

    double exports() {
        return values.getOrDefault(EXPORTS, 0.0);
    }

    double sum(List<String> fields) {
        return fields.stream().mapToDouble(f -> values.getOrDefault(f, 0.0)).sum();
    }

    /** Of what is exported; none where nothing is. */
    OptionalDouble share(List<String> fields) {
        return exports() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum(fields) / exports());
    }
}
