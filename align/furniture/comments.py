"""Where readers' comments begin: under their heading, or at the first name above an age or a reply button."""

import re
from collections.abc import Sequence

from align.bitext import Role
from align.furniture.counting import count_words
from align.furniture.shapes import Line, Shape


def find_comments(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """Return the number of the first line of the comments, the number of all lines when there are none.

    Args:
        lines: all blocks.
        prose: numbers of those that are sentences; comments never come before the first.
    """
    if not any(line.shape in (Shape.COMMENTS, Shape.REPLY) for line in lines):
        return len(lines)
    last = prose[-1]
    for i in range(prose[0] + 1, len(lines)):
        window = lines[i + 1 : i + 1 + _WINDOW]
        if lines[i].shape is Shape.COMMENTS and (_marks(window) >= 1 or last <= i or _is_thread(lines, i)):
            return i
        named = lines[i].shape is Shape.LINE and lines[i].words <= _WORDS_OF_NAME and bool(window)
        if named and window[0].shape in (Shape.AGE, Shape.DATE) and any(line.shape is Shape.REPLY for line in window):
            return i
    return len(lines)


def comment_roles(lines: Sequence[Line], start: int) -> list[Role]:
    """Return the roles of the lines from `start` to the end: comments, but for certain furniture and lists of links.

    Args:
        lines: all lines of the page.
        start: the number of the first line of the comments.
    """
    roles: list[Role] = []
    links = False
    for line in lines[start:]:
        links = line.shape is Shape.RELATED or (links and not line.ends and not line.is_prose and not is_spoken(line))
        roles.append(Role.FURNITURE if links or line.shape in _FURNITURE else Role.COMMENT)
    return roles


def is_spoken(line: Line) -> bool:
    """Tell whether a line is a name, a colon and what is said.

    >>> from align.furniture.shapes import describe_line
    >>> is_spoken(describe_line("Karl M.: What a pity.")), is_spoken(describe_line("Background:"))
    (True, False)
    """
    found = _SPOKEN.match(line.text)
    return found is not None and count_words(found[1]) <= _WORDS_OF_NAME


# A comment has its name, age, text, reply button and count within this many lines.
_WINDOW = 8
_WORDS_OF_NAME = 5
_WORDS_OF_PARAGRAPH = 12
_SPOKEN = re.compile(r"([^:：?!？！。\"“„«]{1,40}?)\s?[:：](?!//)\s?\S")
_FURNITURE = frozenset((Shape.ADVERT, Shape.ADDRESS, Shape.COPYRIGHT, Shape.SHARING, Shape.PROMPT, Shape.LABEL))


def _marks(window: Sequence[Line]) -> int:
    # Below the heading of a section, such as "Reactions", stands a paragraph; a day may stand below that.
    section = bool(window) and window[0].is_prose and window[0].words >= _WORDS_OF_PARAGRAPH
    return sum(line.shape in (Shape.AGE, Shape.REPLY) or (line.shape is Shape.DATE and not section) for line in window)


def _is_thread(lines: Sequence[Line], heading: int) -> bool:
    """Tell whether lines such as "Name: text" follow a heading with their number, or nothing else follows it."""
    if heading + 1 == len(lines) or not is_spoken(lines[heading + 1]):
        return False
    if any(character.isdigit() for character in lines[heading].text):
        return True
    stop = next((i for i in range(heading + 1, len(lines)) if lines[i].shape in _FURNITURE), len(lines))
    return all(is_spoken(line) for line in lines[heading + 1 : stop]) and not any(
        line.is_prose and not is_spoken(line) for line in lines[stop:]
    )
