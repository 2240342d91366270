"""OpenDocument texts and e-books, whole and broken, made for the tests of the readers."""

from tests.align.reading.files import zip_bytes

_ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:parent-style-name="Caption"/></office:automatic-styles>'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)
_META = (
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">'
    "<office:meta><dc:title>Harbour</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator>"
    "<meta:creation-date>2021-03-04T10:00:00</meta:creation-date></office:meta></office:document-meta>"
)


def odt_bytes(body: str, *more: tuple[str, bytes], prolog: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """Return an OpenDocument text with these paragraphs and these further parts."""
    return zip_bytes(
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", (prolog + _ODT.format(body)).encode()),
        ("meta.xml", _META.encode()),
        *more,
    )


_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    "<dc:title>The Pier</dc:title><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ek</dc:creator>"
    "<dc:language>en_GB</dc:language><dc:date>2021-03-04T00:00:00Z</dc:date></metadata>"
    "<manifest>{}</manifest><spine>{}</spine>{}</package>"
)
_XHTML = (
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    "<head><title>x</title></head>{}</html>"
)


def epub_bytes(*chapters: tuple[str, str], more: tuple[tuple[str, bytes], ...] = (), guide: str = "") -> bytes:
    """Return an e-book whose chapters, names and bodies, are read in this order and stored in another."""
    items = "".join(
        f'<item id="i{number}" href="text/{name}" media-type="application/xhtml+xml"/>'
        for number, (name, _) in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(chapters)))
    return zip_bytes(
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER.encode()),
        ("OEBPS/book.opf", _PACKAGE.format(items, spine, guide).encode()),
        *((f"OEBPS/text/{name}", _XHTML.format(body).encode()) for name, body in sorted(chapters)),
        *more,
    )
