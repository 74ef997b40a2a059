/** The sides of app.css, and the classes of maps. */

export type Side = "supply" | "market" | "us" | "loss" | "gain";

/**
 * Upper bounds of the classes of shares on maps and heat maps, the same for every home and world so that two pictures can
 * be laid side by side: thirds of a power of ten, since dependence spreads over orders of magnitude.
 */
export const SHARE_CLASSES = [0.0003, 0.001, 0.003, 0.01, 0.03] as const;
/** Classes of losses and gains, as parts of GDP or of income. */
export const CHANGE_CLASSES = [0.0001, 0.0003, 0.001, 0.003, 0.01] as const;

/** Classes of agreements, in number: one, two, three, up to five, up to eight, more. */
export const COUNT_CLASSES = [2, 3, 4, 6, 9] as const;

/** The class of a value: 0 is the lowest, 5 the highest. */
export function classOf(value: number, bounds: readonly number[]): number {
  const at = bounds.findIndex((bound) => value < bound);
  return at < 0 ? bounds.length : at;
}
