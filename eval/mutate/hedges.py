"""What was said with a reserve is said as a fact: a hedge is taken out of a sentence."""

import re
from random import Random

from align.bitext import Span
from align.language import primary_language
from eval.mutate import Mutation, put_in

_HEDGES = {
    "en": r"allegedly|alleged(?! that\b)|reportedly|apparently|perhaps|possibly|probably|supposedly|presumably"
    r"|suspected",
    "fr": r"présumée?s?|apparemment|peut-être|probablement|soi-disant|prétendument|vraisemblablement",
    "de": r"angeblich\w*|mutmaßlich\w*|offenbar|anscheinend|vielleicht|möglicherweise|vermutlich|wahrscheinlich|wohl",
    "es": r"presunt[oa]s?|(?<!por )supuest[oa]s?|supuestamente|aparentemente|quizás?|tal vez|probablemente"
    r"|al parecer",
    "it": r"presunt[oaie]|apparentemente|forse|probabilmente|a quanto pare|presumibilmente",
    "pt": r"alegad[oa]s?|alegadamente|supost[oa]s?|supostamente|aparentemente|talvez|provavelmente|possivelmente",
    "nl": r"vermeende?|naar verluidt|blijkbaar|kennelijk|misschien|wellicht|waarschijnlijk|vermoedelijk",
    "ru": r"якобы|предположительно|по-видимому|возможно|вероятно|видимо|может быть|предполагаем\w+",
    "zh": r"据称|据说|据报道|也许|或许|(?<!不)可能(?!性)|似乎|涉嫌|疑似",
    "ja": r"おそらく|恐らく|たぶん|もしかしたら|いわゆる",
}
_AROUND = r"(?P<before>, )?(?<!\w)(?:{hedges})(?!\w)(?(before),)\s?"
_UNSPACED = frozenset({"zh", "ja"})


def drop_hedge(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Take a hedging word out of a sentence; see `eval.mutate.Mutator`.

    >>> drop_hedge("The guard allegedly took the money.", "en", Random(1)).text
    'The guard took the money.'
    """
    language = primary_language(language)
    if language not in _HEDGES:
        return None
    pattern = _HEDGES[language] if language in _UNSPACED else _AROUND.format(hedges=_HEDGES[language])
    found = list(re.finditer(pattern, sentence, re.IGNORECASE))
    if not found:
        return None
    match = rng.choice(found)
    return put_in(sentence, Span(*match.span()), " " if match[0].startswith(",") and match[0][-1:].isspace() else "")
