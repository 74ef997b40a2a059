"""Makes a CSV in the layout and size of an OECD inter-country table, if it is not there: 78 economies x 50 sectors.

Usage: import_table.py FILE
"""

import pathlib
import sys

import numpy

ECONOMIES, SECTORS, USES = 78, 50, 6


def write(file):
    random = numpy.random.default_rng(1)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    economies = [f"Q{letters[e // 26]}{letters[e % 26]}" for e in range(ECONOMIES)]
    industries = [f"{e}_S{s:02}" for e in economies for s in range(SECTORS)]
    uses = [f"{e}_{u}" for e in economies for u in ("HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR")]
    n = len(industries)
    purchases = numpy.zeros(n)
    output = numpy.zeros(n)
    with open(file, "w", encoding="utf-8", newline="\n") as out:
        out.write(",".join(["V1", *industries, *uses, "OUT"]) + "\n")
        for i, industry in enumerate(industries):
            # Ten-thousandths of a million, mostly small and a few large, as in the published table.
            cells = numpy.floor(random.lognormal(11, 1.6, n + len(uses)))
            cells[n:] = numpy.floor(cells[n:] * 16)
            purchases += cells[:n]
            output[i] = cells.sum()
            out.write(industry + "," + ",".join(f"{c / 1e4:.4f}" for c in cells) + f",{output[i] / 1e4:.4f}\n")
        for name, row in (("VA", output - purchases), ("OUT", output)):
            out.write(name + "," + ",".join(f"{c / 1e4:.4f}" for c in row) + "," * (len(uses) + 1) + "\n")


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    if not target.exists():
        part = target.with_suffix(".part")
        write(part)
        part.rename(target)
