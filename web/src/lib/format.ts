import type { Cell, FieldText } from "./api";
import type { Lang } from "./i18n.svelte";

/** How figures are written. A share is a fraction in the data and per cent on the page, as on the command line. */

type Kind = FieldText["kind"];
export const NONE = "–";

/** A figure for a table: enough digits to compare down a column. */
export function cellText(value: Cell | undefined, kind: Kind, lang: Lang): string {
  if (value === null || value === undefined || value === "") return NONE;
  if (typeof value !== "number") return String(value);
  switch (kind) {
    case "share":
      return fixed(value * 100, 2, lang) + "%";
    case "percent":
      return fixed(value, 2, lang) + "%";
    case "points":
      return signed(value, 2, lang);
    case "musd":
    case "usd":
    case "km":
    case "tonnes":
      return fixed(value, 0, lang);
    case "count":
      return String(value);
    case "days":
      return fixed(value, Number.isInteger(value) ? 0 : 2, lang);
    case "index":
    case "ratio":
      return fixed(value, 2, lang);
    default:
      return String(value);
  }
}

/** A figure for a sentence: two or three significant digits, money in billions or 億. */
export function spoken(value: Cell | undefined, kind: Kind, lang: Lang): string {
  if (typeof value !== "number") return cellText(value, kind, lang);
  if (kind === "share") return percent(value * 100, lang);
  if (kind === "percent") return percent(value, lang);
  if (kind === "points") return signed(value, 1, lang) + (lang === "ja" ? "ポイント" : " pp");
  if (kind === "musd") return money(value, lang);
  if (kind === "usd") return money(value / 1e6, lang);
  if (kind === "km") return cellText(value, kind, lang) + " km";
  if (kind === "tonnes") return cellText(value, kind, lang) + " t";
  if (kind === "ratio" && Number.isInteger(value)) return fixed(value, 0, lang);
  return cellText(value, kind, lang);
}

/** The whole figure, for the working behind it. */
export function exact(value: Cell | undefined, lang: Lang): string {
  if (typeof value !== "number") return value === null || value === undefined ? NONE : String(value);
  return value.toLocaleString(lang, { maximumSignificantDigits: 12 });
}

function percent(value: number, lang: Lang): string {
  const size = Math.abs(value);
  return fixed(value, size >= 99.5 ? besideAll(size) : size >= 1 ? 1 : size >= 0.095 ? 2 : 3, lang) + "%";
}

/** Nearly all is not all: as many digits as tell a figure from 100, up to three. */
function besideAll(size: number): number {
  const gap = Math.abs(size - 100);
  return gap >= 0.5 || gap < 0.0005 ? 0 : gap >= 0.05 ? 1 : gap >= 0.005 ? 2 : 3;
}

function money(musd: number, lang: Lang): string {
  if (musd < 0) return "-" + money(-musd, lang);
  if (lang === "ja") {
    const oku = musd / 100;
    return Math.abs(oku) >= 10_000
      ? `${fixed(oku / 10_000, 2, lang)}兆ドル`
      : `${fixed(oku, Math.abs(oku) >= 100 ? 0 : 1, lang)}億ドル`;
  }
  if (Math.abs(musd) >= 1e6) return `$${fixed(musd / 1e6, 2, lang)} trillion`;
  return Math.abs(musd) >= 1e3 ? `$${fixed(musd / 1e3, 1, lang)} billion` : `$${fixed(musd, 1, lang)} million`;
}

export function fixed(value: number, places: number, lang: Lang): string {
  // No "-0.00": a figure that rounds to nothing has no sign.
  const shown = Math.abs(value) < 0.5 * 10 ** -places ? 0 : value;
  return shown.toLocaleString(lang, { minimumFractionDigits: places, maximumFractionDigits: places });
}

function signed(value: number, places: number, lang: Lang): string {
  const text = fixed(value, places, lang);
  return value > 0 && /[1-9]/.test(text) ? "+" + text : text;
}

/** When something happened, in the reader's time. */
export function moment(iso: string, lang: Lang): string {
  return new Date(iso).toLocaleString(lang === "ja" ? "ja-JP" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
}
