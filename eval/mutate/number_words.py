"""A number that is written as a word becomes another one of its form: three and five, dritte and fünfte."""

import re
from functools import cache
from random import Random

from align.bitext import Span
from align.language import primary_language
from eval.mutate import Mutation, put_in

# Words of a row have the same form, so that one can stand for another; no article, and no word that says anything else.
_ROWS: dict[str, tuple[str, ...]] = {
    "en": (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "third fourth fifth sixth seventh eighth ninth tenth",
        "hundred thousand million billion",
    ),
    "fr": (
        "deux trois quatre cinq six sept huit dix onze douze treize quatorze quinze seize",
        "vingt trente quarante cinquante soixante",
        "troisième quatrième cinquième sixième septième huitième dixième",
        "millions milliards",
    ),
    "de": (
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn",
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "dritte vierte fünfte sechste siebte neunte zehnte",
        "dritten vierten fünften sechsten siebten neunten zehnten",
        "Millionen Milliarden Billionen",
    ),
    "es": (
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "tercera cuarta quinta sexta séptima octava",
        "millones billones",
    ),
    "it": (
        "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quindici",
        "venti trenta quaranta cinquanta sessanta settanta ottanta",
        "terzo quarto quinto sesto settimo ottavo",
        "milioni miliardi",
    ),
    "pt": (
        "dois três quatro cinco seis sete oito nove dez onze doze treze quinze",
        "vinte trinta quarenta cinquenta sessenta setenta oitenta",
        "terceira quarta quinta sexta sétima oitava",
        "milhões bilhões",
    ),
    "nl": (
        "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien",
        "twintig dertig veertig vijftig zestig zeventig tachtig",
        "derde vierde vijfde zesde zevende achtste",
        "miljoen miljard",
    ),
    "ru": (
        "три четыре",
        "пять шесть семь восемь девять десять одиннадцать двенадцать",
        "двух трех трёх четырех",
        "пяти шести семи восьми девяти десяти",
        "двадцать тридцать пятьдесят шестьдесят семьдесят",
        "третий четвертый пятый шестой",
        "третье пятое шестое",
        "миллионов миллиардов",
    ),
    "zh": (
        "两名 三名 四名 五名 六名 七名",
        "两个 三个 四个 五个 六个 七个",
        "两年 三年 四年 五年 六年",
        "第二 第三 第四 第五 第六",
    ),
    "ja": (
        "二人 三人 四人 五人 六人",
        "二つ 三つ 四つ 五つ 六つ",
        "第二 第三 第四 第五",
        "二回 三回 四回",
    ),
}
_UNSPACED = frozenset({"zh", "ja"})


def change_number_word(sentence: str, language: str, rng: Random) -> Mutation | None:
    """Put another number word in the place of one; see `eval.mutate.Mutator`.

    >>> change_number_word("Three boats sank.", "en", Random(1)).text
    'Twelve boats sank.'
    """
    primary = primary_language(language)
    if primary not in _ROWS:
        return None
    found = list(_pattern(primary).finditer(sentence))
    if not found:
        return None
    word = rng.choice(found)
    row = _row_of(primary)[word[0].lower()]
    new = rng.choice([other for other in row if other != word[0].lower()])
    cased = new.title() if word[0][0].isupper() and word[0][1:].islower() else new
    return put_in(sentence, Span(*word.span()), cased)


@cache
def _row_of(language: str) -> dict[str, tuple[str, ...]]:
    rows = [tuple(row.lower().split()) for row in _ROWS[language]]
    return {word: row for row in rows for word in row}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(_row_of(language), key=len, reverse=True))
    bounds = ("", "") if language in _UNSPACED else (r"(?<![\w-])", r"(?![\w-])")
    return re.compile(f"{bounds[0]}(?:{words}){bounds[1]}", re.IGNORECASE)
