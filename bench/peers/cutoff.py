"""Referee of the broken link: takes one link out of the table and solves the whole world again, from scratch.

    python cutoff.py WORLD.npz OUT --home JPN --pairs 60

Link (c, [s]) -> h: the home h buys nothing from the supplier (c, s), or from the whole of c, neither as input
nor as final good. Nothing takes its place, and nobody's demand changes. The world before is (I - A)^-1 f, not
the published output, so that rounding of the table is in neither side of the difference.
"""

import argparse
from pathlib import Path

import numpy as np

import world

THRESHOLDS = [0.001, 0.01, 0.05]
FIELDS = [
    "flow_musd", "intermediate_musd", "final_musd", "supplier_va_lost_musd", "supplier_va_lost_pct_gdp",
    "home_va_lost_musd", "world_va_lost_musd",
    *[f"home_output_using_musd_{t}" for t in THRESHOLDS],
    *[f"home_va_using_musd_{t}" for t in THRESHOLDS],
]
NAMED = [
    ("CHN", "c14"), ("USA", "c14"), ("AUS", "c2"), ("ROW", "c2"), ("TWN", "c14"), ("CHN", "c4"),
    ("KOR", "c14"), ("DEU", "c15"), ("LUX", "c1"), ("MLT", "c8"), ("CHN", "c19"), ("IDN", "c19"), ("LUX", "c5"),
    ("LUX", "c8"), ("CYP", "c8"), ("SWE", "c5"), ("RUS", "c35"), ("EST", "c15"),
]


def cut(w, xb, L, supplier, home):
    """The figures of one link; supplier is an array of industry numbers."""
    h = w.rows(home)
    A, Y = w.A.copy(), w.Y.copy()
    A[supplier, h] = 0
    Y[supplier, home] = 0
    lost = w.v * (xb - np.linalg.solve(np.eye(w.n) - A, Y.sum(axis=1)))
    intermediate, final = w.Z[supplier, h].sum(), w.Y[supplier, home].sum()
    economy = w.rows(supplier[0] // w.ns)

    removed = w.A[supplier, h].sum(axis=0)
    requirement = removed @ L[h, h]
    uses = [requirement >= t for t in THRESHOLDS]
    return [
        intermediate + final, intermediate, final,
        lost[economy].sum(), 100 * lost[economy].sum() / w.w[economy].sum(), lost[h].sum(), lost.sum(),
        *[w.x[h][use].sum() for use in uses], *[w.w[h][use].sum() for use in uses],
    ]


def pairs(w, home, count):
    """The named pairs, then the home's largest suppliers by flow until there are enough."""
    chosen = [w.industry(c, s) for c, s in NAMED]
    flow = w.Z[:, w.rows(home)].sum(axis=1) + w.Y[:, home]
    for i in np.argsort(-flow, kind="stable"):
        if len(chosen) >= count:
            break
        if i // w.ns != home and i not in chosen:
            chosen.append(int(i))
    return chosen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("world")
    parser.add_argument("out", type=Path)
    parser.add_argument("--home", default="JPN")
    parser.add_argument("--pairs", type=int, default=60)
    args = parser.parse_args()
    w = world.load(args.world)
    home = w.economy(args.home)
    L = w.inverse()
    xb = np.linalg.solve(np.eye(w.n) - w.A, w.f)

    all_sectors = np.arange(w.n).reshape(w.ne, w.ns)
    rows = [[args.home, w.economies[c], "", *cut(w, xb, L, all_sectors[c], home)] for c in w.partners(home)[:-1]]
    for i in pairs(w, home, args.pairs):
        key = [args.home, w.economies[i // w.ns], w.sectors[i % w.ns]]
        rows.append(key + cut(w, xb, L, np.array([i]), home))
    world.write(args.out / f"{w.name}_cutoff.csv.gz", ["home", "partner", "sector"] + FIELDS, rows)


if __name__ == "__main__":
    main()
