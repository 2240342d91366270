"""What only the project's folder holds: sample articles, floors and stored results are not installed."""

from pathlib import Path

from align.errors import InputError

ROOT = Path(__file__).resolve().parents[1]


def need_project(*names: str) -> None:
    """Refuse to go on in an installed package that lacks one of these files or folders of the project.

    Raises:
        InputError: which says what is missing.
    """
    missing = [name for name in names if not (ROOT / name).exists()]
    if missing:
        raise InputError(
            f"expected {' and '.join(missing)} of the project, found an installed package without them; "
            "run this in a checkout, after pip install -e ."
        )
