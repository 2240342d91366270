"""The naive Bayes model of languages, unpacked once for each user.

The package `py3langid` (Lui and Baldwin 2012; trained anew by A. Barbaresi) ships it packed by LZMA, which takes longer
to unpack than a pair of articles takes to align. What was unpacked is kept in the user's cache; its parts have
checksums, and one that is torn is unpacked again. Where nothing can be written, every run unpacks it.
"""

import lzma
import secrets
import zipfile
from array import array
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.lattice.kept import user_cache

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

PACKAGE = "py3langid"
_CODES = {2: "H", 4: "I"}  # of arrays of so many bytes a number


@cache
def language_model() -> "LanguageIdentifier":
    """Return the model, loaded once."""
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    packed, home = Path(MODEL_DIR) / MODEL_FILE, user_cache()
    if home is None:
        return LanguageIdentifier.from_model_file(packed, norm_probs=True)
    kept = home / "versalign" / f"languages-{version(PACKAGE)}-{packed.stat().st_size}.npz"
    try:
        return _load(kept)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        _unpack(packed, kept)
        return LanguageIdentifier.from_model_file(packed, norm_probs=True)


def _load(path: Path) -> "LanguageIdentifier":
    """Return the model of an unpacked file, as the package itself puts it together."""
    import numpy as np
    from py3langid.langid import LanguageIdentifier

    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        moves, rows = (_flat(data[name]) for name in ("nextmove", "nextmove_row"))
        classes, outputs = data["classes"].tolist(), data["out_feat"].tolist()
        return LanguageIdentifier(data["ptc"], data["pc"], classes, moves, outputs, norm_probs=True, tk_row=rows)


def _flat(numbers: Any) -> "array[int]":
    """Return an array of numpy as one of Python, which is read faster number by number."""
    flat = array(_CODES[numbers.dtype.itemsize])
    flat.frombytes(numbers.tobytes())
    return flat


def _unpack(packed: Path, kept: Path) -> None:
    """Write what is unpacked, whole or not at all."""
    fresh = kept.with_suffix(f".{secrets.token_hex(8)}")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_bytes(lzma.decompress(packed.read_bytes()))
            fresh.replace(kept)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError:
        return
