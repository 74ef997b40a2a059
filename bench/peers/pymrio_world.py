"""A world table as a pymrio system, in memory or saved on disk.

    python pymrio_world.py WORLD.npz FOLDER

saves the flows, the output and value added as parquet, the way pymrio does.
"""

import sys

import numpy as np
import pandas as pd
import pymrio

import world


def system(w):
    """Flows and published output only; extensions `va` (one row) and `va_by_origin` (one row an economy)."""
    industries = pd.MultiIndex.from_product([w.economies, w.sectors], names=["region", "sector"])
    final = pd.MultiIndex.from_product([w.economies, ["final demand"]], names=["region", "category"])
    by_origin = np.zeros((w.ne, w.n))
    for c in range(w.ne):
        by_origin[c, w.rows(c)] = w.w[w.rows(c)]

    def extension(name, rows, values):
        index = pd.Index(rows, name="stressor")
        unit = pd.DataFrame("musd", index=index, columns=["unit"])
        return {"name": name, "F": pd.DataFrame(values, index=index, columns=industries), "unit": unit}

    return pymrio.IOSystem(
        name=w.name,
        Z=pd.DataFrame(w.Z, index=industries, columns=industries),
        Y=pd.DataFrame(w.Y, index=industries, columns=final),
        x=pd.DataFrame(w.x, index=industries, columns=["indout"]),
        unit=pd.DataFrame("musd", index=industries, columns=["unit"]),
        va=extension("va", ["value added"], w.w[None, :]),
        va_by_origin=extension("va_by_origin", w.economies, by_origin),
    )


def main():
    source, folder = sys.argv[1:]
    io = system(world.load(source))
    io.remove_extension("va_by_origin")
    io.save_all(folder, table_format="parquet")


if __name__ == "__main__":
    main()
