"""Dependence on goods worked out again in pandas, from the files in data/goods: the referee of the goods tests.

    pip install pandas pyarrow
    python goods.py DATA/goods

Prints each figure beside what is expected of it and fails at the first that differs.
"""
import pathlib
import sys

import pandas as pd

DATA = pathlib.Path(sys.argv[1])
EU = ("AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP "
      "SWE").split()


def check(what, value, expected, tolerance):
    print(f"{what:60} {value:12.4f} expected {expected}")
    if abs(value - expected) > tolerance:
        raise SystemExit("differs")


def hhi(table, who, by=("good",), column="usd"):
    amounts = table.groupby([*by, who])[column].sum()
    shares = amounts / amounts.groupby(level=list(by)).transform("sum")
    return (shares**2).groupby(level=list(by)).sum()


def share(table, good, supplier, column="usd", importer="JPN"):
    part = table[(table.importer == importer) & (table.good.isin([good] if isinstance(good, str) else good))]
    return 100 * part[part.exporter == supplier][column].sum() / part[column].sum()


def with_eu(table):
    merged = table.assign(
        importer=table.importer.where(~table.importer.isin(EU), "EU27"),
        exporter=table.exporter.where(~table.exporter.isin(EU), "EU27"),
    )
    return merged.groupby(["good", "importer", "exporter"], as_index=False)[["usd", "kg"]].sum()


def criteria(table, economy):
    """Indicators by good; trade of a group with itself apart."""
    outside = table[table.importer != table.exporter]
    imports = outside[outside.importer == economy]
    inside = table[(table.importer == economy) & (table.exporter == economy)].groupby("good").usd.sum()
    m = imports.groupby("good").usd.sum()
    x = outside[outside.exporter == economy].groupby("good").usd.sum().reindex(m.index).fillna(0)
    inside = inside.reindex(m.index).fillna(0)
    return pd.DataFrame({
        "imports": hhi(imports, "exporter"),
        "world": hhi(outside, "exporter").reindex(m.index),
        "outside": m / (m + inside),
        "over_exports": m / x,
        "over_all": m / (x + inside),
        "largest": imports.groupby("good").usd.max() / m,
    })


def ec2021(c):
    return c[(c.imports > 0.4) & (c.outside > 0.5) & (c.over_all > 1)].index.tolist()


def geodep(c):
    return c[(c.imports > 0.4) & (c.world > 0.4) & (c.over_exports > 1)].index.tolist()


critical = pd.read_parquet(DATA / "trade/baci-hs17-critical30.parquet")
raw = pd.read_parquet(DATA / "trade/baci-hs92-raw74.parquet")
total = pd.read_parquet(DATA / "trade/baci-total-2023.parquet")
raw24 = raw[raw.year == 2024]

for good, supplier, expected in [
    ("270900", "ARE", 43.1), ("270900", "SAU", 39.4), ("270900", "KWT", 6.7), ("270900", "QAT", 3.9),
    ("271111", "AUS", 39.2), ("284690", "CHN", 58.1), ("282520", "CHN", 84.1),
]:
    check(f"Japan 2024 {good} from {supplier}, % of value", share(raw24, good, supplier), expected, 0.05)
check("Japan 2024 284690 from CHN, % of tonnes", share(raw24, "284690", "CHN", "kg"), 76, 0.5)
for good, supplier, expected in [
    ("850511", "PHL", 32.4), ("850511", "VNM", 27.9), ("850511", "CHN", 27.6), ("270112", "AUS", 67.5),
    ("810194", "CHN", 99.6),
]:
    check(f"Japan 2024 {good} from {supplier}, % of value", share(critical, good, supplier), expected, 0.05)
magnets = critical[(critical.importer == "JPN") & (critical.good == "850511")].usd.sum() / 1e6
check("Japan 2024 magnets, million USD", magnets, 568.8, 0.05)
earths = ["284610", "284690", "280530"]
for year, expected in [(2008, 89), (2010, 79), (2011, 64), (2012, 54)]:
    check(f"Japan {year} rare earths from CHN, % of tonnes", share(raw[raw.year == year], earths, "CHN", "kg"), expected, 0.5)
check("Japan 2023 all goods, bn USD", total[total.importer == "JPN"].usd.sum() / 1e9, 709.5, 0.05)
check("Japan 2023 all goods from CHN, %", share(total, "TOTAL", "CHN"), 23.3, 0.05)

single, group = criteria(critical, "JPN"), criteria(with_eu(critical), "JPN")
union = criteria(with_eu(critical), "EU27")
check("ec-2021, Japan, goods flagged", len(ec2021(single)), 16, 0)
check("cepii-geodep, Japan, members single", len(geodep(single)), 5, 0)
check("cepii-geodep, Japan, EU as one", len(geodep(group)), 8, 0)
check("ec-2021, EU27", len(ec2021(union)), 11, 0)
check("cepii-geodep, EU27", len(geodep(union)), 7, 0)
print("Japan, members single:", geodep(single))
print("none flags 850511 for Japan:", single.loc["850511"].round(3).to_dict())

usgs = pd.read_csv(DATA / "minerals/usgs.csv")
for material, edition, economy, expected in [
    ("rare-earths", "MCS2025", "CHN", 69.2), ("rare-earths", "MCS2026", "CHN", 71.1), ("tungsten", "MCS2025", "CHN", 82.7),
    ("graphite", "MCS2025", "CHN", 79.4), ("cobalt", "MCS2025", "COD", 75.9), ("nickel", "MCS2025", "IDN", 59.5),
    ("niobium", "MCS2025", "BRA", 90.9), ("antimony", "MCS2025", "CHN", 60),
]:
    t = usgs[(usgs.material == material) & (usgs.stage == "mine") & (usgs.edition == edition) & (usgs.year == 2024)]
    t = t.set_index("economy").tonnes
    check(f"{material} mined 2024, {edition}, {economy}, % of world", 100 * t[economy] / t["WORLD"], expected, 0.05)
wmd = pd.read_csv(DATA / "minerals/wmd.csv.gz")
for mineral, expected in [("Gallium", 98.7), ("Antimony", 32.7)]:
    t = wmd[(wmd.mineral == mineral) & (wmd.year == 2024)].set_index("economy").tonnes
    check(f"{mineral} 2024, World Mining Data, CHN, % of world", 100 * t["CHN"] / t.sum(), expected, 0.05)
