"""Translation memories as other programs write them, and those that nobody should read."""

import tracemalloc
from pathlib import Path

import pytest

from align.errors import InputError
from align.exchange import Side, Unit, read_units, write_units

HEAD = '<tmx version="1.4"><header srclang="{}"/><body>'
TU = '<tu><tuv lang="fr"><seg>Il pleut.</seg></tuv><tuv xml:lang="en-GB"><seg>It rains.</seg></tuv></tu>'
FOOT = "</body></tmx>"
DECLARED = '<?xml version="1.0" encoding="{}"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">'


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("UTF-8", "utf-8"), ("UTF-16", "utf-16"), ("UTF-16", "utf-16-le"), ("UTF-16", "utf-16-be"), ("UTF-16", "utf-8"),
     ("utf-8", "utf-8-sig"), ("UTF-16", "utf-8-sig"), ("windows-1252", "cp1252")],
)  # fmt: skip
def test_any_encoding_and_a_bare_doctype(declared: str, encoding: str, tmp_path: Path) -> None:
    """Also one that the file only claims to have; the source language comes first, whatever stands first."""
    path = tmp_path / "a.tmx"
    path.write_bytes((DECLARED.format(declared) + HEAD.format("EN") + TU + FOOT).encode(encoding))
    (unit,) = read_units(path)
    assert [(side.language, side.text) for side in unit.sides] == [("en-GB", "It rains."), ("fr", "Il pleut.")]


def test_codes_go_and_marked_text_stays(tmp_path: Path) -> None:
    """A code that breaks the line is a space; three versions are three sides."""
    seg = 'A<bpt i="1">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept> <hi>c<ph>{0}</ph></hi><ph>&lt;br/&gt;</ph>d'
    tuvs = "".join(f'<tuv xml:lang="{language}"><seg>{seg}</seg></tuv>' for language in ("de", "en", "fr"))
    path = tmp_path / "a.tmx"
    path.write_text(HEAD.format("*all*") + f"<tu>{tuvs}</tu><tu/>" + FOOT)
    (unit,) = read_units(path)
    assert [(side.language, side.text) for side in unit.sides] == [(code, "Ab c d") for code in ("de", "en", "fr")]


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(9))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"<!DOCTYPE tmx [{BOMB}]>" + HEAD.format("en") + "<tu><tuv><seg>&e8;</seg></tuv></tu>" + FOOT,
            "entities, found",
        ),
        (
            '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + HEAD.format("en") + FOOT,
            "found a declaration",
        ),
        ('<!DOCTYPE tmx [<!ENTITY % x SYSTEM "x.dtd"> %x;]>' + HEAD.format("en") + TU + FOOT, "found a declaration"),
        (DECLARED.format("UTF-8") + HEAD.format("en") + TU.replace(".", "&nbsp;") + FOOT, "unknown entity &nbsp;"),
        ("<html><body/></html>", "root element 'html'"),
        (HEAD.format("en") + TU, "expected a TMX file, found"),
        ("", "expected a TMX file, found"),
        ("rain", "expected a TMX file, found"),
        (
            HEAD.format("en") + TU.replace("<tu>", '<tu><prop type="x-probability">2</prop>') + FOOT,
            "from 0 to 1, found 2",
        ),
        (HEAD.format("en") + "<a>" * 400 + "</a>" * 400 + FOOT, "expected a TMX file, found"),
    ],
)
def test_what_is_refused_is_one_line(text: str, message: str, tmp_path: Path) -> None:
    """The path, and what was found."""
    path = tmp_path / "a.tmx"
    path.write_text(text)
    with pytest.raises(InputError, match=message) as caught:
        list(read_units(path))
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Ten times the units take the same memory, written and read."""
    peaks = []
    for count in (1000, 10_000):
        tracemalloc.start()
        write_units((Unit((Side("Rain. " * 9, "en"), Side("Pluie.", "fr"))) for _ in range(count)), tmp_path / "a.tmx")
        assert sum(1 for _ in read_units(tmp_path / "a.tmx")) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
