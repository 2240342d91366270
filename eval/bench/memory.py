"""How much memory a process has used at most."""

import sys
from pathlib import Path


def peak_memory() -> float:
    """Return the highest memory of this process so far, in MiB; NaN where the system does not tell."""
    status = Path("/proc/self/status")
    if status.is_file():
        # That of getrusage may be the parent's: Linux carries it over when a program starts another one.
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        for line in lines:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:
        return float("nan")
    return _in_mebibytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peak_memory_of_children() -> float:
    """Return the highest memory of the largest process that this one has started and that has ended, in MiB, or NaN."""
    try:
        import resource
    except ImportError:
        return float("nan")
    return _in_mebibytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def _in_mebibytes(used: int) -> float:
    return used / 1024**2 if sys.platform == "darwin" else used / 1024
