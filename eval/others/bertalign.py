"""The package Bertalign (Liu and Zhu 2022, doi:10.1093/llc/fqac089), with LaBSE, in a process of its own.

The seconds are those of its processor; loading the package does not count.
"""

from align.aligners.bertalign.package import MODEL, bertalign_process, find_python
from align.errors import InputError
from eval.gold.sets import GoldPair, segment_ids, spread_nulls
from eval.system import Prediction, System


def missing() -> str:
    """Return what is missing."""
    return "" if find_python() else "the package bertalign"


def make() -> System:
    """Return the aligner; its process ends with ours."""
    process = bertalign_process(find_python())

    def run(pair: GoldPair) -> Prediction:
        ids = segment_ids(pair, "source"), segment_ids(pair, "target")
        source, target = (
            [" ".join(side[number].split()) for number in numbers]
            for side, numbers in zip((pair.source, pair.target), ids, strict=True)
        )
        languages = pair.source_language, pair.target_language
        try:
            found, seconds = process.links(source, target, languages, MODEL)
        except InputError as error:
            raise InputError(f"{pair.name}: {error}") from None
        links = [
            (tuple(ids[0][number] for number in one), tuple(ids[1][number] for number in other)) for one, other in found
        ]
        return Prediction(spread_nulls(links), seconds=seconds, signature=f"bertalign, {MODEL}", elsewhere=True)

    return run
