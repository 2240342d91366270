"""Recipes: what is wrong in one is told, with what may have been meant."""

from pathlib import Path

import pytest

from align.errors import InputError, OptionError
from corpora.recipe import Recipe, read_recipe


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("langauges = ['en', 'fr']", r"r\.toml: expected a known key, found 'langauges'; did you mean 'languages'\?"),
        ("[filters.lenght-ratio]\nat_least = 1", r"filters: .* 'lenght-ratio'; did you mean 'length-ratio'\?"),
        ("[filters.longest]\nat_least = 1", r"filters\.longest: .* 'at_least'; did you mean"),
        ("[filters.longest]\naction = 'dorp'", r"expected one of drop, label, off .* did you mean 'drop'"),
        ("[dedup]\nexact = 'all'", r"expected one of both, either, source, target, off for dedup\.exact"),
        ("[dedup]\nsimilarity = 2", r"share from 0 to 1 for dedup\.similarity, found 2"),
        ("[splits]\ndev = 0.6\ntest = 0.6", r"below 1 together"),
        ("[splits]\nseed = 'x'", r"expected a whole number for splits\.seed"),
        ("pair = 'name'", r"did you mean 'names'"),
        ("languages = [", r"expected a recipe in TOML"),
    ],
)
def test_a_wrong_recipe_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """In one line."""
    (tmp_path / "r.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_recipe(tmp_path / "r.toml", inputs=(tmp_path,), output=tmp_path)


def test_a_recipe_is_read(tmp_path: Path) -> None:
    """Its paths start from its folder, and the command outranks it."""
    text = "inputs = ['in']\noutput = 'out'\nlanguages = ['en', 'pt-br']\n[filters.numbers]\naction = 'drop'\n"
    (tmp_path / "r.toml").write_text(text, encoding="utf-8")
    made = read_recipe(tmp_path / "r.toml", output=tmp_path / "other")
    assert (made.inputs, made.output) == ((tmp_path / "in",), tmp_path / "other")
    assert made.languages == ("en", "pt-BR")
    assert made.filters["numbers"].action == "drop"


def test_a_manifest_is_needed_where_one_is_named() -> None:
    """And documents, where there is none."""
    with pytest.raises(OptionError, match="--manifest"):
        Recipe(inputs=(Path(),), output=Path("x"), pair="manifest")
    with pytest.raises(OptionError, match="folders or files"):
        Recipe(output=Path("x"))
