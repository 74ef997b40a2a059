"""Referee of the estimated worlds: docs/methods/world-2022.md once more, in numpy.

    python estimated.py ../../data/icio2022 2022 ../../data/icio2022/icio2022.npz [ECONOMY ...]

1. Multiplies out the factors of the world file and holds the world to the given flows, outputs and signs.
2. Estimates the purchases of some economies anew from the inputs (seed, RAS of uses, RAS of origins) and compares them
   with the world's. It shares no code with the product; its RAS scales the matrix itself.
"""

import csv
import gzip
import json
import sys
import zipfile
from pathlib import Path

import numpy as np


def ratio(top, bottom, empty=0.0):
    top, bottom = np.broadcast_arrays(np.asarray(top, float), np.asarray(bottom, float))
    out = np.full(top.shape, float(empty))
    np.divide(top, bottom, out=out, where=bottom != 0)
    return out


def read(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def bias_of(seed):
    """[o, g, p, use] of flow over proportional, half a unit on both sides, within 1/20 and 20."""
    flow = seed.sum(3, keepdims=True)
    use = seed.sum(0, keepdims=True)
    proportional = flow * ratio(use, use.sum(3, keepdims=True))
    return np.clip((seed + 0.5) / (proportional + 0.5), 1 / 20, 20)


def expand(path):
    """economies, sectors, sales[o, s, d, use] of a world file kept as factors; the final use is the last."""
    a = np.load(path)
    labels = json.loads(zipfile.ZipFile(path).read("world.json"))
    economies = [e["code"] for e in labels["economies"]]
    sectors = [s["code"] for s in labels["sectors"]]
    E, S = len(economies), len(sectors)
    group = np.append(a["group_of"].ravel().astype(int), -1)
    K = group.max() + 1
    group[-1] = K
    W = a["seed_output"].size // K
    bias = bias_of(a["seed"].astype(float).reshape(W, K, W, K + 1))
    seed_of = a["seed_of"].astype(int)
    weights = a["use_weights"].reshape(E, S, S + 1)
    flows = a["flows"].reshape(E, S, E)
    sales = np.zeros((E, S, E, S + 1))
    for d in range(E):
        to = seed_of[d, d]
        b = np.ones((E, S, S + 1))
        for o in range(E):
            if seed_of[d, o] >= 0 and to >= 0:
                b[o] = bias[seed_of[d, o]][group[:S]][:, to][:, group]
        part = b * weights[d]
        sales[:, :, d] = flows[:, :, d, None] * ratio(part, part.sum(2, keepdims=True))
    return economies, sectors, sales, flows


def ras(m, rows, columns, limit=200_000):
    """Scales the matrix until both sums hold to 1e-12 of each; NaN is a sum that is not given."""
    m = m.copy()
    given_r, given_c = ~np.isnan(rows), ~np.isnan(columns)
    for _ in range(limit):
        m[:, given_c] *= ratio(columns[given_c], m.sum(0)[given_c], 1.0)
        m[given_r] *= ratio(rows[given_r], m.sum(1)[given_r], 1.0)[:, None]
        if ratio(abs(m.sum(0) - columns)[given_c], columns[given_c]).max() < 1e-12:
            return m
    raise SystemExit("RAS does not converge")


class Inputs:
    def __init__(self, folder, year, wiod):
        folder = Path(folder)
        self.folder = folder
        self.economy = read(folder / "economies.csv")
        self.sector = read(folder / "sectors.csv")
        self.codes = [e["code"] for e in self.economy]
        self.sectors = [s["code"] for s in self.sector]
        self.S = len(self.sectors)
        lines = read(folder / f"flows{year}.csv.gz")
        self.T = np.array([[float(l[c]) for c in self.codes] for l in lines]).reshape(len(self.codes), self.S, -1)
        self.gdp = {g["code"]: float(g["usd"]) / 1e6 for g in read(folder / "gdp.csv") if int(g["year"]) == year}
        names = list(dict.fromkeys(s["group"] for s in self.sector))
        self.group = np.array([names.index(s["group"]) for s in self.sector])
        self.K = len(names)
        self.read_wiod(wiod, names)

    def read_wiod(self, path, names):
        a = np.load(path)
        labels = zipfile.ZipFile(path)
        about = json.loads(labels.read("world.json")) if "world.json" in labels.namelist() else None
        self.W = [e["code"] for e in about["economies"]]
        n, G = len(a["x"]), len(self.W)
        P = np.zeros((35, self.K))
        for g, name in enumerate(names):
            ends = name.split("..")
            one_by_one = [int(c[1:]) for c in name.split("+")] if len(ends) == 1 else []
            wanted = one_by_one or range(int(ends[0][1:]), int(ends[1][1:]) + 1)
            for c in wanted:
                P[c - 1, g] = 1
        Z = np.maximum(a["Z"].astype(float), 0).reshape(G, 35, G, 35)
        Y = np.maximum(a["Y"].astype(float).reshape(n, G, -1).sum(2), 0).reshape(G, 35, G)
        Z = np.einsum("asbt,sp,tq->apbq", Z, P, P, optimize=True)
        self.F = np.concatenate([Z, np.einsum("asb,sp->apb", Y, P)[..., None]], 3)
        self.X = a["x"].reshape(G, 35).astype(float) @ P

    def national(self, name):
        """use[s, u] and output[j] of a national table at our sectors."""
        lines = {l["Code"]: l for l in read(self.folder / f"{name}.csv.gz")}
        codes = [f"{i:02d}" for i in range(1, 46)]
        final = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT"]
        N = np.array([[float(lines[r][c]) for c in codes] + [sum(float(lines[r][f]) for f in final)] for r in codes])
        M = np.zeros((self.S, 45))
        for s, line in enumerate(self.sector):
            ends = line["national"].split("..")
            M[s, int(ends[0]) - 1 : int(ends[-1])] = 1
        columns = np.vstack([np.hstack([M, np.zeros((self.S, 1))]), np.append(np.zeros(45), 1)])
        hand = np.ones((self.S, self.S + 1))
        split = read(self.folder / "splits.csv")
        for line in [l for l in split if l["user"] == "*"] + [l for l in split if l["user"] != "*"]:
            s = self.sectors.index(line["product"])
            twin = next(t for t in range(self.S) if t != s and (M[t] == M[s]).all())
            u = {"*": slice(None), "FINAL": self.S}.get(line["user"])
            u = self.sectors.index(line["user"]) if u is None else u
            hand[s, u], hand[twin, u] = float(line["share"]), 1 - float(line["share"])
        return np.maximum(M @ N @ columns.T, 0) * hand, M @ np.array([float(lines["OUTPUT"][c]) for c in codes])

    def seed(self, e):
        """Coefficients a[s, j], value-added shares, final shares, before the bounds."""
        name, code = self.economy[e]["national"], self.codes[e]
        use, out = self.national(name)
        if name.startswith(code):
            a = ratio(use[:, :-1], out)
            return a, 1 - a.sum(0), ratio(use[:, -1], use.sum(1))
        B = (self.group[:, None] == np.arange(self.K)).astype(float)
        D = self.T.sum(0)[:, e]
        p = self.W.index(self.economy[e]["seed"])
        F, X = self.F.sum(0), self.X  # F[g, p, h]
        a = ratio(F[:, p, :-1], X[p])
        a[:, X[p] <= 0] = ratio(F.sum(1)[:, :-1], X.sum(0))[:, X[p] <= 0]
        phi = ratio(F[:, p, -1], F[:, p].sum(1))
        none = F[:, p].sum(1) == 0
        phi[none] = ratio(F.sum(1)[:, -1], F.sum((1, 2)), 1.0)[none]
        group_use = (B.T @ use)[self.group]
        share = np.where(group_use > 0, ratio(use, group_use), ratio(D, (B.T @ D)[self.group])[:, None])
        mine = ratio(B.T @ use[:, :-1], out)  # [g, j]
        theirs = ratio(B.T @ use[:, :-1] @ B, out @ B)[:, self.group]
        q = np.where((mine > 0) & (theirs > 0), ratio(mine, theirs), 1)
        coefficients = a[self.group][:, self.group] * np.clip(q, 1 / 20, 20)[self.group] * share[:, :-1]
        shift = theirs.sum(0) - mine.sum(0)
        final, final_group = ratio(use[:, -1], use.sum(1)), ratio(B.T @ use[:, -1], B.T @ use.sum(1))[self.group]
        both = (final > 0) & (final_group > 0)
        final_ratio = np.where(both, ratio(final, final_group), 1)
        return coefficients, 1 - a.sum(0)[self.group] + shift, phi[self.group] * final_ratio

    def uses(self, e):
        """The balanced use[s, u] of an economy."""
        a, va, phi = self.seed(e)
        D, x = self.T.sum(0)[:, e], self.T[e].sum(1)
        a = a * (D > 0)[:, None]
        va = np.clip(va, 0.05, 0.98)
        m = np.zeros((self.S + 1, self.S + 1))
        m[:-1, :-1] = a * ratio((1 - va) * x, a.sum(0))
        m[-1, :-1] = va * x
        m[:-1, -1] = np.clip(phi, 0.001, 0.999) * D
        own = self.economy[e]["seed"] == self.codes[e]
        gdp = np.nan if own else 0.93 * self.gdp[self.codes[e]]
        return ras(m, np.append(D, gdp), np.append(x, np.nan))[:-1]

    def purchases(self, e):
        """sales[o, s, use] to economy e."""
        U, T = self.uses(e), self.T[:, :, e]
        bias, to = bias_of(self.F), self.W.index(self.economy[e]["seed"])
        rest = self.W.index("ROW")
        group = np.append(self.group, self.K)
        sales = np.zeros((len(self.codes), self.S, self.S + 1))
        for s in range(self.S):
            if T[:, s].sum() == 0:
                continue
            b = np.ones((len(self.codes), self.S + 1))
            for o, code in enumerate(self.codes):
                looks_like = to if o == e else self.W.index(code) if code in self.W else rest
                if o == e or looks_like != to:
                    b[o] = bias[looks_like, self.group[s], to][group]
            sales[:, s] = ras(T[:, s, None] * U[s] / U[s].sum() * b, T[:, s], U[s])
        return sales


def main():
    folder, year, path, *wanted = sys.argv[1:]
    economies, sectors, sales, flows = expand(path)
    inputs = Inputs(folder, int(year), Path(folder).parent / "wiod2013" / "wiod2011.npz")
    given = inputs.T
    print(f"flows, largest relative error  {ratio(abs(sales.sum(3) - given), given).max():.1e}")
    x = sales.sum((2, 3))
    print(f"output, largest relative error {ratio(abs(x - given.sum(2)), given.sum(2)).max():.1e}")
    va = x - sales[..., :-1].sum((0, 1))
    print(f"smallest cell {sales.min():.1e}, smallest value added {va.min():.1e}, "
          f"industries without output {(x == 0).sum()}")
    for code in wanted or ["JPN", "DEU", "VNM"]:
        e = economies.index(code)
        again = inputs.purchases(e)
        there = sales[:, :, e]
        error = abs(again - there) / np.maximum(there, 1e-3)
        print(f"{code}: GDP {va[e].sum() / 1e6:.4f} trillion USD; purchases estimated anew: "
              f"largest relative difference {error.max():.1e} of {error.size} cells")
        assert error.max() < 1e-5


if __name__ == "__main__":
    main()
