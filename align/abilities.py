"""What can and what cannot be checked of two languages: an audit says so, instead of being silent about its limits."""

from collections.abc import Iterator

from align.encoding import load_encoder
from align.language import language_name, primary_language
from align.lexica import Lexicon, load_lexicon
from align.values.lexicon import has_number_words

# What words of a language are needed for, by the keys of a lexicon.
_GROUPS = {
    "negation": "negations",
    "hedge": "words of doubt",
    "caveat": "caveats",
    "attribution": "who says so",
    "function": "titles",
}
_NUMBER_WORDS = "number words"
_ALWAYS = "sentences, moved passages, figures, dates, quotations, names, structure"


def abilities(source: str, target: str) -> list[tuple[str, str]]:
    """Return what is and what is not checked, as labels with sentences.

    Args:
        source: a BCP 47 tag.
        target: another one.

    >>> abilities("en", "hi")[1]
    ('Unchecked', 'negations, words of doubt, caveats, who says so, titles, number words: none are known in Hindi')
    """
    languages = tuple(dict.fromkeys((source, target)))
    lacking = {tag: list(_lacking(tag)) for tag in languages}
    groups = (*_GROUPS.values(), _NUMBER_WORDS)
    known = [words for words in groups if not any(words in those for those in lacking.values())]
    lines = [("Checked", ", ".join((_ALWAYS, *known)))]
    lines += [
        ("Unchecked", f"{', '.join(words)}: none are known in {language_name(tag)}")
        for tag, words in lacking.items()
        if words
    ]
    for tag in languages:
        if not _is_known(tag):
            name = language_name(tag)
            told = f"the vectors have not learnt {name}: sentences are told by lengths, figures and names"
            lines.append(("Unsure", told))
    return [*lines, ("Measure", "versalign selftest SOURCE TARGET tells how much is found on this very pair")]


def _lacking(tag: str) -> Iterator[str]:
    """Yield what words are not known of a language."""
    lexicon = load_lexicon(tag)
    yield from (words for key, words in _GROUPS.items() if not _has(lexicon, key))
    if not has_number_words(primary_language(tag)):
        yield _NUMBER_WORDS


def _has(lexicon: Lexicon | None, key: str) -> bool:
    return lexicon is not None and bool(lexicon.phrases.get(key))


def _is_known(tag: str) -> bool:
    languages = {primary_language(known) for known in load_encoder().languages}
    return primary_language(tag) in languages
