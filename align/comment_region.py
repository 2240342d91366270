"""Where readers' comments begin: under their heading, or at the first name above an age or a reply button."""

from collections.abc import Sequence

from align.line_shapes import Line, Shape


def find_comments(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """Return the number of the first line of the comments, the number of all lines when there are none.

    Args:
        lines: all blocks.
        prose: numbers of those that are sentences; comments never come before the first.
    """
    for i in range(prose[0] + 1, len(lines)):
        window = lines[i + 1 : i + 1 + _WINDOW]
        if lines[i].shape is Shape.COMMENTS and (
            _marks(window) >= 1 or not any(line.is_prose for line in lines[i + 1 :])
        ):
            return i
        named = lines[i].shape is Shape.LINE and lines[i].words <= _WORDS_OF_NAME and bool(window)
        if named and window[0].shape in (Shape.AGE, Shape.DATE) and any(line.shape is Shape.REPLY for line in window):
            return i
    return len(lines)


# A comment has its name, age, text, reply button and count within this many lines.
_WINDOW = 8
_WORDS_OF_NAME = 5


def _marks(window: Sequence[Line]) -> int:
    return sum(line.shape in (Shape.AGE, Shape.REPLY, Shape.DATE) for line in window)
