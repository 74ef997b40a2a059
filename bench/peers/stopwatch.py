"""Wall-clock seconds of a function, several times over."""

import statistics
import time


def stopwatch(name, work, prepare=lambda: None, times=5):
    """Times work(prepare()), without the preparation; prints median, least and most. One run before is not counted."""
    work(prepare())
    seconds = []
    for _ in range(times):
        subject = prepare()
        start = time.perf_counter()
        work(subject)
        seconds.append(time.perf_counter() - start)
    print(f"{name}: median {statistics.median(seconds):.3f} s of {times}, {min(seconds):.3f} to {max(seconds):.3f}")
