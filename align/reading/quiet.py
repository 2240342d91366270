"""Keep the chatter of third-party readers off stderr; what matters of it comes back as our own error or warning."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet(*loggers: str) -> Iterator[None]:
    """Silence Python warnings and the named loggers, and leave them as they were."""
    states = [(logger, logger.disabled) for logger in map(logging.getLogger, _with_children(loggers))]
    for logger, _ in states:
        logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, disabled in states:
            logger.disabled = disabled


def _with_children(loggers: tuple[str, ...]) -> list[str]:
    # A logger that is disabled does not disable those below it.
    known = list(logging.Logger.manager.loggerDict)
    return [*loggers, *(name for name in known if name.startswith(tuple(f"{logger}." for logger in loggers)))]
