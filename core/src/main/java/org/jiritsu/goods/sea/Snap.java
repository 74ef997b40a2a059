package org.jiritsu.goods.sea;

/**
 * Where a port joins the lanes: a point on a lane, not a node.
 *
 * @param lane its number
 * @param piece which of the lane's pieces holds the point
 * @param before kilometres along the lane from its start
 * @param after kilometres to its end
 * @param off kilometres from the port to the lane
 */
record Snap(int lane, int piece, double before, double after, double off, Point foot) {}
