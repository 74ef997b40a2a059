"""Referee of the estimated worlds: docs/methods/world-2022.md once more, in numpy.

    python estimated.py ../../data/icio2022 2022 ../../data/icio2022/icio2022.npz [ECONOMY ...]

1. Multiplies out the factors of the world file and holds the world to the given flows, outputs and signs.
2. Estimates the purchases of some economies anew from the inputs (services, RAS of uses, RAS of origins) and compares them
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
    group = a["group_of"].ravel().astype(int)
    K = group.max() + 1
    W = round((a["seed"].size / K / (K + 1)) ** 0.5)
    bias = bias_of(a["seed"].astype(float).reshape(W, K, W, K + 1))
    seed_of = a["seed_of"].ravel().astype(int)
    home, imports = (a[n].astype(float).reshape(E, S, S + 1) for n in ("home_uses", "import_uses"))
    odds = a["final_odds"].astype(float).reshape(E, S, E)
    flows = a["flows"].reshape(E, S, E)
    sales = np.zeros((E, S, E, S + 1))
    for d in range(E):
        for o in range(E):
            part = (home if o == d else imports)[d].copy()
            if o != d and seed_of[o] >= 0 and seed_of[o] != seed_of[d]:
                part *= bias[seed_of[o], :, seed_of[d]][group][:, np.append(group, K)]
            part[:, -1] *= 1 if o == d else odds[d, :, o]
            sales[o, :, d] = flows[o, :, d, None] * ratio(part, part.sum(1, keepdims=True))
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
    """The folder's tables as arrays; the services are divided when it is read."""

    def __init__(self, folder, year, wiod):
        folder = Path(folder)
        self.economy = read(folder / "economies.csv")
        self.codes = [e["code"] for e in self.economy]
        sector = read(folder / "sectors.csv")
        self.sectors = [s["code"] for s in sector]
        self.S = len(sector)
        self.gdp = {g["code"]: float(g["usd"]) / 1e6 for g in read(folder / "gdp.csv") if int(g["year"]) == year}
        names = list(dict.fromkeys(s["group"] for s in sector))
        self.group = np.array([names.index(s["group"]) for s in sector])
        self.K = len(names)
        self.read_wiod(wiod, names)
        self.tables = self.read_tables(folder / "tables.csv.gz")
        self.mean = [sum(t[k] for t in self.tables.values()) for k in range(4)]
        self.end_use = {(l["exporter"], l["sector"], l["importer"]): np.clip(float(l["inputs"]), 0.01, 0.99)
                        for l in read(folder / "end-use.csv")}
        blocks = list(dict.fromkeys(s["flow"] for s in sector))
        self.block = np.array([blocks.index(s["flow"]) for s in sector])
        lines = read(folder / f"flows{year}.csv.gz")
        self.given = np.array([[float(l[c]) for c in self.codes] for l in lines]).reshape(len(self.codes), len(blocks), -1)
        self.T = np.zeros((len(self.codes), self.S, len(self.codes)))
        for o in range(len(self.codes)):
            for b in range(len(blocks)):
                self.divide(o, b)

    def read_wiod(self, path, names):
        a = np.load(path)
        about = json.loads(zipfile.ZipFile(path).read("world.json"))
        self.W = [e["code"] for e in about["economies"]]
        n, G = len(a["x"]), len(self.W)
        P = np.zeros((35, self.K))
        for g, name in enumerate(names):
            for code in name.split("+"):
                P[int(code[1:]) - 1, g] = 1
        Z = np.maximum(a["Z"].astype(float), 0).reshape(G, 35, G, 35)
        Y = np.maximum(a["Y"].astype(float).reshape(n, G, -1).sum(2), 0).reshape(G, 35, G)
        Z = np.einsum("asbt,sp,tq->apbq", Z, P, P, optimize=True)
        self.F = np.concatenate([Z, np.einsum("asb,sp->apb", Y, P)[..., None]], 3)
        for e in range(G):
            self.F[e, :, e] = 0
        self.like = [self.W.index(c if c in self.W else "ROW") for c in self.codes]

    def read_tables(self, path):
        """{economy: (home[s, u], imports[s, u], exports[s], output[s])}"""
        tables = {}
        for line in read(path):
            S = self.S
            t = tables.setdefault(line["economy"], (np.zeros((S, S + 1)), np.zeros((S, S + 1)), np.zeros(S), np.zeros(S)))
            cells = np.array([float(line[c]) for c in self.sectors + ["FINAL"]])
            if line["origin"] == "output":
                t[3][:] = cells[:-1]
            else:
                s = self.sectors.index(line["product"])
                t[0 if line["origin"] == "domestic" else 1][s] = cells
                t[2][s] += float(line["EXPO"])
        return tables

    def table(self, e):
        return self.tables[self.economy[e]["table"]]

    def divide(self, o, b):
        """The flows of a block of sectors, divided among them."""
        who = np.flatnonzero(self.block == b)
        flow = self.given[o, b]
        home, _, exports, output = self.table(o)
        if len(who) == 1 or flow.sum() == 0:
            self.T[o, who] = flow / len(who)
            return
        group = self.group[who]
        by = np.zeros(len(who))
        for k, g in enumerate(group):
            siblings = who[group == g]
            source = exports if exports[siblings].sum() > 0 else output
            by[k] = ratio(source[who[k]], source[siblings].sum())
        mix = np.zeros((len(who), len(flow)))
        w = self.like[o]
        for d in range(len(flow)):
            sold = self.F[w].sum((1, 2)) if self.like[d] == w else self.F[w, :, self.like[d]].sum(1)
            mix[:, d] = home[who].sum(1) if d == o else (sold[group] + 0.5) * by
        mix = mix / mix.sum(0) * flow * (output[who] > 0)[:, None]
        self.T[o, who] = ras(mix.T, flow, output[who] / output[who].sum() * flow.sum()).T

    def uses(self, e):
        """The balanced uses[r, u] of an economy, home products and imports apart."""
        stack = lambda t: np.vstack(t[:2])
        own, other = stack(self.table(e)), stack(self.mean)
        out, other_out = self.table(e)[3], self.mean[3]
        x = self.T[e].sum(1)
        D = np.append(self.T[e, :, e], self.T[:, :, e].sum(0) - self.T[e, :, e])
        used = own[:, :-1].sum(1) > 0
        a_other = ratio(other[:, :-1], other_out)
        a = np.where((out > 0) & used[:, None], 0.99 * ratio(own[:, :-1], out) + 0.01 * a_other, a_other)
        source = np.where(used[:, None], own, other)
        phi = np.clip(ratio(source[:, -1], source.sum(1), 1.0), 0.001, 0.999)
        odds = phi / (1 - phi)
        V = min(float(self.economy[e]["value_added"]) * self.gdp.get(self.codes[e], np.nan), 0.72 * x.sum())
        shift = 0.0
        if not np.isnan(V):
            low, high = -10.0, 10.0
            for _ in range(100):
                shift = (low + high) / 2
                k = odds * np.exp(shift)
                low, high = (low, shift) if (D * k / (1 + k)).sum() > D.sum() - x.sum() + V else (shift, high)
        k = odds * np.exp(shift)
        final = D * k / (1 + k)
        va = np.clip(1 - a.sum(0), 0.05, 0.98)
        a = a * (D > 0)[:, None]
        m = np.vstack([a * ratio((1 - va) * x, a.sum(0)), va * x])
        balanced = ras(m, np.append(D - final, np.nan), x)[:-1]
        return np.hstack([balanced, final[:, None]])

    def purchases(self, e):
        """sales[o, s, use] to economy e."""
        U, T = self.uses(e), self.T[:, :, e].copy()
        sales = np.zeros((len(self.codes), self.S, self.S + 1))
        sales[e] = U[: self.S]
        T[e] = 0
        bias = bias_of(self.F)
        for s in range(self.S):
            if T[:, s].sum() == 0:
                continue
            want = U[self.S + s]
            b = np.ones((len(self.codes), self.S + 1))
            for o, code in enumerate(self.codes):
                if self.like[o] != self.like[e]:
                    b[o] = bias[self.like[o], self.group[s], self.like[e]][np.append(self.group, self.K)]
                known = self.end_use.get((code, self.sectors[s], self.codes[e]))
                part = want * b[o]
                if known is not None and part[-1] > 0 and part[:-1].sum() > 0:
                    b[o, -1] *= (1 - known) / known * part[:-1].sum() / part[-1]
            sales[:, s] += ras(T[:, s, None] * want / want.sum() * b, T[:, s], want)
        return sales


def main():
    folder, year, path, *wanted = sys.argv[1:]
    economies, sectors, sales, flows = expand(path)
    inputs = Inputs(folder, int(year), Path(folder).parent / "wiod2013" / "wiod2011.npz")
    given = inputs.given
    blocks = np.zeros_like(given)
    np.add.at(blocks, (slice(None), inputs.block), sales.sum(3))
    print(f"flows, largest relative error  {ratio(abs(blocks - given), given).max():.1e}")
    x = sales.sum((2, 3))
    print(f"output, largest relative error {ratio(abs(blocks.sum(2) - given.sum(2)), given.sum(2)).max():.1e}")
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
