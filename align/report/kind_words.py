"""What the reports call the kinds of findings, in words of a person and with their numbers.

A kind that is not in the table is told by the parts of its name: `date-changed` as "1 date was changed". So a check
needs no words here, unless its kind reads badly.
"""

from align.report.wording import count

_VERBS = {
    "changed": ("was changed", "were changed"),
    "missing": ("is missing", "are missing"),
    "lost": ("is missing", "are missing"),
    "dropped": ("is missing", "are missing"),
    "omitted": ("is missing", "are missing"),
    "added": ("was added", "were added"),
    "gained": ("was added", "were added"),
    "new": ("was added", "were added"),
}
_DIFFERS = ("differs", "differ")
# What has no word for what became of it in its name: of values it is always that they are others.
VALUES = frozenset({"number", "date", "weekday", "time", "unit", "currency", "name"})
_NOUNS: dict[str, tuple[str, str]] = {
    "line": ("line outside the article", "lines outside the article"),
    "quantity": ("number", "numbers"),
    "heading": ("heading", "headings"),
    "code": ("piece of code", "pieces of code"),
    "table": ("row of a table", "rows of tables"),
    "hedge": ("word of doubt", "words of doubt"),
    "currency": ("currency", "currencies"),
    "negation": ("negation", "negations"),
    "attribution": ("attribution", "attributions"),
}
# Kinds whose words no rule gives: one, many; `{}` is the number.
_PHRASES: dict[str, tuple[str, str]] = {
    "changed": ("{} passage was worded anew", "{} passages were worded anew"),
    "partly-dropped": ("{} part of a sentence is missing", "{} parts of sentences are missing"),
    "partly-added": ("{} part of a sentence was added", "{} parts of sentences were added"),
    "untranslated": ("{} passage was left untranslated", "{} passages were left untranslated"),
    "term-missing": (
        "{} term is not rendered as the glossary has it",
        "{} terms are not rendered as the glossary has it",
    ),
    "name-spelling": ("{} name is spelled in two ways", "{} names are spelled in two ways"),
    "stale": (
        "{} sentence of the source has changed, and the translation has not followed",
        "{} sentences of the source have changed, and the translation has not followed",
    ),
}


def kind_in_words(kind: str, number: int) -> str:
    """Return how many findings there are of a kind, as a clause.

    Args:
        kind: of the findings.
        number: how many.

    >>> kind_in_words("number-changed", 1), kind_in_words("link", 2), kind_in_words("caveat-lost", 1)
    ('1 number was changed', '2 links differ', '1 caveat is missing')
    """
    if kind in _PHRASES:
        return _PHRASES[kind][number != 1].format(number)
    noun, _, last = kind.rpartition("-")
    if not noun or last not in _VERBS:
        noun, verbs = kind, _VERBS["changed"] if kind in VALUES else _VERBS.get(kind, _DIFFERS)
        if kind in _VERBS:
            noun = "passage"
    else:
        verbs = _VERBS[last]
    one, many = _NOUNS.get(noun, (noun.replace("-", " "), ""))
    counted = f"{number} {many}" if many and number != 1 else count(number, one)
    return f"{counted} {verbs[number != 1]}"


def kind_alone(kind: str) -> str:
    """Return the words for a finding of a kind without a number.

    >>> kind_alone("number"), kind_alone("heading"), kind_alone("hedge-lost")
    ('number changed', 'heading', 'word of doubt lost')
    """
    noun, _, last = kind.rpartition("-")
    if kind in VALUES:
        return f"{kind} changed"
    return f"{_NOUNS[noun][0]} {last}" if noun in _NOUNS else kind.replace("-", " ")
