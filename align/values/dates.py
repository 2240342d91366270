"""Names of months and weekdays of all languages of CLDR, in the cases and compounds in which texts have them."""

import re
from collections.abc import Iterator
from functools import cache

# Names that are other words besides, or parts of names: they count as a month beside a day or a year only.
_WORDS_BESIDES = frozenset(
    "may march mars mai maj mei marzo março mar jan august augustus sept set ago dec out oct nov jun jul april juni "
    "kvě led máj май мая лип".split()
)
_VOWELS = re.compile("[аяуюеиыьйіaeiyuęą]+$")  # what a name has at its end in one case and not in others
_SHORTEST = 3  # letters of a short form
_SLAVIC = frozenset("ru uk be pl cs sk hr sr sl bg mk".split())
# What a stem of a weekday or a month may have behind it: cases, and parts of the day.
_CASES = {
    "ru": "а я у ю е и ы ь ье ья ью ьем ой ей ом ем ам ям ами ями ах ях ов ск ский ского ском ская",
    "uk": "а я у ю е і и ї ою ею ом ем ам ям ами ями ах ях ів ня",
    "pl": "a y u i e ę ą em ie ów om ami ach owy owa",
    "cs": "a e i u y em ím ů ech ní",
    "de": "s e en morgen abend abends nachmittag vormittag mittag nacht früh morgens",
    "sv": "en s ens morgon kväll kvällen morgonen natt natten eftermiddag eftermiddagen",
    "nb": "en s ens morgen kveld kvelden morgenen natt",
    "da": "en s ens morgen aften aftenen morgenen nat",
    "nl": "en s ochtend avond middag nacht morgen ochtends avonds",
    "en": "s",
    "es": "s",
    "pt": "s",
    "ko": "에 은 는 이 가 의 부터 까지 과 와 을 를 로 도 날",
    "fi": "na ta sta ksi n ina isin",
    "hu": "n en ön on i re ra ig től tól",
    "tr": "da de ta te ya ye in ın un ün",
}
# Adjectives made from the weekdays, as in "Saturday's game": their stems from Monday on, and their endings.
_ADJECTIVES = {
    "ru": (
        "понедельничн вторничн — четвергов пятничн субботн воскресн",
        "ий яя ее его ей ему им ем юю ие их ими ый ая ое ого ой ому ым ом ую ые ых ыми",
    ),
    "uk": (
        "понеділков вівторков — четвергов пʼятничн суботн недільн",
        "ий я є ого ьої ьому ій ім ьою і іх а е ої ому им ою их ими у ю",
    ),
    "pl": (
        "poniedziałkow wtorkow środow czwartkow piątkow sobotn niedzieln",
        "y a e ego ej emu ym ą ych ymi i ia ie iego iej iemu im ią ich imi",
    ),
}
_MORE_DAYS: dict[str, str] = {
    "ru": "пятницу:4 пятницы:4 пятнице:4 среду:2 среды:2 среде:2 субботу:5 субботы:5 субботе:5 вторника:1 четверга:3",
    "uk": "пʼятницю:4 пʼятниці:4 середу:2 середи:2 суботу:5 суботи:5 неділю:6 неділі:6 вівторка:1 четверга:3",
    "pl": "środę:2 środy:2 sobotę:5 soboty:5 niedzielę:6 niedzieli:6 wtorku:1 piątku:4 czwartku:3 "
    "wtorkiem:1 piątkiem:4 czwartkiem:3 środą:2 środzie:2 sobotą:5 sobocie:5 niedzielą:6",
    "cs": "středu:2 středy:2 sobotu:5 soboty:5 neděli:6 úterka:1 pátku:4 čtvrtku:3",
    "pt": "terça:1 terças:1",
    # Second names, and spellings that CLDR does not have.
    "de": "sonnabend:5 sonnabends:5 sonnabende:5",
    "hi": "बृहस्पतिवार:3 वीरवार:3 गुरूवार:3 इतवार:6 शनिचर:5 जुमा:4 मंडे:0 फ्राइडे:4 संडे:6 सन्डे:6",
    "mr": "बृहस्पतिवार:3 गुरूवार:3",
    "bn": "বৃহস্পতিবার:3 শনিবারে:5 রোববার:6 রবিবার:6 বিষ্যুদবার:3",
    "ur": "سوموار:0 سنیچر:5 جمعہ:4",
    "ar": "الاثنين:0 الإثنين:0 الاربعاء:2 الجمعه:4 الاحد:6",
    "fa": "یک\u200cشنبه:6 دو\u200cشنبه:0 سه\u200cشنبه:1 چهار\u200cشنبه:2 پنج\u200cشنبه:3 آدینه:4",
}


@cache
def month_words(language: str) -> dict[str, tuple[int, bool]]:
    """Return the names of months, lower case without a stop, with their number and whether each is nothing else.

    Args:
        language: a primary tag; an empty table where CLDR does not know it, or writes months as numbers.
    """
    found: dict[str, tuple[int, bool]] = {}
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for number, name in _names("months", context, width, language):
                found[name] = number, width == "wide" and name not in _WORDS_BESIDES
                if width == "wide":
                    for form in _forms(name, language) if language in _SLAVIC | {"fi", "hu", "tr"} else ():
                        found.setdefault(form, (number, form not in _WORDS_BESIDES))
    if language == "en":
        found["sept"] = 9, False
    return found


@cache
def day_words(language: str) -> dict[str, int]:
    """Return the names of weekdays, lower case, with their number, 0 for Monday; no short forms, as many are words.

    Args:
        language: a primary tag.
    """
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in _names("days", context, "wide", language):
            name = name.removesuffix("-feira")
            if name in ("segunda", "quarta", "quinta", "sexta"):
                continue  # ordinals, too: the reader sees their second half
            found[name] = number
            for form in _forms(name, language):
                found.setdefault(form, number)
    for word in [word for word in found if word.startswith(("среди", "средн"))]:
        del found[word]  # "among" and "middle", like forms of Wednesday
    stems, endings = _ADJECTIVES.get(language, ("", ""))
    for number, stem in enumerate(stems.split()):
        found.update((stem + ending, number) for ending in endings.split())
    found.update((word, int(number)) for word, _, number in (p.partition(":") for p in _more(language)))
    return found


def _more(language: str) -> list[str]:
    return _MORE_DAYS.get(language, "").split()


def _forms(name: str, language: str) -> Iterator[str]:
    """Yield a name with the endings of its cases."""
    endings = _CASES.get(language, "").split()
    stem = name
    if language in _SLAVIC:
        stem = _VOWELS.sub("", name)
        if len(stem) < _SHORTEST or name in ("май", "мая"):
            return
    yield from (stem + ending for ending in endings)
    if stem != name:
        yield stem


def _names(kind: str, context: str, width: str, language: str) -> Iterator[tuple[int, str]]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return
    table = (locale.months if kind == "months" else locale.days)[context].get(width, {})
    for number, name in table.items():
        name = name.lower().rstrip(".")
        if not name[0].isdigit() and len(name) >= _SHORTEST and " " not in name:
            yield number, name
