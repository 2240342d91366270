"""Which pairs an audit is about, and how each of them is compared."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from align.abilities import abilities
from align.bitext import Comparison, Document
from align.checks import named_findings
from align.command.many import Pair, pairs_of
from align.comparison import compare
from align.encoding import Encoder
from align.errors import InputError, OptionError
from align.lexica import Lexicon, using

_STAR = re.compile(r"\*\*/?|\*")
ReadPair = Callable[[Path, Path], tuple[Document, Document]]


def named_pairs(source: Path | None, target: Path | None, manifest: Path | None) -> tuple[list[Pair], bool]:
    """Return the pairs that arguments name, and whether it is one pair alone.

    Args:
        source: a document, a folder or a pattern with stars.
        target: the same.
        manifest: a table of pairs.

    Raises:
        OptionError: nothing names a pair, or a source without a target.
    """
    if manifest is not None and (source is not None or target is not None):
        raise OptionError(f"expected --pairs alone, found {source or target}, too; leave one of them out")
    if manifest is None and source is not None and target is None:
        raise OptionError(f"expected two versions, found {source} alone; name the other one, or --pairs with a table")
    if source is not None and target is not None and not (source.is_dir() and target.is_dir()):
        if "*" in str(source) and not source.exists():
            return list(pairs_of_patterns(str(source), str(target))), False
        return [Pair(source, target, str(target))], True
    return pairs_of(source, target, manifest), False


def pairs_of_patterns(source: str, target: str) -> Iterator[Pair]:
    """Yield the pairs of files that two patterns name: what the stars of the first stand for goes into the second.

    Args:
        source: such as `docs/*.en.md` or `en/**/*.md`.
        target: a pattern with as many stars.

    Raises:
        OptionError: the patterns do not have the same number of stars, or no file is called so.
    """
    source = source.removeprefix("./")
    stars = _STAR.findall(source)
    if len(_STAR.findall(target)) != len(stars):
        raise OptionError(
            f"expected patterns with as many stars, found {source} and {target}; quote them for the shell"
        )
    parts = map(re.escape, _STAR.split(source))
    groups = (r"(.*)" if star == "**" else r"((?:.*/)?)" if star == "**/" else r"([^/]*)" for star in stars)
    pattern = re.compile(next(parts) + "".join(group + part for group, part in zip(groups, parts, strict=True)))
    root = Path(source[: source.index("*")].rpartition("/")[0])
    found = 0
    for path in sorted(root.rglob("*")):
        match = pattern.fullmatch(path.as_posix())
        if match is None or not path.is_file():
            continue
        filled = iter(match.groups())
        other = Path(_STAR.sub(lambda _, filled=filled: next(filled), target))  # type: ignore[misc]
        if other.is_file():
            found += 1
            yield Pair(path, other, str(other))
    if not found:
        raise OptionError(f"expected files called as {source} with a partner called as {target}, found none")


@dataclass(frozen=True, slots=True)
class Comparing:
    """How a pair is compared.

    Attributes:
        read: reads both documents.
        aligner: its name.
        encoder: what gives the vectors; the embedded one for None.
        since: the old source, or a folder of old sources; None if nobody names one.
        folder: of the sources, if the pairs are those of two folders.
        glossary: how terms are to be rendered; None for no matter how.
        lexica: the user's own, which take the place of ours.
    """

    read: ReadPair
    aligner: str
    encoder: Encoder | None
    since: Path | None
    folder: Path | None
    glossary: Path | None
    lexica: tuple[Lexicon, ...]

    def __call__(self, pair: Pair) -> Comparison:
        """Return the comparison of a pair; with an older source only what has changed since then."""
        with using(*self.lexica):
            return self._compared(pair)

    def _compared(self, pair: Pair) -> Comparison:
        from align.command.commits import source_at_commit
        from align.command.stale import find_stale, with_stale

        source, target = self.read(pair.source, pair.target)
        comparison = compare(source, target, aligner=self.aligner, encoder=self.encoder)
        if self.glossary is not None and comparison.are_versions:
            comparison = _with_terms(comparison, self.glossary)
        if self.since is not None:
            old, _ = self.read(self._old(pair.source), pair.target)
            return find_stale(old, comparison, aligner=self.aligner, encoder=self.encoder)
        with source_at_commit(pair.source, pair.target) as path:
            if path is None:
                return comparison
            old, _ = self.read(path, pair.target)
        return with_stale(comparison, find_stale(old, comparison, aligner=self.aligner, encoder=self.encoder))

    def checked(self, comparison: Comparison) -> list[tuple[str, str]]:
        """Return what was and what was not checked of a pair."""
        with using(*self.lexica):
            return abilities(comparison.alignment.source.language, comparison.alignment.target.language)

    def _old(self, source: Path) -> Path:
        """Return the file of the old source."""
        assert self.since is not None
        if not self.since.is_dir():
            return self.since
        path = self.since / (source.relative_to(self.folder) if self.folder else source.name)
        if not path.is_file():
            raise InputError(f"{path}: expected the old source of {source}, found no such file")
        return path


def _with_terms(comparison: Comparison, path: Path) -> Comparison:
    """Return a comparison with what a glossary has to say of it."""
    from align.checks.terminology import find_terms
    from align.lexica.glossary import read_glossary

    alignment = comparison.alignment
    glossary = read_glossary(path, alignment.source.language, alignment.target.language)
    found = (*comparison.findings, *find_terms(comparison, glossary))
    return replace(comparison, findings=named_findings(comparison, found))
