"""Another name in the place of one: somebody else did it, or it happened elsewhere."""

import re
from random import Random

from align.bitext import Span
from align.language import primary_language
from eval.mutate import Mutation, put_in

# Names that are made up or are of no known person, as they are written in both alphabets.
_LATIN = tuple("Marlowe Castellan Ferrante Okonjo Lindqvist Haddad Brennan Vasquez Tanaka Weller".split())
_CYRILLIC = (
    "Марлоу",
    "Кастеллан",
    "Ферранте",
    "Оконджо",
    "Линдквист",
    "Хаддад",
    "Бреннан",
    "Васкес",
    "Танака",
    "Веллер",
)
_NAMES = re.compile(r"(?<=[\w,;:] )[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zß-öø-ÿа-яё]{3,}(?![\w’'-])")
# In German every noun has a capital, so that a name is taken only behind another word with one that no article is.
_GERMAN = re.compile(
    r"(?<=[a-zß-öø-ÿ,;:] )(?:[A-ZÄÖÜ][a-zäöüß]+ )([A-ZÄÖÜ][a-zäöüß]{3,})(?= (?:sagte|ist|war|hat|hatte|wurde)\b)"
)
_NO_NAMES = frozenset({"zh", "ja", "ar"})


def change_name(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Put a name in the place of another one; see `eval.mutate.Mutator`.

    >>> change_name("The boat of Ruth Ambler sank.", "en", Random(1)).text
    'The boat of Weller Ambler sank.'
    """
    language = primary_language(language)
    if language in _NO_NAMES:
        return None
    found = [match.span(match.lastindex or 0) for match in (_GERMAN if language == "de" else _NAMES).finditer(sentence)]
    if not found:
        return None
    start, stop = rng.choice(found)
    names = _CYRILLIC if re.search("[а-яё]", sentence[start:stop]) else _LATIN
    return put_in(sentence, Span(start, stop), rng.choice(names))
