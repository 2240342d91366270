"""What can and what cannot be checked of two languages: an audit says so, instead of being silent about its limits."""

from align.encoding import load_encoder
from align.language import language_name, primary_language
from align.lexica import Lexicon, load_lexicon

# What words of a language are needed for, by the keys of a lexicon.
_GROUPS = {"negation": "negations", "hedge": "words of doubt", "caveat": "caveats", "attribution": "who says so"}
_ALWAYS = "sentences, moved passages, figures, quotations, structure"


def abilities(source: str, target: str) -> list[tuple[str, str]]:
    """Return what is and what is not checked, as labels with sentences.

    Args:
        source: a BCP 47 tag.
        target: another one.

    >>> abilities("en", "fi")[1]
    ('Unchecked', 'negations, words of doubt, caveats, who says so: no words of Finnish are known for them')
    """
    languages = tuple(dict.fromkeys((source, target)))
    lexica = {tag: load_lexicon(tag) for tag in languages}
    known = [words for key, words in _GROUPS.items() if all(_has(lexicon, key) for lexicon in lexica.values())]
    lines = [("Checked", ", ".join((_ALWAYS, *known)))]
    for tag, lexicon in lexica.items():
        lacking = [words for key, words in _GROUPS.items() if not _has(lexicon, key)]
        if lacking:
            lines.append(("Unchecked", f"{', '.join(lacking)}: no words of {language_name(tag)} are known for them"))
    strange = [tag for tag in languages if not _is_known(tag)]
    for tag in strange:
        name = language_name(tag)
        lines.append(
            ("Unsure", f"the vectors have not learnt {name}: sentences are told by lengths, figures and names")
        )
    return [*lines, ("Measure", "versalign selftest SOURCE TARGET tells how much is found on this very pair")]


def _has(lexicon: Lexicon | None, key: str) -> bool:
    return lexicon is not None and bool(lexicon.phrases.get(key))


def _is_known(tag: str) -> bool:
    languages = {primary_language(known) for known in load_encoder().languages}
    return primary_language(tag) in languages
