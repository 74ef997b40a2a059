"""Referee of the GRAS kernel: the same objective given to scipy's general constrained minimiser.

    python gras.py

Minimises sum |a| z ln(z / e) over the ratios z = x / a (Junius & Oosterhaven 2003, as corrected by Lenzen, Wood &
Gallego 2007) for their example, and prints the balanced table. It shares no line with an iteration of row and column
scalings.
"""

import numpy as np
from scipy.optimize import minimize

A = np.array([[7, 3, 5, -3], [2, 9, 8, 1], [-2, 0, 2, 1]], float)
ROWS = np.array([15, 26, -1.0])
COLUMNS = np.array([9, 16, 17, -2.0])

cells = np.argwhere(A != 0)
a = A[tuple(cells.T)]


def table(z):
    x = np.zeros_like(A)
    x[tuple(cells.T)] = a * z
    return x


def residual(z):
    x = table(z)
    return np.concatenate([x.sum(1) - ROWS, (x.sum(0) - COLUMNS)[:-1]])  # one sum follows from the others


found = minimize(
    lambda z: (abs(a) * z * (np.log(z) - 1)).sum(),
    np.ones(len(a)),
    jac=lambda z: abs(a) * np.log(z),
    bounds=[(1e-9, None)] * len(a),
    constraints={"type": "eq", "fun": residual},
    method="SLSQP",
    options={"ftol": 1e-15, "maxiter": 1000},
)
print(found.message, abs(residual(found.x)).max())
print(np.array2string(table(found.x), precision=9, separator=", "))
