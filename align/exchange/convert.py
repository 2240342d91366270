"""One exchange format to another, unit by unit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from align.errors import InputError, OptionError
from align.exchange import LADDERS, format_of, load_format, moses
from align.exchange.streams import STANDARD, reading
from align.exchange.unit import Side, Unit
from align.exchange.words import tokenized, truecased
from align.files import keeping
from align.lines import Lines
from align.sentences.split import line_segments


@dataclass(frozen=True, slots=True)
class Converted:
    """How many units were read, and how many of them the other format could hold."""

    read: int
    written: int


def convert(
    source: Path,
    target: Path,
    *,
    from_format: str | None = None,
    to_format: str | None = None,
    texts: tuple[Path, Path] | None = None,
    tokenize: bool = False,
    truecase: bool = False,
) -> Converted:
    """Write the units of a file in another format; with an error the file that was there stays as it was.

    Args:
        source: the file to read.
        target: the file to write.
        from_format: a name in `align.exchange.FORMATS`; the ending of the file tells it if None.
        to_format: the same of the file to write.
        texts: both documents of a ladder, one segment a line.
        tokenize: whether to part the words, for Moses only.
        truecase: whether to part and to case them, for Moses only.

    Raises:
        OptionError: for an unknown format, or a ladder without its texts.
        InputError: a file cannot be read or written, which one that is read cannot, or a unit lacks what the format
            cannot do without.
    """
    from_format, to_format = format_of(source, from_format), format_of(target, to_format)
    reader, writer = load_format(from_format), load_format(to_format)
    if from_format in LADDERS and to_format not in LADDERS and texts is None:
        raise OptionError(f"{source}: expected the texts of a ladder, found none; give --source and --target")
    if (tokenize or truecase) and (to_format != "moses" or (truecase and source == STANDARD)):
        raise OptionError("expected --tokenize and --truecase with a file to read and --to moses; leave them out")

    def units() -> Iterator[Unit]:
        found = reader.read(source)
        found = found if texts is None else _with_texts(list(found), texts, source)
        return tokenized(found) if tokenize or truecase else found

    seen = count()
    read = moses.files_of(source).values() if from_format == "moses" else (source,)
    with keeping([*read, *(texts or ())]):
        written = writer.write(_counted(truecased(units) if truecase else units(), seen), target)
    return Converted(next(seen), written)


def _counted(units: Iterable[Unit], seen: Iterator[int]) -> Iterator[Unit]:
    for unit in units:
        next(seen)
        yield unit


def _with_texts(units: Sequence[Unit], texts: tuple[Path, Path], name: Path) -> Iterator[Unit]:
    """Yield the units of a ladder with their texts; those of blank lines are none."""
    lines = [_segments(path, _last(units, side), name) for side, path in enumerate(texts)]
    for unit in units:
        sides = tuple(_filled(side, lines[number], texts[number]) for number, side in enumerate(unit.sides))
        if any(side.text for side in sides):
            yield replace(unit, sides=sides)


def _segments(path: Path, wanted: int, name: Path) -> list[str]:
    """Return the segments that a ladder numbers: all lines, as ours and Vecalign do, or those not blank."""
    with reading(path) as stream:
        text = stream.read()
    places = Lines(text)
    lines = [""] * len(places)
    for segment in line_segments(text):
        lines[places.place(segment.chars.start).line - 1] = segment.text
    visible = [line for line in lines if line]
    for segments in (lines, visible):
        if len(segments) == wanted:
            return segments
    raise InputError(f"{path}: expected {wanted} lines as {name} numbers them, found {len(visible)} that are not blank")


def _last(units: Sequence[Unit], side: int) -> int:
    spans = (span for unit in units for span in (unit.sides[side].segments, *unit.sides[side].continued))
    return max((span.stop for span in spans if span), default=0)


def _filled(side: Side, lines: Sequence[str], document: Path) -> Side:
    spans = sorted(span for span in (side.segments, *side.continued) if span)
    chosen = [line for span in spans for line in lines[span.start : span.stop] if line]
    return replace(side, text=" ".join(chosen), texts=tuple(chosen), document=document.name)
