"""What is page furniture by its own words, wherever it stands, and what tells a reader something."""

from align.furniture.shapes import Shape, describe_line


def is_certain_furniture(text: str, language: str = "und") -> bool:
    """Tell whether a line is furniture for certain: a label, a prompt, a notice, an address, a number, a path.

    Args:
        text: of a block or a segment.
        language: a BCP 47 tag, for phrases.

    >>> [is_certain_furniture(it) for it in ("Follow us on Facebook", "* * *", "Notes on the harbour", "It rained.")]
    [True, True, False, False]
    """
    if not any(character.isalpha() for character in text):
        return True
    line = describe_line(text, language)
    return line.shape in _CERTAIN or line.appeals >= _APPEALS


def is_credit(text: str, language: str = "und") -> bool:
    """Tell whether a caption is no more than the credit of its picture.

    Args:
        text: of the caption.
        language: a BCP 47 tag, for phrases.

    >>> is_credit("Photo: Ann Lee"), is_credit("The old quay before the storm of last week. Photo: Ann Lee")
    (True, False)
    """
    line = describe_line(text, language)
    return line.shape is Shape.CAPTION and line.words <= _WORDS_OF_CREDIT


def is_prose(text: str, language: str = "und") -> bool:
    """Tell whether a line is a sentence, or more.

    Args:
        text: of a block or a segment.
        language: a BCP 47 tag, for phrases.
    """
    return describe_line(text, language).is_prose


# Appeals in a line that make it one to the reader of the page.
_APPEALS = 2
_WORDS_OF_CREDIT = 8
_CERTAIN = frozenset(
    (
        Shape.ADVERT,
        Shape.ADDRESS,
        Shape.COPYRIGHT,
        Shape.SHARING,
        Shape.PROMPT,
        Shape.AGE,
        Shape.LABEL,
        Shape.RELATED,
        Shape.COMMENTS,
        Shape.REPLY,
        Shape.BYLINE,
        Shape.DATE,
        Shape.TRAIL,
        Shape.NUMBER,
    )
)
