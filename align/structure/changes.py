"""What is different between two elements that correspond, in words, and what is no loss although it is missing."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from align.bitext import Alignment, Document, Structure
from align.structure.addresses import address_key, is_local, is_same_address
from align.structure.code import changed_lines, code_lines
from align.structure.places import Placed

_SHOWN = 60  # characters of a value in a message
_ESCAPED = re.compile("%(?:20|22|3C|3E|7B|7D)")  # what a parser of Markdown escapes in a macro


@dataclass(frozen=True, slots=True)
class Change:
    """A difference: the words that say it, and whether it is more than a matter of form."""

    words: str
    grave: bool = True


def change_of(
    alignment: Alignment, source: Placed, target: Placed, languages: tuple[str, ...], shift: int = 0
) -> Change | None:
    """Return what was changed, None for nothing that a translation has to keep.

    Args:
        alignment: of the documents that the elements are in.
        source: an element.
        target: what corresponds to it.
        languages: primary tags of both versions.
        shift: how many levels deeper the headings of the target usually are.
    """
    values = source.element.value, target.element.value
    match source.element.kind:
        case Structure.HEADING:
            levels = [int(value) if value.isdecimal() else 0 for value in values]
            return None if levels[1] - levels[0] == shift else Change(f"has level {levels[0]} and {levels[1]}")
        case Structure.ROW:
            return None if values[0] == values[1] else Change(f"has {values[0]} cells and {values[1]}")
        case Structure.CODE | Structure.INLINE:
            return _change_of_code(_text(alignment.source, source), _text(alignment.target, target), values[0])
        case Structure.LINK | Structure.IMAGE:
            return _change_of_address(*values, languages, image=source.element.kind is Structure.IMAGE)
        case _:
            same = [" ".join(address_key(part, languages) for part in value.lower().split()) for value in values]
            return None if same[0] == same[1] else Change(f"is {shown(values[0])} and {shown(values[1])}")


def usual_shift(pairs: Sequence[tuple[Placed, Placed]]) -> int:
    """Return by how much the levels of headings usually differ, where most differ in the same way; else 0."""
    shifts = Counter(
        int(two.element.value) - int(one.element.value)
        for one, two in pairs
        if one.element.value.isdecimal() and two.element.value.isdecimal()
    )
    common = shifts.most_common(1)
    return common[0][0] if common and 2 * common[0][1] > len(pairs) else 0


def is_excused(alignment: Alignment, source: Placed | None, target: Placed | None) -> bool:
    """Tell whether what is missing is there in another way.

    The title may stand in the head of a file instead of in a heading; code in a sentence may have lost its marks only.

    Args:
        alignment: of the documents.
        source: an element that the target has not; None for one of the target.
        target: an element that the source has not.
    """
    placed = source or target
    if placed is None:
        return True
    here, there = (alignment.source, alignment.target) if source else (alignment.target, alignment.source)
    if placed.element.kind is Structure.HEADING and placed.element.value == "1":
        levels = {it.value for it in there.structure or () if it.kind is Structure.HEADING}
        return bool(there.meta.title) and "1" not in levels
    if placed.element.kind is Structure.INLINE:
        bead = alignment.beads[placed.bead]
        return _text(here, placed) in there.text_over(bead.target if source else bead.source)
    return False


def shown(value: str) -> str:
    """Return a value on one line, shortened for a message."""
    value = " ".join(value.split())
    return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"


def _text(document: Document, placed: Placed) -> str:
    return document.text[placed.element.chars.start : placed.element.chars.stop]


def _change_of_code(source: str, target: str, language: str) -> Change | None:
    lines = changed_lines(code_lines(source, language), code_lines(target, language))
    if not lines:
        return None
    one, other = (f"`{shown(line)}`" if line else "nothing" for line in lines[0])
    more = f", and {len(lines) - 1} more" if len(lines) > 1 else ""
    words = all(part.replace(" ", "").isalpha() for part in lines[0])
    return Change(f"says {one} and {other}{more}", grave=not words or "\n" in source)


def _change_of_address(source: str, target: str, languages: tuple[str, ...], *, image: bool) -> Change | None:
    if is_same_address(source, target, languages) or (image and not (source and target)):
        return None
    ends = [address_key(value, languages).rpartition("/")[2] for value in (source, target)]
    if image and ends[0] == ends[1]:
        return None
    verb = "shows" if image else "leads to"
    both = is_local(source) and is_local(target)
    return Change(f"{verb} {_shown_address(source)} and {_shown_address(target)}", grave=not both)


def _shown_address(address: str) -> str:
    """Return an address for a message: a macro in it as the author wrote it."""
    macro = "%7B%7B" in address
    return shown(_ESCAPED.sub(lambda escape: unquote(escape[0]), address) if macro else address)
