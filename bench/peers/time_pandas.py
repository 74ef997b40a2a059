"""Seconds that pandas takes to read a CSV with labels in the first column. Usage: time_pandas.py FILE"""

import sys

import pandas

from stopwatch import stopwatch

stopwatch(f"pandas {pandas.__version__} read_csv", lambda _: pandas.read_csv(sys.argv[1], index_col=0))
