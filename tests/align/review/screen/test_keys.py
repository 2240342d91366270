"""A file of keys changes what the keys do, and is refused where it says something else."""

from pathlib import Path

import pytest

from align.errors import InputError
from align.review.screen.keys import default_keys, keys_of, read_keys


def write(folder: Path, text: str) -> Path:
    """Write a file of keys."""
    path = folder / "keys.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_action_gets_other_keys(tmp_path: Path) -> None:
    """It loses those it had; a key taken from another action is that one's no more."""
    keys = read_keys(write(tmp_path, '[keys]\naccept = "y"\ndown = ["j", "Ctrl+N"]\nquit = "a"\n'))
    assert keys_of("accept", keys) == ["y"]
    assert keys_of("down", keys) == ["j", "Ctrl+N"]
    assert keys["a"] == "quit"
    assert "q" not in keys
    assert keys["r"] == "reject"


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    """All keys are those of the table."""
    assert read_keys(write(tmp_path, "")) == default_keys()


WRONG = [
    ('[keys]\nacept = "y"', "expected the name of an action, found 'acept'; did you mean 'accept'?"),
    ('[keys]\naccept = "pgdown"', "expected a key for accept, found 'pgdown'; did you mean 'pagedown'?"),
    ('[keys]\naccept = "ctrl+1"', "expected a key for accept, found 'ctrl[+]1'; did you mean 'ctrl[+]"),
    ("[keys]\naccept = 3", "expected as key of accept a text"),
    ('[keys]\naccept = "y"\nreject = "y"', "expected one action for the key 'y', found accept and reject"),
    ('accept = "y"', "expected a table .keys., found 'accept'; put the actions under"),
    ("keys = 3", "expected a table .keys., found 3"),
    ("[keys", "expected keys in TOML, found"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[text.replace("\n", " ") for text, _ in WRONG])
def test_what_is_wrong_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """With the file, what was found, and what was probably meant."""
    path = write(tmp_path, text)
    with pytest.raises(InputError, match=f"keys.toml: {message}"):
        read_keys(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """In one line."""
    with pytest.raises(InputError, match="expected keys in TOML, found: No such file"):
        read_keys(tmp_path / "none.toml")
