"""The sample articles in `seeds/` with their hand-made truth, as pairs to score (`seeds/README.md` tells the format).

The truth says how each sentence begins, whatever cuts it. A segment as we cut it stands for the sentences that begin in
it, or for the one that it continues; what shares a sentence is a bead. Page furniture is not scored as beads, but its
role is.
"""

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from align.bitext import Document, Role
from align.documents import read_document
from align.errors import InputError
from eval.gold.sets import GoldPair, Link, read_lines, spread_nulls
from eval.near.draft import Draft, Piece, read_truth
from eval.project import ROOT

SEEDS = ROOT / "seeds"
_HEADER = ["fate", "source", "target", "note"]
_JOINT = " || "
_FURNITURE, _MOVED = "furniture", "moved"
_ARTICLE = frozenset({Role.HEADLINE, Role.HEADING, Role.BODY})


@dataclass(frozen=True, slots=True)
class SeedPair:
    """Two files that are compared; without `truth` they are no versions of one text."""

    source: Path
    target: Path
    verdict: str
    truth: Path | None


@dataclass(frozen=True, slots=True)
class Row:
    """One bead of the truth: how its sentences begin on either side."""

    fate: str
    source: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeedGold:
    """The truth over the segments of two documents.

    Attributes:
        pair: the segments that are no furniture, and their links.
        moves: as in `eval.near.draft.read_truth`.
        ids: which segment of the document each sentence of the pair is, for source and target.
        roles_right: of how many segments of both documents furniture was told from the rest.
        roles: how many there are.
    """

    pair: GoldPair
    moves: tuple[Link, ...]
    ids: tuple[tuple[int, ...], tuple[int, ...]]
    roles_right: int
    roles: int

    def judged(self, links: tuple[Link, ...]) -> tuple[Link, ...]:
        """Return links over segments as links over the sentences of the pair; furniture is left out of them."""
        places = [{segment: number for number, segment in enumerate(ids)} for ids in self.ids]
        kept = []
        for link in links:
            source, target = (
                tuple(place[number] for number in side if number in place)
                for side, place in zip(link, places, strict=True)
            )
            if source or target:
                kept.append((source, target))
        return spread_nulls(kept)


def read_seeds(folder: Path = SEEDS) -> tuple[SeedPair, ...]:
    """Return all pairs of the manifest: those with a truth, and pairs of different articles.

    Raises:
        InputError: there is no manifest.
    """
    path = folder / "manifest.toml"
    manifest = tomllib.loads("\n".join(read_lines(path)))
    pairs = []
    for article in manifest["article"]:
        home = folder / article["name"]
        for pair in article.get("pair", []):
            truth = home / pair["truth"]
            pairs.append(SeedPair(home / pair["source"], home / pair["target"], pair["verdict"], truth))
    for pair in manifest["negative"]:
        pairs.append(SeedPair(folder / pair["source"], folder / pair["target"], pair["verdict"], None))
    return tuple(pairs)


def digest_seeds(folder: Path = SEEDS) -> str:
    """Return 12 hexadecimal digits that change with any file of the sample articles."""
    total = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]


def read_rows(path: Path) -> tuple[Row, ...]:
    """Return the rows of a truth file.

    Raises:
        InputError: with file and line, for one that is not as it should be.
    """
    rows = []
    for number, line in enumerate(read_lines(path), start=1):
        fields = line.split("\t")
        if len(fields) != len(_HEADER) or (number == 1 and fields != _HEADER):
            raise InputError(f"{path}:{number}: expected the columns {' '.join(_HEADER)}, found {line[:60]!r}")
        if number > 1:
            sides = [tuple(field.split(_JOINT)) if field else () for field in fields[1:3]]
            rows.append(Row(fields[0], sides[0], sides[1]))
    return tuple(rows)


def read_sides(pair: SeedPair) -> tuple[Document, Document]:
    """Return both documents as the command reads them."""
    return read_document(pair.source), read_document(pair.target)


def seed_gold(name: str, source: Document, target: Document, rows: tuple[Row, ...]) -> SeedGold:
    """Return the truth over the segments of two documents.

    Raises:
        InputError: a sentence of the truth is not in its document.
    """
    pieces: list[list[Piece]] = []
    ids: list[tuple[int, ...]] = []
    right = 0
    furniture = {key for key, row in enumerate(rows) if row.fate == _FURNITURE}
    sides = [row.source for row in rows], [row.target for row in rows]
    for document, beginnings in zip((source, target), sides, strict=True):
        held = _hold(document, beginnings, furniture)
        kept = [number for number, keys in enumerate(held) if keys - furniture]
        pieces.append(
            [Piece(document.segments[number].text, tuple(sorted(held[number] - furniture))) for number in kept]
        )
        ids.append(tuple(kept))
        right += sum(
            (segment.role in _ARTICLE) == bool(keys - furniture)
            for segment, keys in zip(document.segments, held, strict=True)
        )
    draft = Draft((source.language, target.language), (pieces[0], pieces[1]))
    draft.moved.update(key for key, row in enumerate(rows) if row.fate == _MOVED)
    links, moves = read_truth(draft)
    texts = [tuple(piece.text for piece in side) for side in pieces]
    pair = GoldPair(name, source.language, target.language, texts[0], texts[1], links)
    return SeedGold(pair, moves, (ids[0], ids[1]), right, len(source.segments) + len(target.segments))


def _hold(document: Document, beginnings: list[tuple[str, ...]], furniture: set[int]) -> list[set[int]]:
    """Return for each segment the rows of the sentences that begin in it, or of the one that it continues."""
    places = []
    for key, row in enumerate(beginnings):
        for beginning in row:
            place = document.text.find(beginning)
            if place >= 0:
                places.append((place, key))
            elif key not in furniture:
                raise InputError(f"{document.name}: expected a sentence that begins with {beginning!r}, found none")
    places.sort()
    held = []
    for segment in document.segments:
        keys = {key for place, key in places if segment.chars.start <= place < segment.chars.stop}
        before = [key for place, key in places if place < segment.chars.start]
        held.append(keys or set(before[-1:]))
    return held
