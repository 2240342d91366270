"""Vecalign with the vectors of its authors: LASER2 by the package `laser_encoders`, from files already on disk."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from eval.others import vecalign
from eval.others.vecalign import OVERLAPS, Vectors, runs_of
from eval.system import System

MODEL = Path.home() / ".cache" / "laser_encoders"
FILES = ("laser2.pt", "laser2.spm", "laser2.cvocab")


def missing() -> str:
    """Return what is missing; nothing is downloaded."""
    if reason := vecalign.missing():
        return reason
    if find_spec("laser_encoders") is None:
        return "the package laser_encoders"
    absent = [name for name in FILES if not (MODEL / name).is_file()]
    return f"{', '.join(absent)} in {MODEL}" if absent else ""


def make() -> System:
    """Return the aligner with LASER2."""
    encoder = import_module("laser_encoders").LaserEncoderPipeline(laser="laser2", model_dir=str(MODEL))

    def embed(sentences: Sequence[str], language: str) -> Vectors:
        rows = np.asarray(encoder.encode_sentences(runs_of(sentences)), dtype=np.float32)
        return rows.reshape(OVERLAPS, len(sentences), -1)

    return vecalign.make_with(embed, "vecalign, encoder laser2")
