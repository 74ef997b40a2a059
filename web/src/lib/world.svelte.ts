import type { Item } from "./find";
import { reading, wordsFor } from "./readings";
import { ask, type Fields, type Named, type Row, type WorldInfo } from "./api";
import { lang, small, t, tOr } from "./i18n.svelte";
import { route } from "./router.svelte";

/** The home and world of the view, and the names of things in the reader's language. */

export const DEFAULT_HOME = "JPN";
export const DEFAULT_WORLD = "icio2022";
const REST = "ROW";

export function home(): string {
  return route.get("home", DEFAULT_HOME);
}

export function worldId(): string {
  return route.get("world", DEFAULT_WORLD);
}

export function worldInfo(id: string): Promise<WorldInfo> {
  return ask<WorldInfo>(`/worlds/${encodeURIComponent(id)}`);
}

export function fields(): Promise<Fields> {
  return ask<Fields>("/fields", { lang: lang() });
}

/** A world in a menu: its year and source, or the title it was imported with. */
export function worldLabel(id: string, title = id): string {
  return tOr(`world.${id}`, title === id ? id : `${id}: ${title}`);
}

/** Economies whose English name takes an article in a sentence. */
const WITH_ARTICLE = new Set(["USA", "GBR", "NLD", "PHL", "ARE", "ROW"]);

function shown(of: Named): string {
  return (lang() === "ja" && of.name_ja) || of.name;
}

/** Names of one world's economies and sectors in the reader's language. */
export class Names {
  readonly #economies: Map<string, Named>;
  readonly #sectors: Map<string, Named>;

  constructor(readonly info: WorldInfo) {
    this.#economies = new Map(info.economies.map((e) => [e.code, e]));
    this.#sectors = new Map(info.sectors.map((s) => [s.code, s]));
  }

  economy(code: string, otherwise = code): string {
    const found = this.#economies.get(code);
    return found ? shown(found) : otherwise;
  }

  codes(): string[] {
    return [...this.#economies.keys()];
  }

  has(code: string): boolean {
    return this.#economies.has(code);
  }

  /** The name as it stands in a sentence. */
  inSentence(code: string): string {
    const name = this.economy(code);
    return lang() === "en" && WITH_ARTICLE.has(code) ? "the " + name.replace(/^Rest/, "rest") : name;
  }

  /** The words of a text cell within a sentence: English sectors begin small there. */
  textInSentence(field: string, row: Row): string {
    return small(this.text(field, row));
  }

  sector(code: string, otherwise = code): string {
    if (code === "all") return tOr("sector.all", otherwise);
    const found = this.#sectors.get(code);
    return found ? shown(found) : otherwise;
  }

  hasSector(code: string): boolean {
    return this.#sectors.has(code);
  }

  /** CHN_C26 as "China: computers". */
  industry(code: string): string {
    const at = code.indexOf("_");
    return at < 0 ? code : t("name.industry", { economy: this.economy(code.slice(0, at)), sector: this.sector(code.slice(at + 1)) });
  }

  /** The words of a text cell in the reader's language: a `partner_name` is the name of the row's `partner`. */
  text(field: string, row: Row): string {
    const raw = String(row[field] ?? "");
    const code = String(row[field.replace(/_name$/, "")] ?? raw);
    if (field === "home") return this.economy(raw);
    if (!field.endsWith("_name")) return field === "chain" ? chain(raw, (c) => this.industry(c)) : raw;
    return field.includes("sector") || field === "into_name" || field === "bottleneck_name" ? this.sector(code, raw) : this.economy(code, raw);
  }

  /** Economies in the order of the reader's alphabet, in Japanese by their reading, the rest of the world last. */
  economies(): Item[] {
    const order = new Intl.Collator(lang());
    const key = (item: Item) => (lang() === "ja" ? reading(item.code, item.label) : item.label);
    return this.info.economies
      .map((e) => ({ code: e.code, label: shown(e), also: [e.name, e.name_ja, ...wordsFor(e.code)] }))
      .sort((a, b) => Number(a.code === REST) - Number(b.code === REST) || order.compare(key(a), key(b)));
  }

  /** In the order of the table, which is that of the classification. */
  sectors(): Item[] {
    return this.info.sectors.map((s) => ({ code: s.code, label: shown(s), also: [s.name, s.name_ja] }));
  }
}

/** What a code of the address stands for, where it is one of this world. */
export function named(names: Names, code: string): string {
  const name = names.has(code) ? names.economy(code) : code.split(",").map((one) => names.sector(one)).join(t("list.comma"));
  return name === code ? code : `${name} (${code})`;
}

/** The rest of the world is many economies taken together: it is nobody to depend on, and headlines say it apart. */
export function single(rows: Row[], field = "partner"): Row[] {
  return rows.filter((row) => row[field] !== REST);
}

function chain(text: string, name: (code: string) => string): string {
  return text.split(" > ").map(name).join(" → ");
}
