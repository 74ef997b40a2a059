package org.jiritsu.world.internal.tables;

import java.util.List;

/**
 * A part of a published table with the meaning of its rows and columns.
 *
 * @param table as it stands in the file
 * @param rows the meaning of each row, in the file's order
 * @param columns the meaning of each column of numbers, in the file's order
 */
record Block(WideTable table, List<Label> rows, List<Label> columns) {}
