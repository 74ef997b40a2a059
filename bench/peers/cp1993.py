"""Referee of the world cp1993: the table built again from the authors' text files, held against the product's.

    python cp1993.py DATA/cp1993

Prints the worst differences (million USD; shares) and the figures that docs/formats.md states. Fails above 1e-9 relative.
"""

import sys
from pathlib import Path

import numpy as np

N, TRADED, J = 31, 20, 40


def build(folder):
    """Z, Y, x in million USD, the tariffs on inputs by industry, and what was changed."""
    text = lambda name: np.loadtxt(folder / name)
    b = np.zeros((J, N, N))  # sector, importer, exporter; border values
    b[:TRADED] = text("xbilat1993.txt").reshape(TRADED, N, N) / 1e3
    tau = np.ones((J, N, N))
    tau[:TRADED] += text("tariffs1993.txt").reshape(TRADED, N, N) / 100
    exports = b.sum(axis=1)
    output = np.maximum(text("GO.txt") / 1e6, exports)
    b += np.einsum("ji,ni->jni", output - exports, np.eye(N))
    beta = text("B.txt")
    io = text("IO.txt").reshape(N, J, J)  # economy, used, user
    total = io.sum(axis=1, keepdims=True)
    gamma = np.divide(io, total, out=np.zeros_like(io), where=total > 0) * (1 - beta).T[:, None, :]
    spent = (b * tau).sum(axis=2)  # sector, importer
    uses = gamma * output.T[:, None, :]  # importer, sector used, user
    share = uses / spent.T[:, :, None]
    Z = np.einsum("kni,nkj->iknj", b, share)
    Y = np.einsum("kni,nk->ikn", b, 1 - share.sum(axis=2))
    duty = np.einsum("kni,nkj->nj", b * (tau - 1), share)
    left = spent - uses.sum(axis=2).T
    changed = {
        "outputs raised to exports": int((exports > text("GO.txt") / 1e6).sum()),
        "negative final demands": int((left < 0).sum()),
        "their sum": left[left < 0].sum(),
        "share of final demand": -left[left < 0].sum() / left.sum(),
    }
    return Z.reshape(N * J, N * J), Y.reshape(N * J, N), output.T.reshape(N * J), duty, beta.T * output.T, changed


def main():
    folder = Path(sys.argv[1])
    Z, Y, x, duty, added, changed = build(folder)
    world = np.load(folder / "cp1993.npz")
    worst = 0
    for name, mine in (("Z", Z), ("Y", Y), ("x", x)):
        difference = np.abs(world[name] - mine).max()
        worst = max(worst, difference / np.abs(mine).max())
        print(f"{name}: worst difference {difference:.3g} of {np.abs(mine).max():.6g}")
    gdp = x.reshape(N, J).sum(axis=1) - Z.sum(axis=0).reshape(N, J).sum(axis=1)
    off = np.abs(gdp - added.sum(axis=1) - duty.sum(axis=1)).max()
    print(f"GDP = authors' value added + tariffs on inputs: off by {off:.3g}")
    codes = [line.split(",")[0] for line in (folder / "economies.csv").read_text().splitlines()[1:]]
    for code in ("USA", "MEX", "CAN"):
        e = codes.index(code)
        print(f"{code}: GDP {gdp[e]:.0f}, authors' value added {added[e].sum():.0f}, tariffs on inputs {duty[e].sum():.0f}")
    print(*(f"{key}: {value:.6g}" for key, value in changed.items()), sep="\n")
    if not max(worst, off / gdp.max()) < 1e-9:
        sys.exit("The tables differ.")


if __name__ == "__main__":
    main()
