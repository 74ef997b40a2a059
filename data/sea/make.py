"""Makes lanes.csv.gz and land.bin.gz: python3 make.py SEA_LANES_50KM.csv.gz MARNET_PLUS_50KM.gpkg (see README.md)."""
import csv
import gzip
import io
import math
import sqlite3
import struct
import sys

import numpy as np
from global_land_mask import globe
from scipy.spatial import cKDTree

RADIUS_KM = 6371.0

# The gate of Hormuz stands at its narrowest, from Musandam to Iran, so that Bandar Abbas lies inside.
HORMUZ = ((56.3, 26.2), (57.05, 27.1))

# Boxes (west, south, east, north) in which a lane over 20 km and more of land is a river or a canal for inland craft:
# the Volga and its canals, the Rhine and the German canals, the canals of Sweden. Sea-going ships cannot pass from sea
# to sea there, so these lanes are tagged inland and closed.
INLAND = [(28, 45, 61, 64), (4.3, 50, 15.5, 53.4), (11.5, 57.5, 18.5, 60)]


def lines(package):
    """Every line of the GeoPackage as an array of (longitude, latitude)."""
    found = []
    rows = sqlite3.connect(f"file:{package}?mode=ro", uri=True).execute("select geometry from type")
    for (blob,) in rows:
        at = 8 + [0, 32, 48, 48, 64][(blob[3] >> 1) & 7]
        order = "<" if blob[at] == 1 else ">"
        points = struct.unpack(order + "I", blob[at + 5 : at + 9])[0]
        found.append(np.frombuffer(blob, order + "f8", 2 * points, at + 9).reshape(points, 2))
    return found


def vectors(lon, lat):
    lon, lat = np.radians(lon), np.radians(lat)
    return np.c_[np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]


def length(line):
    points = vectors(line[:, 0], line[:, 1])
    chord = np.linalg.norm(np.diff(points, axis=0), axis=1)
    return float((2 * RADIUS_KM * np.arcsin(np.clip(chord / 2, 0, 1))).sum())


def write(path, data):
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as packed:
        packed.write(data)


def crosses(a, b, c, d):
    """Whether segment a-b crosses segment c-d, in degrees."""
    side = lambda p, q, r: (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def over_land(line, dry):
    """Kilometres of a line over cells that are land."""
    points, total = vectors(line[:, 0], line[:, 1]), 0.0
    for a, b in zip(points, points[1:]):
        gap = 2 * RADIUS_KM * math.asin(min(1.0, float(np.linalg.norm(a - b)) / 2))
        steps = max(1, int(gap / 2))
        share = ((np.arange(steps) + 0.5) / steps)[:, None]
        p = a * (1 - share) + b * share
        lat = np.degrees(np.arctan2(p[:, 2], np.hypot(p[:, 0], p[:, 1])))
        lon = np.degrees(np.arctan2(p[:, 1], p[:, 0]))
        cells = dry[((90 - lat) * 10).astype(int).clip(0, 1799), ((lon + 180) * 10).astype(int) % 3600]
        total += gap * float(cells.mean())
    return total


def tag(row, line, dry):
    """The strait of a lane: as in the table but for Hormuz and the inland waterways."""
    strait = "" if row["straits"] == "hormuz" else row["straits"]
    if any(crosses(a, b, *HORMUZ) for a, b in zip(line, line[1:])):
        strait = "hormuz"
    boxed = any((line[:, 0] > w).all() and (line[:, 0] < e).all() and (line[:, 1] > s).all() and (line[:, 1] < n).all()
                for w, s, e, n in INLAND)
    return "inland" if not strait and boxed and over_land(line, dry) >= 20 else strait


def lanes(table, package, dry):
    """The lanes with the points between their ends, taken from the line with the same ends and the same length."""
    with gzip.open(table, "rt") as text:
        rows = list(csv.DictReader(text))
    drawn = lines(package)
    ends = np.array([np.r_[line[0], line[-1]] for line in drawn])
    a, b = vectors(ends[:, 0], ends[:, 1]), vectors(ends[:, 2], ends[:, 3])
    tree = cKDTree(np.r_[np.c_[a, b], np.c_[b, a]])
    out = io.StringIO()
    out.write("from_lon,from_lat,to_lon,to_lat,km,straits,via\n")
    for row in rows:
        start = [float(row["from_lon"]), float(row["from_lat"])]
        end = [float(row["to_lon"]), float(row["to_lat"])]
        where = np.r_[vectors(*start)[0], vectors(*end)[0]]
        near = tree.query_ball_point(where, 3e-6)
        if not near:
            sys.exit(f"no line for {row}")
        off = lambda i: abs(length(drawn[i % len(drawn)]) - float(row["km"]))
        best = min(near, key=lambda i: (off(i), i))
        line = drawn[best % len(drawn)]
        line = line if best < len(drawn) else line[::-1]
        if off(best) > 0.05 + 0.0005 * float(row["km"]):
            print("length differs", row, round(length(line), 3), file=sys.stderr)
        row["straits"] = tag(row, line, dry)
        via = ";".join(f"{lon:.4f} {lat:.4f}" for lon, lat in line[1:-1])
        out.write(",".join([*row.values(), via]) + "\n")
    write("lanes.csv.gz", out.getvalue().encode())


def land():
    """One bit a cell of 0.1 degrees, from 90 N and 180 W eastward and southward: set where the cell and the eight
    around it are land throughout, so a coast or a harbour never counts as land."""
    fine = (np.arange(3600 * 4) + 0.5) / 40 - 180
    dry = np.empty((1800, 3600), bool)
    for row in range(1800):
        lat = np.array([90 - row / 10 - (k + 0.5) / 40 for k in range(4)])
        lon, at = np.meshgrid(fine, lat)
        dry[row] = globe.is_land(at, lon).reshape(4, 3600, 4).all(axis=(0, 2))
    around = np.pad(dry, ((1, 1), (0, 0)), constant_values=True)
    inner = around[:-2] & around[1:-1] & around[2:]
    inner = inner & np.roll(inner, 1, axis=1) & np.roll(inner, -1, axis=1)
    write("land.bin.gz", np.packbits(inner).tobytes())
    return inner


lanes(sys.argv[1], sys.argv[2], land())
