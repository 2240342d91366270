"""A package `bertalign` that keeps to the interface of the real one and aligns line by line."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from align.aligners.bertalign.package import PYTHON, bertalign_process

_PACKAGE = """
from bertalign import aligner

print("a network is loaded")

class Bertalign:
    def __init__(self, src, tgt, *, is_split=False, model="LaBSE"):
        assert is_split
        print(aligner.detect_lang(src), aligner.detect_lang(tgt))
        self.src_num, self.tgt_num = len(src.splitlines()), len(tgt.splitlines())
        if "Broken" in src:
            self.src_num += 1
        if "Model" in src:
            raise OSError(f"no model {model}")

    def align_sents(self):
        both = min(self.src_num, self.tgt_num)
        self.result = [([k], [k]) for k in range(both)]
        self.result += [([k], []) for k in range(both, self.src_num)]
        self.result += [([], [k]) for k in range(both, self.tgt_num)]
"""


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the process find the stub; what it detects languages with would need a network."""
    package = tmp_path / "bertalign"
    package.mkdir()
    (package / "__init__.py").write_text(_PACKAGE, encoding="utf-8")
    (package / "aligner.py").write_text("def detect_lang(text):\n    raise OSError('no network')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv(PYTHON, sys.executable)
    bertalign_process.cache_clear()
    yield
    if bertalign_process.cache_info().currsize:
        bertalign_process(sys.executable).close()
    bertalign_process.cache_clear()
