"""The console of the reports: when it has colours, whether they can be read, and how wide it is."""

import io

import pytest

from align.errors import OptionError
from align.report.terminal.console import make_console
from align.report.terminal.look import BLUE, MAGENTA, ORANGE
from align.report.terminal.write import write_terminal
from align.report.view import Color, View
from tests.align.comparisons import short

COLORS = [ORANGE, BLUE, MAGENTA]


@pytest.mark.parametrize("color", COLORS)
def test_colors_can_be_read_on_black_and_on_white(color: str) -> None:
    """The contrast is above 4.5:1 against either (WCAG 2.2)."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 4.5
    assert (luminance + 0.05) / 0.05 >= 4.5


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "color", "is_terminal", "colored"),
    [
        ({}, "auto", True, True),
        ({}, "auto", False, False),
        ({}, "always", False, True),
        ({}, "never", True, False),
        ({"NO_COLOR": "1"}, "auto", True, False),
        ({"NO_COLOR": ""}, "auto", True, True),
        ({"NO_COLOR": "1"}, "always", True, True),
        ({"FORCE_COLOR": "1"}, "auto", False, True),
        ({"FORCE_COLOR": "1"}, "never", False, False),
        ({"TERM": "dumb"}, "auto", True, False),
        ({"TERM": "dumb"}, "always", True, True),
    ],
)
def test_color_follows_the_option_then_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], color: Color, is_terminal: bool, colored: bool
) -> None:
    """--color wins over NO_COLOR, which wins over FORCE_COLOR, which wins over the kind of output."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    file = _Terminal() if is_terminal else io.StringIO()
    write_terminal(short(), console=make_console(width=80, color=color, file=file))
    found = file.getvalue()
    assert (("38;" in found) or ("\x1b[1;3" in found)) == colored
    if not colored and (not is_terminal or color == "never" or environment.get("TERM") == "dumb"):
        assert "\x1b" not in found


@pytest.mark.parametrize(
    ("option", "columns", "expected"),
    [
        (None, "", 80),
        (100, "150", 100),
        (None, "150", 150),
        (45, "", 60),
        (999, "", 200),
        (None, "x", 80),
        (None, "0", 80),
    ],
)
def test_width_is_the_option_then_columns_then_eighty(
    monkeypatch: pytest.MonkeyPatch, option: int | None, columns: str, expected: int
) -> None:
    """Output to a pipe has a width that can be told beforehand."""
    monkeypatch.setenv("COLUMNS", columns)
    assert make_console(width=option, file=io.StringIO()).width == expected


def test_width_too_small_is_refused() -> None:
    """Below forty cells nothing can be laid out."""
    with pytest.raises(OptionError, match="40 cells or more, found 12"):
        View(width=12)
