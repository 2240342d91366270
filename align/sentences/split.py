"""Cut texts into sentences, as half-open character spans of the text itself.

1. A blank line always ends a sentence; a single newline is a space (hard-wrapped prose). Thai, Lao and Khmer, which
   write no full stop or leave it out, end a sentence at a newline or at two spaces, too.
2. Every run of closing punctuation, with the quotation marks and brackets that close behind it, is a candidate.
   What closes belongs to the sentence before. Scripts with a stop of their own (。؟۔।։።) need no space behind it.
3. Rules refuse candidates: the sentence goes on with a small letter or a comma (so a quotation and its reporting clause
   are one sentence), the stop belongs to an abbreviation, an initial, an ordinal or the number of a list item.
4. Several sentences within one quotation are several segments; in Chinese and Japanese, too, 。” ends a sentence unless
   a reporting clause or a particle follows (“…。”他说。 and 「…。」と彼は言った。 are one). Which straight quotation
   marks open is told by what is beside them, else by counting (`quotes`).

There is no statistics in it: the same text always gives the same segments. What a language needs is in `abbreviations`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from align.bitext import Role, Segment, Span
from align.flow import flow
from align.language import primary_language
from align.ledger import is_blank
from align.lines import line_bounds
from align.reading.blocks import Block
from align.sentences.abbreviations import habits
from align.sentences.glued import begins_glued, is_note_mark
from align.sentences.quotes import curl_quotes
from align.sentences.stops import BRACKETS, ENUMERATOR, NUMBER_LINE, POINT, Place, closes_sentence, is_within_sentence

_OWN_STOPS = "。！？｡．؟۔।॥։።፧፨။។៕"
_STOPS = ".!?…‥‼⁇⁈⁉‽\u037e" + _OWN_STOPS
_NO_STOPS = {"th": "!?", "lo": "!?", "km": "!?។៕"}  # and which ends a sentence nevertheless
_AND_SO_ON = "ល។"  # Khmer, behind a first stop
_EXTRA_STOPS = {"el": ";", "hy": ":"}
_BREAK = re.compile(r"\n[^\S\n]*\n|[\u2029\f]")
_BREAK_WITHOUT_STOPS = re.compile(r"\n|[^\S\n]{2}|[\u2029\f]")

_CLOSING = r"”’»›)\]}）］｝」』】〕〉》〗*_\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ENDS_HERE = r"(?=[\s.,;:!?)\]»”’\[¹²³⁰⁴-⁹]|\d{1,3}\s|\Z)"
# Of a note; one in plain digits is told from the fraction of a number and the like by `is_note_mark`.
_MARK = r"(?:\[[^\[\]\n]{1,20}\]|\(\d{1,3}\)|[ \u00a0\u202f]?[¹²³⁰⁴-⁹]{1,3}(?:[,–-][¹²³⁰⁴-⁹]{1,3}){0,3}|[†‡])"
_MARKS_AT_END = re.compile(rf"{_MARK}{{1,9}}\Z")
_NOTE = r"(?:\d{1,3}(?:[,–-]\d{1,3}){0,3}(?=\s++[\"'“„«‘¿¡(\[—–-]{0,3}[^\W\d_\u3040-\ua4cf]))?"
_BEHIND = (
    rf"(?:[\"']{{1,4}}{_ENDS_HERE}|[{_CLOSING}]|[“‘«‹]{_ENDS_HERE}"
    rf"|[ \u00a0\u202f][»›”]{_ENDS_HERE}|{_MARK}|[^\S\n]?[\u2764\ufe0f\u200d\U0001f300-\U0001faff])*+"
)
_NEXT = re.compile(
    r"(?P<open>[\s\"'«»“”„‟‘’‚‹›「『（(\[{<¿¡—–―\-*_…\u200e\u200f\u202a-\u202e\u2066-\u2069]{0,20})(?P<word>\w{0,30})"
)
_CLOSING_WIDE = "」』】〕〉》）｝"
_QUOTES = frozenset("\"'”’»›“‘«‹」』")


def split_sentences(text: str, language: str) -> list[Span]:
    """Return the places of the sentences of one block of text, without white space at their ends.

    Args:
        text: the text; only white space is left out.
        language: a BCP 47 tag; only its primary part counts, "und" gets the generic rules.

    >>> [(span.start, span.stop) for span in split_sentences("Dr. Low left. “Why?” he asked.", "en")]
    [(0, 13), (14, 30)]
    """
    return [Span(start, stop) for start, stop in _bounds(text, 0, len(text), _rules_for(language))]


def make_segments(text: str, blocks: Iterable[Block], language: str) -> tuple[Segment, ...]:
    """Return the segments of blocks whose roles are known; the paragraph of a segment is the number of its block.

    Args:
        text: the text as read.
        blocks: in order, each with a role; article text and comments are split, any other block is one segment.
        language: a BCP 47 tag, of which the primary part counts.

    >>> make_segments("Go. Run.", [Block(Span(0, 8), Role.BODY)], "en")[1]
    Segment(text='Run.', chars=Span(start=4, stop=8), paragraph=0, role=<Role.BODY: 'body'>)
    """
    primary = _rules_for(language)
    segments: list[Segment] = []
    for paragraph, block in enumerate(blocks):
        if block.role is None:
            raise ValueError(f"expected a role for every block, found none at {block.chars}")
        start, stop = block.chars.start, block.chars.stop
        if block.role in {Role.BODY, Role.COMMENT}:
            bounds = _bounds(text, start, stop, primary)
        else:
            bounds = _trimmed(text, [(start, stop)])
        segments += [Segment(text[low:high], Span(low, high), paragraph, block.role) for low, high in bounds]
    return tuple(segments)


def line_segments(text: str) -> tuple[Segment, ...]:
    r"""Return one segment of article text per line that is not blank; a blank line begins a new paragraph.

    A line that holds nothing but characters without width is blank, too.

    >>> [(segment.text, segment.paragraph) for segment in line_segments("One.\nTwo.\n\nThree.\n")]
    [('One.', 0), ('Two.', 0), ('Three.', 1)]
    """
    segments: list[Segment] = []
    paragraph, parted = 0, False
    for start, stop in line_bounds(text):
        # A byte order mark, which a text given as a string may have, is no part of the first line.
        bounds = list(_trimmed(text, [(start + text.startswith("\ufeff", start, start + 1), stop)]))
        paragraph += bool(bounds and parted and segments)
        segments += [Segment(text[low:high], Span(low, high), paragraph) for low, high in bounds]
        parted = not bounds
    return tuple(segments)


def _rules_for(language: str) -> str:
    """Return the language whose rules hold: Bosnian has those of Croatian."""
    primary = primary_language(language)
    return "hr" if primary == "bs" else primary


@lru_cache(maxsize=64)
def _candidates(language: str) -> re.Pattern[str]:
    stops = _NO_STOPS.get(language, _STOPS)
    spaced = "" if language in _NO_STOPS else r"(?:(?:[ \u00a0\u202f]\.){2,}+)?"  # an ellipsis
    stops = re.escape(stops + _EXTRA_STOPS.get(language, ""))
    return re.compile(rf"(?P<stop>[{stops}]++{spaced})(?P<close>{_BEHIND})(?P<note>{_NOTE})(?P<gap>\s*+)")


def _bounds(text: str, start: int, stop: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the ends of the sentences of `text[start:stop]`."""
    breaks = _BREAK_WITHOUT_STOPS if language in _NO_STOPS else _BREAK
    block = text[start:stop]
    parted = breaks is not _BREAK or "\n" in block or "\f" in block or "\u2029" in block
    ends = [found.start() for found in breaks.finditer(text, start, stop)] if parted else []
    for low, high in _trimmed(text, zip([start, *ends], [*ends, stop], strict=True)):
        # A copy, so that no rule looks beyond the paragraph.
        for first, last in _with_letters(curl_quotes(text[low:high], language), language):
            yield low + first, low + last


def _trimmed(text: str, bounds: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, stop in bounds:
        piece = text[start:stop]
        visible = piece.strip()
        if not is_blank(visible):
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(visible)


def _with_letters(paragraph: str, language: str) -> list[tuple[int, int]]:
    """Join pieces without letters and digits to the sentence before them, or to the one behind when they come first."""
    joined: list[tuple[int, int]] = []
    pending = -1
    for start, stop in _pieces(paragraph, language):
        if any(map(str.isalnum, paragraph[start:stop])):
            joined.append((pending if pending >= 0 else start, stop))
            pending = -1
        elif joined:
            joined[-1] = joined[-1][0], stop
        elif pending < 0:
            pending = start
    return joined or [(pending, len(paragraph))]


def _pieces(paragraph: str, language: str) -> Iterator[tuple[int, int]]:
    if paragraph.isascii() and language not in _EXTRA_STOPS and _has_no_stop(paragraph):
        yield 0, len(paragraph)
        return
    all_small = paragraph.islower()
    sentence = 0
    for candidate in _candidates(language).finditer(paragraph):
        if candidate.end() < len(paragraph) and _ends_sentence(paragraph, sentence, candidate, language, all_small):
            yield sentence, candidate.start("gap")
            sentence = candidate.end()
    yield sentence, len(paragraph)


def _has_no_stop(paragraph: str) -> bool:
    """Tell whether a paragraph in ASCII has no stop but at its end, as many a single sentence."""
    last = len(paragraph) - 1
    return all(paragraph.find(stop, 0, last) < 0 for stop in ".!?")


def _ends_sentence(text: str, sentence: int, candidate: re.Match[str], language: str, all_small: bool) -> bool:
    """Tell whether the sentence that began at `sentence` ends with the candidate."""
    stops, closed, note, gap = candidate.group("stop", "close", "note", "gap")
    start, position = candidate.start(), candidate.end()
    # The end of a line: there is no space in these scripts, and a mark that closes may begin the next one.
    wrapped = "\n" in gap and _is_wide(text[position])
    gap = "" if wrapped else gap
    if text[position] in ",;:)]}，、；：\u060c؛" + _CLOSING_WIDE and not text.startswith(",,", position):
        return False
    if not gap and (text.startswith(_AND_SO_ON, position) or (stops == "." and text[position].isdigit())):
        return False
    if closed[:1] in BRACKETS and text[start - 1 : start] in BRACKETS.values():
        return False
    known = habits(language)
    quoted = not _QUOTES.isdisjoint(closed)
    if quoted and known.reporting and known.reporting.match(flow(text[position : position + 120])):
        return False
    following = _NEXT.match(text, position)
    place = Place(text, sentence, start, position, following["word"] if following else "", known, language)
    trails_off = stops[-1] == "…" or stops.endswith(("..", " .", "\u00a0.", "\u202f."))
    if not gap and not _needs_no_space(text, stops, closed, start, position):
        begins = not (trails_off or wrapped) and begins_glued(place, closed=bool(closed))
        return begins and (stops != "." or quoted or not is_within_sentence(place))
    if note and stops[-1] not in _OWN_STOPS:
        return is_note_mark(place, closed=bool(closed))
    if "\n" in gap and NUMBER_LINE.match(text, position):
        return not ENUMERATOR.fullmatch(text, sentence, start + 1)
    if _goes_on(place, quoted, trails_off, all_small, gap):
        return False
    bare = closed and _MARKS_AT_END.sub("", closed)
    if bare[-1:] in BRACKETS and not quoted:
        return closes_sentence(place, bare[-1])
    return stops != "." or quoted or closed != bare or not is_within_sentence(place)


def _goes_on(place: Place, quoted: bool, trails_off: bool, all_small: bool, gap: str) -> bool:
    """Tell whether what follows cannot begin a sentence."""
    begins = place.text[place.next]
    if trails_off and not quoted and _is_ideographic(begins):
        return True
    point = not trails_off and POINT.match(place.text, place.next) and (begins not in "-*" or "\n" in gap)
    return place.small and (quoted or trails_off or not all_small) and not point


def _needs_no_space(text: str, stops: str, closed: str, start: int, position: int) -> bool:
    if any(stop in _OWN_STOPS for stop in stops):
        return not (text[start - 1 : start].isdigit() and text[position].isdigit())
    return _is_ideographic(text[position]) and (stops[-1] in "!?" or not _QUOTES.isdisjoint(closed))


def _is_wide(letter: str) -> bool:
    return _is_ideographic(letter) or letter in _CLOSING_WIDE or "\u3001" <= letter <= "\u301f"


def _is_ideographic(letter: str) -> bool:
    return "\u3040" <= letter <= "\u9fff"
