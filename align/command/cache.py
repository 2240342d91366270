"""The command `versalign cache`: the vectors of networks that are kept on disk."""

from enum import StrEnum
from typing import Annotated

import typer

from align.errors import InputError


class Action(StrEnum):
    """What to do with them."""

    INFO = "info"
    CLEAR = "clear"


def cache(action: Annotated[Action, typer.Argument(help="Tell what is kept, or remove it.")] = Action.INFO) -> None:
    """Tell what vectors of networks are kept on disk, or remove them; they are made anew when they are needed."""
    from align.encoding.store import MOST, open_store

    store = open_store()
    if store is None:
        typer.echo("no vectors are kept: this user has no home")
    elif action is Action.CLEAR:
        try:
            typer.echo(f"removed: {store.path}" if store.clear() else f"nothing was kept: {store.path}")
        except OSError as error:
            raise InputError(f"{store.path}: expected a file to remove ({error.strerror}); remove it by hand") from None
    else:
        held = store.holdings()
        size = store.path.stat().st_size if store.path.is_file() else 0
        typer.echo(f"{store.path}: {size / 1e6:.1f} MB of {MOST / 1e6:.0f} MB at most")
        for each in held:
            typer.echo(f"{each.encoder}: {each.vectors} vectors, {each.size / 1e6:.1f} MB")
