"""One world table and the few things every peer script shares. Plain numpy, dense, simple on purpose."""

import csv
import gzip
import io
import json
from pathlib import Path

import numpy as np

KINDS = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT"]


class World:
    """A world table with its derived arrays. Industries are economy-major: i = economy * sectors + sector."""

    def __init__(self, name, economies, sectors, Z, Y, x, kinds=KINDS):
        self.name = name
        self.economies = economies
        self.sectors = sectors
        self.ne, self.ns = len(economies), len(sectors)
        self.n = self.ne * self.ns
        self.Z = Z.astype(float)
        by_kind = Y.astype(float).reshape(self.n, self.ne, len(kinds))
        self.Y = by_kind.sum(axis=2)
        self.N = by_kind[:, :, [kind == "INVNT" for kind in kinds]].sum(axis=(1, 2))
        self.x = x.astype(float)
        self.w = self.x - self.Z.sum(axis=0)
        self.v = ratio(self.w, self.x, empty=0.0)
        self.A = ratio(self.Z, self.x[None, :], empty=0.0)
        self.f = self.Y.sum(axis=1)

    def inverse(self):
        """The Leontief inverse, formed explicitly."""
        return np.linalg.inv(np.eye(self.n) - self.A)

    def economy(self, code):
        return self.economies.index(code)

    def rows(self, economy):
        """The industries of one economy (by its number)."""
        return slice(economy * self.ns, (economy + 1) * self.ns)

    def industry(self, code, sector):
        return self.economy(code) * self.ns + self.sectors.index(sector)

    def label(self, i):
        return f"{self.economies[i // self.ns]}_{self.sectors[i % self.ns]}"

    def by_economy(self, values):
        """Sums the first axis over the sectors of each economy."""
        return values.reshape(self.ne, self.ns, *values.shape[1:]).sum(axis=1)

    def partners(self, home):
        """Every economy's number, the home last."""
        return [c for c in range(self.ne) if c != home] + [home]


def load(path):
    """Reads a world table (Z, Y, x) and the labels in its world.json."""
    path = Path(path)
    arrays = np.load(path)
    names = json.loads(arrays["world.json"])
    return World(
        path.stem,
        [e["code"] for e in names["economies"]],
        [s["code"] for s in names["sectors"]],
        arrays["Z"], arrays["Y"], arrays["x"],
        [f["code"] for f in names["finalUses"]],
    )


def ratio(top, bottom, empty=np.nan):
    """top / bottom, and `empty` where the denominator is zero."""
    top, bottom = np.broadcast_arrays(np.asarray(top, float), np.asarray(bottom, float))
    out = np.full(top.shape, float(empty))
    np.divide(top, bottom, out=out, where=bottom != 0)
    return out


def cell(value):
    """Full double precision, empty for NaN, text as it is."""
    if isinstance(value, (str, int)):
        return value
    return "" if np.isnan(value) else repr(float(value))


def write(path, header, rows):
    """Writes a gzip CSV, the same bytes for the same figures."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(header)
    out.writerows([cell(value) for value in row] for row in rows)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(gzip.compress(text.getvalue().encode("utf-8"), 9, mtime=0))
