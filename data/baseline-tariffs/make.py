"""Makes icio.csv.gz and wiod35.csv.gz: python3 make.py CUBE_2022 CUBE_2011 (see README.md)."""
import gzip
import pathlib
import runpy
import sys

import pandas as pd

CONCORDANCE = runpy.run_path(str(pathlib.Path(__file__).parent.parent / "elasticities" / "concordance.py"))
WIOD, OLDER = CONCORDANCE["WIOD"], CONCORDANCE["OLDER"]
WIOD_ECONOMIES = (pathlib.Path(__file__).parent.parent / "wiod2013" / "economies.csv")


def write(table, file):
    table = table[table.rate > 0].sort_values(["importer", "exporter", "sector"])
    with gzip.GzipFile(file, "wb", mtime=0) as out:
        out.write(table[["importer", "exporter", "sector", "rate"]].to_csv(index=False, float_format="%.5g").encode())


def foreign_goods(cube):
    table = pd.read_csv(cube)
    return table[(table.importer != table.exporter) & (table.sector != "SERV")].rename(columns={"tariff": "rate"})


def to_wiod(cube):
    codes = {source: wiod for wiod, sources in WIOD.items() for source in sources.split() if source != "SERV"}
    codes_more = {"C13T15": ["c4", "c5"]}
    listed = set(pd.read_csv(WIOD_ECONOMIES).iloc[:, 0]) | {"ROU"}
    for side in ("importer", "exporter"):
        cube[side] = cube[side].where(cube[side].isin(listed), "ROW")
    cube["sector"] = [codes_more.get(s, [codes[s]]) for s in cube.sector]
    cube = cube.explode("sector")
    return means(cube[cube.importer != cube.exporter])


def means(cube):
    """Rates by the new sectors, weighted by the flows."""
    cube["duty"] = cube.rate * cube.musd
    sums = cube.groupby(["importer", "exporter", "sector"], as_index=False)[["duty", "musd"]].sum()
    sums["rate"] = (sums.duty / sums.musd).fillna(0)
    return sums


def with_older(cube):
    """And the sectors of older releases, which lump some of these."""
    codes = {part: whole for whole, parts in OLDER.items() for part in parts.split()}
    lumped = cube[cube.sector.isin(codes)].copy()
    lumped["sector"] = lumped.sector.map(codes)
    return pd.concat([cube, means(lumped)])


here = pathlib.Path(__file__).parent
write(with_older(foreign_goods(sys.argv[1])), here / "icio.csv.gz")
write(to_wiod(foreign_goods(sys.argv[2])), here / "wiod35.csv.gz")
