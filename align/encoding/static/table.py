"""The rows of an encoder, mapped into memory: only what is looked up is ever read from the disk.

The file is safetensors: eight bytes with the length of the header, the header in JSON, the numbers. Whoever made the
file may have lied about all of it, so nothing is believed that has not been compared with its size.
"""

import json
from math import prod
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.lattice.arrays import Bytes, Floats

LARGEST_SCALE = 1e6  # sums over the longest document stay finite with it, and so do the squares of these sums
_TYPES: dict[str, Any] = {
    "I8": np.int8,
    "U8": np.uint8,
    "U16": np.uint16,
    "U32": np.uint32,
    "U64": np.uint64,
    "F32": np.float32,
}
_LONGEST_HEADER = 2**20  # bytes; ours have two hundred
_MOST_DIMENSIONS = 4096


def map_table(path: Path) -> tuple[Bytes, Floats]:
    """Return the rows int8 (v, d) and their scales float32 (v,), which are finite and not negative.

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it holds something else.
    """
    rows, scales = map_tensors(path, "rows", "scales")
    if rows.dtype != np.int8 or rows.ndim != 2 or scales.dtype != np.float32 or scales.shape != rows.shape[:1]:
        found = f"{rows.dtype} {rows.shape} and {scales.dtype} {scales.shape}"
        raise ValueError(f"rows and scales of another kind in {path.name}: {found}")
    if not 0 < rows.shape[1] <= _MOST_DIMENSIONS or not len(rows):
        raise ValueError(f"{len(rows)} rows of {rows.shape[1]} numbers in {path.name}, not 1 to {_MOST_DIMENSIONS}")
    within = (scales >= 0.0) & (scales <= LARGEST_SCALE)  # false of what is no number
    if not within.all():
        row = int(within.argmin())
        raise ValueError(f"a scale that is not from 0 to {LARGEST_SCALE:g} in {path.name}: {scales[row]} of row {row}")
    return rows, scales


def map_tensors(path: Path, *names: str) -> list[NDArray[Any]]:
    """Return the arrays of a file by their names.

    Args:
        path: of the file.
        *names: of the arrays; the file may have others.

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it holds something else.
    """
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = file.read(size) if size <= min(path.stat().st_size, _LONGEST_HEADER) else b""
        data = mmap(file.fileno(), 0, access=ACCESS_READ) if header else b""
    try:
        tensors: dict[str, Any] = json.loads(header)
        return [_tensor(data, 8 + size, tensors[name]) for name in names]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no {' and '.join(names)} in {path.name} ({error})") from None


def _tensor(data: mmap | bytes, start: int, about: dict[str, Any]) -> NDArray[Any]:
    """Return one array of a file; `start` is where its header ends."""
    dtype, shape, (first, last) = np.dtype(_TYPES[about["dtype"]]), about["shape"], about["data_offsets"]
    if not all(type(number) is int and 0 <= number <= len(data) for number in (first, last, *shape)):
        raise ValueError("shapes and places that are no numbers within the file")
    if not first <= last <= len(data) - start:
        raise ValueError(f"bytes from {first} to {last} of {len(data) - start}")
    if prod(shape) * dtype.itemsize != last - first:
        raise ValueError(f"{last - first} bytes for the shape {shape}")
    return np.frombuffer(data, dtype=dtype, count=prod(shape), offset=start + first).reshape(shape)
