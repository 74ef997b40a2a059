"""Measures the estimated lines of oddities.csv anew; the given ones are set by hand and stay.

    python oddities.py icio2022.npz
"""

import csv
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent.parent / "bench" / "peers"))
from estimated import expand  # noqa: E402

LOW, HIGH = 0.03, 0.95  # value added over output
LENT = ("low margin in the table lent", "借用した表の利幅が小さい")
NO_INPUTS = ("table without inputs, or a GDP that is high beside output", "表に投入がないか、産出に比べてGDPが大きい")
LEAST_OUTPUT = 2000.0  # million USD: smaller industries carry no result
OLD = list(csv.DictReader(open(HERE / "oddities.csv", encoding="utf-8")))
economies, sectors, sales, flows = expand(sys.argv[1])
output = flows.sum(2)
bought = sales[..., :-1].sum((0, 1))
lines = [l for l in OLD if l["origin"] == "given" or l["sector"] == "*"]
for e, economy in enumerate(economies):
    for s, sector in enumerate(sectors):
        if output[e, s] < LEAST_OUTPUT:
            continue
        share = 1 - bought[e, s] / output[e, s]
        if not LOW <= share <= HIGH:
            why = LENT if share < LOW else NO_INPUTS
            lines.append({"economy": economy, "sector": sector, "side": "makes",
                          "what": f"value added {share:.2f} of output", "origin": "estimated",
                          "reason": why[0], "what_ja": f"付加価値が産出の{share:.2f}", "reason_ja": why[1]})
with open(HERE / "oddities.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.DictWriter(file, list(OLD[0]), lineterminator="\n")
    out.writeheader()
    out.writerows(lines)
