/**
 * Sea lanes, straits and ports: how far it is, which straits lie on the way, and what closing them does. Mathematics in
 * docs/methods/sea.md.
 */
@NullMarked
package org.jiritsu.goods.sea;

import org.jspecify.annotations.NullMarked;
