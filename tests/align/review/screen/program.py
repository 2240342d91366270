"""The real program over a project of a short article: `python -m tests.align.review.screen.program ARTICLE FOLDER`."""

import sys
from pathlib import Path

from align.bitext import Comparison
from align.review.screen import run
from tests.align import comparisons
from tests.align.comparisons import ADDED, DROPPED, KEPT, MERGED, compare, document
from tests.align.review.screen.screens import project_of


def lighthouse() -> Comparison:
    """Return an Arabic article with an English version."""
    source = document(
        "manara.ar.txt",
        "ar",
        [
            ["أُعيد فتح المنارة القديمة أمام الزوار يوم الجمعة.", "يبلغ ارتفاعها 42 مترًا."],
            ["بُنيت المنارة سنة 1911.", "كان حارسها الأخير يُدعى سالم."],
        ],
    )
    target = document(
        "lighthouse.en.txt",
        "en",
        [
            ["The old lighthouse opened to visitors again on Friday."],
            ["Built in 1911, it was last kept by Salem."],
            ["Tickets cost two pounds."],
        ],
    )
    return compare(source, target, [(1, 1, KEPT, 0.94), (1, 0, DROPPED, 0.9), (2, 1, MERGED, 0.8), (0, 1, ADDED, 0.85)])


ARTICLES = {"zh": comparisons.chinese, "ar": lighthouse, "fr": comparisons.bridge}

if __name__ == "__main__":
    article, folder = sys.argv[1:]
    with project_of(ARTICLES[article](), Path(folder)) as project:
        run(project)
