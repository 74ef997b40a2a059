package org.jiritsu.questions.exports;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiritsu.exposure.ExportTerm;
import org.jiritsu.exposure.ExportTerms;
import org.jiritsu.exposure.ExportedValue;
import org.jiritsu.exposure.GrossExports;

/** Which accounting, and which of its fields are what a reader asks first. */
enum Method {
    SOURCE(exports -> exports.bySource().stream().map(Method::row).toList(), valueFields()),
    SINK(exports -> exports.bySink().stream().map(Method::row).toList(), valueFields()),
    WWZ(
            exports -> exports.terms().stream().map(Method::row).toList(),
            new Parts(
                    fields(EnumSet.range(ExportTerm.DVA_FIN, ExportTerm.RDV_INT)),
                    fields(EnumSet.range(ExportTerm.RDV_FIN1, ExportTerm.RDV_INT)),
                    fields(EnumSet.of(ExportTerm.MVA_FIN, ExportTerm.MVA_INT, ExportTerm.OVA_FIN, ExportTerm.OVA_INT)),
                    fields(EnumSet.of(ExportTerm.DDC_FIN, ExportTerm.DDC_INT, ExportTerm.MDC, ExportTerm.ODC))));

    /** Fields whose sums are the exporter's value counted once, what of it comes home, others' value, and what is twice. */
    record Parts(List<String> own, List<String> returned, List<String> foreign, List<String> twice) {}

    private final Function<GrossExports, List<Row>> rows;
    private final Parts parts;

    Method(Function<GrossExports, List<Row>> rows, Parts parts) {
        this.rows = rows;
        this.parts = parts;
    }

    List<Row> rows(GrossExports exports) {
        return rows.apply(exports);
    }

    Parts parts() {
        return parts;
    }

    private static Parts valueFields() {
        return new Parts(
                List.of("dva_musd"), List.of("ref_musd"), List.of("fva_musd"), List.of("ddc_musd", "fdc_musd"));
    }

    private static List<String> fields(EnumSet<ExportTerm> terms) {
        return terms.stream().map(Method::field).toList();
    }

    private static String field(ExportTerm term) {
        return term.name().toLowerCase(Locale.ROOT) + "_musd";
    }

    private static Row row(ExportedValue value) {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("exports_musd", value.exports());
        all.put("dva_musd", value.domestic());
        all.put("vax_musd", value.absorbedAbroad());
        all.put("davax_musd", value.absorbedDirectly());
        all.put("ref_musd", value.returned());
        all.put("ddc_musd", value.domesticTwice());
        all.put("fva_musd", value.foreign());
        all.put("fdc_musd", value.foreignTwice());
        all.put("gvc_backward_musd", value.backward());
        all.put("gvc_forward_musd", value.forward());
        return new Row(value.partner(), value.sector(), all);
    }

    private static Row row(ExportTerms terms) {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("exports_musd", terms.exports());
        Stream.of(ExportTerm.values()).forEach(term -> all.put(field(term), terms.of(term)));
        all.put("gap_musd", terms.gap());
        return new Row(terms.partner(), terms.sector(), all);
    }
}
