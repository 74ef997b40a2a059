"""Seconds that pandas takes for every criterion of the three rules, every economy and every good of a full year.

    python time_goods.py HOME/goods/baci-hs17/2024/flows.parquet
"""
import sys
import time

import numpy as np
import pandas as pd

start = time.perf_counter()
flows = pd.read_parquet(sys.argv[1], columns=["good", "importer", "exporter", "usd"])
flows["good"] = flows.good.astype("int32")
flows["importer"] = flows.importer.astype("category")
flows["exporter"] = flows.exporter.astype("category")
print("read", round(time.perf_counter() - start, 2), len(flows))
for _ in range(3):
    start = time.perf_counter()
    usd = flows.usd.astype("float64")
    squares = usd * usd
    table = pd.DataFrame({"good": flows.good, "importer": flows.importer, "usd": usd, "squares": squares})
    by = table.groupby(["good", "importer"], observed=True)
    imports = by.agg(m=("usd", "sum"), s=("squares", "sum"), most=("usd", "max"))
    imports["hhi"] = imports.s / imports.m**2
    imports["largest"] = imports.most / imports.m
    exports = usd.groupby([flows.good, flows.exporter], observed=True).sum()
    world = exports.groupby(level=0).agg(["sum", lambda x: np.square(x).sum()])
    world = (world.iloc[:, 1] / world.iloc[:, 0] ** 2).rename("world")
    exports.index = exports.index.set_names(["good", "importer"])
    all_of_it = imports.join(exports.rename("x")).join(world, on="good")
    ratio = all_of_it.m / all_of_it.x.fillna(0)
    ec = (all_of_it.hhi > 0.4) & (ratio > 1)
    cepii = ec & (all_of_it.world > 0.4)
    concentration = (all_of_it.hhi > 0.25) & (all_of_it.largest > 0.5)
    print("criteria", round(time.perf_counter() - start, 2), int(ec.sum()), int(cepii.sum()), int(concentration.sum()))
