"""Referee of `jiritsu exposure`: every measure of docs/methods/exposure.md, with an explicit Leontief inverse.

    python exposure.py WORLD.npz OUT --partners all --sectors JPN,DEU --indicators
"""

import argparse
from pathlib import Path

import numpy as np

import world
from world import ratio

PARTNER_FIELDS = [
    "supply_direct", "supply_look_through", "consumption_look_through",
    "market_direct", "market_look_through", "hidden_ratio", "leverage_pp",
]
INDICATOR_FIELDS = [
    "hhi_direct", "hhi_look_through", "exports_musd", "domestic_va_in_exports_musd", "foreign_va_in_exports_musd",
    "vax_ratio", "upstreamness", "downstreamness", "upstreamness_net_inventory", "downstreamness_net_inventory",
    "foreign_input_reliance", "foreign_market_reliance",
]


class Exposure:
    def __init__(self, w):
        self.w = w
        self.L = w.inverse()
        self.F = np.zeros((w.n, w.ne))  # column h is f_h
        for h in range(w.ne):
            self.F[w.rows(h), h] = w.f[w.rows(h)]
        self.made = w.v[:, None] * (self.L @ self.F)  # value added of i in the final output of h
        self.absorbed = w.v[:, None] * (self.L @ w.Y)  # value added of i in the final demand of c

    def partner_measures(self, home):
        """Six arrays of one row an industry: supply rows are (c, s) the seller, market rows are (c, s) = home's s to c."""
        w, h = self.w, self.w.rows(home)
        bought = w.Z[:, h].sum(axis=1)
        supply_direct = ratio(bought, bought.sum())
        supply = ratio(self.made[:, home], w.f[h].sum())
        consumption = ratio(self.absorbed[:, home], w.Y[:, home].sum())

        sold = w.Z[h].reshape(w.ns, w.ne, w.ns).sum(axis=2) + w.Y[h]  # sector of home, economy that buys
        market_direct = ratio(sold.T.reshape(w.n), w.x[h].sum())
        market = ratio(self.absorbed[h].T.reshape(w.n), w.w[h].sum())

        in_theirs = ratio(self.made[h], self.w.by_economy(w.f)[None, :]).T.reshape(w.n)
        leverage = 100 * (in_theirs - supply)
        return supply_direct, supply, consumption, market_direct, market, leverage

    def partner_rows(self, home, by_sector):
        w = self.w
        columns = self.partner_measures(home)
        if not by_sector:
            columns = [w.by_economy(column) for column in columns]
        supply_direct, supply, consumption, market_direct, market, leverage = columns
        size = w.ns if by_sector else 1
        foreign = np.arange(w.ne * size) // size != home
        hidden = ratio(
            ratio(supply, supply[foreign].sum()),
            ratio(supply_direct, supply_direct[foreign].sum()),
        )
        fields = [supply_direct, supply, consumption, market_direct, market, hidden, leverage]
        for c in w.partners(home):
            for s in range(size):
                key = [w.economies[home], w.economies[c]] + ([w.sectors[s]] if by_sector else [])
                yield key + [field[c * size + s] for field in fields]

    def industry_indicators(self):
        """One array of length n for each field of INDICATOR_FIELDS."""
        w, L = self.w, self.L
        own = np.kron(np.eye(w.ne), np.ones((w.ns, w.ns))).astype(bool)  # same economy
        vL = w.v[:, None] * L
        abroad = ~own[:, ::w.ns]  # industry i, economy c: i is not in c
        exports = (w.Z * ~own).sum(axis=1) + (w.Y * abroad).sum(axis=1)
        absorbed_abroad = (self.absorbed * abroad).sum(axis=1)
        more = L - np.eye(w.n)
        to_final = more * w.f[None, :]
        U, D = positions(w, w.Z)
        Un, Dn = positions(w, net_inventory(w))
        return [
            herfindahl(w, w.Z), herfindahl(w, vL), exports,
            (vL * own).sum(axis=0) * exports, (vL * ~own).sum(axis=0) * exports,
            ratio(absorbed_abroad, exports), U, D, Un, Dn,
            ratio((more * ~own).sum(axis=0), more.sum(axis=0)),
            ratio((to_final * ~own).sum(axis=1), to_final.sum(axis=1)),
        ]

    def home_indicators(self):
        """One array of length ne for each field of INDICATOR_FIELDS."""
        w, L = self.w, self.L
        by = dict(zip(INDICATOR_FIELDS, self.industry_indicators()))
        bought = w.by_economy(w.by_economy(w.Z).T).T  # economy by economy
        value = w.by_economy(self.made)
        exports, domestic, foreign_va = (w.by_economy(by[k]) for k in INDICATOR_FIELDS[2:5])
        absorbed = w.by_economy(self.absorbed)  # economy of origin, economy that absorbs
        made_inputs = w.by_economy((L - np.eye(w.n)) @ self.F)  # economy of origin, home h of f_h
        foreign = 1 - np.eye(w.ne)
        mean = lambda u: ratio(w.by_economy(w.x * np.nan_to_num(u)), w.by_economy(w.x))
        return [
            herfindahl_columns(bought), herfindahl_columns(value), exports, domestic, foreign_va,
            ratio((absorbed * foreign).sum(axis=1), exports),
            *[mean(by[k]) for k in INDICATOR_FIELDS[6:10]],
            ratio((made_inputs * foreign).sum(axis=0), made_inputs.sum(axis=0)),
            ratio((made_inputs * foreign).sum(axis=1), made_inputs.sum(axis=1)),
        ]


def herfindahl_columns(values):
    """Columns are economies (homes), rows economies of origin: sum of squared foreign shares."""
    foreign = values * (1 - np.eye(len(values)))
    return (ratio(foreign, foreign.sum(axis=0)[None, :]) ** 2).sum(axis=0)


def herfindahl(w, table):
    """The same for each industry's column of an n by n table."""
    by = w.by_economy(table)  # origin economy, industry
    foreign = by * (np.arange(w.ne)[:, None] != np.arange(w.n)[None, :] // w.ns)
    return (ratio(foreign, foreign.sum(axis=0)[None, :]) ** 2).sum(axis=0)


def net_inventory(w):
    """Z with every row multiplied by x / (x - N)."""
    return w.Z * ratio(w.x, w.x - w.N, empty=1.0)[:, None]


def positions(w, Z):
    """Upstreamness and downstreamness; empty where output is zero."""
    one, eye = np.ones(w.n), np.eye(w.n)
    U = np.linalg.inv(eye - ratio(Z, w.x[:, None], empty=0.0)) @ one
    D = one @ np.linalg.inv(eye - ratio(Z, w.x[None, :], empty=0.0))
    U[w.x == 0] = np.nan
    D[w.x == 0] = np.nan
    return U, D


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("world")
    parser.add_argument("out", type=Path)
    parser.add_argument("--partners", default="", help="homes, comma separated, or all")
    parser.add_argument("--sectors", default="", help="homes, comma separated, or all")
    parser.add_argument("--indicators", action="store_true")
    args = parser.parse_args()
    w = world.load(args.world)
    e = Exposure(w)

    def homes(text):
        codes = w.economies if text == "all" else [code for code in text.split(",") if code]
        return [w.economy(code) for code in codes]

    def file(kind):
        return args.out / f"{w.name}_{kind}.csv.gz"

    if args.partners:
        rows = [row for h in homes(args.partners) for row in e.partner_rows(h, False)]
        world.write(file("partners"), ["home", "partner"] + PARTNER_FIELDS, rows)
    if args.sectors:
        rows = [row for h in homes(args.sectors) for row in e.partner_rows(h, True)]
        world.write(file("partner_sectors"), ["home", "partner", "sector"] + PARTNER_FIELDS, rows)
    if args.indicators:
        rows = [[code, *fields] for code, fields in zip(w.economies, zip(*e.home_indicators()))]
        world.write(file("indicators"), ["home"] + INDICATOR_FIELDS, rows)
        keys = [[h, s] for h in w.economies for s in w.sectors]
        rows = [key + list(fields) for key, fields in zip(keys, zip(*e.industry_indicators()))]
        world.write(file("indicators_sectors"), ["home", "sector"] + INDICATOR_FIELDS, rows)


if __name__ == "__main__":
    main()
