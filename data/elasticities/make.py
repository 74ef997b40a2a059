"""Makes icio.csv and wiod35.csv: python3 make.py SECTORS_SIGMA_CSV (see README.md)."""
import csv
import sys

from concordance import OLDER, SERVICES, WIOD

rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
sigma = {row["sector"]: row for row in rows}
sets = [name for name in rows[0] if name.startswith("sigma_")]
for file, cover in (("icio.csv", {s: s for s in sigma} | {s: "SERV" for s in SERVICES} | OLDER), ("wiod35.csv", WIOD)):
    with open(file, "w", encoding="utf-8", newline="") as out:
        out.write("set,sector,theta\n")
        for name in sets:
            for sector, members in cover.items():
                values = [float(sigma[m][name]) - 1 for m in members.split()]
                out.write(f"{name[6:]},{sector},{round(sum(values) / len(values), 10):.10g}\n")
