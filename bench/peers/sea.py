"""Distances on the sea lanes with SciPy, written apart from the Java code: python3 bench/peers/sea.py [PAIRS.csv].

Without a file it prints a few known routes. PAIRS.csv has from_lon,from_lat,to_lon,to_lat,closed,km (closed: straits
joined by +; km empty where there is no route), as the Java bench writes it; every km is compared to 1e-9."""
import csv
import gzip
import math
import sys
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

RADIUS_KM = 6371.0
ALWAYS = {"northwest", "northeast", "inland"}
CANALS = {"kiel", "corinth"}


def vector(lon, lat):
    lon, lat = math.radians(lon), math.radians(lat)
    return np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])


def km(a, b):
    return RADIUS_KM * math.atan2(np.linalg.norm(np.cross(a, b)), float(a @ b))


class Lanes:
    def __init__(self, path):
        self.nodes, self.edges = {}, []
        with gzip.open(path, "rt") as text:
            for row in csv.DictReader(text):
                a = (float(row["from_lon"]), float(row["from_lat"]))
                b = (float(row["to_lon"]), float(row["to_lat"]))
                via = [tuple(map(float, p.split())) for p in row["via"].split(";")] if row["via"] else []
                u, v = (self.nodes.setdefault(p, len(self.nodes)) for p in (a, b))
                self.edges.append((u, v, float(row["km"]), row["straits"], [vector(*p) for p in [a, *via, b]]))
        n = len(self.nodes)
        u, v = np.array([e[0] for e in self.edges]), np.array([e[1] for e in self.edges])
        _, part = connected_components(coo_matrix((np.ones(len(u)), (u, v)), (n, n)), directed=False)
        main = np.bincount(part).argmax()
        self.free = [i for i, e in enumerate(self.edges) if not e[3] and part[e[0]] == main]
        pieces = [(i, k, *self.edges[i][4][k : k + 2]) for i in self.free for k in range(len(self.edges[i][4]) - 1)]
        self.piece_of = [(i, k) for i, k, _, _ in pieces]
        self.a = np.array([p[2] for p in pieces])
        self.b = np.array([p[3] for p in pieces])
        folder = Path(path).parent
        with gzip.open(folder / "land.bin.gz") as packed:
            self.dry = np.unpackbits(np.frombuffer(packed.read(), np.uint8)).reshape(1800, 3600)
        with open(folder / "straits.csv") as text:
            self.gates = [[float(r[c]) for c in ("lon1", "lat1", "lon2", "lat2")]
                          for r in csv.DictReader(text) if r["lon1"]]

    def land(self, p):
        lon, lat = math.degrees(math.atan2(p[1], p[0])), math.degrees(math.atan2(p[2], math.hypot(p[0], p[1])))
        return self.dry[min(1799, max(0, int((90 - lat) * 10))), int((lon + 180) * 10) % 3600]

    def blocked(self, lon, lat, p, foot, off):
        """Whether the way from a port to its lane crosses a gate or land."""
        x, y = math.degrees(math.atan2(foot[1], foot[0])), math.degrees(math.atan2(foot[2], math.hypot(*foot[:2])))
        side = lambda a, b, c: (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        for x1, y1, x2, y2 in self.gates:
            a, b, c, d = (lon, lat), (x, y), (x1, y1), (x2, y2)
            if abs(lon - x) < 180 and side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
                return True
        steps = max(1, math.ceil(off / 5))
        shares = [(i + 0.5) / steps for i in range(steps)]
        return any(self.land(p * (1 - s) + foot * s) for s in shares)

    def snap(self, lon, lat):
        """The nearest point of any lane: lane, km from its start, km to its end, km from the port."""
        p = vector(lon, lat)
        normal = np.cross(self.a, self.b)
        normal /= np.maximum(np.linalg.norm(normal, axis=1), 1e-300)[:, None]
        foot = p - (normal @ p)[:, None] * normal
        foot /= np.maximum(np.linalg.norm(foot, axis=1), 1e-300)[:, None]
        inside = (np.einsum("ij,ij->i", np.cross(self.a, foot), normal) >= 0) & (
            np.einsum("ij,ij->i", np.cross(foot, self.b), normal) >= 0)
        nearer_a = (self.a @ p >= self.b @ p)[:, None]
        foot = np.where(inside[:, None], foot, np.where(nearer_a, self.a, self.b))
        off = RADIUS_KM * np.arctan2(np.linalg.norm(np.cross(foot, p), axis=1), foot @ p)
        for best in map(int, off.argsort(kind="stable")):
            if off[best] <= 15 or not self.blocked(lon, lat, p, foot[best], off[best]):
                break
        lane, k = self.piece_of[best]
        points = self.edges[lane][4]
        before = sum(km(points[j], points[j + 1]) for j in range(k)) + km(points[k], foot[best])
        whole = sum(km(points[j], points[j + 1]) for j in range(len(points) - 1))
        share = before / whole
        return lane, share * self.edges[lane][2], (1 - share) * self.edges[lane][2], float(off[best])

    def trees(self, snaps, closed):
        n = len(self.nodes) + len(snaps)
        arcs = {}
        for u, v, w, strait, _ in self.edges:
            if strait not in closed:
                key = (min(u, v), max(u, v))
                arcs[key] = min(w, arcs.get(key, math.inf))
        row = [key[0] for key in arcs]
        col = [key[1] for key in arcs]
        weight = list(arcs.values())
        for s, (lane, before, after, off) in enumerate(snaps):
            for node, part in ((self.edges[lane][0], before), (self.edges[lane][1], after)):
                row.append(len(self.nodes) + s), col.append(node), weight.append(off + part)
        graph = coo_matrix((weight, (row, col)), (n, n)).tocsr()
        return dijkstra(graph, directed=False, indices=range(len(self.nodes), n))[:, len(self.nodes):]

    def distance(self, a, b, closed=()):
        sa, sb = self.snap(*a), self.snap(*b)
        through = self.trees([sa, sb], ALWAYS | CANALS | set(closed))[0, 1]
        if sa[0] == sb[0]:
            through = min(through, sa[3] + sb[3] + abs(sa[1] - sb[1]))
        return through


KNOWN = {"Yokohama": (139.65, 35.43), "Ras Tanura": (50.16, 26.65), "Rotterdam": (4.0, 51.97),
         "Los Angeles": (-118.25, 33.73), "Yanbu": (38.0, 24.0), "Fujairah": (56.4, 25.2)}


def main():
    lanes = Lanes(Path(__file__).resolve().parents[2] / "data/sea/lanes.csv.gz")
    if len(sys.argv) > 1:
        worst = 0.0
        for row in csv.DictReader(open(sys.argv[1])):
            closed = [s for s in row["closed"].split("+") if s]
            here = lanes.distance((float(row["from_lon"]), float(row["from_lat"])),
                                  (float(row["to_lon"]), float(row["to_lat"])), closed)
            there = float(row["km"]) if row["km"] else math.inf
            gap = 0.0 if here == there else abs(here - there) / min(here, there)
            if not gap <= 1e-9:
                print("differs", row, here)
            worst = max(worst, gap)
        print(f"largest relative difference {worst:.1e}")
        return
    for a, b, closed in (("Yokohama", "Ras Tanura", ""), ("Yokohama", "Ras Tanura", "malacca"),
                         ("Yokohama", "Ras Tanura", "malacca+sunda"), ("Yokohama", "Ras Tanura", "hormuz"),
                         ("Yokohama", "Rotterdam", ""), ("Yokohama", "Rotterdam", "suez"),
                         ("Yokohama", "Rotterdam", "suez+panama"), ("Yokohama", "Los Angeles", ""),
                         ("Yanbu", "Yokohama", "hormuz"), ("Fujairah", "Yokohama", "hormuz")):
        print(f"{a} - {b}, closed {closed or 'none'}: "
              f"{lanes.distance(KNOWN[a], KNOWN[b], [s for s in closed.split('+') if s]):.0f}")


if __name__ == "__main__":
    main()
