"""Consent notices, newsletter boxes, share bars, reading times and tag lists, wherever on the page they stand.

1. A *notice* is a short text with words of consent in which a site speaks of itself or to its reader. It needs a button
   beside it ("Accept all"), or all of these words and a place above or below the article.
2. A *newsletter box* is a short text that asks for an address or a click, to its reader, beside a field or button.
3. What belongs to either goes with it: buttons, headings and purposes that lie between two of its lines.
4. A text of which notices are the matter, such as the privacy policy of a site, has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from align.furniture.bars import asks_to_share, begins_at_home, is_tag_list, shares, without_reading_time
from align.furniture.buttons import is_button, is_made_of, tables
from align.furniture.bylines import is_name
from align.furniture.counting import is_unspaced
from align.furniture.phrases import fold
from align.furniture.shapes import LONGEST_KEY, Line, Shape
from align.furniture.voices import Voice, hear, may_consent, speaks_to_reader


def mark_notices(lines: Sequence[Line]) -> list[Line]:
    """Return the lines; those of notices, boxes and bars have the shape of a prompt.

    >>> from align.furniture.shapes import describe_line
    >>> page = ["We and our 9 partners store cookies on your device.", "Accept all", "Settings", "Town buys brewery"]
    >>> [line.shape.value for line in mark_notices([describe_line(text) for text in page])]
    ['prompt', 'prompt', 'prompt', 'line']
    """
    found = _notices(lines) | _boxes(lines)
    found |= _share_bars(lines) | _tag_lists(lines)
    found |= {i for i, line in enumerate(lines) if line.shape is Shape.TRAIL and begins_at_home(line.text)}
    found |= {
        i for i, line in enumerate(lines) if len(line.text) < _LONGEST_BAR and not without_reading_time(line.text)
    }
    return [line._replace(shape=Shape.PROMPT) if i in found else line for i, line in enumerate(lines)]


_LONGEST_BAR = 80
_WORDS_OF_NOTICE = 350
_WORDS_OF_BOX = 50
_WORDS_OF_HEADING = 12
_WORDS_OF_NAME = 3
_WORDS_OF_BUTTON = 2
_WORDS_OF_PURPOSE = 6
_WORDS_OF_PARAGRAPH = 8
# How many lines above or below a button may stand, and how far a notice goes on without a line of its own.
_REACH = 3
_MOST_RUNS = 2
_MOST_SENTENCES = 3
_WORDS_INSIDE = 4
_ADDRESSES = ("mail", "correo", "почт", "пошт", "メール", "邮", "البريد", "بريدك", "e-post", "이메일")
_QUOTES = frozenset('"“”„«»「」『』')


@dataclass(frozen=True, slots=True)
class _Marks:
    """Lines that are buttons of consent, the certain ones, other brief lines, and what is said on the rest."""

    buttons: frozenset[int]
    certain: frozenset[int]
    brief: frozenset[int]
    voices: dict[int, Voice]

    def has_button_by(self, i: int, *, certain: bool = True) -> bool:
        """Tell whether a certain button stands within reach, or any below, with only lines of the notice between."""
        wanted = self.certain if certain else self.buttons
        for step in (1, -1) if certain else (1,):
            for j in range(i + step, i + step * (_REACH + 1), step):
                if j in wanted:
                    return True
                if j not in self.voices and j not in self.buttons and j not in self.brief:
                    break
        return False


def _notices(lines: Sequence[Line]) -> set[int]:
    buttons = frozenset(i for i, line in enumerate(lines) if is_button(line))
    certain = frozenset(i for i in buttons if not is_made_of(lines[i].key, "weak"))
    heard = [i for i, line in enumerate(lines) if i not in buttons and line.words <= _WORDS_OF_NOTICE]
    spoken = {i: hear(lines[i].text) for i in heard} if may_consent("\n".join(map(_folded, lines))) else {}
    brief = frozenset(i for i, line in enumerate(lines) if line.words <= _WORDS_OF_NAME and not line.ends)
    marks = _Marks(buttons, certain, brief, {i: voice for i, voice in spoken.items() if voice.cores})
    if not marks.voices:
        return {i for i in certain if is_made_of(lines[i].key, "sure")}
    prose = [i for i, line in enumerate(lines) if _is_paragraph(line) and i not in marks.voices]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    beside = {i for i in marks.voices if marks.has_button_by(i) or _ends_in_button(lines[i].key)}
    own = {i for i in beside if _is_notice(lines[i], marks.voices[i])}
    own |= {
        i
        for i, voice in marks.voices.items()
        if _asks_consent(lines[i], voice) and marks.has_button_by(i, certain=False)
    }
    bare = {i: marks.voices[i] for i in marks.voices if i not in beside and _speaks(lines[i], marks.voices[i])}
    # A page may have a notice at its top and one at its end; more of them are what the text is about.
    apart = all(voice.words >= _WORDS_INSIDE or not first < i < last for i, voice in bare.items())
    if apart and sum(i - 1 not in bare for i in bare) <= _MOST_RUNS and len(bare) <= _MOST_RUNS * _MOST_SENTENCES:
        own |= set(bare)
    found = own | {i for i in certain if any(k in own for k in range(i - _REACH, i + _REACH + 1))}
    return _grown(lines, found, marks) | {i for i in certain if is_made_of(lines[i].key, "sure")}


def _folded(line: Line) -> str:
    return line.key if len(line.text) <= LONGEST_KEY else fold(line.text)


def _is_paragraph(line: Line) -> bool:
    return line.is_prose and line.words >= _WORDS_OF_PARAGRAPH


def _is_notice(line: Line, voice: Voice) -> bool:
    """Tell whether a line beside a button is a notice or its heading."""
    if not line.is_prose and not line.ends and line.words <= _WORDS_OF_HEADING:
        return voice.of_site or voice.to_reader or line.words <= _WORDS_OF_NAME
    return (voice.of_site or voice.to_reader) and line.text[0] not in _QUOTES


def _asks_consent(line: Line, voice: Voice) -> bool:
    """Tell whether a line beside a button of any kind is a notice: it tells its reader two things on consent."""
    return _is_paragraph(line) and voice.to_reader and voice.words > 1 and not _QUOTES & set(line.text)


def _speaks(line: Line, voice: Voice) -> bool:
    """Tell whether a line without a button may be a notice: a site speaks to its reader on two matters of consent."""
    spoken = voice.of_site and voice.to_reader and voice.words > 1
    return spoken and _is_paragraph(line) and not _QUOTES & set(line.text)


def _grown(lines: Sequence[Line], found: set[int], marks: _Marks) -> set[int]:
    """Add what lies between two lines of a notice, the buttons beside it and the heading above it."""
    grown = set(found)
    for step in (1, -1):
        for i in sorted(found, reverse=step < 0):
            waiting: list[int] = []
            for j in range(i + step, i + step * (_REACH + 12), step):
                if not 0 <= j < len(lines) or (len(waiting) >= _REACH and j not in grown | marks.buttons):
                    break
                if j in marks.buttons or j in grown:
                    grown |= {j, *waiting}
                    waiting = []
                elif _may_belong(lines[j], marks.voices.get(j)):
                    waiting.append(j)
                else:
                    break
    grown |= {i + 1 for i in grown if i + 1 < len(lines) and i + 1 not in grown and _may_be_button(lines[i + 1])}
    return grown | {i - 1 for i in grown if i > 0 and i - 1 not in grown and _is_heading(lines[i - 1], marks, i - 1)}


def _may_belong(line: Line, voice: Voice | None) -> bool:
    """Tell whether a line between two of a notice may be one of it: a purpose, a label, or a sentence on consent."""
    if line.is_prose:
        return voice is not None
    return line.words <= _WORDS_OF_PURPOSE and not line.ends


def _may_be_button(line: Line) -> bool:
    """Tell whether a line below a notice is too short for a headline, and no name."""
    plain = line.words == 1 or (line.words <= _WORDS_OF_BUTTON and not is_name(line.text))
    return line.shape is Shape.LINE and plain and not line.ends and not is_unspaced(line.text)


def _is_heading(line: Line, marks: _Marks, i: int) -> bool:
    voice = marks.voices.get(i)
    if line.words <= _WORDS_OF_NAME + 1 and line.key.startswith(tuple(tables()["headings"])):
        return True
    spoken = voice is not None and (voice.of_site or voice.to_reader or line.words <= _WORDS_OF_NAME)
    return spoken and line.words <= _WORDS_OF_HEADING


def _boxes(lines: Sequence[Line]) -> set[int]:
    """Return the lines of newsletter boxes: fields for an address, what stands above them, and what heads that."""
    fields = {i for i, line in enumerate(lines) if line.key in tables()["fields"]}
    found: set[int] = set()
    for i in sorted(fields):
        if i - 1 not in fields:
            run = list(takewhile(fields.__contains__, range(i, len(lines))))
            wanted = any(mark in lines[j].key for j in run for mark in _ADDRESSES)
            asked = any(lines[j].key not in tables()["weak fields"] for j in run)
            found |= _box(lines, run, sure=wanted and len(run) > 1) if asked else set()
    return found


def _box(lines: Sequence[Line], run: Sequence[int], *, sure: bool) -> set[int]:
    """Return the lines of the box that ends in a run of fields, none where they may be the fields of something else."""
    text, heading = run[0] - 1, run[0] - 2
    headed = heading >= 0 and _heads_box(lines[heading])
    if text < 0 or lines[text].words > _WORDS_OF_BOX or lines[text].shape in (Shape.BYLINE, Shape.DATE):
        return set(run) if sure else set()
    asks = lines[text].appeals >= (1 if sure else 2) and (speaks_to_reader(lines[text].text) or not lines[text].ends)
    told = (
        sure and lines[text].is_prose and (speaks_to_reader(lines[text].text) or (headed and _appeals(lines[heading])))
    )
    if not asks and not told:
        return set(run) if sure else set()
    # What heads a box stands below a paragraph, or asks for something; above the article it may be the headline.
    below = headed and heading > 0 and lines[heading - 1].is_prose
    return {*run, text, *([heading] if headed and (below or _appeals(lines[heading])) else [])}


def _heads_box(line: Line) -> bool:
    return not line.is_prose and not line.ends and line.words <= _WORDS_OF_HEADING


def _appeals(line: Line) -> bool:
    return line.appeals > 0 or line.shape in (Shape.PROMPT, Shape.LABEL)


def _share_bars(lines: Sequence[Line]) -> set[int]:
    """Return the lines of share bars: runs of words of sharing, or three on one line."""
    counts = [shares(line.text) if line.words <= _WORDS_OF_HEADING else 0 for line in lines]
    # Several words, of which one asks to share, are no name and no heading.
    found = {
        i
        for i, (count, line) in enumerate(zip(counts, lines, strict=True))
        if count > 2 or (count and max(count, line.words - 1, _has_number(line)) > 1 and asks_to_share(line.text))
    }
    run: list[int] = []
    for i in range(len(lines) + 1):
        if i < len(lines) and (counts[i] or (run and lines[i].shape in (Shape.NUMBER, Shape.LABEL))):
            run.append(i)
            continue
        words = sum(counts[j] for j in run)
        if words > 1 and any(asks_to_share(lines[j].text) for j in run):
            found |= {j for j in run if counts[j]}
        run = []
    return found


def _has_number(line: Line) -> int:
    return 2 * any(map(str.isdigit, line.text))


def _tag_lists(lines: Sequence[Line]) -> set[int]:
    """Return the lines of tags; outside of the article also those that begin like other lists."""
    prose = [i for i, line in enumerate(lines) if _is_paragraph(line)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    return {i for i, line in enumerate(lines) if is_tag_list(line.text, anywhere=first < i < last)}


def _ends_in_button(key: str) -> bool:
    """Tell whether a notice on one line has its buttons at its end."""
    return key.endswith(tuple(tables()["sure"]))
