package org.jiritsu.study.internal;

import tools.jackson.databind.json.JsonMapper;

/** JSON that can stand in a script element of a page. */
final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ReportJson() {}

    /** A "&lt;" occurs only within JSON strings; escaped, it can neither end the script nor open a comment. */
    static String inPage(Object value) {
        return MAPPER.writeValueAsString(value).replace("<", "\\u003c");
    }
}
