"""Encoder folders: a tiny sound one, and what may be wrong with one that comes from elsewhere."""

import hashlib
import json
import struct
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from eval.fuzz.harm import harmed

CARD, TABLE, PIECES = "card.json", "table.safetensors", "pieces.model"
_DIMENSIONS = 8
Files = dict[str, bytes]


def sound_folder() -> Files:
    """Return the files of an encoder of a few dozen pieces, with checksums on its card."""
    pieces = ["<unk>", "▁", *(f"▁{letter}" for letter in "abcdefghij"), *"abcdefghijklmnopqrstuvwxyzéœ.,"]
    random = Random(1)
    rows = bytes(random.randrange(256) for _ in range(len(pieces) * _DIMENSIONS))
    scales = struct.pack(f"<{len(pieces)}f", *(0.01 for _ in pieces))
    return with_card({TABLE: table(rows, scales, len(pieces)), PIECES: _model(pieces)})


def table(rows: bytes, scales: bytes, count: int, **about: Any) -> bytes:
    """Return a table as safetensors.

    Args:
        rows: int8 (count, 8).
        scales: float32 (count,).
        count: of pieces.
        about: what the header says of the rows, other than the truth.
    """
    end = len(rows)
    header = {
        "rows": {"dtype": "I8", "shape": [count, _DIMENSIONS], "data_offsets": [0, end], **about},
        "scales": {"dtype": "F32", "shape": [count], "data_offsets": [end, end + len(scales)]},
    }
    return _with_header(json.dumps(header).encode(), rows + scales)


def with_card(files: Mapping[str, bytes], /, **told: Any) -> Files:
    """Return the files with a card that tells the truth of them, but for what is told."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    card = {"name": "tiny", "revision": "1", "languages": ["en", "fr"], "bytes": sum(map(len, files.values()))}
    return {**files, CARD: json.dumps({**card, "files": sums, **told}).encode()}


def _scaled(value: float) -> Callable[[Files], Files]:
    """Return what makes a scale in the middle another number, on a card that agrees."""

    def harm(files: Files) -> Files:
        data = files[TABLE]
        return with_card({TABLE: data[:-40] + struct.pack("<f", value) + data[-36:], PIECES: files[PIECES]})

    return harm


def _lying(**about: Any) -> Callable[[Files], Files]:
    """Return what makes the header of the table say something else of the rows."""

    def harm(files: Files) -> Files:
        size = int.from_bytes(files[TABLE][:8], "little")
        header = json.loads(files[TABLE][8 : 8 + size])
        header["rows"] |= about
        told = _with_header(json.dumps(header).encode(), files[TABLE][8 + size :])
        return with_card({TABLE: told, PIECES: files[PIECES]})

    return harm


def _carded(**told: Any) -> Callable[[Files], Files]:
    """Return what makes the card say something else."""
    return lambda files: with_card({TABLE: files[TABLE], PIECES: files[PIECES]}, **told)


def _raw(name: str, change: Callable[[bytes], bytes]) -> Callable[[Files], Files]:
    """Return what changes the bytes of a file, and tells the card nothing."""
    return lambda files: {**files, name: change(files[name])}


def _without(name: str) -> Callable[[Files], Files]:
    return lambda files: {other: data for other, data in files.items() if other != name}


# Each makes a folder that must be refused.
HARMS: dict[str, Callable[[Files], Files]] = {
    "a scale that is no number": _scaled(float("nan")),
    "an infinite scale": _scaled(float("inf")),
    "a scale below all": _scaled(float("-inf")),
    "a scale near the largest": _scaled(3e38),
    "a negative scale": _scaled(-1.0),
    "rows of another shape": _lying(shape=[8, 42]),
    "rows of three dimensions": _lying(shape=[42, 4, 2]),
    "rows without numbers": _lying(shape=[42, 0]),
    "a shape whose product overflows": _lying(shape=[2**32, 2**32]),
    "a shape with a huge number": _lying(shape=[10**400, 8]),
    "a negative shape": _lying(shape=[-42, -8]),
    "a shape of fractions": _lying(shape=[42.0, 8]),
    "offsets behind the end": _lying(data_offsets=[10**9, 10**9 + 336]),
    "negative offsets": _lying(data_offsets=[-336, 0]),
    "offsets in the wrong order": _lying(data_offsets=[336, 0]),
    "offsets that are words": _lying(data_offsets=["0", "336"]),
    "three offsets": _lying(data_offsets=[0, 336, 1]),
    "numbers of another kind": _lying(dtype="F16"),
    "a kind that nobody knows": _lying(dtype=["I8"]),
    "a header longer than the file": _raw(TABLE, lambda data: (2**62).to_bytes(8, "little") + data[8:]),
    "a header nested too deeply": _raw(TABLE, lambda data: _with_header(b"[" * 200_000, data)),
    "a table cut off": _raw(TABLE, lambda data: data[:-100]),
    "an empty table": _raw(TABLE, lambda _: b""),
    "another table of the same size": _raw(TABLE, lambda data: data[:-1] + bytes([data[-1] ^ 1])),
    "another vocabulary of the same size": _raw(PIECES, lambda data: data.replace("é".encode(), "ö".encode())),
    "an empty vocabulary": lambda files: with_card({TABLE: files[TABLE], PIECES: b""}),
    "no vocabulary": lambda files: with_card({TABLE: files[TABLE], PIECES: b"\x7f" * len(files[PIECES])}),
    "fewer pieces than rows": lambda files: with_card({TABLE: files[TABLE], PIECES: _model(["<unk>", "▁", "a"])}),
    "a card nested too deeply": _raw(CARD, lambda _: b"[" * 200_000 + b"]" * 200_000),
    "a card of megabytes": _raw(CARD, lambda data: data[:-1] + b" " * 2**21 + b"}"),
    "a card that is no UTF-8": _raw(CARD, lambda data: data.replace(b"tiny", b"\xff\xfe\xff\xfe")),
    "a name that drives a terminal": _carded(name="\x1b[31mtiny"),
    "a revision of a megabyte": _carded(revision="1" * 500_000),
    "languages that are lists": _carded(languages=[["en"]]),
    "bytes beyond all": _carded(bytes=10**400),
    "bytes that are a list": _carded(bytes=[1]),
    "checksums of other files": _carded(files={"../../etc/passwd": "0"}),
    "checksums that are none": _carded(files=["x"]),
    "no table": _without(TABLE),
    "no pieces": _without(PIECES),
    "no card": _without(CARD),
}


def hostile_folder(random: Random) -> Files:
    """Return a folder that is sound, or has something wrong with it that is listed here, or bytes broken anywhere."""
    files, chance = sound_folder(), random.random()
    if chance < 0.2:
        return files
    if chance < 0.6:
        return random.choice(list(HARMS.values()))(files)
    name = random.choice(list(files))
    broken = harmed(random, files[name])
    if name == CARD:
        return {**files, CARD: broken}
    return with_card({other: broken if other == name else files[other] for other in (TABLE, PIECES)})


def _with_header(header: bytes, data: bytes) -> bytes:
    return len(header).to_bytes(8, "little") + header + data


def _model(pieces: list[str]) -> bytes:
    """Return a SentencePiece model of these pieces, the first of which stands for what is unknown."""
    out = b""
    for number, piece in enumerate(pieces):
        name = piece.encode()
        kind = b"" if number else b"\x18\x02"
        record = b"\x0a" + bytes([len(name)]) + name + b"\x15" + struct.pack("<f", -float(number)) + kind
        out += b"\x0a" + bytes([len(record)]) + record
    return out
