/** The colours of app.css for charts, which cannot read variables. */

export type Side = "supply" | "market" | "us" | "loss" | "gain";

export interface Palette {
  ink: string;
  muted: string;
  rule: string;
  hair: string;
  paper: string;
  font: string;
  /** Look-through, direct, and the six classes from least to most. */
  side(side: Side): { full: string; soft: string; ramp: string[] };
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of("ink"), muted: of("muted"), rule: of("rule"), hair: of("hair"), paper: of("paper"),
    font: of("font"),
    side: (side) => ({ full: of(side), soft: of(`${side}-soft`), ramp: [0, 1, 2, 3, 4, 5].map((k) => of(`${side}-${k}`)) }),
  };
}

/**
 * Upper bounds of the classes of shares on maps and heat maps, the same for every home and world so that two pictures can
 * be laid side by side: thirds of a power of ten, since dependence spreads over orders of magnitude.
 */
export const SHARE_CLASSES = [0.0003, 0.001, 0.003, 0.01, 0.03] as const;
/** The same for one partner's one sector, a tenth as large. */
export const CELL_CLASSES = [0.00003, 0.0001, 0.0003, 0.001, 0.003] as const;

/** Classes of losses and gains, as parts of GDP or of income. */
export const CHANGE_CLASSES = [0.0001, 0.0003, 0.001, 0.003, 0.01] as const;

/** The class of a value: 0 is the lowest, 5 the highest. */
export function classOf(value: number, bounds: readonly number[]): number {
  const at = bounds.findIndex((bound) => value < bound);
  return at < 0 ? bounds.length : at;
}
