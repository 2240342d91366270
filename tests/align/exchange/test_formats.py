"""The contract of the table of formats: what each keeps of units, and that a wrong file is one line."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.errors import InputError
from align.exchange import FORMATS, LADDERS, Side, Unit, read_units, write_units
from tests.align.exchange.tmx_rules import broken_rules
from tests.align.hostile import TEXTS

OF_TEXTS = [name for name in FORMATS if name not in LADDERS]
NUMBERS = st.integers(0, 10_000).map(lambda value: value / 10_000)
WORDS = st.text(max_size=8)
NAMES = st.sampled_from(["note", "@changeid", "x-domain", "client \x1b"])


@st.composite
def units(draw: st.DrawFn, sides: int | None = None) -> Unit:
    """Draw a unit with texts of any kind."""
    count = sides or draw(st.integers(1, 4))
    languages = draw(st.permutations(["en", "fr", "zh-Hans", "pt-BR"]))[:count]
    texts = [Side(f"x{draw(TEXTS)}x", language, document=draw(WORDS)) for language in languages]
    properties = draw(st.dictionaries(NAMES, WORDS, max_size=2))
    return Unit(
        tuple(texts),
        id=draw(WORDS),
        probability=draw(st.none() | NUMBERS),
        score=draw(st.none() | NUMBERS),
        fate=draw(st.sampled_from(["", "kept"])),
        label=draw(WORDS),
        scores=tuple(draw(st.dictionaries(st.sampled_from(["length", "script"]), NUMBERS)).items()),
        properties=tuple(properties.items()),
    )


def converted(found: Sequence[Unit], name: str, folder: Path) -> list[Unit]:
    """Return units as they come back from a file."""
    assert write_units(found, folder / "units", name) == len(found)
    return list(read_units(folder / "units", name))


def simple(unit: Unit) -> tuple[object, ...]:
    """Return what a table of two versions keeps of a unit."""
    sides = [(side.text, side.language, side.document) for side in unit.sides]
    return sides, unit.id, unit.probability, unit.score, unit.fate, unit.role, unit.verdict, unit.label


@given(found=st.lists(units(), max_size=4))
def test_json_lines_keep_everything(found: list[Unit], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any number of versions, any character."""
    assert converted(found, "jsonl", tmp_path_factory.mktemp("units")) == found


@given(found=st.lists(units(2), max_size=4))
def test_tab_separated_texts_come_back(found: list[Unit], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Also those with control characters, and those that begin like a formula or like a guarded one."""
    guarded = [replace(unit, label=f"''={unit.label}", fate="=1+1") for unit in found]
    back = converted(guarded, "tsv", tmp_path_factory.mktemp("units"))
    assert [simple(unit) for unit in back] == [simple(unit) for unit in guarded]


@given(found=st.lists(units(), max_size=4))
def test_translation_memories_are_valid_and_come_back(
    found: list[Unit], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """TMX to JSON lines and back is the same file, and valid; what XML cannot hold becomes visible once."""
    folder = tmp_path_factory.mktemp("units")
    assert write_units(found, folder / "a.tmx") == len(found)
    assert broken_rules((folder / "a.tmx").read_bytes()) == []
    write_units(read_units(folder / "a.tmx"), folder / "b.jsonl")
    write_units(read_units(folder / "b.jsonl"), folder / "c.tmx")
    assert (folder / "c.tmx").read_bytes() == (folder / "a.tmx").read_bytes()
    assert list(read_units(folder / "b.jsonl")) == list(read_units(folder / "a.tmx"))


def test_parquet_keeps_texts_and_scores(tmp_path: Path) -> None:
    """Rows in groups, and a lone surrogate made visible."""
    unit = Unit((Side("Rain.", "en", "a"), Side("Pluie \ud800.", "fr")), "7", 1 / 3, fate="kept", scores=(("x", 0.1),))
    back = converted([unit, replace(unit, id="8")], "parquet", tmp_path)
    assert [simple(found)[1:] for found in back] == [simple(unit)[1:], ("8", *simple(unit)[2:])]
    assert back[0].scores == unit.scores
    assert back[0].sides[1].text == "Pluie \\ud800."


@given(found=st.lists(units(2).map(lambda unit: unit.sides), min_size=1, max_size=4))
def test_moses_has_a_line_a_text(found: list[tuple[Side, ...]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """No character of a text makes two lines of it."""
    folder = tmp_path_factory.mktemp("units")
    same = [Unit(tuple(replace(s, language=t) for s, t in zip(sides, ("de", "cs"), strict=True))) for sides in found]
    assert write_units(same, folder / "units.moses") == len(same)
    assert [len((folder / f"units.{ending}").read_text().splitlines()) for ending in ("de", "cs")] == [len(same)] * 2
    assert [side.language for side in next(read_units(folder / "units.moses")).sides] == ["cs", "de"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_of_any_kind_says_what_is_missing_in_one_line(name: str, tmp_path: Path) -> None:
    """A file that is not there."""
    with pytest.raises(InputError, match="nothing") as caught:
        list(read_units(tmp_path / "nothing", name))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["tmx", "moses"])
def test_units_with_an_empty_side_are_left_out(name: str, tmp_path: Path) -> None:
    """Translations only; how many were written is told."""
    whole = Unit((Side("Rain.", "en"), Side("Pluie.", "fr")))
    assert write_units([Unit((Side("Wind.", "en"), Side(" ", "fr"))), whole], tmp_path / "units", name) == 1
    assert [[side.text for side in unit.sides] for unit in read_units(tmp_path / "units", name)] == [
        ["Rain.", "Pluie."]
    ]


@pytest.mark.parametrize("name", ["tsv", "parquet"])
def test_tables_of_two_versions_refuse_three(name: str, tmp_path: Path) -> None:
    """And what was there stays."""
    (tmp_path / "units").write_text("old")
    with pytest.raises(InputError, match="expected units of two versions, found one of 3; write jsonl or tmx"):
        write_units([Unit((Side("a"), Side("b"), Side("c")))], tmp_path / "units", name)
    assert (tmp_path / "units").read_text() == "old"
