import en from "../i18n/en.json";
import ja from "../i18n/ja.json";
import { route } from "./router.svelte";

export type Lang = "en" | "ja";
export type Key = keyof typeof en;

const TEXTS: Record<Lang, Record<string, string>> = { en, ja };
const KEPT = "jiritsu.lang";

/** The language of the address, else the one chosen last, else the browser's if it is one of ours. */
export function lang(): Lang {
  const asked = route.get("lang") || localStorage.getItem(KEPT) || navigator.language.slice(0, 2);
  return asked === "ja" ? "ja" : "en";
}

export function speak(chosen: Lang): void {
  localStorage.setItem(KEPT, chosen);
  route.set({ lang: chosen }, true);
}

/** The text of a key, with `{name}` replaced. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const text = TEXTS[lang()][key] ?? key;
  return text.startsWith("{") ? capital(fill(text, values)) : fill(text, values);
}

/** The language of what the server wrote, where it is not the page's. */
export function langOf(text: string): Lang | undefined {
  return lang() === "ja" && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? "en" : undefined;
}

/** A name that opens a sentence: "the Netherlands" becomes "The Netherlands". */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name within a sentence: "Services" becomes "services", and "LNG" stays. */
export function small(text: string): string {
  return lang() === "en" && /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The text of a key made from data, such as a world's id; the second argument where there is none. */
export function tOr(key: string, otherwise: string): string {
  return TEXTS[lang()][key] ?? otherwise;
}

/** A sentence cut at its `{name}`s: texts and names in turn, for sentences that hold links or buttons. */
export function parts(key: Key): { text: string; name?: string }[] {
  return (TEXTS[lang()][key] ?? key)
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { text: "", name: piece.slice(1, -1) } : { text: piece }));
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
