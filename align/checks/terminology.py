"""Terms that the target does not render as a reader's glossary has them.

It is no check of every comparison, as it needs a glossary: the command calls it and puts its findings among the others.
Words are inflected, so that a term of the source may have an ending of up to two letters, and a rendering any ending:
what is claimed to be missing is missing in every form.
"""

from collections.abc import Iterator

from align.bitext import Comparison, Evidence, Finding, Severity, Span
from align.checks.kept_pairs import KeptPair, kept_pairs
from align.language import primary_language
from align.lexica.glossary import Glossary
from align.lexica.phrases import Hit, PhraseTable, find_phrases, make_table

_SURE = 0.9
_ENDING = 2  # letters that a term of the source may have besides
_OF_ENDINGS = frozenset("aeioumnrsxy" + "аеиоуыэюяйхмв" + "àéèíóąęłů")  # what endings are made of
_STEM = 5  # letters of a word from which its last two may be an ending, too
_UNSPACED = frozenset({"zh", "ja"})


def find_terms(comparison: Comparison, glossary: Glossary) -> Iterator[Finding]:
    """Yield a finding for every term whose rendering is missing in the text that corresponds, without an id.

    Args:
        comparison: two versions of one text.
        glossary: how terms are to be rendered.

    Raises:
        InputError: the glossary is one of other languages.
    """
    alignment = comparison.alignment
    languages = primary_language(alignment.source.language), primary_language(alignment.target.language)
    glossary = glossary.for_languages(alignment.source.language, alignment.target.language)
    sources = {str(number): term.source for number, term in enumerate(glossary.terms)}
    targets = {str(number): term.target for number, term in enumerate(glossary.terms)}
    tables = _table(languages[0], sources, stems=False), _table(languages[1], targets, stems=True)
    for pair in kept_pairs(comparison):
        hits = [hit for hit in find_phrases(pair.source_text, tables[0]) if _fits(hit, pair.source_text, sources)]
        if not hits:
            continue
        rendered = {hit.key for hit in find_phrases(pair.target_text, tables[1])}
        for hit in _largest(hits):
            if hit.key not in rendered:
                yield _finding(comparison, pair, hit, targets[hit.key])


def _table(language: str, terms: dict[str, tuple[str, ...]], *, stems: bool) -> PhraseTable:
    """Return the terms ready to be found, each as a group of its own."""
    phrases = {key: [_phrase(term, language, stems=stems) for term in listed] for key, listed in terms.items()}
    return make_table(language, phrases, {key: (key, 1) for key in phrases})


def _phrase(term: str, language: str, *, stems: bool) -> str:
    """Return a term as a phrase: with any ending at each word, or at the last one."""
    term = term.lower().replace("…", " ").replace("*", " ").replace("+", " ")
    if language in _UNSPACED:
        return term
    words = term.split()
    if not stems:
        return f"{' '.join(words)}*" if words[-1][-1:].isalnum() else term
    return " ".join(f"{_stem(word)}*" if word[-1:].isalnum() else word for word in words)


def _stem(word: str) -> str:
    return word[:-_ENDING] if len(word) > _STEM else word


def _fits(hit: Hit, text: str, terms: dict[str, tuple[str, ...]]) -> bool:
    """Return whether a term was found with a short ending at most."""
    found = text[hit.start : hit.stop].lower()
    return any(
        len(found) <= len(term) + _ENDING and _OF_ENDINGS.issuperset(found[len(term) :]) for term in terms[hit.key]
    )


def _largest(hits: list[Hit]) -> Iterator[Hit]:
    """Yield the terms that are no part of a longer one, each once."""
    told: set[str] = set()
    for hit in hits:
        inside = any(
            other.start <= hit.start and hit.stop <= other.stop and (other.stop - other.start) > (hit.stop - hit.start)
            for other in hits
        )
        if not inside and hit.key not in told:
            told.add(hit.key)
            yield hit


def _finding(comparison: Comparison, pair: KeptPair, hit: Hit, renderings: tuple[str, ...]) -> Finding:
    alignment = comparison.alignment
    start = alignment.source.chars_over(pair.source).start
    chars = Span(start + hit.start, start + hit.stop)
    term = alignment.source.text[chars.start : chars.stop]
    wanted = " or ".join(f"“{each}”" for each in renderings[:3])
    return Finding(
        check="terminology",
        kind="term-missing",
        severity=Severity.MEDIUM,
        bead=pair.bead,
        source=chars,
        target=alignment.target.chars_over(pair.target),
        probability=round(min(_SURE, pair.probability), 3),
        message=f"“{term}” is to be rendered as {wanted} by the glossary, which the target does not have here",
        evidence=(Evidence("term", "source", chars, term),),
    )
