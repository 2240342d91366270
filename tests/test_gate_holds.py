"""No accuracy falls below its floor in `eval/floors.json`."""

from pathlib import Path

import pytest

from eval.metrics.gate import check_floors, measure_gold, measure_seeds, read_floors

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"


def test_the_sample_articles_reach_their_floors() -> None:
    """What the project carries is measured always."""
    judgement = check_floors(read_floors(), {"seeds": measure_seeds()})
    assert judgement.code == 0, "\n".join(judgement.lines)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the folder ../shared/gold is not here")
def test_the_development_gold_reaches_its_floors() -> None:
    """Public gold is measured where it is."""
    judgement = check_floors(read_floors(), measure_gold(GOLD))
    assert judgement.code == 0, "\n".join(judgement.lines)
