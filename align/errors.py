"""The errors that a user can see.

    AlignError
    ├── InputError    a file or text that cannot be used: what was expected, what was found, where
    ├── OptionError   an option with a value that makes no sense
    └── ModelError    an encoder that is missing, damaged or of another version

The command turns an `AlignError` into one line on stderr and exit code 2. Anything else is a bug: it shows its
traceback and ends with 70.
"""


class AlignError(Exception):
    """Anything that the user can put right; the message says how."""


class InputError(AlignError):
    """A file or text that cannot be read as what it was given for."""


class OptionError(AlignError):
    """An option, or a combination of options, that makes no sense."""


class ModelError(AlignError):
    """An encoder that is missing, damaged or of another version."""
