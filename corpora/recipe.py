"""What a corpus is built from and how: the recipe, from a TOML file and the options of the command."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from align.errors import InputError, OptionError
from align.language import check_language
from corpora.filters import ACTIONS, LIMITS, Limit
from corpora.pairing import PAIRINGS

SIDES = ("both", "either", "source", "target", "off")


@dataclass(frozen=True, slots=True)
class Dedup:
    """How repeated pairs are told.

    Attributes:
        exact: which texts have to be the same, letters and digits alone being compared: both, either, source, target;
            off for none.
        near: which texts have to be nearly the same.
        similarity: from which share of common words (Jaccard) on two texts are nearly the same.
    """

    exact: str = "both"
    near: str = "both"
    similarity: float = 0.9

    def __post_init__(self) -> None:
        """Check the names and the share."""
        for name in ("exact", "near"):
            _one_of(f"dedup.{name}", getattr(self, name), SIDES)
        _share("dedup.similarity", self.similarity)


@dataclass(frozen=True, slots=True)
class Splits:
    """Shares of the pairs for development and test, and the seed of their choice."""

    dev: float = 0.05
    test: float = 0.05
    seed: int = 0

    def __post_init__(self) -> None:
        """Check the shares."""
        for name in ("dev", "test"):
            _share(f"splits.{name}", getattr(self, name))
        if self.dev + self.test >= 1.0:
            raise OptionError(f"expected splits.dev and splits.test below 1 together, found {self.dev} and {self.test}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All that decides what is in a corpus.

    Attributes:
        inputs: folders and files with documents.
        output: the folder of the corpus.
        languages: tags, source first; empty for all that are found.
        pair: a name in `PAIRINGS`; empty for the manifest if there is one, else names and then content.
        manifest: a table of pairs.
        overlap: files with a text a line; what is in the corpus and there, too, is removed.
        segmented: the documents have one sentence a line.
        keep_furniture: everything in a document counts as article text.
        filters: the limit of each filter.
        dedup: how repeated pairs are told.
        splits: shares for development and test.
    """

    inputs: tuple[Path, ...] = ()
    output: Path
    languages: tuple[str, ...] = ()
    pair: str = ""
    manifest: Path | None = None
    overlap: tuple[Path, ...] = ()
    segmented: bool = False
    keep_furniture: bool = False
    filters: Mapping[str, Limit] = field(default_factory=lambda: dict(LIMITS))
    dedup: Dedup = field(default_factory=Dedup)
    splits: Splits = field(default_factory=Splits)

    def __post_init__(self) -> None:
        """Check what has to go together."""
        if self.pair:
            _one_of("--pair", self.pair, tuple(PAIRINGS))
        if self.pair == "manifest" and self.manifest is None:
            raise OptionError("expected a table of pairs for --pair manifest, found none; give --manifest FILE.tsv")
        if self.manifest is not None and self.pair not in {"", "manifest"}:
            raise OptionError(f"expected --pair manifest with --manifest, found --pair {self.pair}; leave one out")
        if len(self.languages) == 1:
            raise OptionError(f"expected two languages or more, such as en,fr, found {self.languages[0]}")
        if not self.inputs and self.manifest is None:
            raise OptionError("expected folders or files with documents, found none; name one")
        if self.output.resolve() in {path.resolve() for path in self.inputs}:
            raise OptionError(f"expected a folder of its own for the corpus, found that of documents: {self.output}")

    @property
    def ways(self) -> tuple[str, ...]:
        """Return how documents are paired, in this order."""
        if self.pair:
            return (self.pair,)
        return ("manifest",) if self.manifest else ("names", "content")


def read_recipe(path: Path, **given: Any) -> Recipe:
    """Return the recipe of a TOML file.

    Args:
        path: of the file; paths in it start from its folder.
        given: fields of `Recipe`, which outrank the file.

    Raises:
        InputError: the file cannot be read, or has a key that nobody knows or a value that makes no sense.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: expected a recipe in TOML, found: {error}") from None
    known = [field.name for field in fields(Recipe)]
    _check_keys(told, known, str(path))
    try:
        made = {name: _value(name, value, path) for name, value in told.items()}
        return Recipe(**{**made, **given})
    except OptionError as error:
        raise InputError(f"{path}: {error}") from None
    except TypeError:
        raise InputError(f"{path}: expected an output folder, found none; give -o DIR") from None


def check_languages(tags: str) -> tuple[str, ...]:
    """Return the tags of a list with commas.

    >>> check_languages("en, pt-br")
    ('en', 'pt-BR')
    """
    return tuple(check_language(tag.strip()) for tag in tags.split(",") if tag.strip())


def _value(name: str, value: Any, path: Path) -> Any:
    """Return the value of a field of the recipe."""
    if name in {"inputs", "overlap", "languages"}:
        _is(name, value, list, "a list")
        if name == "languages":
            return tuple(check_language(str(tag)) for tag in value)
        return tuple(path.parent / str(item) for item in value)
    if name in {"output", "manifest"}:
        _is(name, value, str, "a path")
        return path.parent / value
    if name in {"dedup", "splits"}:
        _is(name, value, dict, "a table")
        kind: Any = {"dedup": Dedup, "splits": Splits}[name]
        _check_keys(value, [field.name for field in fields(kind)], name)
        return kind(**{key: _like(f"{name}.{key}", item, getattr(kind(), key)) for key, item in value.items()})
    if name == "filters":
        _is(name, value, dict, "a table")
        return _filters(value)
    return _like(name, value, "" if name == "pair" else False)


def _filters(told: Mapping[str, Any]) -> dict[str, Limit]:
    """Return the limits: those of the recipe, and the usual ones of other filters."""
    _check_keys(told, list(LIMITS), "filters")
    limits = dict(LIMITS)
    for name, value in told.items():
        limit = limits[name]
        _is(f"filters.{name}", value, dict, "a table")
        _check_keys(value, [limit.side, "action"], f"filters.{name}")
        action = _one_of(f"filters.{name}.action", value.get("action", limit.action), ACTIONS)
        bound = _like(f"filters.{name}.{limit.side}", value.get(limit.side, limit.value), 0.0)
        limits[name] = replace(limit, value=bound, action=action)
    return limits


def _check_keys(told: Mapping[str, Any], known: list[str], where: str) -> None:
    """Refuse a key that nobody knows, with the nearest that there is."""
    for key in told:
        if key not in known:
            near = get_close_matches(key, known, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            raise InputError(f"{where}: expected a known key, found {key!r}; {hint}")


def _is(name: str, value: Any, kind: type, wanted: str) -> None:
    if not isinstance(value, kind):
        raise OptionError(f"expected {wanted} for {name}, found {value!r}")


def _like(name: str, value: Any, usual: Any) -> Any:
    """Return a value that has the type of the usual one; a whole number is a number, too."""
    if isinstance(usual, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    _is(
        name,
        value,
        type(usual),
        {"float": "a number", "int": "a whole number", "bool": "true or false"}.get(type(usual).__name__, "a word"),
    )
    return value


def _one_of(name: str, value: Any, choices: tuple[str, ...]) -> str:
    if value not in choices:
        near = get_close_matches(str(value), choices, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise OptionError(f"expected one of {', '.join(choices)} for {name}, found {value!r}{hint}")
    return str(value)


def _share(name: str, value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise OptionError(f"expected a share from 0 to 1 for {name}, found {value}")
