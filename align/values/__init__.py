"""Values: what numbers, dates, weekdays and times of a text say, whatever the language and the way they are written.

Names of months, weekdays, magnitudes and units are those of CLDR (`babel`); number words are tables of our own. Nothing
is made before a text of the language is read.
"""

from align.values.read import read_values as read_values
from align.values.value import Kind as Kind
from align.values.value import Value as Value
from align.values.value import are_equal as are_equal
