"""Rows as lines."""

import pytest

from corpora.rows import Row, judge_line, read_line, to_line


@pytest.mark.parametrize("text", ["It rains.", "Il a plu\u202e « hier », Žofie.", '"scores":{"a":1}}', "half \ud800"])
@pytest.mark.parametrize("reasons", [[], ["language", "duplicate"]])
def test_a_line_that_is_judged_is_the_one_of_the_row_with_what_was_added(text: str, reasons: list[str]) -> None:
    """The rest of the line is not even read, so it has to stay as it is to the byte."""
    scores = {"letters": 0.25, "urls": 1.0}
    row: Row = {"id": "0a", "source": text, "target": text, "label": "literal", "scores": scores}
    whole: Row = {**row, "label": "literal,numbers,urls", "scores": {**scores, "boilerplate": 0.0125}}
    whole |= {"reasons": reasons} if reasons else {}
    line = judge_line(to_line(row), ["numbers", "urls"], 0.0125, reasons)
    assert line == to_line(whole)
    assert read_line(line) == whole
