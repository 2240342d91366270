"""Captions of pictures: a credit at their beginning or at their end, or the name of an agency."""

import re
from functools import cache

from align.furniture.bylines import is_name
from align.furniture.counting import begins, count_words, holds
from align.furniture.phrases import phrases


def is_caption(text: str, key: str, words: int) -> bool:
    """Tell whether a line is a picture credit, or a caption that ends in one.

    Args:
        text: one line.
        key: the same as `line_key` gives it.
        words: how many words it has.

    >>> [is_caption(it, it.lower(), 9) for it in ("Photo: Ann Lee", "The quay. Photo: Ann Lee", "Photo of the quay")]
    [True, True, False]
    """
    if words > _WORDS_OF_CAPTION:
        return False
    phrase = begins(key, "credits")
    if phrase and phrase != "©" and len(key) > len(phrase):
        by = _CREDIT_BY.match(key, len(phrase.rstrip(".")))
        marked = phrase[-1] in ":：" or _CREDIT_MARK.match(key, len(phrase)) is not None
        return marked or bool(by and is_name(text[by.end() :]))
    clause = _CLAUSE.match(text)
    if clause:
        # The third clause of a contract begins like the credit of a picture.
        return words <= _WORDS_OF_CREDIT and is_name(clause[1])
    by_agency = holds(key, _SIGNS_OF_AGENCY) and _AGENCY.fullmatch(text) is not None
    return (by_agency and not _SOURCE.search(text)) or _ends_in_credit(text, words)


_WORDS_OF_CAPTION = 45
_WORDS_BEFORE_CREDIT = 30
_WORDS_OF_CREDIT = 8
_LONGEST_CREDIT = 80

_AGENCY = re.compile(
    r"(?:©|\(c\)) ?\D{2,60}|.{2,250}(?:getty images|/ ?(?:ap|afp|reuters|dpa|epa)|\(ap photo\b.{0,40})\)?", re.I
)
_SIGNS_OF_AGENCY = ("/", "getty images", "(ap photo", "©", "(c)")
_CLAUSE = re.compile(r"(?:©|\(c\)) ?(\D{2,250})$", re.IGNORECASE)
# Behind the last sentence of an article: "dpa/AFP", "(jw/Reuters)", "/dpa". A photographer has two names.
_SOURCE = re.compile(r"[.!?…][\"'“”’«»]?\s?[(\[–—/-]?\s?[\w-]{1,12}(?:\s?/\s?[\w-]{1,12}){0,3}[)\]]?$")
_CREDIT_MARK = re.compile(r"\s?[:：/／|]")
_CREDIT_BY = re.compile(r"\s(?:by|de|von|di|door|courtesy of)\s|\.\s")
# Chinese and Japanese put the word behind the name.
_NAME_AND_CREDIT = re.compile(r"[。\s（(＝=][^。\s（(＝=]{1,20}(?:摄|攝|撮影|提供)[)）]?")
# "J. R. Orme", "Ann B. Lee/AP"
_NAME = r"(?:[^\W\d_]\.[\s\u00a0]?){0,3}[^.!?。！？]{2,60}?(?:\s[^\W\d_]\.\s[^.!?。！？]{2,40}?)?"
_SIGNS_OF_CREDIT = ("摄", "攝", "撮影", "提供")
_BEFORE_CREDIT = re.compile(r"[.!?…。！？»”\"،؛|–—(\[（【-]")
_SHORTEST_CREDIT = 3
_SIGN_BEHIND_CREDIT = re.compile("[:：/／|=＝©]")
_WORDS_BEHIND_CREDIT = ("(c)", " by ", " de ", " von ", " di ", " door ", " courtesy of ")
# These stand at the end of other paragraphs as well: they name the source of a statement.
_OF_STATEMENTS = frozenset(("bron", "quelle: dpa", "date", "©", "提供："))


def _ends_in_credit(text: str, words: int) -> bool:
    """Tell whether a credit stands behind the last sentence, or in brackets; long paragraphs are text."""
    if words > _WORDS_BEFORE_CREDIT + _WORDS_OF_CREDIT:
        return False
    start = max(0, len(text) - _LONGEST_CREDIT)
    # Most texts have no mark behind which a name could stand, and the pattern takes long to find nothing.
    found = _closing_credit().search(text, start) if _may_end_in_credit(text, start) else None
    if found is None:
        named = not text.isascii() and holds(text, _SIGNS_OF_CREDIT)
        return named and any(place.end() == len(text) for place in _NAME_AND_CREDIT.finditer(text, start))
    marked = not (found["by"] or found["clause"]) or is_name(found["name"])
    return marked and count_words(found["name"]) <= _WORDS_OF_CREDIT


def _may_end_in_credit(text: str, start: int) -> bool:
    """Tell whether there is a mark that may stand before a credit, and one behind its word."""
    if not _BEFORE_CREDIT.search(text, start, len(text) - _SHORTEST_CREDIT):
        return False
    end = text[start:].lower()
    return _SIGN_BEHIND_CREDIT.search(end) is not None or holds(end, _WORDS_BEHIND_CREDIT)


@cache
def _closing_credit() -> re.Pattern[str]:
    words = {phrase.rstrip(":：/.") for phrase in phrases("credits") if phrase not in _OF_STATEMENTS}
    credits = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    before = r"(?:[.!?…。！？»”\"،؛]\s?|\s[|–—-]\s|\s?[(\[（【]\s?)"
    mark = r"(?:\.?\s?[:：/／|=＝]\s?|(?P<by>\.?\s(?:by|de|von|di|door|courtesy\sof)\s))"
    return re.compile(
        rf"{before}(?:(?:{credits}){mark}|©\s?|(?P<clause>\(c\)\s?))(?P<name>{_NAME})[)\]）】.]{{0,2}}$",
        re.IGNORECASE,
    )
