"""How long the embedded encoder takes to load, in a process of its own that has imported numpy and nothing of ours.

import    the modules of the encoder
load      `load_encoder()`: card and sizes checked, table mapped, the vocabulary being read by another thread
encode    the first sentence: what is left of reading the vocabulary when the caller has nothing else to do meanwhile

The answer is one line of JSON on stdout, in seconds.
"""

import json
import sys
from time import perf_counter

import numpy as np


def main() -> None:
    """Load the encoder and encode a sentence."""
    np.zeros(1)
    times = [perf_counter()]
    from align.encoding import load_encoder

    times.append(perf_counter())
    encoder = load_encoder()
    times.append(perf_counter())
    encoder.encode(["The harbour is closed because of the storm."])
    times.append(perf_counter())
    steps = zip(("import", "load", "encode"), times[1:], times, strict=False)
    sys.stdout.write(json.dumps({name: end - start for name, end, start in steps}) + "\n")


if __name__ == "__main__":
    main()
