"""Kernels that were compiled before versalign was packed: where they can be used, nobody waits for a compiler.

One file of the package has all that the command needs, for the processor that most have (`align.lattice.processor`).
They are used on Linux on x86-64 where the sources are those that the file was made from and numba is of the series that
made it; for every other case the compiler is there. `python -m eval.kernels` makes the file.

The file: 64 hexadecimal digits, the digest of what follows; compressed, one line of JSON (`Shipped`), and the code.
"""

import hashlib
import json
import logging
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from align.lattice.kept import PACKAGE
from align.lattice.linking import layout, link, numba_version
from align.lattice.native import Kind, name_of, words_of
from align.lattice.objects import Image
from align.lattice.processor import has_baseline, told_to_numba

LOG = logging.getLogger(__name__)
FILE = Path(__file__).with_name("kernels.bin")
_DIGITS = 64


class Shipped(NamedTuple):
    """What the file says of its kernels.

    Attributes:
        sources: the files that they were made from, below the package.
        digest: of these, of `digest_sources`.
        numba: its version; in another series its objects may differ.
        llvmlite: its version; another one may make other code of the same sources, which does the same.
        layout: where numba's objects have what compiled code reads.
        kernels: name, kind of arguments, where its code begins and ends, and the rest of its `Image`.
    """

    sources: list[str]
    digest: str
    numba: str
    llvmlite: str
    layout: dict[str, int]
    kernels: list[tuple[str, list[str], int, int, dict[str, Any]]]


def load_shipped(function: Callable[..., Any], kind: Kind) -> Callable[..., Any] | None:
    """Return a kernel that came with the package, ready to be called; None where there is none that can be used here.

    Args:
        function: the kernel as it is written.
        kind: of its arguments, of `kind_of`.
    """
    image = shipped_kernels().get((name_of(function), *words_of(kind)))
    try:
        return link(function, image) if image is not None else None
    except (OSError, ValueError, AttributeError, ImportError) as error:
        LOG.debug("%s is not linked: %s", function.__qualname__, error)
        return None


@cache
def shipped_kernels() -> dict[tuple[str, ...], Image]:
    """Return the kernels that came with the package, by name and kind of arguments; none where they cannot be used."""
    if not has_baseline() or told_to_numba():
        return {}
    try:
        shipped, code = read_shipped(FILE)
        if reason := _misfit(shipped):
            LOG.debug("the kernels of the package are not used: %s", reason)
            return {}
        return {(name, *kind): Image(code[start:end], **rest) for name, kind, start, end, rest in shipped.kernels}
    except (FileNotFoundError, ImportError) as error:
        LOG.debug("the kernels of the package are not used: %s", error)
    except (OSError, ValueError, TypeError, zlib.error) as error:
        LOG.warning("%s is damaged, so kernels are compiled anew, which takes longer; install versalign again", FILE)
        LOG.debug("the kernels of the package are not used: %s", error)
    return {}


def read_shipped(path: Path) -> tuple[Shipped, bytes]:
    """Return what a file of kernels says, and their code.

    Args:
        path: of the file.

    Raises:
        ValueError: it is not whole.
    """
    content = path.read_bytes()
    if hashlib.sha256(content[_DIGITS:]).hexdigest().encode("ascii") != content[:_DIGITS]:
        raise ValueError(f"{path} is not whole")
    head, _, code = zlib.decompress(content[_DIGITS:]).partition(b"\n")
    return Shipped(**json.loads(head)), code


def write_shipped(path: Path, shipped: Shipped, code: bytes) -> None:
    """Write a file of kernels.

    Args:
        path: of the file.
        shipped: what it says.
        code: of all kernels.
    """
    packed = zlib.compress(json.dumps(shipped._asdict(), separators=(",", ":")).encode("ascii") + b"\n" + code, 9)
    path.write_bytes(hashlib.sha256(packed).hexdigest().encode("ascii") + packed)


def digest_sources(sources: Iterable[str]) -> str:
    """Return the hexadecimal digest of source files.

    Args:
        sources: their paths below the package.

    Raises:
        OSError: one cannot be read.
    """
    total = hashlib.sha256()
    for source in sources:
        content = (PACKAGE / source).read_bytes()
        total.update(f"{source}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _misfit(shipped: Shipped) -> str | None:
    """Return why kernels cannot be used here."""
    series = shipped.numba.rpartition(".")[0]
    if f'"version": "{series}.' not in numba_version():
        return f"they were compiled by numba {series}"
    if layout() != shipped.layout:
        return "numba's objects are laid out in another way"
    if digest_sources(shipped.sources) != shipped.digest:
        return "they were compiled from other sources"
    return None
