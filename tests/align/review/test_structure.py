"""A review of texts whose format tells of their structure: nothing of it is lost, and its findings are judged."""

from pathlib import Path

import pytest

from align.aligners import align_documents
from align.documents import read_document
from align.review import make_project, open_project
from align.review.anchors import align_again
from align.review.minutes import described
from align.review.project import Project

SOURCE = """# The harbour

The harbour opens at six. Ask the [harbour office](https://port.example/office) for a berth.

## Starting the pump

Start the pump before you cast off. It runs for ten minutes.

```sh
pump --start --minutes 10
```

The water must be clear. Then close the valve.
"""
TARGET = """# Le port

Le port ouvre à six heures. Demandez une place au bureau du port.

Démarrez la pompe avant de larguer les amarres. Elle tourne pendant dix minutes.

```sh
pump --start --minutes 20
```

L'eau doit être claire. Fermez ensuite la vanne.
"""


@pytest.fixture
def opened(tmp_path: Path) -> Project:
    """Return a new project of two texts in Markdown."""
    documents = []
    for name, text in (("a.md", SOURCE), ("b.md", TARGET)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        documents.append(read_document(tmp_path / name))
    return make_project(tmp_path / "p.versalign", align_documents(*documents))


def test_findings_about_structure_are_judged_and_kept(opened: Project) -> None:
    """A heading and a link that are missing, and code that is another one; each is told in words."""
    found = {finding.kind: finding.id for finding in opened.findings if finding.check == "structure"}
    assert found.keys() >= {"heading", "link", "code"}
    told = described(opened)
    assert all(told[subject][1] for subject in opened.subjects())
    for subject in found.values():
        opened.accept(subject)
    opened.close()
    with open_project(opened.path) as again:
        assert again.comparison == opened.comparison
        assert again.tally.judged == len(found)
        assert not again.lost()


def test_texts_with_structure_are_aligned_again_around_what_is_locked(opened: Project) -> None:
    """A wrong bead that is locked stays, and what lies around it is aligned apart, with its code in its place."""
    made = opened.structure.base.alignment
    with opened:
        bead = next(k for k, each in enumerate(made.beads) if "cast off" in made.source.text_over(each.source))
        opened.merge(bead, "next")
        opened.split(bead, 1, 2)
        opened.lock(bead, bead)
        locked = opened.structure.beads[bead]
        again = align_again(opened.structure, made.source, made.target)
    assert locked.shape == "1-2"
    assert again.source.structure == made.source.structure
    pairs = [(again.source.text_over(each.source), again.target.text_over(each.target)) for each in again.beads]
    assert (made.source.text_over(locked.source), made.target.text_over(locked.target)) in pairs
    assert ("It runs for ten minutes.", "") in pairs
    assert ("pump --start --minutes 10", "pump --start --minutes 20") in pairs
    assert ("Then close the valve.", "Fermez ensuite la vanne.") in pairs
