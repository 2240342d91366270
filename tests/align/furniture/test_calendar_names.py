"""The names of months and weekdays are those of CLDR."""

import pytest
from babel.dates import get_day_names, get_month_names

from align.furniture.calendar_names import MONTHS, WEEKDAYS
from align.furniture.further_particulars import FURTHER_PARTICULARS
from align.furniture.particulars import PARTICULARS

# Other alphabets decline months; these give the nominative only on its own.
DECLINED = ("ru", "uk", "pl", "cs", "el", "bg", "fi")


@pytest.mark.parametrize(("written", "table"), [(MONTHS, get_month_names), (WEEKDAYS, get_day_names)])
def test_the_names_are_those_of_babel(written: frozenset[str], table: object) -> None:
    """In all languages of the particulars, wide and short; a number with a sign is none.

    Short weekdays of the further languages are left out: `to`, `la` and `vin` are words of others.
    """
    assert callable(table)
    names = {
        name
        for language in PARTICULARS
        for width in ("wide", "abbreviated")
        if width == "wide" or table is get_month_names or language not in FURTHER_PARTICULARS
        for name in table(width, locale=language).values()
    }
    names |= {name for language in DECLINED for name in table("wide", context="stand-alone", locale=language).values()}
    assert written == {name.rstrip(".") for name in names if not name[0].isdigit() and len(name) > 1}
