"""Makes tables.csv.gz, splits.csv, economies.csv, end-use.csv and the lines of ROW in gdp.csv from published files.

    python make.py TABLES TRADE COUNTRIES

TABLES     wiod2016-mapped/XXX_2014.csv.gz (national tables of the WIOD 2016 release on the OECD's industry codes) and
           KOR_2020_BOK165, CHN_2020_NBS153, USA_2017_BEA-detail .csv.gz: economy,year,edition,origin,from,to,value,unit
TRADE      us_imports_2024_hs6.csv.gz, hs2022_to_icio27_bec4.csv, japan_customs_area_x_goods_2009_2026.csv.gz
COUNTRIES  gdp_wb.csv, population_wb.csv of the World Development Indicators
"""

import csv
import gzip
import math
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
TABLES, TRADE, COUNTRIES = map(Path, sys.argv[1:])
WHOLE = {"B": ["B05", "B06", "B07", "B08", "B09"], "C24": ["C24A", "C24B"], "C30": ["C301", "C302T309"]}
PARENT = {part: whole for whole, parts in WHOLE.items() for part in parts}
FINAL = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT"]
WON_PER_DOLLAR = 1180.3  # 2020, so that Korea's table has its weight in the mean of all
LEAST_SHARE = 0.002  # a product of a group that a user buys keeps at least so much of it
TINY = 1e-9  # million USD
FARTHER = 0.05  # of a unit of distance for each unit of the logarithm of income per head

# Where the nearest table is not taken.
CHOSEN = {
    "AGO": ("RUS", "oil exporter; Norway (nearest by trade) is 30 times as rich"),
    "NGA": ("RUS", "oil exporter; Norway (nearest by trade) is 50 times as rich"),
    "PHL": ("MEX", "assembly of electronics for export, as in Mexico"),
    "SGP": ("IRL", "hub of multinational electronics, chemistry and finance; Denmark is near by its shipping only"),
    "STP": ("IND", "low income; Cyprus is near only because both import much"),
}
# Customs name goods; what they hold of electronics (C26) goes to industry or to final users.
JAPAN_C26 = {
    "Semiconductors Etc": True, "Parts Of Computer": True, "Parts Of Audio, Visual App.": True,
    "Computers And Units": False, "Telephony, Telegraphy": False, "Audio & Visual Apparatus": False,
    "Audio And Visual Apparatus": False, "Scientific, Optical Inst": False, "Electrical Measuring": False,
}
JAPAN_AREAS = {
    "Argent": "ARG", "Austral": "AUS", "Austria": "AUT", "Belgium": "BEL", "Brazil": "BRA", "Canada": "CAN",
    "China": "CHN", "Denmark": "DNK", "Finland": "FIN", "France": "FRA", "Germany": "DEU", "Hg Kong": "HKG",
    "India": "IND", "Indnsia": "IDN", "Ireland": "IRL", "Israel": "ISR", "Italy": "ITA", "Malysia": "MYS",
    "Mexico": "MEX", "Nethlds": "NLD", "Philpin": "PHL", "R Korea": "KOR", "Sngapor": "SGP", "Spain": "ESP",
    "Sweden": "SWE", "Switzld": "CHE", "Taiwan": "TWN", "Thailnd": "THA", "U King": "GBR", "USA": "USA",
    "Vietnam": "VNM",
}
US_PARTNERS = {
    "ARGENTINA": "ARG", "AUSTRALIA": "AUS", "BANGLADESH": "BGD", "BRAZIL": "BRA", "CAMBODIA": "KHM", "CANADA": "CAN",
    "CHILE": "CHL", "CHINA": "CHN", "COLOMBIA": "COL", "COSTA RICA": "CRI", "EGYPT": "EGY", "HONG KONG": "HKG",
    "INDIA": "IND", "INDONESIA": "IDN", "ISRAEL": "ISR", "JAPAN": "JPN", "KOREA, SOUTH": "KOR", "MALAYSIA": "MYS",
    "MEXICO": "MEX", "NEW ZEALAND": "NZL", "NORWAY": "NOR", "PAKISTAN": "PAK", "PERU": "PER", "PHILIPPINES": "PHL",
    "SAUDI ARABIA": "SAU", "SINGAPORE": "SGP", "SOUTH AFRICA": "ZAF", "SWITZERLAND": "CHE", "TAIWAN": "TWN",
    "THAILAND": "THA", "TURKEY": "TUR", "UNITED ARAB EMIRATES": "ARE", "UNITED KINGDOM": "GBR", "VIETNAM": "VNM",
}
BEC_INPUTS = {"111", "121", "210", "21", "220", "22", "310", "31", "322", "420", "42", "530", "53"}
LEAST_IMPORTS = 100e6  # USD: smaller flows say little


def read(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def write(name, header, lines):
    path = HERE / name
    if name.endswith(".gz"):
        with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as packed:
            packed.write("\n".join(",".join(map(str, l)) for l in [header] + lines).encode() + b"\n")
    else:
        with open(path, "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([header] + lines)


SECTORS = [(s["code"], s["table"].split("+"), s["flow"]) for s in read(HERE / "sectors.csv")]
CODES = [s[0] for s in SECTORS]
USERS = CODES + ["FINAL"]
OWN = {source: code for code, sources, _ in SECTORS for source in sources} | {f: "FINAL" for f in FINAL}


def table(path):
    """{origin: {(from, to): value}} with services merged to our sectors; the groups B, C24, C30 stay where they are."""
    cells = defaultdict(lambda: defaultdict(float))
    for line in read(path):
        a, b = (OWN.get(line[k], line[k]) for k in ("from", "to"))
        cells[line["origin"]][a, b] += float(line["value"])
    return cells


def shares_of_parts():
    """{(product, user): (share, [its share in each detailed table])} in what a user buys of the product's group."""
    detailed = {"KOR_2020": "KOR_2020_BOK165", "CHN_2020": "CHN_2020_NBS153", "USA_2017": "USA_2017_BEA-detail"}
    uses = []
    for name in detailed.values():
        use = defaultdict(float)
        for origin, cells in table(TABLES / f"{name}.csv.gz").items():
            for (a, b), v in cells.items():
                use[a, b] += max(0, v)
        uses.append(use)
    result = {}
    for parts in WHOLE.values():
        for user in USERS:
            found = [np.array([use[p, user] for p in parts]) for use in uses]
            found = [f / f.sum() if f.sum() > 0 else np.full(len(parts), np.nan) for f in found]
            if np.isnan(found).all():
                every = [np.array([sum(use[p, u] for u in USERS) for p in parts]) for use in uses]
                mean = np.mean([e / e.sum() for e in every], 0)
            else:
                mean = np.nanmean(found, 0)
            mean = np.maximum(mean, LEAST_SHARE)
            for k, part in enumerate(parts):
                result[part, user] = mean[k] / mean.sum(), [f[k] for f in found]
    return result


def national(path, output_shares, shares, unit):
    """domestic, imported [product, user], exports, output by sector of one table in million USD."""
    cells = table(path)
    here = {a for a, _ in cells["domestic"]} | {b for _, b in cells["domestic"]}

    def code(sector):
        return sector if sector in here or sector not in PARENT or PARENT[sector] not in here else PARENT[sector]

    def part(sector, user):
        return 1 if code(sector) == sector else shares[sector, user][0]

    def width(user):
        return output_shares[user] if user != "FINAL" and code(user) != user else 1

    use = {}
    for origin in ("domestic", "imported"):
        use[origin] = np.array([
            [max(0, cells[origin][code(s), code(u)]) * part(s, u) * width(u) / unit for u in USERS] for s in CODES])
    exports = np.array([max(0, cells["domestic"][code(s), "EXPO"]) * part(s, "FINAL") / unit for s in CODES])
    totals = {u: sum(v for o in cells.values() for (a, b), v in o.items() if a == "OUTPUT" and b == code(u)) for u in CODES}
    return use["domestic"], use["imported"], exports, np.array([totals[u] * width(u) / unit for u in CODES])


def divided(tables, economy, sector, host):
    """The table with `sector`, which it counts in `host`, apart: as in the sum of all tables that have both.

    Imports of the sector are the table's own where it has them.
    """
    s, h = CODES.index(sector), CODES.index(host)
    both = [t for t in tables.values() if t[3][s] > 0 and t[3][h] > 0]
    home, imports, exports, output = (a.copy() for a in tables[economy])
    for k, use in enumerate((home, imports)):
        like = sum(t[k] for t in both)
        if use[s].sum() == 0:
            users = like.copy()
            users[:, [s, h]] = like[:, [s, h]].sum(1, keepdims=True)
            use[s], use[h] = (use[h] * users[r] / np.maximum(users[s] + users[h], TINY) for r in (s, h))
        use[:, s], use[:, h] = (use[:, h] * like[:, c] / np.maximum(like[:, s] + like[:, h], TINY) for c in (s, h))
    exported = sum(t[2] for t in both)
    exports[s], exports[h] = (exports[h] * exported[r] / (exported[s] + exported[h]) for r in (s, h))
    sold = home.sum(1) + exports
    output[s], output[h] = (output[h] * sold[r] / (sold[s] + sold[h]) for r in (s, h))
    return home, imports, exports, output


def flows():
    economies = [e["code"] for e in read(HERE / "economies.csv")]
    lines = read(HERE / "flows2022.csv.gz")
    return economies, np.array([[float(l[e]) for e in economies] for l in lines]).reshape(len(economies), 28, -1)


def output_shares_of(T):
    """{sector: part of its group's output in 2022}, by economy."""
    x = T.sum(2)
    result = []
    for row in x:
        share = {}
        for parts in WHOLE.values():
            made = np.array([row[CODES.index(p)] for p in parts])
            made = made / made.sum() if made.sum() > 0 else np.full(len(parts), 1 / len(parts))
            share.update(zip(parts, made))
        result.append(share)
    return result


def world_bank(name, year):
    return {l["Country Code"]: float(l["Value"]) for l in read(COUNTRIES / name) if l["Year"] == str(year)}


def lenders(economies, T, have, income):
    """{economy: (lender, reason)}: the table of the economy nearest in the make-up of exports, imports and output."""
    own = np.einsum("isi->is", T)
    profiles = [a / a.sum(1, keepdims=True) for a in (T.sum(2) - own, T.sum(0).T - own, T.sum(2))]
    chosen = {}
    for i, e in enumerate(economies):
        if e in have:
            chosen[e] = e, "its own table"
            continue
        ranked = []
        for h in have:
            j = economies.index(h)
            trade = sum(abs(p[i] - p[j]).sum() for p in profiles) / 6
            ranked.append((trade + FARTHER * abs(math.log(income[e] / income[h])), trade, h))
        ranked.sort()
        if e in CHOSEN:
            lender, why = CHOSEN[e]
            trade = next(t for _, t, h in ranked if h == lender)
            chosen[e] = lender, f"{why} (difference of trade {trade:.2f}; nearest {ranked[0][2]} {ranked[0][1]:.2f})"
        else:
            chosen[e] = ranked[0][2], (
                f"nearest by exports, imports, output and income: difference of trade {ranked[0][1]:.2f};"
                f" next {ranked[1][2]} {ranked[1][1]:.2f}")
    return chosen


def value_added_part(path, gdp):
    """Value added with taxes on inputs over GDP, which holds taxes on final products too, within 0.85 and 1."""
    inside = sum(float(l["value"]) for l in read(path)
                 if l["origin"] == "total" and l["from"] in ("VA", "TTM") and l["to"] not in FINAL + ["EXPO"])
    return min(1, max(0.85, inside / gdp))


def us_end_uses(economies):
    kind = {}
    for l in read(TRADE / "hs2022_to_icio27_bec4.csv"):
        classes = l["bec4"].split("|")
        kind[l["hs2022"]] = l["icio"], sum(c in BEC_INPUTS for c in classes) / len(classes)
    sums = defaultdict(lambda: [0.0, 0.0])
    for l in read(TRADE / "us_imports_2024_hs6.csv.gz"):
        sector, inputs = kind.get(l["hs6"], ("", 0))
        if sector in CODES and l["partner"] in US_PARTNERS:
            cell = sums[US_PARTNERS[l["partner"]], sector]
            cell[0] += float(l["imports_usd"])
            cell[1] += float(l["imports_usd"]) * inputs
    return [["USA", o, s, round(i / v, 3), round(v / 1e6), "US imports 2024 at HS6 by BEC"]
            for (o, s), (v, i) in sorted(sums.items()) if v >= LEAST_IMPORTS and o in economies]


def japanese_end_uses():
    sums = defaultdict(lambda: [0.0, 0.0])
    for l in read(TRADE / "japan_customs_area_x_goods_2009_2026.csv.gz"):
        if l["ex_im"] == "import" and l["year"] == "2022" and l["area"] in JAPAN_AREAS and l["goods"] in JAPAN_C26:
            cell = sums[JAPAN_AREAS[l["area"]]]
            cell[0] += float(l["value"] or 0)
            cell[1] += float(l["value"] or 0) * JAPAN_C26[l["goods"]]
    yen = 131.5  # per dollar, 2022; values are in billion yen
    return [["JPN", o, "C26", round(i / v, 3), round(v * 1e9 / yen / 1e6), "Japanese customs 2022 by goods"]
            for o, (v, i) in sorted(sums.items()) if v * 1e9 / yen >= LEAST_IMPORTS]


def main():
    shares = shares_of_parts()
    write("splits.csv", ["product", "user", "share", "KOR_2020", "CHN_2020", "USA_2017"],
          [[p, u, f"{m:.4f}"] + ["" if np.isnan(f) else f"{f:.3f}" for f in found] for (p, u), (m, found) in shares.items()])
    economies, T = flows()
    have = sorted(p.name[:3] for p in (TABLES / "wiod2016-mapped").glob("*_2014.csv.gz"))
    output_shares = output_shares_of(T)
    tables = {}
    for e in have:
        at = ("KOR_2020_BOK165", WON_PER_DOLLAR) if e == "KOR" else (f"wiod2016-mapped/{e}_2014", 1)
        tables[e] = national(TABLES / f"{at[0]}.csv.gz", output_shares[economies.index(e)], shares, at[1])
    for line in read(HERE / "hosts.csv"):
        tables[line["economy"]] = divided(tables, line["economy"], line["sector"], line["host"])
    lines = []
    for e, (home, imports, exports, output) in tables.items():
        for name, use, out in (("domestic", home, exports), ("imported", imports, np.zeros(len(CODES)))):
            lines += [[e, name, s] + [f"{v:.6g}" for v in [*use[k], out[k]]] for k, s in enumerate(CODES)]
        lines.append([e, "output", "ALL"] + [f"{v:.6g}" for v in output] + [0, 0])
    write("tables.csv.gz", ["economy", "origin", "product"] + USERS + ["EXPO"], lines)

    gdp = [l for l in read(HERE / "gdp.csv") if l["code"] != "ROW"]
    for year in sorted({l["year"] for l in gdp}):
        rest = world_bank("gdp_wb.csv", year)["WLD"] - sum(float(l["usd"]) for l in gdp if l["year"] == year)
        gdp.append({"code": "ROW", "year": year, "usd": rest})
    write("gdp.csv", ["code", "year", "usd"], [[l["code"], l["year"], l["usd"]] for l in gdp])
    now = {l["code"]: float(l["usd"]) for l in gdp if l["year"] == "2022"}
    people = world_bank("population_wb.csv", 2022)
    people["ROW"] = people["WLD"] - sum(people.get(e, 0) for e in economies if e != "ROW")
    now["TWN"], people["TWN"] = 33140.0, 1.0  # income per head of 2021, IMF, for the distance only
    income = {e: now[e] / people[e] for e in economies}
    chosen = lenders(economies, T, have, income)
    then = world_bank("gdp_wb.csv", 2014)
    rows = []
    for old in read(HERE / "economies.csv"):
        e = old["code"]
        lender, reason = chosen[e]
        part = "0.93"
        if e in have and e in then:
            part = f"{value_added_part(TABLES / f'wiod2016-mapped/{e}_2014.csv.gz', then[e] / 1e6):.3f}"
        rows.append([e, old["name"], lender, part, reason])
    write("economies.csv", ["code", "name", "table", "value_added", "reason"], rows)
    write("end-use.csv", ["importer", "exporter", "sector", "inputs", "musd", "source"],
          japanese_end_uses() + us_end_uses(economies))


main()
