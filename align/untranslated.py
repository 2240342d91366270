"""Which sentences of the target are still in the language of the source.

Where the two languages differ, a sentence of article text is untranslated

1. if the function words of the source's language are many in it and those of the target's are few,
2. if it is in a script of the source's language that the target's is not written in,
3. or if it is a copy of a sentence of the source, in prose, and no quotation or name from the target's language;
4. a copy between two such sentences is one too, however short.

Close relatives, such as Danish and Norwegian, share too many words: among them it has to be a copy, and where nearly
all function words are the same nothing is claimed. Where both documents were taken for one language, a target that is a
copy of the source but for a few sentences in another language is a translation into that one which was broken off.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from align.bitext import Alignment, Document, Role
from align.distinct import distinct_words
from align.language import identify, primary_language
from align.scripts import count_scripts, scripts_of
from align.stopwords import kinship, own_words

# Gold sets in eleven pairs, November 2026: of 22,233 translated sentences 2 are claimed, of 5,827 that are left in the
# language of the source 88 % by themselves; the others are quotations, or copies that rule 4 may find.
_WORDS = 4  # words that a sentence needs
_LETTERS = 12  # letters that one in a script of its own needs; an ideograph counts as two
_HITS = 2  # function words of the source's language that tell by themselves …
_MARGIN = 3  # … if they are so many times as many as those of the target's …
_SHARE = 0.15  # … and this share of all words
_RELATED = 0.3  # kinship from which a sentence has to be a copy
_SAME = 0.8  # kinship from which nothing is claimed
_PURE = 0.8  # share of the letters in scripts of the source's language
_FOREIGN = 0.2  # share of the letters in scripts that only the source's language has
_SMALL = 1 / 3  # share of the words that begin with a small letter, at least, in prose
_TRANSLATED = 3  # sentences in another language that make a target of one language a translation
_COPIED = 0.9  # share of the other sentences that are copies, at least

_LINES = frozenset({Role.HEADLINE, Role.HEADING, Role.CAPTION})

_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,300}|[\w.+-]{1,60}@[\w.-]{1,60}")
_CODE = re.compile(r"[{}<>=|`\\\[\]_]|\w\(\)|\s--?\w|^[$#]|;$|::")
_QUOTED = re.compile("""\\s*(?:[“„‘‚«‹"「『].*[”“’‘»›"」』]|»[^«]*«)[\\s.,;:!?]*""", re.DOTALL)
_NOT_LETTERS = re.compile(r"[\W_]+")


def find_untranslated(source: Document, target: Document) -> frozenset[int]:
    """Return the numbers of the target segments, article text only, that are still in the language of the source.

    Args:
        source: in its language.
        target: in another one, at least in part; of documents in one language there are none.

    >>> from align.documents import document_from_text
    >>> source = document_from_text("It rained. The bridge was closed for a week.", language="en")
    >>> target = document_from_text("Il pleuvait. The bridge was closed for a week.", language="fr")
    >>> sorted(find_untranslated(source, target))
    [1]
    """
    if not _latest or _latest[0][0] is not source or _latest[0][1] is not target:
        _latest[:] = [(source, target, _find_untranslated(source, target))]
    return _latest[0][2]


_latest: list[tuple[Document, Document, frozenset[int]]] = []  # of the last pair, since many ask for it


def _find_untranslated(source: Document, target: Document) -> frozenset[int]:
    languages = primary_language(source.language), primary_language(target.language)
    if "und" in languages:
        return frozenset()
    if languages[0] == languages[1]:
        return frozenset(_left_in_a_copy(source, target, languages[0]))
    if kinship(*languages) >= _SAME:
        return frozenset()
    copies = _Copies(source)
    body = [number for number, segment in enumerate(target.segments) if segment.role is Role.BODY]
    asked = _worth_asking({number: target.segments[number].text for number in body}, languages)
    found = {number for number in asked if _is_untranslated(target.segments[number].text, languages, copies)}
    return frozenset(found | set(_between(body, found, target, copies)) if found else found)


def find_untranslated_lines(source: Document, target: Document) -> tuple[int, ...]:
    """Return the numbers of the target's headings and captions that are copies of a line of the source, in prose.

    Args:
        source: in its language.
        target: in another one; of documents in one language there are none.
    """
    languages = primary_language(source.language), primary_language(target.language)
    if "und" in languages or kinship(*languages) >= _SAME:
        return ()
    copies = _Copies(source)
    return tuple(
        number
        for number, segment in enumerate(target.segments)
        if segment.role in _LINES and segment.text in copies and _is_untranslated(segment.text, languages, copies)
    )


def _worth_asking(texts: dict[int, str], languages: tuple[str, str]) -> Iterable[int]:
    """Return the numbers of the texts that may be in the language of the source.

    Where both languages have function words and one script, these are texts with such a word: a translation has none or
    a few by chance, and the others need not be looked at one by one.
    """
    source, target = languages
    own = own_words(source, target)
    if not own or not own_words(target, source) or not scripts_of(source) <= scripts_of(target):
        return texts
    there = own & distinct_words(" ".join(texts.values()).lower())
    if not there:
        return ()
    small = {number: text.lower() for number, text in texts.items()}
    # In a text without such a word no function word is one of the source's.
    may = [number for number, text in small.items() if any(word in text for word in there)]
    return [number for number in may if not own.isdisjoint(distinct_words(small[number]))]


def left_untranslated(alignment: Alignment) -> frozenset[int]:
    """Return the numbers of all target segments, lines too, whose words are not to be read in the target's language."""
    found = find_untranslated(alignment.source, alignment.target)
    return found.union(find_untranslated_lines(alignment.source, alignment.target))


def untranslated_beads(alignment: Alignment) -> frozenset[int]:
    """Return the numbers of the beads whose article text on the target side is all untranslated."""
    found = find_untranslated(alignment.source, alignment.target)
    if not found:
        return frozenset()
    segments = alignment.target.segments
    bodies = (
        [k for k in range(bead.target.start, bead.target.stop) if segments[k].role is Role.BODY]
        for bead in alignment.beads
    )
    return frozenset(number for number, body in enumerate(bodies) if body and found.issuperset(body))


@dataclass(frozen=True)
class _Copies:
    """The texts of a document, to ask whether one is among them; they are folded when the first one asks."""

    document: Document

    def __contains__(self, text: str) -> bool:
        """Return whether a segment has this text, whatever its case, white space and punctuation."""
        return _folded(text) in self._texts

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(_folded(segment.text) for segment in self.document.segments)


def _folded(text: str) -> str:
    return _NOT_LETTERS.sub("", normalize("NFC", text).casefold())


def _is_untranslated(text: str, languages: tuple[str, str], copies: _Copies) -> bool:
    """Return whether a sentence of the target is in the language of the source, the first of the two."""
    source, target = languages
    words = set(_WORD.findall(text.lower()))
    ours, theirs = (_hits(words, *pair) for pair in ((source, target), (target, source)))
    if theirs and theirs >= ours:
        return False
    if not scripts_of(source) <= scripts_of(target) and _in_script(text, languages):
        telling = not own_words(source, target) or ours >= _HITS
        return telling and _is_prose(text, scripts_of(source))
    close = kinship(source, target) >= _RELATED
    listed = bool(own_words(source, target))
    enough = max(_HITS, _MARGIN * theirs, _SHARE * len(words))
    if listed and own_words(target, source) and not close and ours >= enough:
        return _is_prose(text, scripts_of(source))
    if (listed and not ours) or (close and (theirs or ours < _HITS)):
        return False
    return _is_prose(text, scripts_of(source)) and text in copies


def _hits(words: set[str], language: str, rival: str) -> int:
    """Return how many different words are function words of a language and not of its rival."""
    return len(words & own_words(language, rival))


def _in_script(text: str, languages: tuple[str, str]) -> bool:
    """Return whether a text is written as the source's language is and the target's is not."""
    counts = count_scripts(Counter(_ADDRESS.sub(" ", text)))
    ours, theirs = map(scripts_of, languages)
    if not ours or not theirs or counts.total() < _LETTERS:
        return False
    written = sum(counts[script] for script in ours)
    foreign = sum(counts[script] for script in ours - theirs)
    return written >= _PURE * counts.total() and foreign >= _FOREIGN * counts.total()


def _is_prose(text: str, scripts: frozenset[str]) -> bool:
    """Return whether a text is a sentence of some length: not code, not only names, not all in quotation marks."""
    text = _ADDRESS.sub(" ", text)
    if _CODE.search(text) or _QUOTED.fullmatch(text):
        return False
    words = _WORD.findall(text)
    if scripts & {"Hani", "Kana", "th", "lo", "km", "my", "bo"}:
        # A name in Han characters is the same in Chinese and Japanese; a sentence has its full stop.
        return sum(map(len, words)) >= (_LETTERS // 2 if text.rstrip().endswith(("。", "！", "？")) else _LETTERS)
    if len(words) < _WORDS:
        return False
    small: int = sum(not word[0].isupper() for word in words)
    return small >= max(2, _SMALL * len(words))


def _between(body: list[int], found: set[int], target: Document, copies: _Copies) -> Iterator[int]:
    """Yield copies between untranslated sentences; in a text that is mostly untranslated, its ends bound them too."""
    bounded = mostly = 2 * len(found) > len(body)
    waiting: list[int] = []
    for number in body:
        if number in found:
            yield from waiting
            waiting, bounded = [], True
        elif bounded and target.segments[number].text in copies:
            waiting.append(number)
        else:
            waiting, bounded = [], False
    yield from waiting if mostly else ()


def _left_in_a_copy(source: Document, target: Document, language: str) -> Iterator[int]:
    """Yield what was not translated yet of a target in the language of the source, but for a few sentences."""
    texts = {segment.text for segment in source.segments}
    body = [number for number, segment in enumerate(target.segments) if segment.role is Role.BODY]
    copies = [number for number in body if target.segments[number].text in texts]
    others = [number for number in body if target.segments[number].text not in texts]
    if len(others) < _TRANSLATED or len(copies) < len(others):
        return
    another = _language_of(" ".join(target.segments[number].text for number in others), language)
    if another is None:
        return
    strange = {n for n in others if _is_translated(target.segments[n].text, another, language)}
    translated = {segment.text for segment in target.segments}
    gone = [s for s in source.segments if s.role is Role.BODY and s.text not in translated]
    native = any(_is_translated(segment.text, another, language) for segment in source.segments)
    rest = len(body) - len(strange)
    if len(strange) >= _TRANSLATED and 2 * len(gone) >= len(strange) and len(copies) >= _COPIED * rest and not native:
        yield from (number for number in body if number not in strange)


def _language_of(text: str, language: str) -> str | None:
    """Return the language of a text if it is surely another one than this."""
    words = set(_WORD.findall(text.lower()))
    if _hits(words, language, "") >= _SHARE * len(words):
        return None
    found = identify(text).language
    return None if found in {language, "und"} else found


def _is_translated(text: str, language: str, other: str) -> bool:
    """Return whether a text is in a language and not in the other one."""
    if not scripts_of(language) <= scripts_of(other):
        return _in_script(text, (language, other))
    words = set(_WORD.findall(text.lower()))
    ours, theirs = _hits(words, language, other), _hits(words, other, language)
    return len(words) >= _WORDS and ours >= max(_HITS, _MARGIN * theirs)
