"""A date at the beginning of a sentence whose last word is an abbreviation: "В 1902 г. К. Н. Белов открыл …".

The same abbreviation behind a year ends a sentence elsewhere: "Это было в 1902 г. Белов открыл …".
"""

import re

_PREPOSITIONS = frozenset(
    "в во с со до по к ко на от около после перед между и у з із від після близько та й ў з да па пасля каля і "
    "през във след към през околу од w we od do po na przed około ok i nuo iki apie prieš ir".split()
)
# How months, seasons and parts of a year begin: Russian, Ukrainian, Belarusian, Bulgarian, Polish, Lithuanian.
_PERIOD = re.compile(
    r"январ|феврал|март|апрел|ма[йяеі]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|весн|лето|осень|зим|начал|конц|середин"
    r"|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд|влітку|навесн|восени|взимку|початк|кінц"
    r"|студзен|сакавік|красавік|чэрв|ліпен|жні|верас|кастрыч|лістапад|снежан"
    r"|януар|февруар|април|юни|юли|септемвр|октомвр|ноемвр|декемвр|края|средата|пролет|лято|есен"
    r"|stycz|luty|lute|marc|kwie|maja|maju|czerw|lipc|sierp|wrze|paźdz|listop|grud|latem|wiosn|jesien|zim|końc|począt"
    r"|saus|vasar|kov|baland|geguž|biržel|liep|rugpj|rugsėj|spal|lapkr|gruod|pabaig|pradž"
)
_LONGEST = 8  # words
_DOER = re.compile(r"(?:[А-ЯІЇЄҐЎ]\.[ \u00a0]?){1,3}[А-ЯІЇЄҐЎ][а-яіїєґў'’]{2,20}[ыиоіэ]м\b")


def is_date(words: list[str]) -> bool:
    """Tell whether words are a date and nothing else.

    Args:
        words: from the beginning of the sentence up to the unit of the date, which is left out.

    >>> is_date("В мае 1902".split()), is_date("Он родился в 1902".split())
    (True, False)
    """
    return 0 < len(words) <= _LONGEST and all(
        word[0].isdigit() or word.lower() in _PREPOSITIONS or _PERIOD.match(word.lower()) for word in words
    )


def names_doer(text: str, position: int) -> bool:
    """Tell whether initials and a name in the instrumental case follow: "основан в 1881 г. Ф. М. Орловым".

    Args:
        text: of the paragraph.
        position: where they would begin.
    """
    return _DOER.match(text, position) is not None
