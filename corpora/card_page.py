"""The card as pages: Markdown for a repository, and its HTML twin with figures, which loads nothing from anywhere."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from align.files import replacing_text
from align.sanitize import sanitize_line, sanitize_markdown

_WIDTH, _HEIGHT = 240, 60  # of a figure, in pixels
_BLUE = "#2b6cb0"
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "body{color:#222;background:#fff}"
    "table{border-collapse:collapse;margin:1rem 0}"
    "td,th{padding:.2rem .8rem;border-bottom:1px solid #ccc;text-align:left}"
    "figure{display:inline-block;margin:.5rem 1rem .5rem 0}figcaption{font-size:.85rem}"
)

Table = tuple[str, Sequence[str], list[Sequence[str]]]  # title, header, rows


def write_pages(card: Mapping[str, Any], folder: Path) -> None:
    """Write `card.md` and `card.html`.

    Args:
        card: as `card.json` has it.
        folder: of the corpus.
    """
    for name, text in (("card.md", to_markdown(card)), ("card.html", to_html(card))):
        with replacing_text(folder / name) as stream:
            stream.write(text)


def to_markdown(card: Mapping[str, Any]) -> str:
    """Return the card as Markdown."""
    parts = [f"# Parallel corpus\n\n{_summary(card)}\n"]
    for title, header, rows in _tables(card):
        if not rows:
            continue
        lines = [f"## {title}\n", _line(header), "| --- " * len(header) + "|", *map(_line, rows)]
        parts.append("\n".join(lines) + "\n")
    signature, command = (sanitize_markdown(card[name]) for name in ("signature", "command"))
    return "\n".join([*parts, f"Signature: {signature}  \nCommand: {command}\n"])


def to_html(card: Mapping[str, Any]) -> str:
    """Return the card as a page with a histogram for each filter."""
    body = [f"<h1>Parallel corpus</h1><p>{_html(_summary(card))}</p>"]
    for title, header, rows in _tables(card):
        head = "".join(f'<th scope="col">{_html(cell)}</th>' for cell in header)
        lines = "".join("<tr>" + "".join(f"<td>{_html(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        body.append(f"<h2>{_html(title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>")
    body.append("<h2>Scores</h2>")
    body.append(_figure("probability of the pairs that are kept", card["kept"]["probability"], None))
    for name, told in card["filters"].items():
        side = "at_least" if "at_least" in told else "at_most"
        caption = f"{name} ({side.replace('_', ' ')} {told[side]:g}, up to {told['up_to']:g})"
        body.append(_figure(caption, told["histogram"], told[side] / told["up_to"]))
    body.append(f"<p>Signature: {_html(card['signature'])}<br>Command: <code>{_html(card['command'])}</code></p>")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
    title = "<title>Parallel corpus</title>"
    head += f"{title}<style>{_STYLE}</style>"
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{"".join(body)}</body></html>\n'


def _summary(card: Mapping[str, Any]) -> str:
    rows, documents, splits = card["rows"], card["documents"], card["splits"]
    leaks = "no text or document of one part is in another" if not splits["leaks"] else f"{splits['leaks']} leaks"
    return (
        f"{rows['kept']:,} of {rows['in']:,} pairs of texts are kept, from {documents['pairs']:,} pairs of documents "
        f"in {card['shards']:,} shard{'s' if card['shards'] != 1 else ''}; "
        f"{documents['unpaired']:,} documents have no partner, "
        f"{documents['quarantined']:,} could not be used. In the splits {leaks}."
    )


def _tables(card: Mapping[str, Any]) -> list[Table]:
    kept, splits = card["kept"], card["splits"]
    tables: list[Table] = [
        ("Languages", ("languages", "pairs"), _rows(kept["languages"])),
        (
            "Size",
            ("side", "characters", "words"),
            [(side, f"{kept['characters'][side]:,}", f"{kept['words'][side]:,}") for side in ("source", "target")],
        ),
        ("Rejected, by reason", ("reason", "pairs"), _rows(card["reasons"])),
        ("Filters", ("filter", "limit", "action", "marks", "alone removes", "suggested"), _filters(card["filters"])),
        ("Fates of all beads", ("fate", "beads"), _rows(card["beads"])),
        ("Labels", ("label", "pairs"), _rows(kept["labels"])),
        ("Splits", ("part", "pairs"), _rows({name: splits[name] for name in ("train", "dev", "test", "withheld")})),
        ("Documents", ("paired by", "pairs"), _rows(card["documents"]["evidence"])),
    ]
    if card["sources"]:
        sources = [(told["origin"], told["licence"], f"{told['document_pairs']:,}") for told in card["sources"]]
        tables.append(("Sources", ("origin", "licence", "pairs of documents"), [*sources]))
    tables.append(("Checksums", ("file", "SHA-256"), [(name, digest) for name, digest in card["sha256"].items()]))
    return tables


def _filters(filters: Mapping[str, Any]) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    for name, told in filters.items():
        side, sign = ("at_least", "≥") if "at_least" in told else ("at_most", "≤")
        limit = f"{sign} {told[side]:g}"
        rows.append((name, limit, told["action"], f"{told['marks']:,}", f"{told['alone']:,}", f"{told['suggested']:g}"))
    return rows


def _rows(counts: Mapping[str, int]) -> list[Sequence[str]]:
    return [(name, f"{count:,}") for name, count in counts.items()]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(sanitize_markdown, cells)) + " |"


def _html(text: str) -> str:
    """Return a text as HTML, with nothing in it that nobody sees."""
    return escape(sanitize_line(text))


def _figure(caption: str, bars: Sequence[int], cut: float | None) -> str:
    """Return a histogram; the heights are roots, so that a few rows are seen beside many."""
    most, width = max(*bars, 1), _WIDTH / len(bars)
    thick = width - 1
    drawn = "".join(
        f'<rect x="{k * width:.1f}" y="{_HEIGHT - high:.1f}" width="{thick:.1f}" height="{high:.1f}" fill="{_BLUE}"/>'
        for k, high in enumerate(_HEIGHT * (count / most) ** 0.5 for count in bars)
    )
    if cut is not None:
        place = min(max(cut, 0.0), 1.0) * _WIDTH
        drawn += f'<line x1="{place:.1f}" x2="{place:.1f}" y1="0" y2="{_HEIGHT}" stroke="#c05621" stroke-width="2"/>'
    label = _html(caption)
    box = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}"'
    return f"<figure><svg {box}>{drawn}</svg><figcaption>{label}</figcaption></figure>"
