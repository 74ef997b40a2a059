"""A cut day by day, from the text of docs/methods/disruption.md: strict Leontief, specific inputs, proportional rationing.

    ./jiritsu disrupt JPN --cut CHN:c14 --inputs-only --days 60 --horizon 120 --by day --world wiod2011 -o day.csv
    python numpy_disruption.py ../../data/wiod2013/wiod2011.npz JPN CHN c14 60 120 day.csv
"""
import csv
import json
import sys
import zipfile

import numpy as np

S, TAU, MOST, TAU_ALPHA = 10.0, 6.0, 1.25, 365.0  # days held, days to restock, capacity at most, days to get there


def over(top, bottom, empty=0.0):
    top, bottom = np.broadcast_arrays(top, bottom)
    return np.divide(top, bottom, out=np.full(top.shape, float(empty)), where=bottom > 0)


def run(Z, F, goods, cut, days, horizon):
    """Daily output. Z[i, j] and F[i] are a day's flows; goods[p, i] is 1 where i makes p; cut[i, j] is 1 on a cut link."""
    Z = Z * (Z.sum(1) + F > 0)
    x0 = Z.sum(1) + F
    maker, z = goods.argmax(0), goods @ Z
    a = over(z, x0)
    home = np.flatnonzero(cut.any(0))  # buyers with suppliers that are inputs of their own: held, ordered and used apart
    Zh, zh = Z[:, home], z[:, home]
    pair = goods @ (cut[:, home] * Zh) > 0  # [p, j]
    h = S * Zh * pair[maker]
    omega, alpha, limit, orders, made = S * z, np.ones(len(x0)), np.full(len(x0), np.inf), Z.copy(), []
    for day in range(horizon):
        closed = cut > 0 if day < days else np.zeros(cut.shape, bool)
        sent = np.where(closed, 0, orders)
        D = sent.sum(1) + F
        best = np.minimum(D, alpha * x0)
        x = np.minimum(best, limit)
        came = sent * over(x, D)[:, None]
        omega = omega + goods @ came - np.minimum(a * x, omega)
        need = a * x + np.maximum(0, a * best * S - omega) / TAU
        orders = Z * over(need, z)[maker]
        rate, goal = over(x, x0)[home], S * over(best, x0)[home]  # goal: days of a flow that buyers want to hold
        h = h + came[:, home] * pair[maker]
        s = np.minimum(1, over(h, Zh))
        part = np.where(pair, over(goods @ (Zh * s), zh), 1)  # S_pj after arrivals
        g = over(rate, part)
        used = np.minimum(h, Zh * s * g[maker])
        rest = np.where(pair, zh * part * g - goods @ used, 0)
        own = np.maximum(rate * Zh, used) + np.maximum(0, goal * Zh - (h - used)) / TAU
        h = (h - used) * np.maximum(0, 1 - over(rest, goods @ (h - used)))[maker]
        orders[:, home] = np.where(pair[maker], own, orders[:, home])
        omega[:, home] = np.where(pair, goods @ h, omega[:, home])
        limit = over(omega, a, np.inf).min(0)
        left = np.where(pair, over(goods @ np.minimum(h, Zh), zh), 1)  # S_pj after use
        limit[home] = np.minimum(limit[home], np.where(left < 1 - 1e-9, x0[home] * left, np.inf).min(0))
        asked = np.where(closed, 0, orders).sum(1) + F
        alpha = np.maximum(1, alpha + (MOST - alpha) * over(asked - x, asked) / TAU_ALPHA)
        made.append(x)
    return np.array(made), x0


def main(world, home, seller, sector, days, horizon, figures):
    labels = json.loads(zipfile.ZipFile(world).read("world.json"))
    who = [(e["code"], s["code"]) for e in labels["economies"] for s in labels["sectors"]]
    of, sold = (np.array(part) for part in zip(*who))
    table = np.load(world)
    Z = np.maximum(table["Z"].astype(float), 0) / 365
    F = np.maximum(table["Y"].astype(float).reshape(len(of), len(set(of)), -1).sum(2), 0).sum(1) / 365
    goods = (np.unique(sold)[:, None] == sold).astype(float)
    cut = np.outer((of == seller) & (sold == sector), of == home).astype(float)
    made, x0 = run(Z, F, goods, cut, int(days), int(horizon))
    with open(figures, encoding="utf-8") as file:
        theirs = [float(line["production_of_usual"]) for line in csv.DictReader(file)]
    ours = made[:, of == home].sum(1) / x0[of == home].sum()
    print(f"{len(ours)} days; lowest {min(ours):.9f} and {min(theirs):.9f}; largest difference {max(abs(ours - theirs)):.2e}")


if __name__ == "__main__":
    main(*sys.argv[1:])
