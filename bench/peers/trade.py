"""The trade model of Caliendo and Parro (2015) in plain numpy: damped iteration on wages, everything in full arrays.

Written from the paper, apart from the Java solver, to be its referee.
Usage: python3 trade.py WORLD.npz THETA.csv SET TARIFFS.csv.gz OUT.csv   (three scenarios on a world table)
       python3 trade.py WORLD.npz THETA.csv SET TARIFFS.csv.gz alone CODE OUT.csv   (one economy cut off, no imbalances)
       python3 trade.py cp1993 FOLDER OUT.csv                            (NAFTA, Caliendo and Parro's own data)
"""
import csv
import gzip
import io
import json
import sys
import time
import zipfile

import numpy as np

import estimated


def table(world_file):
    """economies, sectors, Z[seller, sector, buyer, industry], F[seller, sector, buyer] without negative cells."""
    archive = zipfile.ZipFile(world_file)
    if "Z.npy" not in archive.namelist():
        economies, sectors, sales, _ = estimated.expand(world_file)
        return economies, sectors, sales[:, :, :, :-1], sales[:, :, :, -1]
    labels = json.loads(archive.read("world.json"))
    economies = [e["code"] for e in labels["economies"]]
    sectors = [s["code"] for s in labels["sectors"]]
    N, J = len(economies), len(sectors)
    Z, Y = (np.load(io.BytesIO(archive.read(k + ".npy"))).astype(float) for k in "ZY")
    Y = Y.reshape(N, J, N, -1).sum(3)
    return economies, sectors, np.maximum(Z, 0).reshape(N, J, N, J), np.maximum(Y, 0)


def world_data(world_file, theta_file, set_name, tariff_file):
    economies, sectors, Z, F = table(world_file)
    N, J = len(economies), len(sectors)
    tau = np.ones((J, N, N))  # sector, importer, exporter
    with gzip.open(tariff_file, "rt") as lines:
        for row in csv.DictReader(lines):
            if row["sector"] not in sectors:  # of another release
                continue
            j, n, i = sectors.index(row["sector"]), economies.index(row["importer"]), economies.index(row["exporter"])
            tau[j, n, i] = 1 + float(row["rate"])
    border = (Z.sum(3) + F).transpose(1, 2, 0)
    Y = border.sum(1)  # sector, economy
    M = np.einsum("ijnk,jni->njk", Z, tau)
    used = M.sum(1).T
    scale = np.where(used > 0.99 * Y, np.divide(0.99 * Y, used, out=np.ones_like(used), where=used > 0), 1)
    M = M * scale.T[:, None, :]
    beta = np.where(Y > 0, 1 - np.divide(used * scale, Y, out=np.zeros_like(Y), where=Y > 0), 1)
    gamma = np.divide(M, Y.T[:, None, :], out=np.zeros_like(M), where=Y.T[:, None, :] > 0)
    X = (border * tau).sum(2)
    final = X - M.sum(2).T
    with open(theta_file, encoding="utf-8") as lines:
        chosen = {r["sector"]: float(r["theta"]) for r in csv.DictReader(lines) if r["set"] == set_name}
    return dict(economies=economies, sectors=sectors, theta=np.array([chosen[s] for s in sectors]), tau=tau,
                pi=shares(border * tau, X), beta=beta, gamma=gamma, alpha=final / final.sum(0), X=X,
                wL=(beta * Y).sum(0), D=(border.sum(2) - border.sum(1)).sum(0))


def shares(bought, X):
    pi = np.divide(bought, X[:, :, None], out=np.zeros_like(bought), where=X[:, :, None] > 0)
    for j, n in zip(*np.nonzero(X == 0)):
        pi[j, n, n] = 1
    return pi


def cp_data(folder):
    N, J = 31, 40
    load = lambda name: np.loadtxt(f"{folder}/{name}.txt")
    pad = lambda a, value: np.concatenate([a.reshape(20, N, N), np.full((20, N, N), float(value))])
    tau, tau_2005 = (pad(1 + load(f) / 100, 1) for f in ("tariffs1993", "tariffs2005"))
    border = pad(1000 * load("xbilat1993"), 0)
    Y = np.maximum(load("GO"), border.sum(1))
    for n in range(N):
        border[:, n, n] = Y[:, n] - border.sum(1)[:, n]
    beta = load("B")
    materials = load("IO").reshape(N, J, J)
    total = materials.sum(1, keepdims=True)
    gamma = np.divide(materials, total, out=np.zeros_like(materials), where=total > 0) * (1 - beta.T[:, None, :])
    X = (border * tau).sum(2)
    final = np.maximum(X - np.einsum("njk,kn->jn", gamma, Y), 0)
    with open(f"{folder}/economies.csv", encoding="utf-8") as lines:
        economies = [r["code"] for r in csv.DictReader(lines)]
    data = dict(economies=economies, sectors=list(range(J)), theta=np.r_[load("T"), np.full(20, 8.22)], tau=tau,
                pi=shares(border * tau, X), beta=beta, gamma=gamma, alpha=final / final.sum(0), X=X,
                wL=(beta * Y).sum(0), D=(border.sum(2) - border.sum(1)).sum(0))
    return data, tau_2005


def solve(d, tau_new, iceberg, D, tolerance=1e-11, damping=0.25):
    """Hats against the data; wages move by `damping` times relative excess demand, a step of Alvarez and Lucas."""
    N = len(d["wL"])
    theta = d["theta"][:, None]
    with np.errstate(divide="ignore"):
        A = d["pi"] * (tau_new / d["tau"] * iceberg) ** -theta[:, :, None]
    w, p, X = np.ones(N), np.ones_like(d["X"]), d["X"].copy()
    for step in range(100_000):
        while True:
            c = np.exp(d["beta"] * np.log(w) + np.einsum("njk,jn->kn", d["gamma"], np.log(p)))
            p_new = np.einsum("jni,ji->jn", A, c ** -theta) ** (-1 / theta)
            moved, p = np.abs(p_new / p - 1).max(), p_new
            if moved < 1e-14:
                break
        pi = A * (c ** -theta)[:, None, :] * (p ** theta)[:, :, None]
        border_share = pi / tau_new
        while True:
            Y = np.einsum("jni,jn->ji", border_share, X)
            income = w * d["wL"] + (X * (1 - border_share.sum(2))).sum(0) + D
            X_new = np.einsum("njk,kn->jn", d["gamma"], Y) + d["alpha"] * income
            moved, X = (np.abs(X_new - X) / d["wL"]).max(), X_new
            if moved < 1e-14:
                break
        excess = (d["beta"] * Y).sum(0) / (w * d["wL"]) - 1
        if np.abs(excess).max() < tolerance:
            break
        w = w * (1 + damping * excess / (1 + np.abs(excess)))
        w *= d["wL"].sum() / (w @ d["wL"])
    return dict(w=w, p=p, X=X, pi=pi, income=income, border=border_share * X[:, :, None])


def rebased(d, s, tau, D):
    return d | dict(pi=s["pi"], X=s["X"], tau=tau, wL=s["w"] * d["wL"], D=D)


def rows(name, d, s, before):
    index = np.prod(s["p"] ** d["alpha"], axis=0)
    off = 1 - np.eye(len(index))
    for n, code in enumerate(d["economies"]):
        imports = [(b[:, n, :] * off[n]).sum() for b in (before["border"], s["border"])]
        yield [name, code] + [f"{100 * (v - 1):.12g}" for v in (
            s["w"][n] / index[n], s["income"][n] / before["income"][n] / index[n], imports[1] / imports[0])]


def goods(d):
    return [j for j in range(len(d["sectors"])) if np.any(d["tau"][j] > 1)]


def scenarios(d):
    """20 points on all US goods imports; 25% on US car imports; the end of US-China trade in goods."""
    codes, one = d["economies"], np.ones_like(d["tau"])
    usa, chn = codes.index("USA"), codes.index("CHN")
    others = [i for i in range(len(codes)) if i != usa]
    wall = d["tau"].copy()
    for j in goods(d):
        wall[j, usa, others] += 0.2
    yield "wall", wall, one
    cars = d["tau"].copy()
    cars[d["sectors"].index("c15" if "c15" in d["sectors"] else "C29"), usa, others] = 1.25
    yield "cars", cars, one
    apart = one.copy()
    for j in goods(d):
        apart[j, usa, chn] = apart[j, chn, usa] = np.inf
    yield "apart", d["tau"], apart


def without(d, e):
    """The world of all others, who can no longer buy from economy e: its shares are missing from theirs."""
    keep = [n for n in range(len(d["economies"])) if n != e]
    last = lambda a: a[..., keep]
    return d | dict(economies=[d["economies"][n] for n in keep], gamma=d["gamma"][keep], wL=d["wL"][keep], D=d["D"][keep],
                    **{k: d[k][:, keep][:, :, keep] for k in ("pi", "tau")}, **{k: last(d[k]) for k in ("beta", "alpha", "X")})


def alone(d, code):
    """economy, exports in per cent, told in the income of those who still trade."""
    base = solve(d, d["tau"], np.ones_like(d["tau"]), 0 * d["D"])
    e = d["economies"].index(code)
    rest = without(rebased(d, base, d["tau"], 0 * d["D"]), e)
    s = solve(rest, rest["tau"], np.ones_like(rest["tau"]), rest["D"])
    keep = [n for n in range(len(d["economies"])) if n != e]
    money = base["income"][keep].sum() / s["income"].sum()
    exports = lambda border: border.sum((0, 1)) - np.einsum("jnn->n", border)
    change = money * exports(s["border"]) / exports(base["border"])[keep] - 1
    return zip(rest["economies"], 100 * change)


def main(arguments):
    out = csv.writer(open(arguments[-1], "w", encoding="utf-8", newline=""), lineterminator="\n")
    if "alone" not in arguments:
        out.writerow("scenario economy real_wage_pct real_income_pct imports_pct".split())
    start = time.perf_counter()
    if arguments[0] == "cp1993":
        d, tau_2005 = cp_data(arguments[1])
        one, bloc = np.ones_like(d["tau"]), [d["economies"].index(c) for c in ("CAN", "MEX", "USA")]
        for name, D in (("zero", 0 * d["D"]), ("observed", d["D"])):
            base = solve(d, d["tau"], one, D)
            tau = d["tau"].copy()
            tau[:, np.ix_(bloc, bloc)[0], np.ix_(bloc, bloc)[1]] = tau_2005[:, np.ix_(bloc, bloc)[0], np.ix_(bloc, bloc)[1]]
            b = rebased(d, base, d["tau"], D)
            out.writerows(rows(name, b, solve(b, tau, one, D), base))
            print(name, f"{time.perf_counter() - start:.1f} s")
            start = time.perf_counter()
        return
    d = world_data(*arguments[:4])
    if arguments[4] == "alone":
        out.writerow(["economy", "exports_pct"])
        out.writerows(alone(d, arguments[5]))
        return
    base = solve(d, d["tau"], np.ones_like(d["tau"]), d["D"])
    for name, tau, iceberg in scenarios(d):
        start = time.perf_counter()
        out.writerows(rows(name, d, solve(d, tau, iceberg, d["D"]), base))
        print(name, f"{time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
