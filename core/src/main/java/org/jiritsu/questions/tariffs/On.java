package org.jiritsu.questions.tariffs;

/** What governments that no rules bind set tariffs on. */
enum On {
    GOODS,
    SERVICES,
    ALL
}
