"""Makes the files of this folder from the published ones named in README.md.

python make.py SOURCES     (Python 3.11, duckdb 2.0, pandas 2.3)

SOURCES holds the files as gathered: raw-materials/, critical-trade/, us-imports/, japan-customs/, minerals/,
nomenclature/, countries/. Nothing is estimated here: units are unified, countries named by ISO 3166 alpha-3, rows
sorted. What a person judged (uses.csv, stocks.csv, stages.csv, short-names.csv, commodities.csv) is edited by hand.
"""
import csv
import gzip
import hashlib
import json
import pathlib
import re
import sys

import duckdb
import pandas as pd

SOURCES = pathlib.Path(sys.argv[1])
HERE = pathlib.Path(__file__).resolve().parent
db = duckdb.connect()

# Other Asia, not elsewhere specified, is in effect Taiwan (BACI's own note on S19 / 490).
ECONOMY = {"S19": "TWN"}


def write(name, header, rows):
    """Plain or gzipped CSV, byte for byte the same on every run."""
    text = "\n".join([",".join(header)] + [",".join(cell(v) for v in row) for row in rows]) + "\n"
    path = HERE / name
    if name.endswith(".gz"):
        with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as out:
            out.write(text.encode())
    else:
        path.write_text(text)
    print(name, len(rows), "rows", path.stat().st_size, "bytes")


def cell(value):
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        value = repr(round(value, 9))
        value = value[:-2] if value.endswith(".0") else value
    value = str(value)
    return '"' + value.replace('"', '""') + '"' if re.search('[",\n]', value) else value


def parquet(name, select):
    """US dollars and kilograms as whole numbers (BACI's three decimals of thousands): a third of the size of doubles."""
    db.sql(
        f"copy ({select}) to '{HERE / name}' (format parquet, compression zstd, compression_level 22, "
        "row_group_size 200000, parquet_version v2)"
    )
    print(name, db.sql(f"select count(*) from '{HERE / name}'").fetchall()[0][0], "rows", (HERE / name).stat().st_size)


def economy(column):
    return f"case {column} when 'S19' then 'TWN' else {column} end"


def trade():
    raw = SOURCES / "raw-materials/baci_hs92_raw74_1995_2024.parquet"
    parquet(
        "trade/baci-hs92-raw74.parquet",
        f"""select year::smallint as year, hs92 as good, {economy('importer')} as importer,
                   {economy('exporter')} as exporter, round(kusd * 1000)::bigint as usd,
                   round(tonnes * 1000)::bigint as kg
            from '{raw}' order by year, good, importer, exporter""",
    )
    critical = SOURCES / "critical-trade/baci_hs17_2024_critical30.csv.gz"
    parquet(
        "trade/baci-hs17-critical30.parquet",
        f"""select 2024::smallint as year, hs6 as good, {economy('importer')} as importer,
                   {economy('exporter')} as exporter, round(value_kusd * 1000)::bigint as usd,
                   round(qty_t * 1000)::bigint as kg
            from read_csv('{critical}', types={{'hs6': 'VARCHAR'}}) order by year, good, importer, exporter""",
    )
    total = SOURCES / "critical-trade/baci_2023_total_bilateral_194.csv.gz"
    parquet(
        "trade/baci-total-2023.parquet",
        f"""select 2023::smallint as year, 'TOTAL' as good, {economy('importer')} as importer,
                   {economy('exporter')} as exporter, round(value_kusd * 1000)::bigint as usd,
                   null::bigint as kg
            from '{total}' order by year, good, importer, exporter""",
    )
    census = {
        "EUROPEAN UNION": "EU27", "RUSSIA": "RUS", "VIETNAM": "VNM", "KOREA, SOUTH": "KOR", "TAIWAN": "TWN",
        "TURKEY": "TUR", "VENEZUELA": "VEN", "HONG KONG": "HKG",
    }
    names = iso_names()
    us = pd.read_csv(SOURCES / "us-imports/us_imports_2024_hs6.csv.gz", dtype=str)
    us["exporter"] = [census.get(p) or names[p.title().replace(" And ", " and ")] for p in us.partner]
    us["usd"] = us.imports_usd.astype(float).round().astype("int64")
    # Slovakia stands beside the European Union that holds it
    us = us[us.exporter != "SVK"]
    db.register("us", us)
    parquet(
        "trade/us-imports-2024.parquet",
        """select 2024::smallint as year, hs6 as good, 'USA' as importer, exporter, sum(usd)::bigint as usd,
                  null::bigint as kg from us where usd > 0 group by all order by year, good, importer, exporter""",
    )
    customs = pd.read_csv(SOURCES / "japan-customs/japan_customs_area_x_goods_2009_2026.csv.gz", dtype=str)
    customs = customs[customs.value.astype(float) != 0]
    write(
        "trade/japan-customs.csv.gz",
        ["flow", "area", "good", "year", "bn_jpy"],
        [tuple(r) for r in customs.sort_values(["ex_im", "area", "goods", "year"]).itertuples(index=False)],
    )
    food = pd.read_csv(SOURCES / "critical-trade/energy-food/trade_metrics.csv")
    food = food.sort_values(["commodity_id", "country_id"])
    write(
        "trade/energy-food-2024.csv.gz",
        ["commodity", "economy", "import_tonnes", "export_tonnes", "suppliers", "largest_share", "hhi"],
        [
            (r.commodity_id, ECONOMY.get(r.country_id, r.country_id), r.total_import_tonnes, r.total_export_tonnes,
             r.number_of_suppliers, r.largest_supplier_share, r.herfindahl_hirschman_index)
            for r in food.itertuples()
        ],
    )


def iso_names():
    table = pd.read_csv(SOURCES / "countries/iso3166_all.csv", dtype=str, keep_default_na=False)
    code = next(c for c in table.columns if c.lower().replace("_", "-") in ("alpha-3", "iso3", "alpha3"))
    return dict(zip(table["name"], table[code])) | {
        "Burma": "MMR", "Congo (Kinshasa)": "COD", "Korea, North": "PRK", "Korea, Republic of": "KOR",
        "Bolivia": "BOL", "Iran": "IRN", "Laos": "LAO", "Russia": "RUS", "Syria": "SYR", "Taiwan": "TWN",
        "Tanzania": "TZA", "Turkey": "TUR", "United States": "USA", "United Kingdom": "GBR", "Venezuela": "VEN",
        "Vietnam": "VNM", "Côte d’Ivoire": "CIV", "Czechia": "CZE", "Netherlands": "NLD",
        "Other countries": "ROW", "World total": "WORLD",
    }


def economies():
    """BACI's numeric codes, for files whose rows name economies by number."""
    text = (SOURCES / "nomenclature/baci_country_codes_V202501.csv").read_bytes()
    try:
        text = text.decode("utf-8")
    except UnicodeDecodeError:
        text = text.decode("cp850")
    # numbers of ISO 3166 first: the list at hand lacks some economies that stand in the trade, such as Luxembourg
    iso = pd.read_csv(SOURCES / "countries/iso3166_all.csv", dtype=str, keep_default_na=False)
    rows = {int(r["country-code"]): (r["alpha-3"], r["name"]) for _, r in iso.iterrows()}
    for row in csv.DictReader(text.splitlines()):
        code, alpha3 = int(row["Country Code"]), row["ISO3-digit Alpha"]
        if code == 490:
            alpha3 = "TWN"
        if re.fullmatch(r"[A-Z][A-Z0-9]{2}", alpha3):
            rows.setdefault(code, (alpha3, row["Country Name, Abbreviation"]))
    rows |= {711: ("ZA1", "South African customs union"), 697: ("R20", "Europe EFTA, not specified")}
    rows |= {28: ("ATG", "Antigua and Barbuda"), 849: ("PUS", "US Pacific islands"), 158: ("TWN", "Taiwan")}
    rows = [(number, *row) for number, row in rows.items()]
    write("nomenclature/economies.csv", ["number", "economy", "name"], sorted(rows))


def nomenclature():
    with gzip.open(SOURCES / "nomenclature/hs_classification_H6.json.gz", "rt") as source:
        h6 = json.load(source)["results"]
    names = [(r["id"], r["text"].split(" - ", 1)[1].strip()) for r in h6 if re.fullmatch(r"\d{6}", r["id"])]
    write("nomenclature/hs22.csv.gz", ["good", "name"], sorted(names))
    with gzip.open(SOURCES / "nomenclature/product_codes_HS17_V202301.csv.gz", "rt", encoding="utf-8-sig") as source:
        names = [(r["code"].zfill(6), r["description"]) for r in csv.DictReader(source)]
    write("nomenclature/hs17.csv.gz", ["good", "name"], sorted(n for n in names if re.fullmatch(r"\d{6}", n[0])))
    icio = pd.read_csv(SOURCES / "nomenclature/hs2022_to_icio27_bec4.csv", dtype=str, keep_default_na=False)
    write(
        "nomenclature/hs22-industries.csv.gz",
        ["good", "industries", "by_isic", "by_gtap", "routes", "bec4"],
        [
            (r.hs2022, r.icio, r.isic4_route, r.gtap_route, routes(r.isic4_route, r.gtap_route), r.bec4)
            for r in icio.itertuples()
        ],
    )


def routes(isic, gtap):
    """Whether the two ways from a good to an industry agree, disagree, or only one of them is there."""
    if not isic or not gtap:
        return "one"
    return "agree" if set(isic.split("|")) & set(gtap.split("|")) else "disagree"


def minerals():
    wmd = pd.read_csv(SOURCES / "raw-materials/wmd_production_2018_2024.csv.gz")
    goods = pd.read_csv(SOURCES / "raw-materials/mineral_hs92.csv", dtype=str, keep_default_na=False)
    scale = {"metr. t": 1.0, "kg": 1e-3, "ct": 2e-7, "Mio m3": 800.0}  # a million m3 of gas is 800 t
    wmd["tonnes"] = [p * scale[u] for p, u in zip(wmd.production, wmd.unit)]
    wmd = wmd[(wmd.tonnes > 0) & ~wmd.unit.isin(["ct"])]
    # French Guiana's gold stands under Guyana's code: one row for both
    wmd = wmd.groupby(["mineral", "year", "economy"], as_index=False).agg(
        {"tonnes": "sum", "reported_or_estimated": "last"}
    )
    wmd = wmd.sort_values(["mineral", "year", "economy"])
    write(
        "minerals/wmd.csv.gz",
        ["mineral", "year", "economy", "tonnes", "published"],
        [(r.mineral, r.year, r.economy, r.tonnes, r.reported_or_estimated) for r in wmd.itertuples()],
    )
    rows = []
    for r in goods.itertuples():
        codes = [c for c in [r.hs92, *r.hs_complementary.split(";")] if re.fullmatch(r"\d{6}", c)]
        rows.append((r.mineral, r.stage or "unknown", r.symbol, r.eol_recycling_input_rate_2023, ";".join(codes)))
    write("minerals/mineral-goods.csv", ["mineral", "stage", "symbol", "recycling_2023", "hs92"], rows)
    wgi = pd.read_csv(SOURCES / "raw-materials/wgi_political_stability_normalized.csv", dtype=str)
    years = [c for c in wgi.columns if re.fullmatch(r"\d{4}", c)]
    rows = [
        (r["Code"], y, float(r[y]))
        for _, r in wgi.iterrows() for y in years if re.fullmatch(r"[A-Z]{3}", str(r["Code"])) and r[y] == r[y] and r[y] != "NA"
    ]
    write("minerals/stability.csv.gz", ["economy", "year", "risk"], sorted(rows))
    companions = json.load(open(SOURCES / "minerals/companionality.json"))["rows"]
    write(
        "minerals/companions.csv",
        ["material", "class", "companion_percent", "hosts", "note"],
        [(label(r["label"]), r["class"], r["companionality_pct"], "|".join(r["hosts"]), r["note"]) for r in companions],
    )
    usgs()
    refining()


# a million cubic metres of helium at 15 degrees weigh 169 t
UNIT = {"metric tons": 1, "thousand metric tons": 1e3, "thousand metric dry tons": 1e3, "kilograms": 1e-3,
        "million metric tons": 1e6, "million cubic meters": 169, "million carats": None, "thousand carats": None}


def amount(text):
    """A published number; W (withheld), NA, a dash or a bound is no number."""
    text = str(text).replace(",", "").strip()
    return float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None


def usgs():
    """Mine and refinery output by country from two editions, side by side: the same year differs between them."""
    picked = {(r["edition"], r["commodity"], r["series"]): r for r in csv.DictReader(open(HERE / "minerals/series.csv"))}
    names = iso_names()
    rows = []
    table = pd.read_csv(SOURCES / "minerals/MCS2025_World_Data.csv", dtype=str, encoding="utf-8-sig")
    table.columns = [c.strip() for c in table.columns]
    for r in table.itertuples():
        key = ("MCS2025", str(r.COMMODITY).strip(), str(r.TYPE).strip())
        if key in picked:
            for year, value in ((2023, r.PROD_2023), (2024, getattr(r, "_7"))):
                rows.append((picked[key], "MCS2025", str(r.COUNTRY), r.UNIT_MEAS, year, value, year == 2024 or "stimated" in str(r.PROD_NOTES)))
    table = pd.read_csv(SOURCES / "minerals/MCS2026_Commodities_Data.csv.gz", dtype=str, encoding="cp1252")
    for r in table.itertuples(index=False):
        series = re.sub(r"[:,] rounded$", "", str(r.Statistics_detail)).strip()
        key = ("MCS2026", str(r.Commodity).strip(), series)
        if key in picked and str(r.Section).startswith("World") and r.Statistics == "Production":
            rows.append((picked[key], "MCS2026", str(r.Country), r.Unit, int(r.Year), r.Value, "stimated" in str(r.Notes)))
    out = {}
    for pick, edition, country, unit, year, value, estimated in rows:
        if "ilmenite and rutile" in country:
            continue
        country = re.sub(r"\s*\(.*?\)\s*(\d+)?$", "", country.replace("\xa0", " ")).strip() if "Congo" not in country else country.strip()
        country = {"Other Countries": "Other countries"}.get(country, country)
        if country.startswith("World total"):
            country = "World total"
        code, number = names[country], amount(value)
        if number is None or UNIT[unit] is None:
            continue
        key = (pick["material"], pick["stage"], edition, year, code)
        # US helium stands in two rows, from natural gas and from the Cliffside field
        if key in out and (pick["material"], code) != ("helium", "USA"):
            raise SystemExit(f"twice: {key}")
        before = out[key][0] if key in out else 0
        out[key] = (before + number * UNIT[unit], "e" if estimated else "r")
    rows = [(*key, *value) for key, value in sorted(out.items())]
    write("minerals/usgs.csv", ["material", "stage", "edition", "year", "economy", "tonnes", "published"], rows)


def refining():
    data = json.load(open(SOURCES / "minerals/refining.json"))
    rows = []
    for r in data["capacity_wedge"]:
        for stage, part in (("mine", r["mining"]), ("refine", r["refining"])):
            rows.append((label(r["material"]), stage, part["iso3"], part["top1"], part["total"] * 1000, "IEA",
                         "IEA Critical Minerals Dataset, supply 2024, as compiled by the Critical Materials Atlas"))
    for r in data["rows"]:
        if not r["reported"]["computed"]:
            rows.append((label(r["material"]), "refine", r["reported"]["iso3"], r["reported"]["pct"], None, "curated",
                         r["reported"]["form"] + "; figure as quoted by the Critical Materials Atlas, not recomputed"))
    eu = json.load(open(SOURCES / "minerals/eucrm.json"))["materials"]
    iso2 = {"AU": "AUS", "CN": "CHN", "ZA": "ZAF", "US": "USA", "BR": "BRA", "TR": "TUR", "RU": "RUS", "CD": "COD",
            "CL": "CHL", "ES": "ESP", "FR": "FRA"}
    for material, r in eu.items():
        rows.append((label(material), "mine" if r["stage_code"] == "E" else "refine", iso2[r["iso"]], r["pct"], None, "EU2023",
                     "EU CRM study 2023, table A: largest global supplier, mean of 2016-2020"))
    write("minerals/leaders.csv", ["material", "stage", "economy", "percent", "world_tonnes", "edition", "note"], sorted(rows, key=lambda r: (r[0], r[1], r[5])))


def label(material):
    return {"magnets": "rare-earths", "bauxite": "aluminium", "cokingcoal": "coking-coal"}.get(material, material)


def sums():
    lines = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(HERE)}"
        for p in sorted(HERE.rglob("*")) if p.is_file() and p.name not in ("SHA256SUMS", "README.md", "make.py")
    ]
    (HERE / "SHA256SUMS").write_text("\n".join(lines) + "\n")


for folder in ("trade", "minerals", "nomenclature"):
    (HERE / folder).mkdir(exist_ok=True)
trade()
economies()
nomenclature()
minerals()
sums()
