"""Opens a folder that Jiritsu wrote, computes with it in pymrio, and saves it again as text and as parquet.

    python roundtrip_pymrio.py FOLDER TARGET

TARGET/text and TARGET/parquet are then to be read by Jiritsu (format pymrio); both must hold the cells of FOLDER: the text
to pymrio's 12 digits, the parquet to the last bit.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pymrio


def main():
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    system = pymrio.load_all(folder)
    published = system.x["indout"].to_numpy()
    summed = (system.Z.sum(axis=1) + system.Y.sum(axis=1)).to_numpy()
    gap = np.abs(published - summed).max()
    print(f"pymrio {pymrio.__version__}: {system.Z.shape[0]} industries, {system.Y.shape[1]} final columns, "
          f"unit {system.unit.iloc[0, 0]}, output and row sums {gap:.3g} apart at most")
    assert list(system.get_regions()) == list(dict.fromkeys(system.Z.index.get_level_values("region")))
    system.calc_all()
    identity = np.eye(len(system.Z)) - system.A.to_numpy()
    print(f"largest residual of (I - A) L = I: {np.abs(identity @ system.L.to_numpy() - np.eye(len(identity))).max():.1e}")
    system.A, system.L = None, None
    system.save(target / "text")
    system.save(target / "parquet", table_format="parquet")
    print("saved", json.loads((target / "parquet" / "file_parameters.json").read_text())["files"].keys())


if __name__ == "__main__":
    main()
