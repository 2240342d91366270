"""What one block is by its own shape and words, without its neighbours: sentence, date line, label, address."""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from align.furniture.bars import is_path, without_reading_time
from align.furniture.bylines import find_author, is_name
from align.furniture.captions import is_caption
from align.furniture.counting import count_words, holds
from align.furniture.dates import is_age, rest_of_date_line
from align.furniture.phrases import fold, phrases
from align.furniture.prompts import is_prompt
from align.furniture.sharing import is_sharing


class Shape(StrEnum):
    """Shapes from the most certain to "cannot be told": SENTENCE is prose, LINE is anything short that is none."""

    ADVERT = "advert"
    ADDRESS = "address"
    COPYRIGHT = "copyright"
    SHARING = "sharing"
    PROMPT = "prompt"
    AGE = "age"
    LABEL = "label"
    RELATED = "related"
    COMMENTS = "comments"
    REPLY = "reply"
    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"
    TRAIL = "trail"
    NUMBER = "number"
    SENTENCE = "sentence"
    LINE = "line"


class Line(NamedTuple):
    """One block: its text with single spaces, its folded key, its words, its shape and whether it ends a sentence.

    `apart` tells whether blank lines part it from its neighbours.
    """

    text: str
    key: str
    words: int
    shape: Shape
    ends: bool
    apart: bool = False

    @property
    def is_prose(self) -> bool:
        """Tell whether this is a sentence, or more."""
        return self.shape is Shape.SENTENCE

    @property
    def sentences(self) -> int:
        """Return about how many sentences there are, by their stops."""
        return len(_STOP.findall(self.text[:LONGEST_KEY]))

    @property
    def appeals(self) -> int:
        """Count the words of those that ask readers for money, an address or a click."""
        text = fold(self.text[:LONGEST_KEY])
        return sum(appeal in text for appeal in _appeals())


@cache
def _appeals() -> frozenset[str]:
    return frozenset(phrases("appeals"))


def describe_line(text: str, language: str = "und", *, apart: bool = False) -> Line:
    """Tell the shape of a block, which may stand apart between blank lines.

    Args:
        text: of the block.
        language: a BCP 47 tag, for phrases.
        apart: whether blank lines part it from its neighbours.

    >>> describe_line("Advertisement:").shape, describe_line("News > World").shape, describe_line("He came home.").shape
    (<Shape.ADVERT: 'advert'>, <Shape.TRAIL: 'trail'>, <Shape.LINE: 'line'>)
    """
    return (_known if len(text) <= _LONGEST_SHAPE else _described)(text, language, apart)


def _described(raw: str, language: str, apart: bool) -> Line:
    text = " ".join(raw.split())
    key = line_key(text)
    ends = ends_sentence(text)
    words = count_words(text)
    shape = _shape(raw, Line(text, key, words, Shape.LINE, ends), language) if len(text) <= _LONGEST_SHAPE else None
    if shape is None:
        prose = words >= _WORDS_OF_PROSE or (ends and words >= _WORDS_OF_SENTENCE)
        shape = Shape.SENTENCE if prose else Shape.LINE
    return Line(text, key, words, shape, ends, apart)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends in a stop, whatever closes behind it: quotation marks, brackets, marks of notes.

    >>> [ends_sentence(it) for it in ("« Oui. »", "It rained.[2]", "It rained.²", "It rained.3", "It cost 2.3")]
    [True, True, True, True, False]
    """
    end = text[-_LONGEST_END:]
    if end[-1:] in _STOPS or end[-1:].isalpha():  # as most lines end: no mark of a note can stand there
        return end[-1:] in _STOPS
    if end[-1:] in _NOTE_ENDS or end[-1:].isdigit():
        end = _NOTE_MARKS.sub("", end)
    return _SENTENCE_END.search(end) is not None


def line_key(text: str) -> str:
    """Return the key under which two lines are the same: in small letters, plain apostrophes, no colon at the end."""
    return fold(text[:LONGEST_KEY]).strip(" :…»›>→▶▼|·•-–—\ufeff\u200b")


_LONGEST_SHAPE = 400
_LINES_KEPT = 8192  # the pages of a site have the same menus, labels and prompts
_known = lru_cache(maxsize=_LINES_KEPT)(_described)
LONGEST_KEY = 1000
_WORDS_OF_SENTENCE = 5
# Without a full stop; a headline of this length does not exist.
_WORDS_OF_PROSE = 32
_WORDS_OF_META = 18

_LONGEST_END = 60
_STOPS = frozenset(".!?…。！？؟।۔")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔]\s?[\"'“”‘’«»‹›)\]」』】）]{0,3}\s?$")
# A note is marked by its number, in brackets, raised or glued to the stop, or by a dagger: after "2." it is a decimal.
_NOTE_MARKS = re.compile(
    r"(?:\s?(?:\[[^\[\]]{1,24}\]|\(\d{1,3}\)|[¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,3})){1,4}$|(?<=[^\d\s][.!?…»”\"])\d{1,3}$"
)
_NOTE_ENDS = frozenset("])*†‡§")
_STOP = re.compile(r"[.!?…؟।۔][\"'”’»)\]]{0,2}(?=\s|$)|[。！？]")
_ADDRESS = re.compile(
    r"(?:[a-z]{2,8}://|www\.)\S+|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}|\S{1,200}\.(?:jpe?g|png|gif|webp|svg)", re.I
)
_RIGHTS_RESERVED = (
    "all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|版权所有"
    "|tutti i diritti riservati|todos os direitos reservados|все права защищены|усі права захищені"
)
_RESERVED = tuple(fold(phrase) for phrase in _RIGHTS_RESERVED.split("|"))
# "(c)" is also the number of a clause, which may tell of a year, but not within so few words.
_COPYRIGHT = re.compile(
    rf"(?:(?:©|copyright\s(?=[©(\d])).{{0,40}}|\(c\)\s?(?:[^\s.]{{1,20}}\s){{0,4}}[^\s.]{{0,4}})\b(?:19|20)\d{{2}}"
    rf"|.{{0,120}}(?:{_RIGHTS_RESERVED})",
    re.IGNORECASE,
)
_WEATHER = re.compile(r"(?<!\w)-?\d{1,3}\s?°")
_NUMBER = re.compile(r"[\d.,\s]{1,12}[KkMm%]?")
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"^[(（]?\d{1,6}[)）]?\s?|\s?:?\s?[(（]?\d{1,6}[)）]?$")


def _shape(raw: str, line: Line, language: str) -> Shape | None:
    """Return the first shape that fits a short text, None for prose and other lines."""
    whole, key, words = line.text, line.key, line.words
    # Who wrote it and when is told beside how long it takes to read.
    text = without_reading_time(whole) or whole
    if " " not in text and _ADDRESS.fullmatch(text):
        return Shape.ADDRESS
    if _may_be_copyright(key) and _COPYRIGHT.match(text):
        return Shape.COPYRIGHT
    if is_sharing(key, words):
        return Shape.SHARING
    if is_caption(text, key, words):
        return Shape.CAPTION
    by_words = _shape_by_words(text, key, words, ends=line.ends if text is whole else ends_sentence(text))
    if by_words is not None:
        return by_words
    if is_age(text):
        return Shape.AGE
    if words <= _WORDS_OF_META and find_author(text, language):
        return Shape.BYLINE
    if words <= _WORDS_OF_META and _is_date_line(text):
        return Shape.DATE
    if _NUMBER.fullmatch(text):
        return Shape.NUMBER
    return Shape.TRAIL if _is_trail(raw, text, words) else None


def _shape_by_words(text: str, key: str, words: int, *, ends: bool) -> Shape | None:
    shape = _whole_lines().get(key)
    if shape is not None:
        return shape
    if (_COUNT.sub("", key) if _DIGIT.search(key[:2] + key[-2:]) else key) in _comments():
        return Shape.COMMENTS
    return Shape.PROMPT if is_prompt(text, words, ends=ends) else None


@cache
def _whole_lines() -> dict[str, Shape]:
    """Return the shape of lines that are a phrase and nothing else, the most certain one if it is of several kinds."""
    kinds = (("replies", Shape.REPLY), ("related", Shape.RELATED), ("labels", Shape.LABEL), ("adverts", Shape.ADVERT))
    return {phrase: shape for kind, shape in kinds for phrase in phrases(kind)}


@cache
def _comments() -> frozenset[str]:
    return frozenset(phrases("comments"))


def _may_be_copyright(key: str) -> bool:
    """Tell whether a line begins or says what a copyright notice does: its pattern takes long to find nothing."""
    return key.startswith(("©", "(c)", "copyright")) or holds(key, _RESERVED)


def _is_date_line(text: str) -> bool:
    rest = rest_of_date_line(text)
    return rest is not None and (
        count_words(rest) <= 2 or (count_words(rest) <= 5 and is_name(rest) and text[-1] not in ".!?")
    )


def _is_trail(raw: str, text: str, words: int) -> bool:
    """Tell whether the line is a weather report or a row of short parts: a path through the site or a menu."""
    if words <= 8 and _WEATHER.search(text) and text[-1] not in ".!?":
        return True
    return is_path(raw)
