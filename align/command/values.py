"""The values of options that are what they should be already, without what would check them.

Typer hands every value to pydantic, the import of which takes a tenth of the time of one comparison. Words, switches
and paths need none of it; whatever else is given takes that way.
"""

from pathlib import Path
from typing import Any

from typer._coercion import build_runtime_param
from typer._param_types import coerce_cli_path


def spare_checks(parameters: list[Any]) -> list[Any]:
    """Return the parameters of a command, which now take values past pydantic where that makes no difference."""
    for parameter in parameters:
        parameter._runtime_param = _Plain()
    return parameters


class _Plain:
    """What typer asks for the value of a parameter."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the value as the type that the parameter has.

        Args:
            value: a word, several words, or the default.
            param: the parameter.
            ctx: the context of the call.
        """
        told = param.type_descriptor
        if type(value) is told.annotation:
            return value
        if told.annotation is Path and type(value) is str and "\0" not in value:
            return coerce_cli_path(Path(value), told.parameter_info, path_type=Path, param=param, ctx=ctx)
        if told.annotation == list[str] and type(value) in (list, tuple) and all(type(word) is str for word in value):
            return list(value)
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        return build_runtime_param(told).coerce(value, param=param, ctx=ctx)
