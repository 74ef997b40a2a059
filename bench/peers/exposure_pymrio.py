"""`exposure HOME` the way an analyst would write it with pymrio, from parquet files on disk.

    python exposure_pymrio.py FOLDER HOME
"""

import sys

import pandas as pd
import pymrio


def main():
    folder, home = sys.argv[1:]
    io = pymrio.load_all(folder)
    io.calc_all()
    sum_by = lambda table: table.groupby(level="region", sort=False).sum()

    v = io.va.S.iloc[0]
    Y = io.Y.T.groupby(level="region", sort=False).sum().T
    f = Y.sum(axis=1)
    gdp = sum_by(io.va.F.iloc[0])

    bought = sum_by(io.Z[home].sum(axis=1))
    sold = io.Z.loc[home].T.groupby(level="region", sort=False).sum().sum(axis=1) + Y.loc[home].sum()
    absorbed = sum_by((io.L @ Y).mul(v, axis=0))
    F = pd.DataFrame({c: f.where(f.index.get_level_values("region") == c, 0.0) for c in Y.columns})
    made = sum_by((io.L @ F).mul(v, axis=0)) / sum_by(f)

    table = pd.DataFrame({
        "supply_direct": bought / bought.sum(),
        "supply_look_through": made[home],
        "consumption_look_through": absorbed[home] / Y[home].sum(),
        "market_direct": sold / io.x.loc[home].sum().iloc[0],
        "market_look_through": absorbed.loc[home] / gdp[home],
    })
    foreign = table.drop(home)
    table["hidden_ratio"] = (table.supply_look_through / foreign.supply_look_through.sum()) / (
        table.supply_direct / foreign.supply_direct.sum())
    table["leverage_pp"] = 100 * (made.loc[home] - made[home])
    print(table.loc[[*foreign.index, home]].to_csv(index_label="partner"), end="")


if __name__ == "__main__":
    main()
