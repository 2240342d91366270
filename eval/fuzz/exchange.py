"""Files of other tools: exchange formats, tables of pairs, recipes, keys."""

import json
from collections.abc import Callable
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from eval.fuzz.texts import nasty, prose, word

Maker = Callable[[Random], bytes]
_HEADER = "source_start source_stop target_start target_stop score probability move fate source target id".split()


def tmx(random: Random) -> bytes:
    """Return a translation memory."""
    prologs = ("", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">', '<!DOCTYPE tmx [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>')
    units = []
    for one, other in _pairs(random):
        parts = (one, "<ph x='1'/>" + one, f"<bpt i='1'>b</bpt>{one}<ept i='1'/>", f"<sub>{one}</sub>", one + "&c;")
        languages = random.choice((("en", "fr"), ("en", "fr"), ("en", "en"), ("", nasty(random))))
        sides = "".join(
            f'<tuv xml:lang="{escape(tag, _QUOTE)}"><seg>{text}</seg></tuv>'
            for tag, text in zip(languages, (random.choice(parts), other), strict=True)
        )
        more = random.choice(("", f'<prop type="x">{escape(nasty(random))}</prop>', sides, "<note>n</note>"))
        units.append(f"<tu>{more}{sides}</tu>")
    head = '<header srclang="en" datatype="x" segtype="sentence" o-tmf="x" adminlang="en"'
    text = f'{random.choice(prologs)}<tmx version="1.4">{head}/><body>{"".join(units)}</body></tmx>'
    return ('<?xml version="1.0" encoding="UTF-8"?>' + text).encode("utf-8", "replace")


def tsv(random: Random) -> bytes:
    """Return a table with our columns, some of them missing."""
    columns = [name for name in _HEADER if random.random() < 0.9]
    rows = [columns]
    for number, (one, other) in enumerate(_pairs(random)):
        cells = {name: str(number + (name.endswith("stop"))) for name in _HEADER[:4]}
        cells |= {"score": "1.5", "probability": "0.9", "source": one, "target": other, "id": word(random)}
        if random.random() < 0.2:
            cells[random.choice(_HEADER)] = word(random)
        rows.append([cells.get(name, "") for name in columns])
    return "\n".join("\t".join(row) for row in rows).encode("utf-8", "surrogatepass")


def jsonl(random: Random) -> bytes:
    """Return an object a line, with values of other kinds here and there."""
    values: tuple[Any, ...] = (
        None,
        1e308,
        -1,
        10**30,
        [],
        {},
        "x",
        True,
        float("nan"),
        [[]],
        {"segments": [[0, 1]]},
        nasty(random),
    )
    lines = []
    for number, (one, other) in enumerate(_pairs(random)):
        row: dict[str, Any] = {
            "id": str(number),
            "source": one,
            "target": other,
            "probability": 0.9,
            "score": 1.0,
            "scores": {},
        }
        row |= {"source_language": "en", "target_language": "fr", "fate": "kept", "label": "", "judgement": None}
        if random.random() < 0.3:
            row[random.choice([*row, "sides", "move", "properties"])] = random.choice(values)
        lines.append(json.dumps(row, ensure_ascii=random.random() < 0.5))
    if random.random() < 0.1:
        lines.append("[" * 20_000)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def ladder(random: Random) -> bytes:
    """Return a ladder of Vecalign or hunalign."""
    lines, one, other = [], 0, 0
    for _ in range(random.randrange(1, 9)):
        a, b = random.choice(((1, 1), (1, 1), (2, 1), (1, 0), (0, 1)))
        first, second = list(range(one, one + a)), list(range(other, other + b))
        one, other = one + a, other + b
        third = random.choice(("0.5", "0", "-3", "nan", "1e999", "", word(random)))
        lines.append(random.choice((f"{first}:{second}:{third}", f"{one}\t{other}\t{third}", f"{first}:{second}")))
    if random.random() < 0.3:
        wrong = ("[0:[1]:2", "[9999999999]:[0]:1", "[-1]:[0]:0.1", "[0, 0]:[1]:1", nasty(random))
        lines.insert(0, random.choice(wrong))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def lines(random: Random) -> bytes:
    """Return a text of one segment a line."""
    return "\n".join(prose(random).splitlines()).encode("utf-8", "surrogatepass")


def manifest(random: Random) -> bytes:
    """Return a table of pairs of documents; `a.txt` and `b.txt` may be there."""
    names = ("a.txt", "b.txt", "c.txt", "", ".", "/dev/null", word(random), "a.txt")
    heads: tuple[tuple[str, ...], ...] = (("source", "target"), ("target",), ("x", "y"), ("source", "target", "origin"))
    rows = [random.choice(heads)]
    rows += [tuple(random.choice(names) for _ in range(random.choice((2, 2, 2, 1, 3)))) for _ in range(4)]
    return "\n".join("\t".join(row) for row in rows).encode("utf-8", "surrogatepass")


def recipe(random: Random) -> bytes:
    """Return a recipe of a corpus."""
    values = ("1", "-1", "1e400", "nan", '"x"', "true", "[]", "[1]", "{}", "0.5", "9" * 20, '"\\u001b[31m"')
    fields = (
        "inputs", "output", "languages", "pair", "segmented", "filters", "dedup.exact", "dedup.near",
        "dedup.similarity", "splits.dev",
        "splits.test", "splits.seed", "filters.length-ratio.at_most", "filters.lengths.at_least",
        "filters.alignment.at_least", "x",
    )  # fmt: skip
    told = {"inputs": '["."]', "output": '"out"'}
    for _ in range(random.randrange(4)):
        told[random.choice(fields)] = random.choice(values)
    return "".join(f"{name} = {value}\n" for name, value in told.items()).encode()


def keys(random: Random) -> bytes:
    """Return a file of keys of the review."""
    names = ("accept", "down", "quit", "nothing", '"\\u001b"', "a.b")
    values = ('"y"', '["j", "ctrl+n"]', '"\\u001b[A"', "1", "[[]]", '""', '"ctrl+ctrl+a"', "{}", '"\\u202e"')
    rows = [f"{random.choice(names)} = {random.choice(values)}" for _ in range(random.randrange(5))]
    return "\n".join([random.choice(("[keys]", "[keys]", "[[keys]]", "keys = 1", "[other]")), *rows]).encode()


UNITS: dict[str, Maker] = {
    ".tmx": tmx,
    ".tsv": tsv,
    ".jsonl": jsonl,
    ".vecalign": ladder,
    ".hunalign": ladder,
    ".moses": lines,
    ".parquet": lambda random: b"PAR1" + jsonl(random) + b"PAR1",
}
_QUOTE = {'"': "&quot;"}


def _pairs(random: Random) -> list[tuple[str, str]]:
    one, other = prose(random).split("\n"), prose(random).split("\n")
    return [(escape(first), escape(second)) for first, second in zip(one, other, strict=False)]
