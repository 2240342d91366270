"""Texts in two languages: whether a part of the sentences is in another language than the rest, and in which.

A sentence is in another language if it is in a script that the language is not written in, or if function words of the
other one are in it and hardly any of the language itself. Close relatives share too many words to be told so.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from align.language import identify, primary_language
from align.prose import prose_of_line
from align.scripts import count_scripts, scripts_of
from align.stopwords import function_words, kinship, other_language, own_words, words_of

_LATIN = re.compile("[\x00-\u024f\u2000-\u206f\u20a0-\u20c0]*")  # without letters of any other script
_MOST = 400  # sentences that are looked at, spread evenly
_WORDS = 4  # of a sentence, at least
_LETTERS = 12  # of one in another script, at least; an ideograph counts as two
_KANA = 0.15  # share of kana that makes a sentence of a Chinese text Japanese
_FOREIGN = 0.7  # share of them that are in the other script
_OWN = 3  # function words of the language with which a sentence is in it
_BEGINNING = 12  # words
_RELATED = 0.5  # kinship of relatives
_LEAST = 2  # sentences in the second language …
_MOSTLY = 0.8  # share of all that makes it the language of the text
_SHARE = 0.15  # … and share of all, so that a quotation makes no second language


@dataclass(frozen=True, slots=True)
class Second:
    """A second language of a text, by its primary tag, and how many of so many sentences are in it."""

    language: str
    sentences: int
    of: int

    @property
    def is_most(self) -> bool:
        """Tell whether nearly all of the text is in it."""
        return self.sentences >= _MOSTLY * self.of


def second_language(sentences: Sequence[str], language: str) -> Second | None:
    """Return the language of the sentences that are not in the language of the text; None where they are few.

    Args:
        sentences: of the article, in order.
        language: of the text, a BCP 47 tag.

    >>> second_language(["The end of the road is near.", "Das ist das Ende von allem."] * 2, "en")
    Second(language='de', sentences=2, of=4)
    """
    primary = primary_language(language)
    if len(sentences) > _MOST:
        sentences = [sentences[index * len(sentences) // _MOST] for index in range(_MOST)]
    own = function_words(primary)
    mixed = _holds_other_scripts(sentences, primary)
    counted, others = 0, dict[str, list[str]]()
    for sentence in sentences:
        # As in most sentences; what white space parts tells it soonest, and most often the beginning.
        small = sentence.lower()
        if (
            len(own.intersection(small.split(maxsplit=_BEGINNING)[:_BEGINNING])) >= _OWN
            or len(own.intersection(small.split())) >= _OWN
            or len((words := words_of(sentence)) & own) >= _OWN
        ):
            counted += 1
            continue
        other = _strange_script(sentence, primary) if mixed else ""
        counted += bool(other) or len(words) >= _WORDS or (not sentence.isascii() and len(sentence) >= _LETTERS)
        if not other and own:
            prose = prose_of_line(sentence)
            words = words if prose == sentence else words_of(prose)
            other = other_language(words, primary) if len(words) >= _WORDS else ""
        if other:
            others.setdefault(other, []).append(sentence)
    most = max(others.values(), key=len, default=[])
    if len(most) < max(_LEAST, _SHARE * counted):
        return None
    found = identify(" ".join(most)).language
    return (
        None if found in {primary, "und"} or kinship(found, primary) >= _RELATED else Second(found, len(most), counted)
    )


def is_in_second(sentence: str, language: str, second: str) -> bool:
    """Tell whether a sentence is in the second language of a text and not in its first.

    Args:
        sentence: of the text.
        language: the first language, a primary tag.
        second: the other one.

    >>> is_in_second("Das ist das Ende von allem.", "en", "de"), is_in_second("That is the end.", "en", "de")
    (True, False)
    """
    scripts = scripts_of(second)
    if scripts and not scripts & scripts_of(language):
        return _strange_script(sentence, language) in scripts
    words = words_of(sentence)
    theirs, ours = len(own_words(second, language) & words), len(own_words(language, second) & words)
    return theirs > ours or (theirs == ours and identify(sentence).language == second)


def _holds_other_scripts(sentences: Sequence[str], language: str) -> bool:
    """Tell whether sentences in another script may be among these; always where a language has two, as Japanese."""
    own, text = scripts_of(language), "".join(sentences)
    if not own or ("Latn" in own and _LATIN.fullmatch(text)):
        return False
    counts = count_scripts(Counter(text))
    foreign = sum(count for script, count in counts.items() if script not in own)
    return (len(own) > 1 and "Hani" in own) or foreign > _SHARE / 2 * counts.total()


def _strange_script(sentence: str, language: str) -> str:
    """Return the name of the script of a sentence if the language is not written in it, else an empty string."""
    own = scripts_of(language)
    counts = count_scripts(Counter(prose_of_line(sentence)))
    kana, total = counts.pop("Kana", 0), counts.total()
    counts["Hani"] += kana  # one script of Japanese, which has both
    script = max(counts, key=lambda name: counts[name])
    if total + kana < _LETTERS or counts[script] < _FOREIGN * (total + kana):
        return ""
    if script == "Hani" and own & {"Hani", "Hang"}:
        chinese = language == "zh"
        strange = kana >= _KANA * counts["Hani"] if chinese else not kana and total >= 2 * _LETTERS
        return script if strange else ""
    return "" if script in own else script
