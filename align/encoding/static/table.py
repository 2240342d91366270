"""The rows of an encoder, mapped into memory: only what is looked up is ever read from the disk.

The file is safetensors: eight bytes with the length of the header, the header in JSON, the numbers.
"""

import json
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.lattice.arrays import Bytes, Floats

_TYPES: dict[str, Any] = {"I8": np.int8, "F32": np.float32}


def map_table(path: Path) -> tuple[Bytes, Floats]:
    """Return the rows int8 (v, d) and their scales float32 (v,).

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it holds something else.
    """
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = file.read(size) if size <= path.stat().st_size else b""
        data = mmap(file.fileno(), 0, access=ACCESS_READ) if header else b""
    try:
        tensors: dict[str, Any] = json.loads(header)
        rows, scales = (_tensor(data, 8 + size, tensors[name]) for name in ("rows", "scales"))
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"no rows and scales in {path.name} ({error})") from None
    if rows.dtype != np.int8 or rows.ndim != 2 or scales.dtype != np.float32 or scales.shape != rows.shape[:1]:
        found = f"{rows.dtype} {rows.shape} and {scales.dtype} {scales.shape}"
        raise ValueError(f"rows and scales of another kind in {path.name}: {found}")
    return rows, scales


def _tensor(data: mmap | bytes, start: int, about: dict[str, Any]) -> NDArray[Any]:
    """Return one array of a file; `start` is where its header ends."""
    first, last = about["data_offsets"]
    shape = tuple(int(length) for length in about["shape"])
    flat = np.frombuffer(data, dtype=_TYPES[about["dtype"]], count=int(np.prod(shape)), offset=start + int(first))
    if flat.nbytes != last - first:
        raise ValueError(f"{last - first} bytes for the shape {shape}")
    return flat.reshape(shape)
