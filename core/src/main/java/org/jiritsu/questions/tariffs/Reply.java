package org.jiritsu.questions.tariffs;

/** How those whom a policy hits answer it. */
enum Reply {
    /** With the same measure on the same goods. */
    MIRROR,
    /** With the tariff on goods that is best for each, given those of the others. */
    BEST
}
