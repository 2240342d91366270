"""The head and the tail of free e-books: licence, catalogue lines and marks of where the text starts and ends.

What projects of this kind write has the same shape in all languages: lines such as `Title: …` and `Language: …` one
below the other, a word for e-book, and often a line between stars that says that the book starts or ends here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The lines of the head, `[0, head)`, those of the tail, `[tail, …)`, and what the catalogue lines tell."""

    head: int
    tail: int
    title: str = ""
    author: str = ""


def find_boilerplate(lines: Sequence[str]) -> Boilerplate:
    """Return where the head of an e-book ends and its tail begins; both are empty in other texts.

    Args:
        lines: the visible lines.

    >>> find_boilerplate(["Title: X", "*** START OF THIS EBOOK X ***", "Snow fell.", "*** END OF THIS EBOOK X ***"])
    Boilerplate(head=2, tail=3, title='X', author='')
    """
    text = "\n".join(lines).casefold()
    # Most texts are no e-books, which is told sooner than line by line.
    marked = "***" in text or any(sign in text for sign in _SIGNS)
    start = _last_mark(lines, _START) if marked else 0
    tail = _first_mark(lines, _END, start) if marked or _SOURCE in text else len(lines)
    told = _catalogue(lines[: start or min(tail, _LONGEST_HEAD)])
    head = max(start, _end_of_catalogue(lines, told) if not start else 0)
    head = max(head, _end_of_key(lines)) if _KEY_WORD in text else head
    if not (head or tail < len(lines)):
        return Boilerplate(0, len(lines))
    return Boilerplate(head, tail, told.get("title", ("", 0))[0], told.get("author", ("", 0))[0])


_LONGEST_HEAD = 60
_MOST_OF_HEAD = 0.5
_FEWEST_KEYS = 2
_BOOK = (
    r"(?:e-?books?|e-?texts?|e-?buch(?:e?s)?|livres?\s(?:électroniques?|numériques?)|libros?\selectrónicos?"
    r"|libro\selettronico|livro\s(?:eletrônico|eletrónico|digital)|электронн\w{1,4}\s(?:книг\w|издани\w)|e-?boek(?:en)?"
    r"|e-?bok(?:en)?|e-?kirja\w{0,4}|電子書籍|电子书|電子書|e-?książk\w{1,3}|elektronick\w{1,3}\skni\w{1,3})"
)
# What a word for e-book has.
_SIGNS = (
    *("ebook", "e-book", "etext", "e-text", "ebuch", "e-buch", "électronique", "numérique", "electrónico"),
    *(
        "elettronico",
        "livro eletr",
        "livro digital",
        "электронн",
        "eboek",
        "e-boek",
        "ebok",
        "e-bok",
        "ekirja",
        "e-kirja",
    ),
    *("電子書籍", "电子书", "電子書", "eksiążk", "e-książk", "elektronick"),
)
_STARTS = (
    r"(?:start|begin(?:ning|n)?|anfang|début|debut|inicio|comienzo|inizio|início|начало|початок|alku|początek|začátek)"
)
_ENDS = r"(?:end|ende|schluss|fin|final|fine|fim|конец|кінець|einde|slut|loppu|koniec|konec)"
_FLANK = r"[*=~_#–—-]{2,10}"
_START = re.compile(
    rf"\s*{_FLANK}\s?{_STARTS}\b.{{0,200}}|{_STARTS}\s(?:of|des|du|del|dell|do|van)\b.{{0,60}}\b{_BOOK}\b.{{0,120}}",
    re.I,
)
_END = re.compile(
    rf"\s*{_FLANK}\s?{_ENDS}\b.{{0,200}}|{_ENDS}\s(?:of|des|du|del|dell|do|van)\b.{{0,60}}\b{_BOOK}\b.{{0,120}}", re.I
)
_BOOK_WORD = re.compile(rf"\b{_BOOK}\b", re.I)
_LICENCE = re.compile(
    r"licen[cs]|lizenz|лиценз|frei verfügbar|free of charge|libre de droits|dominio público|pubblico dominio"
    r"|public domain|domaine public|gemeinfrei",
    re.I,
)
_KEYS = {
    "title": "title|titel|titre|título|titulo|titolo|название|назва|otsikko|nimeke|tytuł|název|cím|書名|书名|標題|标题",
    "author": "author|authors|autor|autorin|verfasser|auteur|autore|автор|tekijä|kirjailija|forfatter|författare"
    "|szerző|著者|作者",
    "other": (
        "release date|posting date|publication date|last updated|most recently updated|language"
        "|character set encoding|encoding|credits|produced by|editor|illustrator|translator|transcriber|publisher"
        "|original publication|source|isbn|rights|license|licence|edition|ebook|erscheinungsdatum|veröffentlichung"
        "|sprache|zeichensatz|herausgeber|verlag|übersetzer|übersetzerin|quelle|ausgabe|lizenz|date de publication"
        "|date de parution|parution|langue|encodage|éditeur|traducteur|traductrice|mise en ligne"
        "|fecha de publicación|fecha de lanzamiento|idioma|editorial|traductor|traductora|codificación|fuente"
        "|licencia|data di pubblicazione|data di rilascio|lingua|editore|traduttore|codifica|licenza|tratto da"
        "|codice isbn|data de publicação|data de lançamento|língua|editora|tradutor|tradução|дата выхода"
        "|дата публикации|язык|издатель|издательство|переводчик|перевод|кодировка|источник|лицензия|utgivelsesdato"
        "|språk|sprog|taal|uitgever|vertaler|julkaisupäivä|kieli|kääntäjä|data wydania|język|tłumacz|datum vydání"
        "|jazyk|překladatel|発行日|言語|出版社|訳者|翻訳者|语言|語言|译者|譯者|发布日期|出版日期"
    ),
}
_LINE = {
    kind: re.compile(rf"\W{{0,3}}(?:{keys})\s?[:：]\s?(?P<value>.{{1,200}})", re.I) for kind, keys in _KEYS.items()
}
# Japanese: a key of signs between two long rules, and the source of the text at its end.
_LONG_RULE = re.compile(r"[-‐–—―─━=]{20,200}")
_KEY_WORD = "記号について"
_SOURCE = "底本"
_COLOPHON = re.compile(rf"{_SOURCE}(?:の親本)?[:：].{{1,200}}")


def _last_mark(lines: Sequence[str], mark: re.Pattern[str]) -> int:
    """Return the number of the line behind the last mark of a start, in the first half, 0 without one."""
    half = int(len(lines) * _MOST_OF_HEAD) + _LONGEST_HEAD
    found = [i for i, line in enumerate(lines[:half]) if _is_mark(mark, line)]
    return _behind(lines, found[-1]) if found else 0


def _behind(lines: Sequence[str], mark: int) -> int:
    """Return the number of the line behind a mark, which may run over two lines."""
    goes_on = lines[mark].startswith("*") and not lines[mark].endswith("*")
    return mark + 2 if goes_on and lines[mark + 1 : mark + 2] and lines[mark + 1].endswith("*") else mark + 1


def _first_mark(lines: Sequence[str], mark: re.Pattern[str], start: int) -> int:
    """Return the number of the first mark of an end, or of the colophon, behind a line; else the number of lines."""
    ends = (i for i in range(start, len(lines)) if _is_mark(mark, lines[i]) or _is_colophon(lines, i))
    return next(ends, len(lines))


def _is_mark(mark: re.Pattern[str], line: str) -> bool:
    if len(line) > 250 or mark.fullmatch(line) is None:
        return False
    # A sentence may well speak of the end of an e-book.
    if line[0].isalpha() and line[-1] in ".!?":
        return False
    return _BOOK_WORD.search(line) is not None or (line.startswith("***") and line.isupper())


def _is_colophon(lines: Sequence[str], i: int) -> bool:
    return 3 * i > len(lines) and _COLOPHON.fullmatch(lines[i]) is not None


def _catalogue(lines: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return the values of the catalogue lines by kind or key, each with the number of its line."""
    found: dict[str, tuple[str, int]] = {}
    for i, line in enumerate(lines):
        if len(line) >= 250 or (":" not in line and "：" not in line):
            continue
        for kind, pattern in _LINE.items():
            match = pattern.fullmatch(line)
            if match:
                found.setdefault(kind if kind != "other" else line[: match.start("value")], (match["value"].strip(), i))
    return found


def _end_of_catalogue(lines: Sequence[str], told: dict[str, tuple[str, int]]) -> int:
    """Return the number of the line behind the catalogue lines, 0 where they are not those of an e-book."""
    if len(told) < _FEWEST_KEYS:
        return 0
    last = max(i for _, i in told.values())
    first = min(i for _, i in told.values())
    head = lines[: last + 1]
    is_book = any(_BOOK_WORD.search(line) or _LICENCE.search(line) for line in head)
    # Four such lines and nothing else above the text are a catalogue as well.
    bare = len(told) > _FEWEST_KEYS + 1 and first < len(told) and "title" in told
    return last + 1 if is_book or bare else 0


def _end_of_key(lines: Sequence[str]) -> int:
    """Return the number of the line behind a key of signs between two rules, 0 without one."""
    rules = [i for i, line in enumerate(lines[:_LONGEST_HEAD]) if _LONG_RULE.fullmatch(line)]
    if len(rules) < 2 or not any(_KEY_WORD in line for line in lines[rules[0] : rules[1]]):
        return 0
    return rules[1] + 1
