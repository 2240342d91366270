"""The words of RTF that this reader knows: its tokens, characters, code pages, and what is not shown."""

import codecs
import re

# In this order: word, its number, a byte in hexadecimal, a symbol, a brace, plain characters. Bare line ends are none.
TOKEN = re.compile(r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)")

PARAGRAPH_ENDS = frozenset("par sect page column cell nestcell row nestrow".split())
CHARACTERS = {
    "line": "\n",
    "lbr": "\n",
    "tab": "\t",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}

# Groups whose text is not on the page, or is there a second time. Headers and footers are left out as in Word files.
UNSHOWN = frozenset(
    "colortbl pict objdata shprslt nonshppict header headerl headerr headerf footer footerl footerr footerf fldinst "
    "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listtext pntext pntxta pntxtb xe tc rxe annotation atnid atnauthor "
    "atndate atnref bkmkstart bkmkend template themedata datastore filetbl sp datafield formfield revtbl".split()
)
# Groups marked as optional that hold text all the same.
SHOWN = frozenset("shpinst shptxt footnote shp result".split())

_CODE_PAGES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_OF_PAGES = {936: "gb18030", 950: "big5hkscs", 10000: "mac_roman", 65001: "utf-8", 1361: "johab", 20866: "koi8_r"}


def codec_of_charset(charset: int) -> str:
    """Return the codec of a font's character set; empty for the one of the document."""
    return _CODE_PAGES.get(charset, "")


def codec_of_page(page: int) -> str:
    """Return the codec of a Windows code page, that of Western Europe where there is none.

    >>> codec_of_page(1251), codec_of_page(7)
    ('cp1251', 'cp1252')
    """
    name = _OF_PAGES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
