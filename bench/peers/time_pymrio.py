"""Seconds of pymrio's calc_system (x, A and L from Z and Y) on a world table in memory, and of the whole question.

    python time_pymrio.py WORLD.npz FOLDER HOME

FOLDER is what pymrio_world.py saved. The whole question is a new process of exposure_pymrio.py, start to end.
"""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pymrio

import world
from pymrio_world import system
from stopwatch import stopwatch


def main():
    source, folder, home = sys.argv[1:]
    io = system(world.load(source))

    def fresh():
        io.reset_full()
        return io

    print(f"pymrio {pymrio.__version__}, numpy {np.__version__}")
    stopwatch("calc_system", lambda s: s.calc_system(), fresh, 7)
    script = Path(__file__).with_name("exposure_pymrio.py")
    command = [sys.executable, str(script), folder, home]
    stopwatch("exposure_pymrio.py, whole process", lambda _: subprocess.run(command, check=True, capture_output=True), times=7)


if __name__ == "__main__":
    main()
