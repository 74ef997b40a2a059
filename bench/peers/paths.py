"""Referee of the supply chains behind one home industry: every chain of at most three industries in between.

    python paths.py WORLD.npz OUT --from CHN_c14 --to JPN_c15
    python paths.py WORLD.npz OUT --from CHN --to JPN_c15

The value of the chain i -> k1 -> ... -> km -> j is v_i A[i,k1] A[k1,k2] ... A[km,j] f_j, and all chains of
every length add up to v_i L[i,j] f_j, summed over the source industries (an industry is no source of itself).
Longest chains are 1435^3 for each source; a part of them is skipped only when its largest member is provably
below the last chain of the list, so the list is exact.
"""

import argparse
from pathlib import Path

import numpy as np

import world


def chains(A, i, j, floor):
    """Every chain from i to j with a product of coefficients of at least floor: (product, industries)."""
    first, last = A[i], A[:, j]
    found = [(A[i, j], (i, j))]
    found += [(first[k] * last[k], (i, k, j)) for k in range(len(A))]
    two = first[:, None] * A * last[None, :]
    found += [(two[k, m], (i, k, m, j)) for k, m in np.argwhere(two >= floor)]
    tail = (A * last[None, :]).max(axis=1)  # the best way on from the second industry in between
    for k, m in np.argwhere(first[:, None] * A * tail[None, :] >= floor):
        three = first[k] * A[k, m] * A[m] * last
        found += [(three[o], (i, k, m, o, j)) for o in np.flatnonzero(three >= floor)]
    return [(value, chain) for value, chain in found if value >= floor and value > 0]


def top(w, sources, j, count):
    """The largest chains of all sources, best first; ties by the industries' order."""
    best = []
    for i in sources:
        scale = w.v[i] * w.f[j]
        # a list this long is already there from one and two steps: the floor of what is still of interest
        short = np.sort(np.concatenate([w.A[i] * w.A[:, j], (w.A[i][:, None] * w.A * w.A[:, j][None, :]).ravel()]))
        known = [value for value, _ in best]
        floor = max(short[-count] * scale, known[count - 1] if len(known) >= count else 0)
        if scale > 0:
            best += [(value * scale, chain) for value, chain in chains(w.A, i, j, floor / scale * (1 - 1e-9))]
        best.sort(key=lambda item: (-float(f"{item[0]:.12e}"), item[1]))
        best = best[:count]
    return best


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("world")
    parser.add_argument("out", type=Path)
    parser.add_argument("--from", dest="source", required=True, help="CHN or CHN_c14")
    parser.add_argument("--to", required=True, help="JPN_c15")
    parser.add_argument("--top", type=int, default=50)
    args = parser.parse_args()
    w = world.load(args.world)
    j = w.industry(*args.to.split("_"))
    code, _, sector = args.source.partition("_")
    sources = [i for i in range(w.n) if w.label(i) in (args.source, f"{code}_{sector or w.sectors[i % w.ns]}") and i != j]
    L = w.inverse()
    total = sum(w.v[i] * L[i, j] * w.f[j] for i in sources)
    name = f"{w.name}_{args.source}_{args.to}"

    rows = [
        [rank, ">".join(w.label(k) for k in chain), len(chain) - 2, value, value / total]
        for rank, (value, chain) in enumerate(top(w, sources, j, args.top), 1)
    ]
    world.write(args.out / f"{name}_paths.csv.gz", ["rank", "chain", "between", "value_musd", "share_of_total"], rows)

    step, tiers = w.A[:, j], []
    for between in range(4):  # step = A^(between + 1) e_j: all chains with that many in between
        value = sum(w.v[i] * step[i] * w.f[j] for i in sources)
        tiers.append([between, value, value / total, total])
        step = w.A @ step
    world.write(args.out / f"{name}_tiers.csv.gz", ["between", "value_musd", "share_of_total", "total_musd"], tiers)


if __name__ == "__main__":
    main()
