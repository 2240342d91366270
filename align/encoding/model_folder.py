"""The folder of a transformer: what it must hold to be loaded safely, its digest, and the languages on its card."""

import json
import re
from hashlib import blake2b
from pathlib import Path
from typing import Any

from align.errors import ModelError, OptionError

POOLINGS = ("cls", "mean")
_CODE = "sentence_transformers."  # where the code of modules has to come from
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt")
_ENDINGS = frozenset({".json", ".txt", ".model", ".safetensors"})
_CHUNK = 1 << 22
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)*")


def check_folder(folder: Path, pooling: str) -> None:
    """Refuse a folder that is no model, that asks for code of its own or for pickles, or whose pooling is not told.

    Args:
        folder: of the model.
        pooling: that was asked for; empty if none.

    Raises:
        ModelError: the folder holds no such model, or one that is not safe to load.
        OptionError: the folder tells the pooling and so does the option, or neither does.
    """
    if pooling and pooling not in POOLINGS:
        raise OptionError(f"expected --pooling {' or '.join(POOLINGS)}, found {pooling!r}; choose one of them")
    modules = folder / "modules.json"
    if modules.is_file() and pooling:
        raise OptionError(f"{folder}: its modules.json tells the pooling; leave --pooling out")
    if not modules.is_file() and not pooling:
        raise OptionError(
            f"{folder}: expected modules.json, which tells how vectors of pieces become one, found none; give "
            "--pooling cls or --pooling mean, whichever the model was trained with"
        )
    parts = _parts(modules) if modules.is_file() else [folder]
    for part in parts:
        pickled = [path.name for pattern in _PICKLES for path in sorted(part.glob(pattern))]
        if not any(part.glob("*.safetensors")) and (pickled or part == parts[0]):
            found = f"only {pickled[0]}" if pickled else "none"
            raise ModelError(f"{part}: expected weights in safetensors, found {found}; save the model as safetensors")
    for path in sorted(folder.rglob("*.json")):
        told = _read_json(path) if path.name in ("config.json", "tokenizer_config.json") else {}
        if isinstance(told, dict) and "auto_map" in told:
            raise ModelError(f"{path}: expected a model without code of its own, found auto_map; choose another model")


def digest_folder(folder: Path) -> str:
    """Return 12 hexadecimal digits that change with the files of a model."""
    total = blake2b(digest_size=6)
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in _ENDINGS):
        total.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                total.update(chunk)
    return total.hexdigest()


def languages_of_card(path: Path) -> frozenset[str]:
    """Return the languages (ISO 639) that a model's card names; none where there is no card, or it names none."""
    import yaml

    try:
        parts = path.read_text(encoding="utf-8").split("---", 2)
        told = yaml.load(parts[1], Loader=yaml.BaseLoader) if len(parts) == 3 and not parts[0].strip() else {}
    except (OSError, ValueError, yaml.YAMLError):
        return frozenset()
    named: Any = told.get("language", []) if isinstance(told, dict) else []
    tags = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    return frozenset(tag.split("-")[0] for tag in map(str, tags) if _TAG.fullmatch(tag))


def _parts(modules: Path) -> list[Path]:
    """Return the folders of the modules that `modules.json` names, the network first."""
    told = _read_json(modules)
    try:
        kinds = [str(each["type"]) for each in told]
        folders = [modules.parent / str(each["path"]) for each in told]
    except (KeyError, TypeError):
        raise ModelError(f"{modules}: expected a list of modules with type and path; copy the model again") from None
    if not folders:
        raise ModelError(f"{modules}: expected a list of modules, found an empty one; copy the model again")
    for kind, part in zip(kinds, folders, strict=True):
        if not kind.startswith(_CODE):
            raise ModelError(
                f"{modules}: expected modules of sentence-transformers, found {kind}, whose code is not run"
            )
        if modules.parent.resolve() not in (part.resolve(), *part.resolve().parents):
            raise ModelError(f"{modules}: expected modules in the folder of the model, found {part}")
    return folders


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: expected JSON, found: {error}; copy the model again") from None
