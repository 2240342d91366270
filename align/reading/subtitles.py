"""Subtitles (SubRip and WebVTT): what is said, without numbers, times, settings and styles.

The two formats differ in their heads only. Files are often damaged, and no line may be lost over that: a cue goes from
its times to those of the next one, whatever blank lines are in it. `cues.py` tells which cues go on.
"""

import html
import re
from collections.abc import Iterator

from align.errors import InputError
from align.reading.assemble import assemble
from align.reading.blocks import Reading
from align.reading.cues import Cue, join_cues
from align.reading.encodings import decode


def read(data: bytes, *, name: str, encoding: str | None) -> Reading:
    """Read subtitles."""
    decoded = decode(data, name=name, encoding=encoding)
    lines = decoded.text.split("\n")
    if not any(_TIMES.match(line) for line in lines):
        raise InputError(f"{name}: expected subtitles, found no line of times such as 00:00:01,000 --> 00:00:02,000")
    text, blocks = assemble(join_cues(list(_cues(lines))))
    return Reading(text, blocks, language=_language(lines), encoding=decoded.encoding, warnings=decoded.warnings)


_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[,.:](\d{1,3}))?"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*--?>[ \t]*{_CLOCK}(?![\d:])[^\n]*")
_NUMBER = re.compile(r"\s*\d{1,9}\s*")
# Parts of WebVTT that are not shown: each runs to the next blank line.
_UNSHOWN = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
_LANGUAGE = re.compile(r"Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})[ \t]*")


def _language(lines: list[str]) -> str:
    """Return the language that the head of WebVTT tells; empty for none."""
    if not lines[0].startswith("WEBVTT"):
        return ""
    head = lines[: lines.index("")] if "" in lines else lines
    return next((found[1] for line in head if (found := _LANGUAGE.fullmatch(line))), "")


def _cues(lines: list[str]) -> Iterator[Cue]:
    """Yield the cues; what stands before the first one of a file without a head is one, too."""
    places = [number for number, line in enumerate(lines) if _TIMES.match(line)]
    rolling = any(_STAMP.search(line) for line in lines)
    before = [] if lines[0].startswith("WEBVTT") else _text_lines(_without_next(lines[: places[0]]))
    if before:
        yield Cue(0.0, 0.0, tuple(before))
    shown: tuple[str, ...] = ()
    for place, stop in zip(places, [*places[1:], len(lines)], strict=True):
        start, end = _seconds(lines[place])
        said = tuple(_text_lines(_without_next(lines[place + 1 : stop], last=stop == len(lines))))
        # Captions made while somebody speaks show each line twice: as it comes, and above the next one.
        fresh = said[1:] if rolling and said and said[0] in shown[-1:] else said
        shown = said or shown
        if fresh:
            yield Cue(start, end, fresh)


def _without_next(lines: list[str], *, last: bool = False) -> list[str]:
    """Return the lines from one line of times to another without the number or the name of the cue that follows."""
    if last or not lines or not lines[-1].strip():
        return lines
    alone = len(lines) > 1 and not lines[-2].strip()
    return lines[:-1] if alone or _NUMBER.fullmatch(lines[-1]) else lines


def _text_lines(lines: list[str]) -> Iterator[str]:
    """Yield the visible lines of a cue as they are shown."""
    unshown = False
    for number, line in enumerate(lines):
        starts = number > 0 and not lines[number - 1].strip()
        unshown = bool(line.strip()) and (unshown or (starts and _UNSHOWN.fullmatch(line) is not None))
        if not unshown:
            yield from filter(None, map(str.strip, plain_text(line).split("\n")))


def _seconds(line: str) -> tuple[float, float]:
    found = _TIMES.match(line)
    parts = [int(part or 0) for part in found.groups()] if found else [0] * 8
    start, end = ((60 * h + m) * 60 + s + ms / 1000 for h, m, s, ms in (parts[:4], parts[4:]))
    return start, end


_STAMP = re.compile(r"<\d{1,4}:\d\d[\d:.]{0,9}>")
_RUBY = re.compile(r"<rt>[^<]{0,200}</rt>")
_STYLE = re.compile(
    r"</?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|span)\b[^<>\n]{0,300}>|\{\\[^{}\n]{0,300}\}", re.IGNORECASE
)
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,100})?[ \t]+([^<>\n]{1,200})>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s{0,9}/?>|\\N", re.IGNORECASE)


def plain_text(line: str) -> str:
    r"""Return a line of a cue as it is shown; who speaks stands before it, on a line of its own.

    >>> plain_text("<v Ann><i>Come &amp; see.</i>{\\an8}")
    '[Ann]:\nCome & see.'
    """
    line = _RUBY.sub("", _STAMP.sub("", line))
    line = _VOICE.sub(lambda voice: f"\n[{html.unescape(voice[1]).strip()}]:\n", line)
    line = html.unescape(_STYLE.sub("", _BREAK.sub("\n", line)))
    return line.replace("\\h", "\u00a0").strip("\n")
