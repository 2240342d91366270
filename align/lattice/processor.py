"""Which processor kernels are compiled for.

Sums of a kernel may be reordered, and how depends on the processor that it is compiled for. So that results are the
same on all, and kernels that were compiled elsewhere can be used, that is one of ten years ago (x86-64-v3: AVX2, FMA),
whose instructions nearly all have. Where one has not, or numba was told another, it is compiled for what is there.
"""

import os
import platform
import sys
from functools import cache
from pathlib import Path

# Whether kernels are linked here; elsewhere numba loads what it has compiled.
LINKS = sys.platform == "linux" and platform.machine() == "x86_64" and sys.implementation.name == "cpython"
BASELINE = "x86-64-v3"  # as LLVM and the ABI of x86-64 call it
_FLAGS = frozenset("avx avx2 bmi1 bmi2 f16c fma abm movbe xsave cx16 lahf_lm popcnt pni ssse3 sse4_1 sse4_2".split())
# What may be told to numba that does not change code.
_HARMLESS = ("CACHE_DIR", "NUM_THREADS", "THREADING_LAYER", "THREADING_LAYER_PRIORITY")


@cache
def has_baseline() -> bool:
    """Return whether kernels are compiled for `BASELINE` here."""
    told = {name for name, _ in told_to_numba()}
    return LINKS and not told & {"NUMBA_CPU_NAME", "NUMBA_CPU_FEATURES", "NUMBA_ENABLE_AVX"} and _flags() >= _FLAGS


@cache
def told_to_numba() -> tuple[tuple[str, str], ...]:
    """Return the variables of the environment that may change what numba compiles, by name."""
    known = {f"NUMBA_{name}" for name in _HARMLESS}
    return tuple(
        sorted((name, os.environ[name]) for name in os.environ if name.startswith("NUMBA_") and name not in known)
    )


def _flags() -> frozenset[str]:
    """Return the instructions that the processor has and the system allows, as Linux calls them."""
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
            return next((frozenset(line.split()) for line in lines if line.startswith("flags")), frozenset())
    except OSError:
        return frozenset()
