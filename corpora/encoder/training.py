"""Train an encoder from parallel text, or adapt one, and write it to a folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.errors import InputError, OptionError
from align.files import check_new_folder

if TYPE_CHECKING:
    from corpora.encoder.pairs import PairFile
    from corpora.encoder.pieces import PairTable

PIECES, DIMENSIONS = 96_000, 256  # of a new encoder
# More of either is no table of words any more; the last two are as far as anybody needs.
_MOST_PIECES, _MOST_DIMENSIONS, _MOST_PASSES, _MOST_SEEDS = 1_000_000, 4096, 10_000, 2**32 - 1


def train_encoder(
    folder: Path,
    output: Path,
    *,
    init: str | None = None,
    vocabulary: Path | None = None,
    pieces: int | None = None,
    dimensions: int | None = None,
    passes: int = 4,
    seed: int = 1,
) -> None:
    """Train an encoder and write it.

    Args:
        folder: with parallel text, `aa-bb.tsv` or a corpus that `versalign corpus build` wrote.
        output: the folder to write to.
        init: the encoder to adapt, `embedded` or a folder; None for a new one.
        vocabulary: SentencePiece model of a new one; trained for None.
        pieces: of a new vocabulary, `PIECES` for None.
        dimensions: numbers in a row of a new table, `DIMENSIONS` for None.
        passes: how many times to go over the data.
        seed: of sampling and order.

    Raises:
        OptionError: for numbers out of range, what only a new encoder can have beside `init`, or an `init` that has no
            table.
        InputError: the folder has no parallel text, or too little, or `output` is no new folder.
    """
    from numba import config

    _check("--pieces", pieces, 1, _MOST_PIECES)
    _check("--dimensions", dimensions, 1, _MOST_DIMENSIONS)
    _check("--passes", passes, 1, _MOST_PASSES)
    _check("--seed", seed, 0, _MOST_SEEDS)
    try:
        check_new_folder(output)  # before hours are spent
    except OSError as error:
        raise InputError(f"{output}: expected a new folder to write to, found: {error.strerror}") from None

    # The threads of OpenMP, numba's first choice, wait by spinning and keep the processors from the matrix products.
    config.THREADING_LAYER = "workqueue"  # type: ignore[attr-defined]
    new = {"--vocabulary": vocabulary, "--pieces": pieces, "--dimensions": dimensions}
    given = [name for name, value in new.items() if value is not None]
    if init is not None and given:
        raise OptionError(
            f"expected --init alone, as the encoder brings its own, found {', '.join(given)}, too; leave out"
        )
    if init is not None:
        _adapt(folder, output, init, passes, seed)
    else:
        _train(folder, output, vocabulary, pieces or PIECES, dimensions or DIMENSIONS, passes, seed)


def _check(name: str, value: int | None, least: int, most: int) -> None:
    """Refuse a number that is out of range."""
    if value is not None and not least <= value <= most:
        raise OptionError(f"expected {name} from {least} to {most}, found {value}")


def _train(
    folder: Path, output: Path, vocabulary: Path | None, pieces: int, dimensions: int, passes: int, seed: int
) -> None:
    """Train an encoder from nothing."""
    from tempfile import TemporaryDirectory

    from corpora.encoder.artefact import write_encoder
    from corpora.encoder.pairs import find_pair_files
    from corpora.encoder.pieces import load_vocabulary, read_table
    from corpora.encoder.train import first_rows, train_rows
    from corpora.encoder.vocabulary import train_vocabulary

    files = find_pair_files(folder)
    cut = f"--pieces {pieces}" if vocabulary is None else f"--vocabulary {vocabulary.name}"
    with TemporaryDirectory(prefix="versalign-") as work:
        if vocabulary is None:
            vocabulary = Path(work) / "pieces.model"
            train_vocabulary(files, vocabulary, size=pieces, seed=seed)
        table = read_table(files, vocabulary)
        size = load_vocabulary(vocabulary).vocab_size()
        rows = train_rows(table, first_rows(size, dimensions, seed), passes=passes, seed=seed)
        command = f"versalign corpus train {folder.name} {cut} --dimensions {dimensions}"
        write_encoder(
            output,
            rows=rows,
            vocabulary=vocabulary,
            languages=_languages(files),
            collections=table.collections,
            training=_training(command, table, passes, seed),
        )


def _adapt(folder: Path, output: Path, init: str, passes: int, seed: int) -> None:
    """Go on from the rows of an encoder; those of pieces that do not occur stay as they are."""
    from align.encoding import load_encoder
    from align.encoding.static.encoder import StaticEncoder
    from corpora.encoder.artefact import write_encoder
    from corpora.encoder.pairs import find_pair_files
    from corpora.encoder.pieces import read_table
    from corpora.encoder.train import ADAPT, train_rows

    encoder = load_encoder(init)
    if not isinstance(encoder, StaticEncoder):
        raise OptionError(f"expected --init with an encoder that has a table, found {init!r}")
    files = find_pair_files(folder)
    vocabulary = encoder.folder / "pieces.model"
    table = read_table(files, vocabulary)
    rows = train_rows(table, encoder.rows(), passes=passes, seed=seed, course=ADAPT)
    name = init if init == "embedded" else Path(init).name
    write_encoder(
        output,
        rows=rows,
        vocabulary=vocabulary,
        languages=_languages(files),
        collections=table.collections,
        training=_training(f"versalign corpus train {folder.name} --init {name}", table, passes, seed),
        base=encoder.card,
    )


def _languages(files: list["PairFile"]) -> list[str]:
    """Return the languages of pair files."""
    return sorted({language for file in files for language in (file.source_language, file.target_language)})


def _training(command: str, table: "PairTable", passes: int, seed: int) -> dict[str, Any]:
    """Return what the card tells about the training."""
    return {
        "command": f"{command} --passes {passes} --seed {seed}",
        "sentences": int(table.is_text.sum()),
        "terms": int((~table.is_text).sum()),
    }
