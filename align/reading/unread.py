"""Formats that are known and not read: each is named, so that its markup is never compared as if it were text."""

from align.errors import InputError

_LINES = "save each language as .txt, one segment a line, and compare these with --segmented"
_UNITS = "versalign convert makes a file of lines of each language of it, to be compared with --segmented"
_WORD = "save it as .docx, .odt or .txt"
_PAGE = "save it as .html, .docx or .txt"
_TEXT = "save the text in it as .txt"
_SUBTITLES = "save it as .srt or .vtt"
_UNPACK = "unpack it and compare the files in it"
_OCR = "run OCR and save the text"

_KINDS = (
    (".tmx", "a TMX file (a translation memory)", _UNITS),
    (".xliff .xlf .sdlxliff .mqxliff .mxliff .txlf", "an XLIFF file (segments with their translations)", _LINES),
    (".po .pot", "a gettext PO file (messages with their translations)", _LINES),
    (".tbx", "a TBX file (a list of terms)", _LINES),
    (".tsv .tab .csv", "a table (TSV or CSV)", _LINES),
    (".json .jsonl", "a JSON file", _TEXT),
    (".yaml .yml .properties .strings .resx .arb", "a file of keys and values", _TEXT),
    (".xml .dita .tei .svg .rss .fodt", "an XML file", _PAGE),
    (".tex .latex .ltx", "a LaTeX file", "save it as .html, .docx or .pdf"),
    (".doc .dot .wpd .pages", "an old or encrypted Office file", f"{_WORD}, without password"),
    (".xls .xlsx .ods", "a spreadsheet", "save each column as .txt, one segment a line"),
    (".ppt .pptx .odp .odg", "a file of slides or drawings", "save its text as .docx or .txt"),
    (".mobi .azw .azw3 .fb2", "an e-book of another kind than EPUB", "save it as .epub"),
    (".ass .ssa .ttml .dfxp .sbv", "a file of subtitles of another kind than SRT and WebVTT", _SUBTITLES),
    (".eml .mht .mhtml .msg", "a message or a web archive", _PAGE),
    (".png .jpg .jpeg .gif .tif .tiff .webp .djvu .bmp", "a picture", _OCR),
    (".zip .tar .tgz .7z .rar .bz2 .xz .zst", "an archive of files", _UNPACK),
)
UNREAD: dict[str, tuple[str, str]] = {
    suffix: (kind, advice) for suffixes, kind, advice in _KINDS for suffix in suffixes.split()
}


def refuse(name: str, suffix: str) -> InputError:
    """Return the error that names what a file is, and what to do.

    Args:
        name: of the file.
        suffix: of its format, one of `UNREAD`.

    >>> str(refuse("memory.tmx", ".tmx")).partition("; ")[0]
    'memory.tmx: expected a document, found a TMX file (a translation memory), which is not read'
    """
    kind, advice = UNREAD[suffix]
    return InputError(f"{name}: expected a document, found {kind}, which is not read; {advice}")
