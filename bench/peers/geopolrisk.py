"""GeoPolRisk scores by geopolrisk-py 2.0.1 itself, as the referee of GeoPolRiskTest.

    pip install geopolrisk-py==2.0.1      (GPL; nothing of it is in the product)
    python geopolrisk.py OUT.csv

Two economies and years for each of 26 minerals, spread by a fixed rule. Natural gas is among them although the package
adds million cubic metres to tonnes there; the test says so.
"""
import csv
import sys

from geopolrisk.assessment.core import HHI, GeoPolRisk
from geopolrisk.assessment.database import databases
from geopolrisk.assessment.utils import aggregateTrade, cvtcountry, mapped_baci

MINERALS = [
    "Cobalt", "Lithium (Li2O)", "Rare Earths (REO)", "Graphite", "Tungsten (W)", "Antimony", "Nickel", "Copper", "Tin",
    "Titanium (TiO2)", "Petroleum", "Aluminium", "Germanium", "Platinum", "Palladium", "Vanadium (V)", "Niobium (Nb2O5)",
    "Fluorspar", "Manganese", "Chromium (Cr2O3)", "Magnesite", "Iron (Fe)", "Phosphate Rock (P2O5)", "Bismuth", "Zinc",
    "Natural Gas",
]
ECONOMIES = ["Japan", "Germany", "United States", "China", "India", "Korea", "France", "Brazil"]

names = databases.production["Country_ISO"]["Country"].tolist()
economies = [e if e in names else next(n for n in names if e in n) for e in ECONOMIES]
reference = databases.production["HS Code Map"].set_index("Sheet_name")["Reference ID"].to_dict()
trade = mapped_baci()
rows = []
for i, mineral in enumerate(MINERALS):
    known = reference[mineral]
    for k in range(2):
        economy = economies[(i + 3 * k) % len(economies)]
        year = 2018 + (i * 3 + k * 5) % 7
        numerator, imports, price = aggregateTrade(year, databases.regionslist[economy], known, trade)
        production, hhi = HHI(known, year, economy)
        score, _, risk = GeoPolRisk(numerator, imports, price, production, hhi)
        number = cvtcountry(economy, "ISO")
        rows.append((mineral, number, economy, year, *(repr(float(v)) for v in (hhi, risk, score, imports, production))))
with open(sys.argv[1], "w", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow("mineral number economy year hhi import_risk score imports production".split())
    writer.writerows(rows)
