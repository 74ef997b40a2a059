"""Compares upstreamness and downstreamness with the values published by Antras & Chor (2018).

    python check_antras_chor.py DATA ac.csv [--sample FILE]

DATA holds wiodYYYY.npz and world.json. ac.csv is data(upstream) of the R package `concordance`, columns
YEAR, ISO3C, WIOT2013_n, GVC_Ui, GVC_FUGOi, GVC_Di, GVC_VAGOi. --sample writes JPN and CHN 2011 as a small CSV.
"""

import argparse
import csv
from pathlib import Path

import numpy as np

import world
from exposure import net_inventory, positions
from world import ratio

YEARS = [1995, 2000, 2005, 2008, 2011]
SIZES = [0, 1e2, 1e3, 1e4, 1e5, 1e6, 1e9]
TABLE_1 = {  # their Table 1: country-level, from the table collapsed to 41 economies
    1995: {
        "F/GO": {"CHN": .384, "LUX": .388, "SVK": .394, "CZE": .408, "RUS": .444,
                 "DNK": .558, "BRA": .572, "TUR": .605, "GRC": .625, "CYP": .709},
        "VA/GO": {"CHN": .373, "CZE": .403, "SVK": .416, "EST": .430, "ROU": .454,
                  "AUT": .563, "TUR": .575, "BRA": .575, "GRC": .576, "CYP": .625},
        "U": {"CYP": 1.451, "GRC": 1.611, "TUR": 1.666, "BRA": 1.755, "DNK": 1.810,
              "RUS": 2.185, "LUX": 2.242, "CZE": 2.331, "SVK": 2.389, "CHN": 2.535},
        "D": {"CYP": 1.662, "BRA": 1.748, "TUR": 1.758, "GRC": 1.759, "AUT": 1.800,
              "ROU": 2.155, "EST": 2.209, "SVK": 2.306, "CZE": 2.344, "CHN": 2.591},
    },
    2011: {
        "F/GO": {"LUX": .296, "CHN": .340, "KOR": .377, "TWN": .396, "CZE": .401,
                 "BRA": .557, "USA": .569, "MEX": .586, "CYP": .637, "GRC": .668},
        "VA/GO": {"CHN": .325, "LUX": .362, "KOR": .372, "CZE": .383, "BGR": .401,
                  "BRA": .561, "USA": .562, "MEX": .581, "CYP": .586, "GRC": .628},
        "U": {"GRC": 1.546, "CYP": 1.617, "MEX": 1.737, "USA": 1.786, "BRA": 1.824,
              "CZE": 2.358, "TWN": 2.463, "KOR": 2.544, "LUX": 2.581, "CHN": 2.819},
        "D": {"GRC": 1.657, "CYP": 1.763, "MEX": 1.779, "BRA": 1.806, "USA": 1.808,
              "LUX": 2.348, "BGR": 2.370, "CZE": 2.444, "KOR": 2.534, "CHN": 2.900},
    },
}
WORLD_F_GO = {1995: .526, 2011: .486}


def published(path):
    """{year: {(economy, sector): (U, F/GO, D, VA/GO)}}"""
    values = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = (row["ISO3C"], f"c{int(float(row['WIOT2013_n']))}")
            fields = [float(row[k] or "nan") for k in ("GVC_Ui", "GVC_FUGOi", "GVC_Di", "GVC_VAGOi")]
            values.setdefault(int(float(row["YEAR"])), {})[key] = fields
    return values


def compare(name, ours, theirs, among):
    m = among & ~np.isnan(ours) & ~np.isnan(theirs)
    gap = np.abs(ours - theirs)[m]
    print(f"  {name:44s} n {m.sum():4d}  correlation {np.corrcoef(ours[m], theirs[m])[0, 1]:.6f}  "
          f"median {np.median(gap):.5f}  largest {gap.max():.4f}")


def industries(w, theirs):
    u, fgo, d, vago = theirs
    some, big = w.x > 0, w.x > 1e6
    factor = ratio(w.x, w.x - w.N, 1.0)
    Zn = net_inventory(w)
    U, D = positions(w, w.Z)
    Un, Dn = positions(w, Zn)
    compare("U", U, u, some)
    compare("U net inventory", Un, u, some)
    compare("D", D, d, some)
    compare("D net inventory", Dn, d, some)
    for name, least in (("x > 1,000", 1e3), ("x > 100,000", 1e5)):
        compare(f"U net inventory, {name}", Un, u, w.x > least)
        compare(f"D net inventory, {name}", Dn, d, w.x > least)

    print("  what final use and value added they take (industries above 1,000,000 musd)")
    compare("F/GO: f / x", ratio(w.f, w.x), fgo, big)
    compare("F/GO: (f - N) / x", ratio(w.f - w.N, w.x), fgo, big)
    compare("F/GO: (f - N) * x/(x-N) / x", ratio((w.f - w.N) * factor, w.x), fgo, big)
    compare("VA/GO: x - column sum of Z", w.v, vago, big)
    compare("VA/GO: x - column sum of corrected Z", ratio(w.x - Zn.sum(axis=0), w.x), vago, big)

    print("  mean of ours minus theirs by size of output: whole-million rounding drops small cells")
    for low, high in zip(SIZES, SIZES[1:]):
        m = (w.x > low) & (w.x <= high)
        print(f"    x {low:>9,.0f} to {high:>13,.0f}: n {m.sum():3d}  U {np.mean((Un - u)[m]):+.5f}  "
              f"D {np.mean((Dn - d)[m]):+.5f}")

    print("  repairing the rounding")
    rows = ratio(w.x - w.f, w.Z.sum(axis=1), 1.0)
    Ur, _ = positions(w, Zn * rows[:, None])
    compare("U, rows of Z scaled to x - f", Ur, u, some)
    columns = ratio((1 - vago) * w.x, Zn.sum(axis=0), 1.0)
    _, Dr = positions(w, Zn * columns[None, :])
    compare("D, columns of Z scaled to their VA/GO", Dr, d, some)

    zero = np.flatnonzero(w.x == 0)
    other = [w.label(i) for i in zero if u[i] != 1 or d[i] != 1]
    print(f"  zero output here: {len(zero)} industries; theirs not U = D = 1 in: {', '.join(other) or 'none'}")
    least = (w.x - w.N)[w.x > 0].min()
    print(f"  least x - N of an industry with output: {least:,.0f} musd; factor x/(x-N) from "
          f"{factor[w.x > 0].min():.2f} to {factor[w.x > 0].max():.2f}")


class Collapsed:
    """The table of economies, all sectors of each added up, in the fields that positions() reads."""

    def __init__(self, w):
        self.n = w.ne
        self.economies = w.economies
        self.Z = w.by_economy(w.by_economy(w.Z).T).T
        self.x, self.f, self.N = (w.by_economy(a) for a in (w.x, w.f, w.N))


def countries(w, year):
    c = Collapsed(w)
    factor = c.x / (c.x - c.N)
    Zn = net_inventory(c)
    U, D = positions(c, Zn)
    ours = {"F/GO": (c.f - c.N) * factor / c.x, "VA/GO": 1 - Zn.sum(axis=0) / c.x, "U": U, "D": D}
    if year in TABLE_1:
        for measure, table in TABLE_1[year].items():
            gaps = {code: ours[measure][c.economies.index(code)] - value for code, value in table.items()}
            worst = max(gaps, key=lambda code: abs(gaps[code]))
            same = sum(abs(gap) <= 0.00051 for gap in gaps.values())
            print(f"  Table 1 {measure:6s} worst gap {gaps[worst]:+.4f} ({worst}), same to the third digit {same} of {len(gaps)}")
    weighted = {k: (c.x * v).sum() / c.x.sum() for k, v in ours.items()}
    print("  world, output-weighted:", "  ".join(f"{k} {v:.4f}" for k, v in weighted.items()),
          f"  published F/GO {WORLD_F_GO.get(year, '-')}")
    print(f"  correlation over economies: F/GO with VA/GO {np.corrcoef(ours['F/GO'], ours['VA/GO'])[0, 1]:.3f}"
          f"  U with D {np.corrcoef(U, D)[0, 1]:.3f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("published", type=Path)
    parser.add_argument("--sample", type=Path)
    args = parser.parse_args()
    values = published(args.published)
    for year in YEARS:
        w = world.load(args.data / f"wiod{year}.npz")
        theirs = np.array([values[year][w.economies[i // w.ns], w.sectors[i % w.ns]] for i in range(w.n)]).T
        print(year)
        industries(w, theirs)
        countries(w, year)
    if args.sample:
        with open(args.sample, "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["home", "sector", "upstreamness_net_inventory", "downstreamness_net_inventory"])
            for (home, sector), (u, _, d, _) in values[2011].items():
                if home in ("JPN", "CHN"):
                    out.writerow([home, sector, f"{u:.6f}", f"{d:.6f}"])


if __name__ == "__main__":
    main()
