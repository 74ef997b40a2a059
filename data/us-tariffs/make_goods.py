"""Makes august-2025-goods.csv: python3 make_goods.py SHARED_DATA (see README.md)."""
import sys
from collections import defaultdict

import pandas as pd

data = sys.argv[1]
lists = f"{data}/us-tariffs/lists"
EU = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE".split()
CENSUS = {  # partners of the census file that ISO spells otherwise
    "KOREA, SOUTH": "KOR", "VIETNAM": "VNM", "TAIWAN": "TWN", "UNITED KINGDOM": "GBR", "TURKEY": "TUR", "RUSSIA": "RUS",
    "VENEZUELA": "VEN", "TANZANIA": "TZA", "BOLIVIA": "BOL"}
iso = pd.read_csv(f"{data}/countries/iso3166_all.csv", keep_default_na=False)
codes = dict(zip(iso.name.str.upper(), iso["alpha-3"])) | CENSUS
country = pd.read_csv("august-2025.csv", keep_default_na=False).set_index("economy")


def lines(name):
    return set(pd.read_csv(f"{lists}/{name}.csv", dtype=str).iloc[:, 0].str.strip())


mfn = pd.read_csv(f"{data}/us-tariffs/us_mfn_rates_2025_hs8.csv.gz", dtype=str)
mfn["rate"] = pd.to_numeric(mfn.mfn_rate, errors="coerce").fillna(0)
by_hs6 = mfn.groupby(mfn.hs8.str[:6])
ordinary, count = by_hs6.rate.mean().to_dict(), by_hs6.hs8.agg(set).to_dict()


def coverage(names):
    """By HS6: the part of its tariff lines that a list names."""
    named = defaultdict(set)
    for name in names:
        for code in lines(name):
            if len(code) >= 8:
                named[code[:6]].add(code[:8])
            else:
                named[code[:6]] |= count.get(code[:6], {code})
    return {hs6: min(1, len(some & count.get(hs6, some)) / len(count.get(hs6, some))) for hs6, some in named.items()}


exempt = coverage(["annex-II-exemptions", "consumer_electronics_EO14257_apr11"])
brazil = coverage(["brazil-non-airplane-exemptions", "brazil-airplane-exemptions"])
copper, autos = coverage(["copper-list"]), coverage(["auto-tariffs"])


def metal(hs6):
    """Steel and aluminium as such; what merely contains them is not told apart."""
    if hs6[:2] == "72":
        return hs6[:4] > "7205"  # pig iron, ferro-alloys and scrap are not named
    return hs6[:2] == "73" or hs6[:2] == "76" and hs6[:4] != "7602"


def general(economy, hs6):
    """The country's rate on a good under no section 232 order, on top of the ordinary duty."""
    rate, kind = country.loc[economy, ["rate", "kind"]]
    free = exempt.get(hs6, 0)
    if kind == "floor":
        return (1 - free) * max(0, rate - ordinary.get(hs6, 0))
    if economy in ("CHN", "HKG", "MAC"):  # 20 points under the fentanyl orders, which exempt nothing of this
        return 0.2 + (1 - free) * (rate - 0.2)
    if economy == "BRA":  # 10 points that Annex II exempts, 40 with exemptions of their own
        return (1 - free) * 0.1 + (1 - max(free, brazil.get(hs6, 0))) * 0.4
    if economy in ("CAN", "MEX"):  # means over goods in and outside USMCA already
        return rate
    return (1 - free) * rate


def cars(economy, hs6):
    vehicle = hs6[:4] in ("8703", "8704")
    if economy in ("CAN", "MEX"):  # parts under USMCA free, vehicles on the 60% of their value that is not US content
        return 0.25 * 0.6 if vehicle else 0
    if economy in EU:
        return max(0, 0.15 - ordinary.get(hs6, 0))
    if economy == "GBR":
        return 0.075
    return 0.25


def added(economy, hs6):
    steel = metal(hs6)
    red = (1 - steel) * copper.get(hs6, 0)
    car = (1 - steel - red) * autos.get(hs6, 0)
    return (steel * (0.25 if economy == "GBR" else 0.5) + red * 0.5 + car * cars(economy, hs6)
            + (1 - steel - red - car) * general(economy, hs6))


trade = pd.read_csv(f"{data}/us-imports/us_imports_2024_hs6.csv.gz", dtype=str)
trade["usd"] = trade.imports_usd.astype(float)
trade["economy"] = ["EU" if p == "EUROPEAN UNION" else codes.get(p, "") for p in trade.partner]
trade = trade[~trade.economy.isin(EU + [""]) & (trade.usd > 0)]
sector = pd.read_csv(f"{data}/nomenclature/hs2022_to_icio27_bec4.csv", dtype=str).set_index("hs2022").icio
trade["sector"] = trade.hs6.map(sector)
trade.loc[trade.sector == "C301|C302T309", "sector"] = "C302T309"
print(f"{trade[trade.sector.isna()].usd.sum() / trade.usd.sum():.4f} of imports have no sector")
trade = trade.dropna(subset="sector")
trade["rate"] = [added("DEU" if e == "EU" else e, g) for e, g in zip(trade.economy, trade.hs6)]
trade["duty"] = trade.rate * trade.usd
rows = []
for (economy, sec), group in trade.groupby(["economy", "sector"]):
    for each in EU if economy == "EU" else [economy]:
        usd = group.usd.sum() / (len(EU) if economy == "EU" else 1)
        rows.append((each, sec, round(group.duty.sum() / group.usd.sum(), 4), round(usd / 1000)))
# smaller partners are not in the census file: their country's rate, exempted as those of all others are on average
of_all = trade.assign(free=[exempt.get(g, 0) for g in trade.hs6]).groupby("sector")[["usd", "free"]].apply(
    lambda g: (g.usd * g.free).sum() / g.usd.sum())
of_sector = trade.groupby("sector").usd.sum() / trade.usd.sum()
known = {row[0] for row in rows}
for economy in country.index:
    for sec, free in of_all.items():
        if economy not in known:
            rate = 0.5 if sec == "C24A" else (1 - free) * country.loc[economy, "rate"]
            weight = country.loc[economy, "us_imports_2023_kusd"] * of_sector[sec]
            rows.append((economy, sec, round(rate, 4), round(weight)))
table = pd.DataFrame(rows, columns=["economy", "sector", "rate", "us_imports_kusd"]).sort_values(["economy", "sector"])
table.to_csv("august-2025-goods.csv", index=False, lineterminator="\n")
whole = trade.duty.sum() / trade.usd.sum()
flat = sum(general_rate * usd for general_rate, usd in zip(
    [country.loc["DEU" if e == "EU" else e, "rate"] for e in trade.economy], trade.usd)) / trade.usd.sum()
print(f"mean additional duty {whole:.4f}, at one rate for all goods of a country {flat:.4f}; {len(table)} rows")
