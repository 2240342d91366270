"""The gate: no number may fall below its floor.

Floors stand in `floors.json` with the digest of the data they were measured on and the signature of what reached them.
They are raised with `--update`; lowering one needs `--lower` and a reason, which is kept with date, old and new value.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from align.bitext import Comparison, Document
from align.comparison import compare
from align.errors import InputError, OptionError
from align.exchange.streams import writing
from align.passages import likely_moves, link_of, links_of
from eval.gold.seeds import SEEDS, digest_seeds, read_rows, read_seeds, read_sides, seed_gold
from eval.gold.sets import read_set, set_names
from eval.metrics.beads import count_beads, f1_of
from eval.metrics.score import Report, score_set
from eval.near.protocol import count_moves
from eval.results import share
from eval.system import System, align_pair

FLOORS = Path(__file__).parent.with_name("floors.json")
SLACK = 0.002  # between what was measured and its floor: the last digits differ from machine to machine
BELOW, STALE = 1, 2  # exit codes
_SCHEMA = 1

Compare = Callable[[Document, Document], Comparison]


@dataclass(frozen=True, slots=True)
class Measured:
    """The numbers of one set (0 to 1, higher is better), the digest of its data and the signature of the run."""

    digest: str
    signature: str
    numbers: dict[str, float]


@dataclass(frozen=True, slots=True)
class Floor:
    """The floors of one set, and what they were measured on and with."""

    digest: str
    signature: str
    date: str
    floors: dict[str, float]


@dataclass(frozen=True, slots=True)
class Lowered:
    """One floor that was lowered, and why."""

    date: str
    name: str
    metric: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors and the history of lowered ones."""

    sets: dict[str, Floor]
    lowered: tuple[Lowered, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate says: a line a number, and the exit code."""

    lines: tuple[str, ...]
    code: int


def measure_seeds(folder: Path = SEEDS, *, compare: Compare = compare) -> Measured:
    """Return what the default settings reach on the sample articles.

    The numbers are strict, null and move F1 over all pairs with a truth, `roles`, the share of segments that were
    rightly taken for article text or page furniture, and `verdict`, the share of all pairs with the expected verdict.
    """
    beads, moves, roles, verdicts, signature = [], [], [], [], ""
    for pair in read_seeds(folder):
        documents = read_sides(pair)
        comparison = compare(*documents)
        signature = comparison.alignment.signature
        verdicts.append(comparison.verdict.value == pair.verdict)
        if pair.truth is not None:
            gold = seed_gold(pair.truth.relative_to(folder).as_posix(), *documents, read_rows(pair.truth))
            links = gold.judged(links_of(comparison.alignment))
            beads.append(count_beads(gold.pair, links))
            found = tuple(map(link_of, likely_moves(comparison.alignment)))
            moves.append(count_moves(gold.moves, gold.judged(found)))
            roles.append((gold.roles_right, gold.roles))
    total, hits = sum(beads[1:], beads[0]), sum(moves[1:], moves[0])
    numbers = {
        "strict": f1_of(total, "strict"),
        "null": f1_of(total, "null"),
        "move": 2 * float(hits[0]) / float(max(1, hits[1] + hits[3])),
        "roles": sum(right for right, _ in roles) / sum(many for _, many in roles),
        "verdict": sum(verdicts) / len(verdicts),
    }
    return Measured(digest_seeds(folder), signature, numbers)


def measure_gold(folder: Path, *, system: System = align_pair, report: Report = lambda _: None) -> dict[str, Measured]:
    """Return what the default settings reach on every alignment set of a gold folder, by name."""
    measured = {}
    for name in set_names(folder):
        score = score_set(name, read_set(folder, name), system, report=report)
        values = [(metric, score.rate(metric)[2]) for metric in ("strict", "null")]
        numbers: dict[str, float] = {metric: value for metric, value in values if not math.isnan(value)}
        measured[f"gold/{name}"] = Measured(score.digest, score.signature, numbers)
    return measured


def check_floors(floors: Floors, measured: Mapping[str, Measured]) -> Judgement:
    """Return whether every measured number is at its floor or above; sets that were not measured are left alone."""
    lines, code = [], 0
    for name, found in measured.items():
        floor = floors.sets.get(name)
        if floor is None or floor.digest != found.digest:
            pinned = "none" if floor is None else floor.digest
            lines.append(f"{name}: expected data {pinned}, found {found.digest}; pin it with --update")
            code = STALE
            continue
        for metric, least in floor.floors.items():
            value = found.numbers.get(metric, math.nan)
            below = not value >= least
            lines.append(f"{name} {metric}: {share(value)}, floor {least:.3f}{', BELOW' if below else ''}")
            code = max(code, BELOW if below else 0)
    return Judgement(tuple(lines), code)


def update_floors(floors: Floors, measured: Mapping[str, Measured], *, lower: bool = False, reason: str = "") -> Floors:
    """Return the floors raised to what was measured.

    Args:
        floors: as they are.
        measured: the sets to pin; others keep their floors.
        lower: also lower a floor where less was measured.
        reason: why; needed to lower one.

    Raises:
        OptionError: a floor would fall without leave or reason.
    """
    if lower and not reason.strip():
        raise OptionError("expected --reason with --lower, found none; say why the floor may fall")
    date = datetime.now(UTC).date().isoformat()
    sets, lowered = dict(floors.sets), list(floors.lowered)
    for name, found in measured.items():
        before = floors.sets.get(name, Floor("", "", "", {}))
        after: dict[str, float] = {}
        for metric, value in found.numbers.items():
            old, new = before.floors.get(metric, 0.0), max(0.0, math.floor((value - SLACK) * 1000) / 1000)
            if value >= old:
                after[metric] = max(old, new)
            elif lower:
                after[metric] = new
                lowered.append(Lowered(date, name, metric, old, new, reason))
            else:
                raise OptionError(f"{name} {metric}: expected {old:.3f} or more, found {value:.3f}; see --lower")
        sets[name] = Floor(found.digest, found.signature, date, after)
    return replace(floors, sets=sets, lowered=tuple(lowered))


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the floors of a file.

    Raises:
        InputError: the file is missing or is something else.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != _SCHEMA:
            raise InputError(f"{path}: expected schema {_SCHEMA}, found {data['schema']}")
        sets = {name: Floor(**floor) for name, floor in data["sets"].items()}
        return Floors(sets, tuple(Lowered(**entry) for entry in data["lowered"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: expected floors, found something else ({error})") from None


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors to a file."""
    text = json.dumps({"schema": _SCHEMA, **asdict(floors)}, ensure_ascii=False, indent=1)
    with writing(path) as stream:
        stream.write(text + "\n")
