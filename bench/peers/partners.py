#!/usr/bin/env python3
"""Expected values for the networks and similarities of `partners`, from NetworkX, NumPy and scikit-learn.

Writes partners-networks.csv and partners-similarity.csv into core/src/test/resources/referee. Shares no code with the
program. NetworkX 3.6.1, NumPy and scikit-learn as of November 2026.
"""
import csv
import math
import random
from pathlib import Path

import networkx as nx
import numpy as np
from sklearn.metrics import cohen_kappa_score

OUT = Path(__file__).parents[2] / "core/src/test/resources/referee"


def write(name, header, rows):
    with open(OUT / name, "w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header.split())
        w.writerows(rows)


def eigenvector(g):
    """Centralisation within the largest component; blank if that is not unique or has fewer than three."""
    parts = sorted(nx.connected_components(g), key=len, reverse=True)
    n = len(parts[0])
    if n < 3 or len(parts) > 1 and len(parts[1]) == n:
        return ""
    _, vectors = np.linalg.eigh(nx.to_numpy_array(g.subgraph(parts[0])))
    x = np.abs(vectors[:, -1])
    x /= x.max()
    return "%.9f" % ((1 - x).sum() / ((n - 1) * (1 - 1 / math.sqrt(n - 1))))


def row(name, g):
    n = len(g)
    degree = dict(g.degree()).values()
    between = nx.betweenness_centrality(g, normalized=False).values()
    return [
        name,
        " ".join(sorted(g)),
        " ".join(f"{a}-{b}" for a, b in g.edges()),
        "%.12f" % nx.density(g),
        "%.12f" % (sum(max(degree) - d for d in degree) / ((n - 1) * (n - 2))),
        "%.12f" % (sum(max(between) - b for b in between) / ((n - 1) ** 2 * (n - 2) / 2)),
        eigenvector(g),
        " ".join(map(str, sorted((len(c) for c in nx.connected_components(g)), reverse=True))),
    ]


def networks():
    families = nx.florentine_families_graph()
    rows = [row("florentine 15", families)]
    families.add_node("Pucci")  # without a marriage, in Wasserman and Faust's sixteen
    rows.append(row("florentine 16", families))
    for k in range(12):
        g = nx.gnp_random_graph(random.randint(5, 30), random.choice([0.1, 0.2, 0.3, 0.6]), seed=k)
        if g.number_of_edges():
            rows.append(row(f"random {k}", nx.relabel_nodes(g, {i: f"E{i}" for i in g})))
    write("partners-networks.csv", "name nodes edges density degree betweenness eigenvector components", rows)


def similarities():
    rows = []
    for _ in range(12):
        n = random.choice([5, 20, 100, 190])
        weights = [random.random() ** 3 for _ in range(4)]
        weights[0] += 2
        a = random.choices(range(4), weights, k=n)
        b = [x if random.random() < 0.6 else random.choices(range(4), weights)[0] for x in a]
        a[0] = b[-1] = 3
        a, b = np.array(a), np.array(b)
        for distance, sk, power in (("ABSOLUTE", "linear", 1), ("SQUARED", "quadratic", 2)):
            pooled = np.concatenate([a, b])
            chance = (np.abs(pooled[:, None] - pooled[None, :]) ** power).mean()
            apart = np.abs(a - b) ** power
            rows.append([
                distance,
                "".join(map(str, a)),
                "".join(map(str, b)),
                "%.12f" % (1 - 2 * apart.mean() / 3**power),
                "%.12f" % cohen_kappa_score(a, b, weights=sk, labels=[0, 1, 2, 3]),
                "%.12f" % (1 - apart.mean() / chance),
            ])
    write("partners-similarity.csv", "distance a b s kappa pi", rows)


if __name__ == "__main__":
    random.seed(19)
    networks()
    similarities()
