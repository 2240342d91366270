"""The verdict as one sentence for a person: complete, shortened, expanded, an excerpt, reordered, and so on.

All counts are those of the rows below it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from align.bitext import Comparison, Document, Fate, Role, Span, Verdict
from align.language import language_name, primary_language
from align.passages import moves_of_beads
from align.replacements import find_replacements, replaced_beads, replaced_sentences
from align.report.terminal.look import is_doubtful
from align.report.wording import count, numbers
from align.untranslated import find_untranslated

_DIFFERENT = {
    Verdict.SAME: "complete: every sentence of either version is in the other one.",
    Verdict.RELATED: (
        "two different articles on a related subject. They are not shown side by side, because a row would claim a "
        "correspondence that is not there."
    ),
    Verdict.UNRELATED: "two different articles that have nothing to do with each other. There is nothing to show.",
}


@dataclass(frozen=True, slots=True)
class _Part:
    """One difference: what it makes of the version, and how many sentences."""

    word: str
    fact: str


def verdict_in_words(comparison: Comparison, dash: str) -> str:
    """Return the verdict as one sentence.

    Args:
        comparison: whose verdict it is.
        dash: what stands between the numbers of the first and the last sentence of an excerpt.
    """
    if comparison.verdict in _DIFFERENT:
        return _DIFFERENT[comparison.verdict]
    parts = list(_parts(comparison, dash))
    words, facts = [part.word for part in parts], [part.fact for part in parts]
    doubtful = sum(map(is_doubtful, comparison.alignment.beads, comparison.fates))
    if doubtful:
        facts.append(f"{count(doubtful, 'row')} in doubt")
    lines = sum(finding.check == "outside" for finding in comparison.findings)
    if lines:
        facts.append(f"{count(lines, 'line')} outside the article {'differs' if lines == 1 else 'differ'}")
    facts += _structure(comparison)
    others = [it for it in comparison.findings if it.kind not in _TOLD and it.check != "structure"]
    if others:
        facts.append(count(len(others), "other finding"))
    if not words:
        words = ["perhaps complete" if doubtful else "complete in its sentences"]
    return f"{_listed(words)}: {', '.join(facts)}." if facts else f"{_listed(words)}."


_PLURALS = {"heading": "headings", "table": "tables", "image": "images", "link": "links", "macro": "macros"}
_TOLD = frozenset({"dropped", "added", "moved", "replaced", "untranslated", "line-dropped", "line-added"})


def _structure(comparison: Comparison) -> list[str]:
    """Return one fact about what is different beside the text; none where nothing is."""
    kinds = Counter(finding.kind for finding in comparison.findings if finding.check == "structure")
    if not kinds:
        return []
    counts = (f"{number} in {_PLURALS.get(kind, kind)}" for kind, number in kinds.items())
    noun = "difference" if next(iter(kinds.values())) == 1 else "differences"
    return [", ".join(counts).replace(" in ", f" {noun} in ", 1)]


def _parts(comparison: Comparison, dash: str) -> Iterator[_Part]:
    """Yield the differences, the gravest first."""
    alignment, fates = comparison.alignment, comparison.fates
    in_all = comparison.source_coverage.segments_in_all, comparison.target_coverage.segments_in_all
    left = len(find_untranslated(alignment.source, alignment.target))
    if left:
        language = language_name(primary_language(alignment.source.language))
        amount = "mostly " if 2 * left > in_all[1] else "partly "
        yield _Part(
            f"{'' if left == in_all[1] else amount}untranslated", f"{_share(left, in_all[1])} still in {language}"
        )
    missing, added = _lost(comparison)
    excerpt = _excerpt(comparison, dash) if missing else ""
    if excerpt:
        yield _Part("an excerpt", excerpt)
    elif missing:
        yield _Part("shortened", f"{_share(missing, in_all[0])} missing")
    if added:
        yield _Part("expanded", f"{count(added, 'sentence')} {'was' if added == 1 else 'were'} added")
    replaced = sum(replaced_sentences(alignment, each)[0] for each in find_replacements(alignment, fates))
    if replaced:
        yield _Part("changed", f"{count(replaced, 'sentence')} {'was' if replaced == 1 else 'were'} replaced")
    moves = moves_of_beads(alignment)
    moved = len({moves[number] for number, fate in enumerate(fates) if fate is Fate.MOVED})
    if moved:
        yield _Part("reordered", f"{count(moved, 'sentence')} {'stands' if moved == 1 else 'stand'} in another place")


def _share(part: int, whole: int) -> str:
    if part == whole:
        return "its only sentence is" if whole == 1 else f"all {whole} sentences are"
    return f"{part} of {count(whole, 'sentence')} {'is' if part == 1 else 'are'}"


def _lost(comparison: Comparison) -> tuple[int, int]:
    """Return how many sentences were dropped and added, what was replaced or left untranslated aside."""
    alignment, fates = comparison.alignment, comparison.fates
    told = replaced_beads(alignment, fates)
    untranslated = find_untranslated(alignment.source, alignment.target)
    missing = added = 0
    for number, (bead, fate) in enumerate(zip(alignment.beads, fates, strict=True)):
        if number not in told and fate is Fate.DROPPED:
            missing += _sentences(alignment.source, set(range(bead.source.start, bead.source.stop)))
        elif number not in told and fate is Fate.ADDED:
            added += _sentences(alignment.target, set(range(bead.target.start, bead.target.stop)) - untranslated)
    return missing, added


def _sentences(document: Document, numbered: set[int]) -> int:
    return sum(document.segments[number].role is Role.BODY for number in numbered)


def _excerpt(comparison: Comparison, dash: str) -> str:
    """Return which sentences of the source a target has that has but one passage of it, half of it at most."""
    document = comparison.alignment.source
    linked = [
        bead.source
        for bead, fate in zip(comparison.alignment.beads, comparison.fates, strict=True)
        if bead.source and bead.target and fate is not Fate.ASIDE
    ]
    if not linked or Fate.MOVED in comparison.fates:
        return ""
    passage = Span(linked[0].start, linked[-1].stop)
    body = _sentences(document, set(range(passage.start, passage.stop)))
    have = sum(_sentences(document, set(range(span.start, span.stop))) for span in linked)
    if have < body or 2 * body > comparison.source_coverage.segments_in_all:
        return ""
    noun = "sentence" if len(passage) == 1 else "sentences"
    return f"{noun} {numbers(passage, dash)} of {len(document.segments)}"


def _listed(words: list[str]) -> str:
    """Return words as one phrase.

    >>> _listed(["shortened", "changed", "reordered"])
    'shortened, changed and reordered'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
