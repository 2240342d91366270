"""The hand-made truth of the sample articles in `seeds/`: what a version made of every sentence."""

import tomllib
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
HEADER = ("fate", "source", "target", "note")
JOINT = " || "
ASIDE = frozenset({"headline", "furniture"})

# How many entries a fate has on either side: least source, most source, least target, most target.
_MANY = 99
_SHAPES = {
    "kept": (1, 1, 1, 1),
    "merged": (2, _MANY, 1, 1),
    "split": (1, 1, 2, _MANY),
    "moved": (1, _MANY, 1, _MANY),
    "dropped": (1, 1, 0, 0),
    "added": (0, 0, 1, 1),
    "headline": (0, 1, 0, 1),
    "furniture": (0, 1, 0, 1),
}


@dataclass(frozen=True, slots=True)
class TruthRow:
    """One bead of the truth; `source` and `target` hold how its sentences begin."""

    fate: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    note: str

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the single remarks of the note."""
        return tuple(part for part in self.note.split("; ") if part)


def read_truth(path: Path) -> tuple[TruthRow, ...]:
    """Read a truth file.

    Raises:
        ValueError: a line is not as `seeds/README.md` says; the message tells file and line number.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines.pop():
        raise ValueError(f"{path}:{len(lines) + 1}: expected a newline at the end of the file")
    rows: list[TruthRow] = []
    for number, line in enumerate(lines, start=1):
        fields = line.split("\t")
        try:
            if number == 1:
                _check_header(fields)
            else:
                rows.append(_row(fields))
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from None
    if not rows:
        raise ValueError(f"{path}:1: expected rows below the header, found none")
    return tuple(rows)


def _check_header(fields: list[str]) -> None:
    if tuple(fields) != HEADER:
        raise ValueError(f"expected the header {HEADER}, found {tuple(fields)}")


def _row(fields: list[str]) -> TruthRow:
    if len(fields) != len(HEADER):
        raise ValueError(f"expected {len(HEADER)} columns, found {len(fields)}")
    fate, source, target, note = fields
    if fate not in _SHAPES:
        raise ValueError(f"expected a fate out of {', '.join(_SHAPES)}, found {fate!r}")
    row = TruthRow(fate, _beginnings(source), _beginnings(target), note)
    least_source, most_source, least_target, most_target = _SHAPES[fate]
    fits = least_source <= len(row.source) <= most_source and least_target <= len(row.target) <= most_target
    if not fits or not (row.source or row.target):
        raise ValueError(f"{fate!r} cannot have the shape {len(row.source)}-{len(row.target)}")
    return row


def _beginnings(field: str) -> tuple[str, ...]:
    if not field:
        return ()
    beginnings = tuple(field.split(JOINT))
    if any(beginning != beginning.strip() or not beginning for beginning in beginnings):
        raise ValueError(f"expected beginnings joined by {JOINT!r}, found {field!r}")
    return beginnings


@dataclass(frozen=True, slots=True)
class Version:
    """One file of an article."""

    path: Path
    language: str
    role: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files that are compared; without `truth` they are no versions of one text."""

    source: Path
    target: Path
    verdict: str
    truth: Path | None
    planted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One sample article."""

    name: str
    genre: str
    versions: tuple[Version, ...]
    pairs: tuple[Pair, ...]


def read_manifest(seeds: Path = SEEDS) -> tuple[tuple[Article, ...], tuple[Pair, ...]]:
    """Return the articles of the manifest and the pairs that are not versions of one text."""
    manifest = tomllib.loads((seeds / "manifest.toml").read_text(encoding="utf-8"))
    articles = []
    for article in manifest["article"]:
        home = seeds / article["name"]
        versions = tuple(Version(home / it["file"], it["language"], it["role"]) for it in article["version"])
        pairs = tuple(
            Pair(home / it["source"], home / it["target"], it["verdict"], home / it["truth"], tuple(it["planted"]))
            for it in article.get("pair", [])
        )
        articles.append(Article(article["name"], article["genre"], versions, pairs))
    negatives = tuple(
        Pair(seeds / it["source"], seeds / it["target"], it["verdict"], None, ()) for it in manifest["negative"]
    )
    return tuple(articles), negatives


def visible_text(path: Path) -> str:
    """Return what a person sees of a file, page furniture included; of plain text and Markdown, the file as it is."""
    if path.suffix == ".html":
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        page.close()
        return "".join(page.parts)
    if path.suffix == ".docx":
        import docx

        return "\n".join(str(paragraph.text) for paragraph in docx.Document(str(path)).paragraphs)
    return path.read_text(encoding="utf-8")


def entries(text: str, beginnings: list[str]) -> dict[str, str]:
    """Return the text of every entry: from its beginning to where the next one begins, or to the end.

    >>> entries("It rains. It pours.", ["It pours", "It rains"])
    {'It rains': 'It rains. ', 'It pours': 'It pours.'}
    """
    places = sorted((text.index(beginning), beginning) for beginning in beginnings)
    stops = [*(start for start, _ in places[1:]), len(text)]
    return {beginning: text[start:stop] for (start, beginning), stop in zip(places, stops, strict=True)}


class _Page(HTMLParser):
    """Collects the text of a page that is not in its head, a style or a script."""

    hidden = frozenset({"head", "style", "script"})
    inline = frozenset({"a", "b", "em", "i", "li", "span", "strong", "time"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag in self.hidden

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in self.hidden
        if tag not in self.inline:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self.parts.append(data)
