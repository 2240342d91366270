"""`python -m eval.fuzz`: run cases by number, and print each fault with the command that repeats it alone."""

import argparse
import sys
from time import monotonic

from eval.fuzz.work import Fault, run_cases


def main() -> int:
    """Run the cases; return 1 if there is a fault."""
    parser = argparse.ArgumentParser(prog="python -m eval.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="cases to run")
    parser.add_argument("--seed", type=int, default=1, help="of the cases")
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--only", type=int, default=None, metavar="K", help="run one case alone")
    given = parser.parse_args()
    numbers = range(given.first, given.first + given.count) if given.only is None else [given.only]
    begun, faults = monotonic(), 0
    for told in run_cases(given.seed, numbers):
        if isinstance(told, Fault):
            faults += 1
            print(f"FAULT {told.reason}\n  of {' '.join(map(ascii, told.step))}")  # noqa: T201
            print(f"  again: python -m eval.fuzz --seed {given.seed} --only {told.number}", flush=True)  # noqa: T201
    print(f"{len(numbers)} cases, {faults} faults, {monotonic() - begun:.1f} s")  # noqa: T201
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
