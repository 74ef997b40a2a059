"""How far two sources lie apart on the same year: the estimate from the OECD's flows of 2011 against WIOD 2011.

    python icio_against_wiod.py ICIO2011.npz ../../data/icio2022 ../../data/wiod2013/wiod2011.npz

ICIO2011.npz is `icio2011`, built from the flows of 2011 (not bundled) with the coefficients of WIOD 2011 itself. Both
are summed to WIOD's 41 economies and the 16 common groups of sectors, then looked through.
"""

import sys
from pathlib import Path

import numpy as np

from estimated import Inputs, expand, ratio


def look_through(sales):
    """supply[h, c] and market[h, c] of sales[o, g, d, use]."""
    E, K = sales.shape[:2]
    n = E * K
    x = sales.sum((2, 3)).reshape(n)
    Z = sales[..., :-1].reshape(n, n)
    v = ratio(x - Z.sum(0), x)
    y = sales[..., -1].reshape(n, E)
    f = np.zeros((n, E))
    for h in range(E):
        f[h * K : (h + 1) * K, h] = y.sum(1)[h * K : (h + 1) * K]
    made = np.linalg.solve(np.eye(n) - ratio(Z, x), np.hstack([f, y]))
    by = (v[:, None] * made).reshape(E, K, 2 * E).sum(1)
    gdp = (x - Z.sum(0)).reshape(E, K).sum(1)
    return (by[:, :E] / f.sum(0)).T, by[:, E:] / gdp[:, None]


def show(name, truth, estimate, home):
    off = ~np.eye(len(truth), dtype=bool)
    error = 100 * abs(ratio(estimate, truth) - 1)
    print(name.ljust(28), end="")
    for rows in (slice(None), slice(home, home + 1)):
        chosen = off[rows] & (truth[rows] > 0)
        e, t = error[rows][chosen], truth[rows][chosen]
        print(f"median {np.median(e):5.1f}%  p90 {np.quantile(e, 0.9):6.1f}%  mean by size {e @ t / t.sum():5.1f}%",
              end="   ")
    print()


def main():
    path, folder, wiod = sys.argv[1:]
    economies, _, sales, _ = expand(path)
    inputs = Inputs(folder, 2022, Path(wiod))
    W, K = inputs.W, inputs.K
    to = [W.index(c) if c in W else W.index("ROW") for c in economies]
    economy = np.zeros((len(economies), len(W)))
    economy[np.arange(len(economies)), to] = 1
    group = (inputs.group[:, None] == np.arange(K)).astype(float)
    use = np.zeros((len(group) + 1, K + 1))
    use[:-1, :-1], use[-1, -1] = group, 1
    mine = np.einsum("osdu,oa,sg,db,uh->agbh", sales, economy, group, economy, use, optimize=True)
    home = W.index("JPN")
    print("".ljust(28) + "all pairs".ljust(52) + "Japan's")
    for name, a, b in zip(["supply look-through", "market look-through"], look_through(inputs.F), look_through(mine)):
        show(name, a, b, home)
    show("given: trade, all goods", inputs.F[:, :-1].sum((1, 3)), mine[:, :-1].sum((1, 3)), home)
    show("given: trade in services", inputs.F[:, -1].sum(2), mine[:, -1].sum(2), home)
    out = [t.sum((2, 3)).sum(1) for t in (inputs.F, mine)]
    print(f"given: gross output, median difference of economies {100 * np.median(abs(out[1] / out[0] - 1)):.1f}%, "
          f"Japan {100 * (out[1] / out[0] - 1)[home]:+.1f}%")


if __name__ == "__main__":
    main()
