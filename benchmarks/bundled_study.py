"""Time a clean run of the bundled study beside the naive script, in turn, and print the ratio.

Both start from a warm environment. The run is what `make` does after the set-up, in a copy of the study.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
BOUND = 5.0


def timed(*command: str | Path) -> float:
    """Run a command and return its wall time in seconds."""
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    return time.perf_counter() - start


def main() -> int:
    """Print the times and the median ratio; the exit code is 1 where it is above the bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each, after one that is not (default: 5)")
    runs = parser.parse_args().runs
    ours, naive = [], []
    with TemporaryDirectory() as folder:
        for number in range(runs + 1):
            study = Path(folder) / f"study-{number}"
            for part in ("config", "data/raw"):
                shutil.copytree(ROOT / part, study / part)
            times = (
                timed(sys.executable, "-m", "memcon.cli", "run", study, "--cores", "2"),
                timed(sys.executable, ROOT / "benchmarks" / "naive.py", study / "data/raw", Path(folder) / "naive.png"),
            )
            if number:
                ours.append(times[0])
                naive.append(times[1])
                print(f"run {number}: memcon {times[0]:.2f} s, naive {times[1]:.2f} s, ratio {times[0] / times[1]:.2f}")
    ratio = statistics.median(a / b for a, b in zip(ours, naive, strict=True))
    print(f"median: memcon {statistics.median(ours):.2f} s, naive {statistics.median(naive):.2f} s")
    print(f"median ratio {ratio:.2f} (bound {BOUND:g})")
    return int(ratio > BOUND)


if __name__ == "__main__":
    sys.exit(main())
