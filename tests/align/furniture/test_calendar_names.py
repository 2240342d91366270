"""The names of months and weekdays are those of CLDR."""

import pytest
from babel.dates import get_day_names, get_month_names

from align.furniture.calendar_names import MONTHS, WEEKDAYS
from align.furniture.particulars import PARTICULARS

# Other alphabets decline months; these give the nominative only on its own.
DECLINED = ("ru", "uk", "pl", "cs", "el")


@pytest.mark.parametrize(("written", "table"), [(MONTHS, get_month_names), (WEEKDAYS, get_day_names)])
def test_the_names_are_those_of_babel(written: frozenset[str], table: object) -> None:
    """In all languages of the particulars, wide and short; a number with a sign is none."""
    assert callable(table)
    names = {
        name
        for language in PARTICULARS
        for width in ("wide", "abbreviated")
        for name in table(width, locale=language).values()
    }
    names |= {name for language in DECLINED for name in table("wide", context="stand-alone", locale=language).values()}
    assert written == {name.rstrip(".") for name in names if not name[0].isdigit() and len(name) > 1}
