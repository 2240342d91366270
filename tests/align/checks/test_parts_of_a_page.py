"""Headline, headings, caption, image, its text and the day of publication: what is told when one of them differs."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from align import Document, compare, read_document


@dataclass(frozen=True)
class Page:
    """The parts of an article, without those that are empty."""

    language: str
    headline: str
    day: str
    heading: str
    caption: str
    image: str
    text: str  # three lines

    @property
    def paragraphs(self) -> list[str]:
        """Return the paragraphs of the text."""
        return self.text.splitlines()


ENGLISH = Page(
    "en",
    "Village school opens again after two years",
    "Published 14 March 2024",
    "Cost of the work",
    "The new roof of the school seen from the churchyard",
    "roof.jpg",
    "The village school opened again on Monday. The roof had fallen in during a storm.\n"
    "The county paid for most of the work, and parents collected the rest.\n"
    "About 60 children now learn in four bright rooms. A new kitchen will open in the autumn.",
)
GERMAN = Page(
    "de",
    "Dorfschule öffnet nach zwei Jahren wieder",
    "Veröffentlicht am 14. März 2024",
    "Kosten der Arbeiten",
    "Das neue Dach der Schule vom Friedhof aus gesehen",
    "roof.jpg",
    "Die Dorfschule hat am Montag wieder geöffnet. Das Dach war in einem Sturm eingestürzt.\n"
    "Die Grafschaft bezahlte den größten Teil der Arbeiten, den Rest sammelten die Eltern.\n"
    "Etwa 60 Kinder lernen jetzt in vier hellen Räumen. Im Herbst wird eine neue Küche eröffnet.",
)
BOAT = "Ein Fischerboot verlässt im Morgengrauen den Hafen"


def markdown(page: Page) -> str:
    """Return the page as Markdown; the text of the image is its caption."""
    parts = (
        f"# {page.headline}" if page.headline else "",
        page.day,
        page.paragraphs[0],
        f"![{page.caption}]({page.image})" if page.image else "",
        page.paragraphs[1],
        f"## {page.heading}" if page.heading else "",
        page.paragraphs[2],
    )
    return "\n\n".join(part for part in parts if part)


def html(page: Page) -> str:
    """Return the page as HTML."""
    caption = f"<figcaption>{page.caption}</figcaption>" if page.caption else ""
    parts = (
        f"<h1>{page.headline}</h1>" if page.headline else "",
        f"<p><time>{page.day}</time></p>" if page.day else "",
        f"<p>{page.paragraphs[0]}</p>",
        f"<figure><img src={page.image} alt=''>{caption}</figure>" if page.image else "",
        f"<p>{page.paragraphs[1]}</p>",
        f"<h2>{page.heading}</h2>" if page.heading else "",
        f"<p>{page.paragraphs[2]}</p>",
    )
    return f"<html lang={page.language}><body><article>{''.join(parts)}</article></body></html>"


def kinds(folder: Path, suffix: str, source: Page, target: Page) -> list[str]:
    """Return the kinds and severities of what is found in a page and its translation, in a format."""
    documents: list[Document] = []
    for page in (source, target):
        path = folder / f"{page.language}.{suffix}"
        path.write_text({"md": markdown, "html": html}[suffix](page), encoding="utf-8")
        documents.append(read_document(path))
    return [f"{it.kind} {it.severity.value}" for it in compare(*documents).findings]


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_pages_that_say_the_same_have_no_findings(suffix: str, tmp_path: Path) -> None:
    """In either direction; a day of publication may be later than that of the source."""
    assert kinds(tmp_path, suffix, ENGLISH, GERMAN) == kinds(tmp_path, suffix, GERMAN, ENGLISH) == []
    assert kinds(tmp_path, suffix, ENGLISH, replace(GERMAN, day="Veröffentlicht am 2. Mai 2024")) == []


@pytest.mark.parametrize(
    ("suffix", "changed", "expected"),
    [
        ("md", {"headline": BOAT}, ["headline-changed low"]),
        ("html", {"headline": BOAT}, ["headline-changed low"]),
        ("html", {"headline": ""}, []),
        ("md", {"heading": BOAT}, ["heading low"]),
        ("html", {"heading": BOAT}, ["heading low"]),
        ("md", {"heading": ""}, ["heading medium"]),
        ("md", {"caption": BOAT}, ["image low"]),
        ("md", {"caption": ""}, ["image low"]),
        ("md", {"image": "boat.jpg"}, ["image low"]),
        ("md", {"image": ""}, ["image low"]),
        ("html", {"caption": ""}, ["line-dropped low", "line-added low"]),
    ],
)
def test_a_part_that_differs_is_told_in_both_directions(
    suffix: str, changed: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    """Once, whichever version has it; a text copied without its headline lacks nothing."""
    target = replace(GERMAN, **changed)
    both = kinds(tmp_path, suffix, ENGLISH, target), kinds(tmp_path, suffix, target, ENGLISH)
    assert both == (expected[:1], expected[-1:])


def test_a_translation_is_not_published_before_its_source(tmp_path: Path) -> None:
    """Its day is the wrong one, or the source is no source."""
    earlier = replace(GERMAN, day="Veröffentlicht am 2. Mai 2021")
    assert kinds(tmp_path, "html", ENGLISH, earlier) == ["publication-note-changed low"]
    assert kinds(tmp_path, "html", earlier, ENGLISH) == []
