"""The project that most tests of the screen review."""

from pathlib import Path

import pytest

from align.review.project import Project
from tests.align import comparisons
from tests.align.review.screen.screens import project_of


@pytest.fixture
def bridge(tmp_path: Path) -> Project:
    """Return a project of 21 beads: bead 6 was dropped, 9 was split, 5 was merged."""
    return project_of(comparisons.bridge(), tmp_path)
