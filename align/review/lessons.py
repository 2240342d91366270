"""What a review teaches: the corrected alignment as a gold set, and the pairs that a person vouches for.

A folder with `MANIFEST.tsv` and the set `review` as `eval score` reads it, and `pairs/aa-bb.tsv` for `corpus train`.
The set holds all beads as they stand; the pairs are of beads with article text that were made, locked or accepted.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from align.bitext import Document, Role, Span
from align.cells import guard
from align.continuations import Runs, continued_beads, runs_of, text_of
from align.errors import InputError
from align.files import replacing_text
from align.passages import likely_moves, moves_of_beads
from align.review.judgement import State
from align.review.project import Project
from align.review.structure import region_of
from align.sanitize import plain_line

_SET = "review"
_COLUMNS = ("set", "doc", "src_ext", "tgt_ext", "n_src", "n_tgt")


def write_lessons(project: Project, folder: Path) -> None:
    """Write the gold set and the pairs of a project into a folder, which is made if there is none.

    Args:
        project: of which.
        folder: what stands there under the same names is replaced.

    Raises:
        InputError: a file cannot be written.
    """
    alignment = project.alignment
    source, target = alignment.source, alignment.target
    name = "".join(each if each.isalnum() or each in "-_" else "_" for each in project.path.stem)
    # Two versions in one language have files of one name otherwise; the private subtag changes no language.
    endings = source.language, target.language if target.language != source.language else f"{target.language}-x-target"
    row = (_SET, name, *endings, str(len(source.segments)), str(len(target.segments)))
    languages = [tag.split("-")[0] for tag in (source.language, target.language)]
    try:
        for place in (folder / _SET, folder / "pairs"):
            place.mkdir(parents=True, exist_ok=True)
        _write(folder / "MANIFEST.tsv", ("\t".join(_COLUMNS), "\t".join(row)))
        for document, ending in ((source, endings[0]), (target, endings[1])):
            _write(folder / _SET / f"{name}.{ending}", (plain_line(segment.text) for segment in document.segments))
        _write(folder / _SET / f"{name}.gold", gold_lines(project))
        _write(folder / "pairs" / f"{'-'.join(languages)}.tsv", pair_lines(project))
    except OSError as error:
        raise InputError(f"{folder}: expected a folder to write to, found: {error.strerror}") from None


def gold_lines(project: Project) -> Iterator[str]:
    """Yield a bead a line as gold sets have them, in the order of the source: moves as links, null beads one by one."""
    alignment = project.alignment
    moves, continued, runs = moves_of_beads(alignment), continued_beads(alignment), runs_of(alignment)
    likely = set(likely_moves(alignment))
    told: set[int] = set()
    for number, bead in enumerate(alignment.beads):
        move = moves.get(number)
        if move is not None and alignment.moves[move] in likely:
            if move not in told:
                told.add(move)
                yield _link(Runs.of(alignment.moves[move]))
        elif bead.source and bead.target:
            yield _link(runs.get(number) or Runs.of(bead))
        elif number in continued:
            continue  # its bead has it
        else:
            yield from (f"[{k}]:[]" for k in _numbers(bead.source))
            yield from (f"[]:[{k}]" for k in _numbers(bead.target))


def pair_lines(project: Project) -> Iterator[str]:
    """Yield the pairs that a person vouches for, `source<TAB>target`."""
    alignment, structure = project.alignment, project.structure
    known = zip(alignment.beads, project.bead_ids, strict=True)
    states = {region_of(bead): project.judgement(each).state for bead, each in known}
    accepted, rejected = (
        {region for region, state in states.items() if state is wanted} for wanted in (State.ACCEPTED, State.REJECTED)
    )
    vouched = (accepted | structure.made | structure.locked) - rejected
    runs = runs_of(alignment)
    pairs = [(region_of(bead), runs.get(number) or Runs.of(bead)) for number, bead in enumerate(alignment.beads)]
    pairs += [(region_of(move), Runs.of(move)) for move in alignment.moves]
    for region, whole in pairs:
        sides = (alignment.source, whole.source), (alignment.target, whole.target)
        if region in vouched and all(_has_article_text(*side) for side in sides):
            yield "\t".join(guard(plain_line(text_of(document, spans))) for document, spans in sides)


def _has_article_text(document: Document, spans: tuple[Span, ...]) -> bool:
    return any(document.segments[number].role is Role.BODY for span in spans for number in _numbers(span))


def _link(runs: Runs) -> str:
    return ":".join(f"[{', '.join(map(str, numbers))}]" for numbers in runs.link)


def _numbers(segments: Span) -> range:
    return range(segments.start, segments.stop)


def _write(path: Path, lines: Iterable[str]) -> None:
    with replacing_text(path) as stream:
        stream.writelines(f"{line}\n" for line in lines)
