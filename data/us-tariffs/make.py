"""Makes april-2025.csv and august-2025.csv: python3 make.py SHARED_DATA (see README.md)."""
import sys

import pandas as pd

data = sys.argv[1]
tariffs = f"{data}/us-tariffs"
labels = pd.read_csv(f"{tariffs}/country_labels.csv")
april = labels.assign(rate=pd.read_csv(f"{tariffs}/tariffs.csv").applied_tariff)[["iso3", "rate"]]
trade = pd.read_csv(f"{data}/critical-trade/baci_2023_total_bilateral_194.csv.gz", keep_default_na=False)
imports = trade[trade.importer == "USA"].set_index("exporter").value_kusd
april["us_imports_2023_kusd"] = april.iso3.map(imports).fillna(0).round(0).astype(int)
april = april[(april.iso3 != "USA")].rename(columns={"iso3": "economy"})

NAMES = {  # names of the August list that ISO spells otherwise
    "BOLIVIA": "BOL", "BRUNEI": "BRN", "CÔTE D`IVOIRE": "CIV", "DEMOCRATIC REPUBLIC OF THE CONGO": "COD",
    "FALKLAND ISLANDS": "FLK", "LAOS": "LAO", "MOLDOVA": "MDA", "MYANMAR (BURMA)": "MMR", "SOUTH KOREA": "KOR",
    "SYRIA": "SYR", "TAIWAN": "TWN", "TURKEY": "TUR", "UNITED KINGDOM": "GBR", "VENEZUELA": "VEN", "VIETNAM": "VNM"}
EU = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"
iso = pd.read_csv(f"{data}/countries/iso3166_all.csv", keep_default_na=False)
codes = dict(zip(iso.name.str.upper(), iso["alpha-3"])) | NAMES
listed = pd.read_csv(f"{tariffs}/lists/clean-august-7-tariffs.csv")
august_rates = {codes[name.strip()]: rate / 100 for name, rate in zip(listed.country_name, listed["rtariff-aug"])}
# beyond the list: China 10% + 20% fentanyl; Brazil 10% + 40%; Canada 35% in place of 25% on goods outside USMCA
august_rates |= {"CHN": 0.3, "HKG": 0.3, "MAC": 0.3, "BRA": 0.5, "CAN": round(0.1 * 35 / 25, 4), "MEX": 0.17,
                 "RUS": 0, "BLR": 0, "CUB": 0, "PRK": 0}
august_rates |= {code: 0.15 for code in EU.split()}
census = pd.read_csv(f"{data}/us-imports/us_imports_2024_hs6.csv.gz")  # BACI's 194 lack Taiwan: imports of 2024
taiwan = int(census[census.partner == "TAIWAN"].imports_usd.sum() / 1000)
# nor are Sao Tome's imports known here: it is in neither list and meets the 10% of all others
added = pd.DataFrame([["TWN", 0.32, taiwan], ["STP", 0.1, 0]], columns=april.columns)
april = pd.concat([april, added]).sort_values("economy")
august = april.copy()
august["rate"] = [august_rates.get(code, 0.1) for code in august.economy]
all_in = set(EU.split()) | {"JPN"}  # 15% that swallows the ordinary duty; Korea's came into force later
for name, table in (("april-2025", april), ("august-2025", august)):
    table["kind"] = ["floor" if name.startswith("august") and code in all_in else "add" for code in table.economy]
    table[["economy", "rate", "kind", "us_imports_2023_kusd"]].to_csv(f"{name}.csv", index=False, lineterminator="\n")
