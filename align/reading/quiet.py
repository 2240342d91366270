"""Keep the chatter of third-party readers off stderr; what matters of it comes back as our own error or warning."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet(*loggers: str) -> Iterator[None]:
    """Silence Python warnings and the named loggers with all below them, and leave them as they were.

    A library may be imported only inside, and its loggers come into being then: their records go up to the named one
    and no further.
    """
    known = [logging.getLogger(name) for name in loggers]
    nowhere = logging.NullHandler()
    states = [(logger, logger.handlers, logger.propagate) for logger in known]
    children = [child for name in loggers for child in _below(name)]
    child_states = [(logger, logger.disabled) for logger in children]
    for logger in known:
        logger.handlers, logger.propagate = [nowhere], False
    for logger in children:
        logger.disabled = True  # it may have a handler of its own
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, handlers, propagate in states:
            logger.handlers, logger.propagate = handlers, propagate
        for logger, disabled in child_states:
            logger.disabled = disabled


def _below(name: str) -> list[logging.Logger]:
    return [
        logging.getLogger(known) for known in list(logging.Logger.manager.loggerDict) if known.startswith(f"{name}.")
    ]
