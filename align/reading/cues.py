"""Cues of subtitles to blocks: a sentence that runs over several is whole, and who speaks is not said in it.

A cue goes on in the next one unless a pause, a dash of dialogue, another speaker or a sign in capitals parts them;
where its sentences end is left to the sentence rules.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.bitext import Role
from align.reading.assemble import Piece


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from one time to another, in seconds."""

    start: float
    stop: float
    lines: tuple[str, ...]


def join_cues(cues: Sequence[Cue]) -> Iterator[Piece]:
    """Yield the blocks of cues in order; who speaks, and sounds in square brackets, are furniture.

    Args:
        cues: in the order of their file.
    """
    names = _speakers(cues)
    block: list[str] = []
    stop, speaker = 0.0, ""
    for cue in cues:
        for number, line in enumerate(cue.lines):
            label, said = _parted(line, names)
            if label == speaker:
                label = ""  # the same person goes on
            elif label.endswith(":"):
                speaker = label
            pause = cue.start - stop if number == 0 else 0.0
            if block and (label or (said and not _goes_on(block[-1], said, pause))):
                yield Piece("\n".join(block), Role.BODY)
                block = []
            if label:
                yield Piece(label, Role.FURNITURE)
            if said:
                block.append(said)
        stop = cue.stop
    yield Piece("\n".join(block), Role.BODY)


# A speaker takes breath; a scene that ends without a stop is followed by a longer pause.
_LONG_PAUSE = 3.0
_DASH = re.compile(r"[-–—‐‑―]\s{0,3}[^\W\d_]|[-–—‐‑―]\s{0,3}[\"“«¿¡]|>>")
_TRAILING = re.compile(r"(?:\.{2,}|…|[-–—,;:،、])\s{0,3}$")
_OPENING = re.compile(r"\s{0,3}(?:\.{2,}|…)")
_MUSIC = frozenset("♪♫♬")


def _goes_on(before: str, line: str, pause: float) -> bool:
    """Tell whether a line goes on with what was said before it, or may at least stand in one block with it."""
    if _DASH.match(line) or _MUSIC & {before[0], before[-1], line[0]}:
        return False
    if _is_sign(before) != _is_sign(line):
        return False
    small = line[0].islower() or _OPENING.match(line) or _TRAILING.search(before)
    return bool(small) or pause < _LONG_PAUSE


def _is_sign(line: str) -> bool:
    """Tell whether a line is written in capitals, as signs, titles and places are."""
    return line.isupper() and sum(map(str.isalpha, line)) > 1


_BRACKETS = re.compile(r"[-–—]?\s?(\[[^\[\]]{1,120}\])\s{0,3}:?\s?")
_CAPITALS = re.compile(r"[-–—]?\s?([^\W\d_][\w.'’ #-]{1,30}):\s")
_LONGEST_NAME = 3


def _speakers(cues: Sequence[Cue]) -> frozenset[str]:
    """Return what stands before a colon at the beginning of several lines, each word with a capital: a name."""
    found = (match[1] for cue in cues for line in cue.lines if (match := _CAPITALS.match(line)))
    counts = Counter(name for name in found if all(word[:1].isupper() for word in name.split()))
    return frozenset(name for name, count in counts.items() if count > 1 and len(name.split()) <= _LONGEST_NAME)


def _parted(line: str, names: frozenset[str]) -> tuple[str, str]:
    """Return who speaks, or which sound is heard, and what is said; the first is empty for neither."""
    bracket = _BRACKETS.match(line)
    if bracket:
        return bracket[0].strip(), line[bracket.end() :]
    name = _CAPITALS.match(line)
    rest = line[name.end() :] if name else ""
    if name and (name[1] in names or (name[1].isupper() and not _is_sign(rest))):
        return name[0].strip(), rest
    return "", line
