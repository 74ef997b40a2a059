"""Seconds of numpy's explicit inverse of a random I - A, 3,465 x 3,465 (77 economies x 45 sectors) unless told.

    python time_numpy.py [SIZE]
"""

import sys

import numpy as np

from stopwatch import stopwatch


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 3465
    A = np.random.default_rng(1).random((n, n))
    A *= 0.6 / A.sum(axis=0)  # every industry buys 0.6 of its output
    M = np.eye(n) - A
    print(f"numpy {np.__version__}, {n} x {n}")
    stopwatch("numpy.linalg.inv(I - A)", np.linalg.inv, lambda: M)
    y = A.sum(axis=1)
    stopwatch("numpy.linalg.solve(I - A, one vector)", lambda m: np.linalg.solve(m, y), lambda: M)


if __name__ == "__main__":
    main()
