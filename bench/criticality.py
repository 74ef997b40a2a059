"""Writes criticality.csv: what an industry cannot do without for two months, by kinds of industry.

Ratings: analysts of IHS Markit, United Kingdom, published with Pichler et al. (2022), 1 critical, 0.5 important, 0 neither.
Weights: what the industries of a kind buy of each other in the input-output table of Belgium for 2015 (Federal Planning
Bureau), since a kind's input is what is bought of it. Both stand industry by industry (NACE Rev. 2, 63) in the public
repository of pyIEEM: data/interim/eco/pichler/IHS_critical_NACE64.csv and
data/interim/eco/national_accounts/BE/{IO,other_accounts}_BE_NACE64.csv.

    python3 bench/criticality.py IHS_critical_NACE64.csv IO_BE_NACE64.csv other_accounts_BE_NACE64.csv
"""
import collections
import csv
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).parent.parent / "core/src/main/resources/org/jiritsu/disruption"
HEAD = """\
# What share of an industry (column) stops within two months without an input (row), by kinds of industry (industries.csv):
# the ratings that analysts of IHS Markit gave for the United Kingdom, industry by industry (Pichler et al. 2022; 1 critical,
# 0.5 important, 0 neither), as a mean over the industries of the two kinds, weighted by what they buy of each other in
# Belgium (input-output table of 2015). Made by bench/criticality.py.
"""


def table(path):
    rows = list(csv.reader(open(path)))
    return {row[0]: dict(zip(rows[0][1:], row[1:])) for row in rows[1:]}


def kinds():
    lines = [line for line in open(FOLDER / "industries.csv") if not line.startswith("#")]
    return {row["kind"]: [c for c in row["codes"].split(";") if re.fullmatch(r"[A-U](\d.*)?", c)]
            for row in csv.DictReader(lines)}


def kinds_of(code, codes):
    """The kind with the longest code that the industry's begins with, and 'services' for all that is not goods."""
    base = code.split("-")[0]
    found = max((c for some in codes.values() for c in some if base.startswith(c)), key=len)
    return [kind for kind, some in codes.items() if found in some] + (["services"] if base[0] > "C" else [])


def means(ratings, bought, made, codes):
    """Share of a kind's output that stops: each buyer's mean over what it buys of the kind, weighted by its output."""
    mean = collections.Counter()
    for seller_kind, buyer_kind in ((p, b) for p in codes for b in codes):
        sellers = [i for i in ratings if seller_kind in kinds_of(i, codes)]
        buyers = [j for j in made if buyer_kind in kinds_of(j, codes)]
        for j in buyers:
            weight = {i: max(0, float(bought[i][j] or 0)) for i in sellers}
            if sum(weight.values()) > 0:
                rated = sum(weight[i] * float(ratings[i][j]) for i in sellers) / sum(weight.values())
                mean[seller_kind, buyer_kind] += rated * made[j] / sum(made[b] for b in buyers)
    return mean


def main():
    codes = kinds()
    made = {row: float(cells["Sectoral output (M€/y)"]) for row, cells in table(sys.argv[3]).items()}
    mean = means(table(sys.argv[1]), table(sys.argv[2]), made, codes)
    with open(FOLDER / "criticality.csv", "w", newline="") as file:
        file.write(HEAD)
        out = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        out.writerow(["input", *codes])
        for seller in codes:
            out.writerow([seller, *(f"{mean[seller, buyer]:.2f}" for buyer in codes)])


main()
