"""Direct speech that stands as the writer's own words: its quotation marks are gone."""

from random import Random

from align.bitext import Span
from align.lexica.quotations import find_quotations
from eval.mutate import Mutation, put_in


def drop_marks(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Take the marks off a quotation of some words; see `eval.mutate.Mutator`.

    >>> drop_marks("“We will never sell it,” she said.", "en", Random(1)).text
    'We will never sell it, she said.'
    """
    found = [it for it in find_quotations(sentence, language) if it.is_speech and it.is_closed]
    if not found:
        return None
    quotation = rng.choice(found)
    return put_in(sentence, Span(quotation.start, quotation.stop), quotation.text)
