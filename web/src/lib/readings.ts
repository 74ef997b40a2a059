/** How names in kanji are read, by which Japanese lists are ordered, and under what else an economy is looked for. */

const READINGS: Record<string, string> = {
  CHN: "チュウゴク", GBR: "エイコク", HKG: "ホンコン", JPN: "ニホン", KOR: "カンコク", PRK: "キタチョウセン", TWN: "タイワン", USA: "ベイコク",
  ZAF: "ミナミアフリカ", SSD: "ミナミスーダン", TLS: "ヒガシティモール", GNQ: "セキドウギニア", CAF: "チュウオウアフリカ", MKD: "キタマケドニア",
  ROW: "ソノタセカイ",
};

const OTHERS: Record<string, string[]> = {
  JPN: ["Nippon", "にっぽん"], TWN: ["Taiwan", "Chinese Taipei"], GBR: ["UK", "Britain", "England", "イギリス"], USA: ["US", "America", "アメリカ"],
  KOR: ["Republic of Korea", "ROK"], CHN: ["PRC"], NLD: ["Holland"], CZE: ["Czechia"], TUR: ["Turkey"], VNM: ["Vietnam"], MMR: ["Burma"],
  ARE: ["UAE", "Emirates"], DEU: ["Deutschland"], RUS: ["Russian Federation"], ZAF: ["RSA"],
};

export function reading(code: string, name: string): string {
  return READINGS[code] ?? name;
}

export function wordsFor(code: string): string[] {
  return [...(READINGS[code] ? [READINGS[code]] : []), ...(OTHERS[code] ?? [])];
}
