"""A sentence says the opposite: a negation is taken out of it, or one is put in."""

import re
from random import Random

from align.bitext import Span
from align.language import primary_language
from eval.mutate import Mutation, put_in

# What is found by its first group, and what stands there instead.
_VERBS = "is are was were has have had does did do could would should must"
_OUT: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"(\bcan(?:not|['’]t)\b)", "can"),
        (r"(\bwon['’]t\b)", "will"),
        (rf"\b(?:{_VERBS.replace(' ', '|')})(n['’]t)\b", ""),
        (rf"\b(?:{_VERBS.replace(' ', '|')}|will|can|may|be)( not)\b(?! (?:only|just|least))", ""),
        (r"( never)\b(?! (?:more|less))", ""),
        (r"(\bno longer)\b", "still"),
        (r"(\bnothing)\b", "everything"),
        (r"(\bnobody|\bno one)\b", "everyone"),
        (r"\b(?:is|was|are|were|had|has|have|with|be) (no)\b(?= [a-z])(?! (?:longer|doubt|more|less|one))", "some"),
    ),
    "fr": (
        (r"\b(n[e'’] ?[\w'’-]+ pas)\b(?! (?:seulement|uniquement|mal))", "n"),
        (r"\b(n[e'’] ?[\w'’-]+ (?:plus|jamais))\b", "n"),
    ),
    "de": (
        (r"( nicht)\b(?! (?:nur|allein|zuletzt))", ""),
        (r"\bk(?=ein(?:e|en|em|er|es)?\b)()", ""),
        (r"( nie(?:mals)?)\b", ""),
        (r"(\bnichts)\b", "alles"),
    ),
    "es": (
        (r"(\bno )(?!(?:solo|sólo|obstante)\b)(?=\w)", ""),
        (r"(\bnunca )", "siempre "),
        (r"(\bnadie)\b", "alguien"),
    ),
    "it": ((r"(\bnon )(?!(?:solo|soltanto)\b)(?=\w)", ""), (r"(\bnessun[oa]?)\b", "ogni")),
    "pt": ((r"(\bnão )(?!(?:só|apenas|obstante)\b)(?=\w)", ""), (r"(\bnunca )", "sempre ")),
    "nl": ((r"( niet)\b(?! (?:alleen|enkel))", ""), (r"(\bgeen )", "een "), (r"( nooit)\b", "")),
    "ru": ((r"(\bне )(?!(?:только|просто|менее|более)\b)(?=\w)", ""),),
    "zh": ((r"(没有|不)(?=是|会|能|想|要|会|需|愿|知道|允许|存在|可以)(?<![是能会要可对]不)(?!不)", ""),),
    "ja": (
        (r"(していない)", "している"),
        (r"(できない)", "できる"),
        (r"(ではない)", "である"),
        (r"(しなかった)", "した"),
        (r"(ません)(?!か|でした)", "ます"),
    ),
}
# Verbs behind or before which a negation is put, and how.
_IN = {
    "en": (r"\b(?:{})()(?= [a-z]+)(?! (?:not|no|never)\b)", f"{_VERBS} will can", " not"),
    "fr": (
        r"(?<!n['’])(?<!ne )\b({})\b(?! (?:pas|plus|jamais))(?!-)",
        "est était sera sont étaient seront fait peut doit va",
        "n",
    ),
    "de": (
        r"\b(?:{})()(?= [a-zäöü]+)(?! nicht)",
        "ist sind war waren wird werden wurde wurden kann können hat haben",
        " nicht",
    ),
    "es": (
        r"(?<!no )\b()(?:{})\b",
        "es son está están fue fueron era ha han había puede pueden será serán",
        "no ",
    ),
    "it": (r"(?<!non )\b()(?:{})\b", "è sono era erano ha hanno aveva può possono sarà saranno", "non "),
    "pt": (r"(?<!não )\b()(?:{})\b", "é são está estão foi foram era tem tinha pode podem será", "não "),
    "nl": (
        r"\b(?:{})()(?= [a-z]+)(?! (?:niet|geen))",
        "is zijn was waren wordt worden werd werden kan kunnen heeft hebben",
        " niet",
    ),
    "ru": (
        r"(?<!не )\b()(?:{})\b",
        "был была было были будет будут является являются может могут стал стала стали хочет имеет",
        "не ",
    ),
    # Not in "committee", "opportunity" or "meeting", which have the sign of "will".
    "zh": (
        r"(?<![不没可但还就只像员事协机社大聚宴晚金工国教议峰年公集开])()(?:{})(?![不议谈员见场长计费面])",
        "会 能够 可以",
        "不",
    ),
}
_VERB = re.compile(r"n[e'’] ?([\w'’-]+) (?:pas|plus|jamais)")
_VOWELS = "aeiouyhéèêàâîô"


def change_negation(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Take a negation out of a sentence, or put one into it where it has none; see `eval.mutate.Mutator`.

    >>> change_negation("They did not wait for the ferry.", "en", Random(1)).text
    'They did wait for the ferry.'
    >>> change_negation("Le pont est fermé.", "fr", Random(1)).text
    "Le pont n'est pas fermé."
    """
    language = primary_language(language)
    for rules in (_OUT.get(language, ()), _rules_in(language)):
        found = [(match, new) for pattern, new in rules for match in re.finditer(pattern, sentence)]
        if found:
            match, new = rng.choice(found)
            span = Span(*match.span(1))
            if language == "de" and not span and new == "":  # kein becomes ein
                span = Span(match.start(), match.start() + 1)
            return put_in(sentence, span, _french(match[1]) if new == "n" else new)
    return None


def _rules_in(language: str) -> tuple[tuple[str, str], ...]:
    """Return how a negation is put into a sentence of a language."""
    if language not in _IN:
        return ()
    pattern, verbs, new = _IN[language]
    return ((pattern.format(verbs.replace(" ", "|")), new),)


def _french(words: str) -> str:
    """Return a French verb without its negation, or with one."""
    if verb := _VERB.fullmatch(words):
        return verb[1]
    return f"n'{words} pas" if words[0] in _VOWELS else f"ne {words} pas"
