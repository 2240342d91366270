"""Numba without what it looks for: only in a process of its own, and nothing else is missing afterwards."""

import subprocess
import sys

_PROGRAM = """
import sys
from align.lattice.alone import import_numba, let_numba_be_alone

let_numba_be_alone()
import_numba()
assert "numba" in sys.modules
assert not {"scipy", "cffi", "yaml"} & sys.modules.keys()
import scipy.special
import numpy as np
from align.lattice.outer import _trace, full_band

level, starts = np.zeros(9, dtype=np.float32), np.arange(0, 10, 3)
assert _trace(level, full_band(2, 2), starts, level, np.zeros((5, 2), dtype=np.int32)) == 3
print("done")
"""


def test_what_numba_does_without_can_be_imported_afterwards() -> None:
    """And kernels run, compiled now or kept."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout, done.returncode) == ("done\n", 0), done.stderr
