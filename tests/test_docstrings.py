"""Public functions with two and more parameters say what each of them is, or keep to a protocol that says so."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
CALLED = {"__init__", "__call__"}
COMMANDS = {
    "align/cli.py",
    "align/command/options.py",
    "align/command/review.py",
    "align/command/convert.py",
    "align/command/diff.py",
    "align/command/audit.py",
    "align/command/align.py",
}  # what the options of a command are, its help says


def modules() -> list[Path]:
    """Return the public modules of the library."""
    paths = sorted((ROOT / "align").rglob("*.py"))
    return [path for path in paths if str(path.relative_to(ROOT)) not in COMMANDS and _is_public(path)]


def _is_public(path: Path) -> bool:
    """Return whether a module may be imported by others."""
    return not path.stem.startswith("_") or path.stem == "__init__"


def public_functions(tree: ast.Module) -> Iterator[FUNCTION]:
    """Yield the public functions of a module and the public methods of its classes."""
    for node in tree.body:
        if isinstance(node, FUNCTION) and not node.name.startswith("_"):
            yield node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _methods(node)


def _methods(node: ast.ClassDef) -> Iterator[FUNCTION]:
    """Yield the methods of a class that others call."""
    for method in node.body:
        if isinstance(method, FUNCTION) and (not method.name.startswith("_") or method.name in CALLED):
            yield method


def promised() -> set[tuple[str, ...]]:
    """Return the parameters that protocols explain, so that what keeps to one need not do so again."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules()]
    classes = [node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    protocols = [node for node in classes if any(isinstance(b, ast.Name) and b.id == "Protocol" for b in node.bases)]
    return {tuple(told(ast.get_docstring(method) or "")) for node in protocols for method in _methods(node)}


def parameters(function: FUNCTION) -> list[str]:
    """Return the names of the parameters of a function without `self` and `cls`."""
    given = function.args
    names = [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    names += [each.arg for each in (given.vararg, given.kwarg) if each]
    return [name for name in names if name not in ("self", "cls") and not name.startswith("_")]


def told(docstring: str) -> list[str]:
    r"""Return the names that the section on arguments explains.

    >>> told("Do it.\n\nArgs:\n    one: a thing,\n        or none.\n    two: another: why not.\n\nRaises:\n    X: y.")
    ['one', 'two']
    """
    section = re.search(r"^Args:\n((?:    .*\n?|\n(?=    ))+)", docstring, re.MULTILINE)
    return re.findall(r"^    \*{0,2}(\w+):", section[1], re.MULTILINE) if section else []


PROMISED = promised()


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_parameter_is_explained(path: Path) -> None:
    """Each public function with two or more parameters has `Args:` that names all of them, in their order."""
    lacking = []
    for function in public_functions(ast.parse(path.read_text(encoding="utf-8"))):
        names = parameters(function)
        explained = told(ast.get_docstring(function) or "")
        if len(names) > 1 and explained != names and (explained or tuple(names) not in PROMISED):
            lacking.append(f"{function.name}, line {function.lineno}: expected Args for {', '.join(names)}")
    assert not lacking, "\n".join(lacking)
