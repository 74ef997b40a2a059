"""Compares our plain numpy figures with pymrio, where pymrio has the measure.

    python check_pymrio.py WORLD.npz
"""

import sys

import numpy as np
import pandas as pd
import pymrio

import world
from exposure import INDICATOR_FIELDS, Exposure
from pymrio_world import system


def worst(name, theirs, ours):
    """Worst difference, relative to the size of the figure (entries below 1e-12 of the largest are left out)."""
    theirs, ours = np.asarray(theirs, float), np.asarray(ours, float)
    m = np.abs(ours) > 1e-12 * np.abs(ours).max()
    gap = np.abs(theirs - ours)
    print(f"{name:64s} relative {np.max(gap[m] / np.abs(ours)[m]):.1e}  absolute {gap.max():.1e}")


def main():
    w = world.load(sys.argv[1])
    e = Exposure(w)
    print(f"pymrio {pymrio.__version__}, pandas {pd.__version__}, numpy {np.__version__}, {w.name}")

    io = system(w)
    io.calc_all()
    # pymrio takes x as the row sum of Z and Y; the published output differs by rounding
    gap = np.abs(pymrio.calc_x(io.Z, io.Y)["indout"].to_numpy() - w.x)
    print(f"row sum of Z and Y against published output: {gap.max():.0f} musd apart at most; pymrio is given the published output")

    worst("A, technical coefficients (calc_A)", io.A, w.A)
    worst("L, Leontief inverse (calc_L)", io.L, e.L)
    worst("G, Ghosh inverse (calc_G)", pymrio.calc_G(pymrio.calc_B(io.Z, io.x)), np.linalg.inv(np.eye(w.n) - world.ratio(w.Z, w.x[:, None], 0)))
    value = io.va
    worst("v, value-added coefficients (S of an extension)", value.S.to_numpy()[0], w.v)
    worst("v'L, value-added multiplier (M)", value.M.to_numpy()[0], w.v @ e.L)

    # value added of origin c absorbed by final demand of h = footprint by origin: one extension row an origin
    by = io.va_by_origin
    footprint = by.D_cba.T.groupby(level="region", sort=False).sum().T.to_numpy()
    worst("value added by origin in a home's final demand (D_cba)", footprint, w.by_economy(e.absorbed))
    worst("consumption_look_through (D_cba / final demand)", footprint / w.Y.sum(axis=0), w.by_economy(e.absorbed) / w.Y.sum(axis=0))
    gdp = value.F.to_numpy()[0].reshape(w.ne, w.ns).sum(axis=1)
    worst("market_look_through (D_cba / F)", footprint / gdp[:, None], w.by_economy(e.absorbed) / w.by_economy(w.w)[:, None])
    print("not the same thing: D_pba is value added of the world that the final demand calls for, F the published one;")
    print("the table's rows fall short of output by rounding")
    pba = value.D_pba.to_numpy()[0].reshape(w.ne, w.ns).sum(axis=1)
    worst("    value added of each home (D_pba against F)", pba, gdp)

    # value added by origin in a unit of final output of h, from pymrio's multipliers of those rows
    made = np.array([by.M.to_numpy()[:, w.rows(h)] @ w.f[w.rows(h)] / w.f[w.rows(h)].sum() for h in range(w.ne)]).T
    worst("supply_look_through (M of each origin x final output)", made, w.by_economy(e.made) / w.by_economy(w.f))

    exports = io.get_gross_trade().totals["exports"]
    worst("exports of each industry (get_gross_trade)", exports, e.industry_indicators()[INDICATOR_FIELDS.index("exports_musd")])
    print("pymrio has no upstreamness, downstreamness, Herfindahl, DVA/FVA in exports, VAX, hidden ratio or leverage")


if __name__ == "__main__":
    main()
