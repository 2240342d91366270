"""Ten web pages of ten makes in ten languages, each compared with the clean text of a translation.

The pages in `pages/` have consent notices, paths, share bars, boxes, newsletters, related articles, comments. Nothing
of that may be taken for article text, no box of prose for furniture, and every planted omission is found.
"""

from functools import cache
from pathlib import Path

import pytest

from align import compare, read_document
from align.bitext import Comparison, Document, Fate, Role, Severity
from tests.align.reading.planted import PLANTED

FOLDER = Path(__file__).parent / "pages"
PAGES = sorted(FOLDER.glob("*.html"))
OMISSIONS = [(page, *pair) for page, pairs in PLANTED.items() for pair in pairs]
DATES = {"en-news": "2024-03-18", "fr-wordpress": "2023-11-05", "de-zeitung": "2022-10-02", "es-diario": "2024-04-22"}
DATES |= {"ja-blog": "2022-03-24", "pt-jornal": "2023-08-10", "ru-portal": "14 июля 2021", "zh-portal": "2023年5月6日"}
DATES |= {"it-rivista": "12 settembre 2020", "nl-handleiding": ""}
AUTHORS = {"en-news": "Maud Ferrier", "fr-wordpress": "Odile Marchais", "de-zeitung": "Jutta Brehm"}
AUTHORS |= {"pt-jornal": "Luísa Tavares", "it-rivista": "Piero Santelli", "zh-portal": "李文清"}
FOUND = {Fate.KEPT, Fate.MERGED, Fate.SPLIT}


def clean(page: str) -> Path:
    """Return the clean text that belongs to a page."""
    return next(FOLDER.glob(f"{page}.*.txt"))


@cache
def read(path: Path) -> Document:
    """Return a document, read once."""
    return read_document(path)


def without(path: Path, sentence: str, folder: Path) -> Document:
    """Return a document without one of its sentences."""
    text = path.read_text(encoding="utf-8")
    assert text.count(sentence) == 1, f"{path.name}: expected the sentence once: {sentence}"
    changed = folder / path.name
    changed.write_text(text.replace(sentence, ""), encoding="utf-8")
    return read_document(changed)


def unmatched(comparison: Comparison) -> list[tuple[Fate, str]]:
    """Return article text without a sure counterpart."""
    found = []
    for bead, fate in zip(comparison.alignment.beads, comparison.fates, strict=True):
        sides = ((comparison.alignment.source, bead.source), (comparison.alignment.target, bead.target))
        segments = [each for side, span in sides for each in side.segments[span.start : span.stop]]
        if fate not in FOUND and any(each.role is Role.BODY for each in segments):
            found.append((fate, " ".join(each.text for each in segments)))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_and_its_clean_text_have_no_difference(page: Path) -> None:
    """All article text has a counterpart, and nothing of weight is reported."""
    comparison = compare(read(page), read(clean(page.stem)))
    assert unmatched(comparison) == []
    assert [finding for finding in comparison.findings if finding.severity is not Severity.LOW] == []


@pytest.mark.parametrize(
    ("page", "there", "here"), OMISSIONS, ids=[f"{page}-{there[:20]}" for page, there, _ in OMISSIONS]
)
def test_what_the_clean_text_lacks_is_found(page: str, there: str, here: str, tmp_path: Path) -> None:
    """A sentence of the page, in a paragraph or in a box, is reported as dropped, and nothing else is."""
    comparison = compare(read(FOLDER / f"{page}.html"), without(clean(page), here, tmp_path))
    assert unmatched(comparison) == [(Fate.DROPPED, there)]


@pytest.mark.parametrize(
    ("page", "there", "here"), OMISSIONS, ids=[f"{page}-{there[:20]}" for page, there, _ in OMISSIONS]
)
def test_what_the_page_lacks_is_found(page: str, there: str, here: str, tmp_path: Path) -> None:
    """A sentence of the clean text is reported as added, and nothing of the page is taken for it."""
    comparison = compare(without(FOLDER / f"{page}.html", there, tmp_path), read(clean(page)))
    assert unmatched(comparison) == [(Fate.ADDED, here)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_title_author_and_date_are_those_of_the_article(page: Path) -> None:
    """Neither a notice nor a comment nor another article gives its own."""
    text, meta = page.read_text(encoding="utf-8"), read(page).meta
    assert len(meta.title) > 1
    assert f">{meta.title}</h" in text
    assert AUTHORS.get(page.stem, "") in meta.byline
    assert meta.date == DATES[page.stem]
