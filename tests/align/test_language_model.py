"""The model of languages, unpacked once: the same whether it was kept, and whatever happened to what was kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from align.language_model import language_model

TEXTS = ("The harbour is closed.", "Le port est fermé.", "Порт закрыт.", "港口关闭。", "xyz")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a user's cache be empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "versalign"


def ranks() -> list[list[tuple[str, float]]]:
    """Return what a model that is loaded now makes of texts."""
    language_model.cache_clear()
    model = language_model()
    return [[(str(label), float(share)) for label, share in model.rank(text)] for text in TEXTS]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _turn_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 8
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [None, _cut, _turn_a_bit])
def test_a_kept_model_says_what_the_packed_one_does(harm: Callable[[Path], None] | None, home: Path) -> None:
    """What is torn is unpacked again."""
    packed = ranks()
    (kept,) = home.glob("languages-*.npz")
    if harm is not None:
        harm(kept)
    assert ranks() == packed
    assert [path.name for path in home.iterdir()] == [kept.name]
    if harm is not None:
        assert ranks() == packed


def test_nothing_is_kept_where_nothing_can_be_written(home: Path) -> None:
    """A file in the place of the folder is no reason to fail."""
    home.write_text("", encoding="utf-8")
    assert ranks()[1][0][0] == "fr"
