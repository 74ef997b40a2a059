/** Something that can be chosen from a list, and under what else it is looked for. */
export interface Item {
  code: string;
  label: string;
  also?: string[];
}

/** Without marks and case, and in one kana: what is typed is rarely what is printed. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/[\u3041-\u3096]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60)).normalize("NFC");
}

/** How well an item fits what is typed: 0 is best, and Infinity is not at all. */
function distance(item: Item, typed: string): number {
  const names = [item.code, item.label, ...(item.also ?? [])].map(plain);
  if (names.some((name) => name === typed)) return 0;
  if (names.some((name) => name.startsWith(typed))) return 1;
  if (names.some((name) => name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)))) return 2;
  return names.some((name) => name.includes(typed)) ? 3 : Infinity;
}

/** What fits, the best first, else in the order of the list. */
export function find(items: Item[], typed: string): Item[] {
  const wanted = plain(typed.trim());
  if (wanted === "") return items;
  const found = items.map((item, k) => ({ item, k, far: distance(item, wanted) })).filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far || a.k - b.k);
  // Letters within a word are meant only where no word begins with them.
  return found.filter(({ far }) => far < 3 || (found[0]?.far ?? 0) === 3).map(({ item }) => item);
}
