"""Headings between the paragraphs of an article: a label with a colon, or a short line without a stop."""

from collections.abc import Sequence
from unicodedata import category

from align.furniture.bylines import is_name
from align.furniture.phrases import fold
from align.furniture.shapes import Line, Shape


def is_subheading(lines: Sequence[Line], i: int) -> bool:
    """Tell whether line `i`, which is nowhere else on the page, is a heading between two paragraphs.

    Args:
        lines: all lines of the page.
        i: number of the line, from 0.
    """
    line = lines[i]
    if line.shape is not Shape.LINE or not 0 < i < len(lines) - 1 or line.text[0].islower():
        return False
    label = line.text.endswith((":", "："))
    heading = _is_label(lines, i) if label else _looks_like_heading(line) and _stands_between_paragraphs(lines, i)
    return heading and sum(other.key == line.key for other in lines[max(0, i - _NEARBY) : i + _NEARBY]) == 1


# Who speaks in an interview comes again within so many lines.
_NEARBY = 80
_WORDS_OF_LABEL = 6
_WORDS_OF_HEADING = 8
_LENGTH_OF_HEADING = 60
_WORDS_OF_NAME = 3
_WORDS_OF_PARAGRAPH = 12
_LINES_BETWEEN = 3

_QUESTIONS = (
    "what |why |how |who |where |when |which |was |warum |wie |wer |wo |wann |worum |pourquoi |comment |qui |où |"
    "quand |que |qué |cómo |quién |dónde |cuándo |por qué |cosa |perché |come |chi |dove |quando |como |quem |onde |"
    "wat |waarom |hoe |waar |что |почему |как |кто |где |когда |зачем |що |чому |як |хто |де |коли |co |dlaczego |"
    "jak |kto |gdzie |proč |neden |nasıl |لماذا |ماذا |كيف |أين |为什么|什么|如何|なぜ|何"
).split("|")
_SPEECH = tuple("\"'“”„«‘—–-「『")
_SKIPPED = frozenset((Shape.ADVERT, Shape.ADDRESS, Shape.PROMPT, Shape.CAPTION))


def _is_label(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a label such as "Background:" or "What comes next:" stands apart, and is not who speaks next.

    Other lines that end in a colon say who speaks ("The prefect replied:") or begin a list.
    """
    line = lines[i]
    asks = fold(line.text).startswith(tuple(_QUESTIONS))
    told = line.words == 1 or (asks and line.words <= _WORDS_OF_LABEL)
    return line.apart and told and not lines[i + 1].text.startswith(_SPEECH) and lines[i + 1].is_prose


def _looks_like_heading(line: Line) -> bool:
    """Tell whether a line is short, of several words, without a stop or numbers, and no name."""
    text = line.text
    if not 2 <= line.words <= _WORDS_OF_HEADING or len(text) > _LENGTH_OF_HEADING or line.ends:
        return False
    # "A: Yes" and "200 g" are speech and lists; what ends in a comma or a dash goes on below.
    plain = (
        (text[0].isalpha() or text[0] in "¿¡") and not set(text) & set(":：;；|") and not any(map(str.isdigit, text))
    )
    capitals = any(character.isupper() for character in text)
    named = capitals and line.words <= _WORDS_OF_NAME and is_name(text)
    return plain and not named and (category(text[-1])[0] != "P" or text[-1] in '?？؟»”"')


def _stands_between_paragraphs(lines: Sequence[Line], i: int) -> bool:
    """Tell whether full paragraphs stand on both sides, parted from the line by blank lines or clearly paragraphs."""
    before = next((j for j in range(i - 1, max(-1, i - 1 - _LINES_BETWEEN), -1) if lines[j].shape not in _SKIPPED), i)
    after = next(
        (j for j in range(i + 1, min(len(lines), i + 1 + _LINES_BETWEEN)) if lines[j].shape not in _SKIPPED), i
    )
    above, below = lines[before], lines[after]
    if before == i or after == i or not (above.is_prose and above.ends and below.is_prose):
        return False
    # A question wants an answer; the next item of a list belongs to the one before; a name may stand before speech.
    if above.text[-1] in "?？؟" or below.text[0].islower() or below.text.startswith(tuple("—–-•*")):
        return False
    numbered = below.text[0].isdigit() and _item(below) is not None
    if numbered and _item(below) != 1:
        return False
    uncertain = not any(character.isupper() for character in lines[i].text) and below.text.startswith(_SPEECH)
    if uncertain:
        return False
    full = all(line.words >= _WORDS_OF_PARAGRAPH or _item(line) is not None for line in (above, below))
    return full and (lines[i].apart or (above.sentences > 1 and below.sentences > 1))


def _item(line: Line) -> int | None:
    """Return the number of a numbered item, None for other lines."""
    number = line.text.split(".")[0].split(")")[0]
    return int(number) if number.isdecimal() and len(number) <= 3 else None
