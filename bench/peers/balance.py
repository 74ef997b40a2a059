"""GRAS in numpy, written from the formulas in docs/methods/balance.md, and the numbers that BalanceTest holds ours to.

    python balance.py
"""

import numpy as np


def gras(t, u, w, passes=5000):
    p, n = np.maximum(t, 0), np.maximum(-t, 0)
    r, s = np.ones(len(u)), np.ones(len(w))

    def root(a, b, c):  # a m^2 - b m - c = 0
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(a > 0, (b + np.sqrt(b * b + 4 * a * c)) / (2 * a), np.where(c > 0, -c / b, 1))

    for _ in range(passes):
        s = root(r @ p, w, (1 / r) @ n)
        r = root(p @ s, u, n @ (1 / s))
    return r[:, None] * p * s - n / (r[:, None] * s)


def main():
    # Two economies of one sector, uses HFCE and INVNT: columns A_s, B_s, A_HFCE, A_INVNT, B_HFCE, B_INVNT.
    table = np.array([[7.0, 3.0, 5.0, -3.0, 4.0, 2.0], [2.0, 9.0, 8.0, 1.0, 6.0, -2.0]])
    rows = np.array([20.0, 26.0])
    columns = np.array([10.0, 13.0, 14.5, -2.5, 11.5, -0.5])
    balanced = gras(table, rows, columns)
    print("row misses", balanced.sum(axis=1) - rows, "column misses", balanced.sum(axis=0) - columns)
    print(", ".join(repr(float(v)) for v in balanced.ravel()))


if __name__ == "__main__":
    main()
