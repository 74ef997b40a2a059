package org.jiritsu.answer;

import java.util.function.Function;

/** A column of a table made from records: its field, and the cell of each record. */
public record Column<R>(String field, Function<R, ?> of) {}
