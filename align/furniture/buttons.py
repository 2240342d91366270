"""Buttons of consent notices and of newsletter boxes, their fields and headings: lines that are known as a whole."""

import re
from functools import cache

from align.furniture.consent_phrases import CONSENT_PHRASES, HEADINGS, WEAK_BUTTONS
from align.furniture.counting import is_unspaced
from align.furniture.phrases import fold
from align.furniture.shapes import Line


def is_button(line: Line) -> bool:
    """Tell whether a line is a button of consent, or a row of them: one that is known, or a choice of cookies.

    >>> from align.furniture.shapes import describe_line
    >>> [is_button(describe_line(text)) for text in ("Accept all", "Accept all | Settings", "Accept the offer")]
    [True, True, False]
    """
    if is_made_of(line.key, "buttons"):
        return True
    if line.words > _WORDS_OF_BUTTON or line.ends or "cookie" not in line.key:
        return False
    ends = (line.key.split()[0], line.key.split()[-1])
    return any(word.startswith(choice) for word in ends for choice in _CHOICES if choice != "cookie")


def is_made_of(key: str, kind: str) -> bool:
    """Tell whether a line is a phrase of one of the tables, or a row of such phrases.

    Args:
        key: the line as `line_key` gives it.
        kind: a key of `tables`.
    """
    table = tables()[kind]
    if key in table:
        return True
    first = key.partition(" ")[0]
    if first not in _first_words(kind) and _MARKS_BETWEEN_BUTTONS.isdisjoint(first):
        return False
    words = _BETWEEN_BUTTONS.sub(" ", key).split()
    if not 1 < len(words) <= _WORDS_OF_ROW:
        return False
    ends = {0}
    for stop in range(1, len(words) + 1):
        if any(" ".join(words[start:stop]) in table for start in ends):
            ends.add(stop)
    return len(words) in ends


_WORDS_OF_BUTTON = 4
_WORDS_OF_ROW = 12
_WEAK_FIELDS = (
    "email|e-mail|join|submit|send|go|ok|valider|envoyer|absenden|bestellen|enviar|correo|invia|verzenden|verstuur|"
    "отправить|надіслати|wyślij|odeslat|提交|发送|送信|إرسال|gönder|skicka|보내기|이메일|e-posta|e-post"
)
_MARKS_BETWEEN_BUTTONS = frozenset("|·•&→»")
_BETWEEN_BUTTONS = re.compile("[|·•&→»]")
_CHOICES = (
    "accept|reject|cookie|allow|akzept|ablehn|zulassen|refuser|acept|rechaz|accett|rifiut|aceit|rejeit|recus|weiger|"
    "приня|отклон|прийня|відхил|akcept|odrzuć|přijm|odmít|接受|拒|同意|許可|قبول|رفض|kabul|reddet|godkänn|neka|godta|"
    "avvis|수락|거부"
).split("|")


@cache
def _first_words(kind: str) -> frozenset[str]:
    """Return what the phrases of a table begin with, as a row of buttons does, too."""
    return frozenset(phrase.partition(" ")[0] for phrase in tables()[kind])


@cache
def tables() -> dict[str, frozenset[str]]:
    """Return the whole lines that mean something beside a notice or a box."""
    rows = CONSENT_PHRASES.values()
    tables = {
        kind: frozenset(fold(phrase) for row in rows for phrase in getattr(row, kind).split("|"))
        for kind in ("buttons", "fields")
    }
    tables["headings"] = frozenset(fold(phrase) for phrase in HEADINGS.split("|"))
    tables["weak"] = frozenset(fold(phrase) for phrase in WEAK_BUTTONS.split("|"))
    tables["weak fields"] = frozenset(fold(phrase) for phrase in _WEAK_FIELDS.split("|"))
    # Buttons that stand nowhere else: a choice in two words.
    tables["sure"] = frozenset(
        button
        for button in tables["buttons"] - tables["weak"]
        if any(choice in button for choice in _CHOICES) and (" " in button or (len(button) > 3 and is_unspaced(button)))
    )
    return tables
