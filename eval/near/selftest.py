"""How many planted differences the comparison finds on the user's own pair: measured recall beside any report.

1. The confident 1-1 beads of article text are taken for the truth.
2. Each round plants a few differences in some of them: a sentence of the target goes (*omission*), one of the source
   goes, so that the target has one more (*addition*), two neighbours of the target go elsewhere (*move*), another
   sentence of the article takes the place of one (*replaced*), a number becomes another one (*number*), a sentence is
   left in the language of the source (*untranslated*), and whatever else `eval.mutate` changes inside a sentence, each
   kind as far as the sentences have something of it.
   An addition made this way is on the subject of the article and in its language.
3. The comparison runs again on the changed pair and must say of each sentence what was done to it.

The recall is that of sentences the aligner was sure of, so an upper bound for those it was not.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from random import Random

from align.bitext import EVEN, Comparison, Document, Fate, Role
from align.comparison import compare
from align.errors import InputError
from align.language import primary_language
from eval.mutate import MUTATORS, load_mutator
from eval.mutate.protocol import findings_inside
from eval.near.plant import Plan, make_plan, new_texts, rebuild, source_order, target_order
from eval.results import Result, Table, share

KINDS = ("omission", "addition", "move", "replaced", "number")
LEFT = "untranslated"
INSIDE = tuple(kind for kind in MUTATORS if kind != "digits")  # digits are what `number` changes
CONFIDENT = 0.9
LEAST = 8  # confident beads; with fewer there is nothing to measure with
ROUNDS = 12

Compare = Callable[[Document, Document], Comparison]


@dataclass(frozen=True, slots=True)
class KindScore:
    """Planted and found differences of one kind; `note` says what to know about the numbers."""

    kind: str
    planted: int
    found: int
    note: str = ""

    @property
    def recall(self) -> float:
        """Return the share that was found; NaN when nothing was planted."""
        return self.found / self.planted if self.planted else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of the recall."""
        return wilson_interval(self.found, self.planted)


@dataclass(frozen=True, slots=True)
class SelfTest:
    """What was found, and how often sentences that nothing was done to were reported in spite of that (`alarms`)."""

    kinds: tuple[KindScore, ...]
    confident: int
    rounds: int
    untouched: int
    alarms: int
    signature: str


def run_selftest(
    source: Document, target: Document, *, seed: int = 0, rounds: int = ROUNDS, compare: Compare = compare
) -> SelfTest:
    """Plant differences in a pair and return how many of them the comparison finds.

    Raises:
        InputError: for a pair with too few confident beads.
    """
    first = compare(source, target)
    beads = confident_beads(first)
    if len(beads) < LEAST:
        raise InputError(
            f"{target.name}: expected {LEAST} sentences at least that surely correspond, found {len(beads)}; "
            "a self-test needs a longer pair"
        )
    planted, found = dict.fromkeys((*KINDS, LEFT, *INSIDE), 0), dict.fromkeys((*KINDS, LEFT, *INSIDE), 0)
    as_both = untouched = alarms = 0
    original = _Outcome.of(first, range(len(source.segments)), range(len(target.segments)))
    for number in range(rounds):
        plan = make_plan(beads, target, Random(f"{seed}/{number}"))
        inside = _changes(plan, beads, (source, target), Random(f"{seed}/{number}/inside"))
        texts = {**new_texts(target, plan), **{j: text for _, (_, j), text in inside}}
        order = [source_order(source, plan), target_order(target, plan, beads, Random(f"{seed}/{number}/place"))]
        changed = rebuild(source, order[0], {}), rebuild(target, order[1], texts)
        outcome = _Outcome.of(compare(*changed), order[0], order[1])
        counts = [*outcome.count(plan), *((kind, 1, int(j in outcome.inside)) for kind, (_, j), _ in inside)]
        for kind, total, hits in counts:
            planted[kind] += total
            found[kind] += hits
        as_both += sum(i in outcome.dropped and j in outcome.added for i, j in plan.moved)
        rest = set(beads) - plan.touched() - {bead for _, bead, _ in inside}
        untouched += len(rest)
        claimed = outcome.added | outcome.moved | (outcome.inside - original.inside)
        alarms += sum(i in outcome.dropped or j in claimed for i, j in rest)
    notes = {"move": f"{as_both} reported as dropped and added"}
    told = [*KINDS, *(kind for kind in (LEFT, *INSIDE) if planted[kind])]
    kinds = tuple(KindScore(kind, planted[kind], found[kind], notes.get(kind, "")) for kind in told)
    return SelfTest(kinds, len(beads), rounds, untouched, alarms, first.alignment.signature)


def _changes(
    plan: Plan, beads: Sequence[tuple[int, int]], pair: tuple[Document, Document], random: Random
) -> list[tuple[str, tuple[int, int], str]]:
    """Return changes inside sentences that the plan leaves alone: the kind, the bead, and the new text."""
    free = sorted(set(beads) - plan.touched())
    random.shuffle(free)
    made: list[tuple[str, tuple[int, int], str]] = []
    source, target = pair
    if free and primary_language(source.language) != primary_language(target.language):
        left = free.pop()
        made.append((LEFT, left, source.segments[left[0]].text))
    for kind in INSIDE:
        mutator = load_mutator(kind)
        for bead in free:
            mutation = mutator(target.segments[bead[1]].text, target.language, random)
            if mutation is not None:
                made.append((kind, bead, mutation.text))
                free.remove(bead)
                break
    return made


def selftest_result(test: SelfTest, source: Document, target: Document) -> Result:
    """Return a self-test as a result that can be kept."""
    rows = []
    for kind in test.kinds:
        low, high = kind.interval
        between = f"{share(low)} to {share(high)}" if kind.planted else "–"
        rows.append((kind.kind, str(kind.planted), str(kind.found), share(kind.recall), between, kind.note))
    title = (
        f"Planted in {test.rounds} rounds among {test.confident} sentences that surely correspond; "
        f"{test.alarms} false alarms on {test.untouched} untouched ones"
    )
    return Result(
        name="selftest",
        signature=test.signature,
        data=f"{source.meta.sha256[:12]} {target.meta.sha256[:12]}",
        tables={"selftest": Table(title, ("kind", "planted", "found", "recall", "95 %", "remark"), tuple(rows))},
        body=asdict(test),
    )


def confident_beads(comparison: Comparison) -> list[tuple[int, int]]:
    """Return source and target segment of the 1-1 beads of article text that are surely right."""
    sides = comparison.alignment.source.segments, comparison.alignment.target.segments
    return [
        (bead.source.start, bead.target.start)
        for bead in comparison.alignment.beads
        if bead.shape == "1-1"
        and bead.probability >= CONFIDENT
        and sides[0][bead.source.start].role is Role.BODY
        and sides[1][bead.target.start].role is Role.BODY
    ]


def wilson_interval(hits: int, total: int, *, z: float = 1.959964) -> tuple[float, float]:
    """Return the interval of a share (Wilson 1927, doi:10.1080/01621459.1927.10502953); 0 to 1 when there is nothing.

    >>> [round(end, 3) for end in wilson_interval(8, 10)]
    [0.49, 0.943]
    """
    if total == 0:
        return 0.0, 1.0
    share, part = hits / total, z * z / total
    middle = (share + part / 2) / (1 + part)
    half = z / (1 + part) * (share * (1 - share) / total + part / (4 * total)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the comparison said of segments, by their numbers in the original documents."""

    dropped: frozenset[int]
    added: frozenset[int]
    moved: frozenset[int]
    inside: frozenset[int]

    @classmethod
    def of(cls, comparison: Comparison, source: Sequence[int], target: Sequence[int]) -> "_Outcome":
        """Read a comparison of documents that hold these segments of the original ones."""
        alignment = comparison.alignment
        dropped: set[int] = set()
        added: set[int] = set()
        moved: set[int] = set()
        for bead, fate in zip(alignment.beads, comparison.fates, strict=True):
            if fate is Fate.DROPPED:
                dropped.update(source[bead.source.start : bead.source.stop])
            elif fate is Fate.ADDED:
                added.update(target[bead.target.start : bead.target.stop])
            elif fate is Fate.MOVED:
                moved.update(target[bead.target.start : bead.target.stop])
        inside: set[int] = set()
        for finding in findings_inside(comparison):
            if finding.probability >= EVEN:
                bead = alignment.beads[finding.bead]
                inside.update(target[bead.target.start : bead.target.stop])
        return cls(frozenset(dropped), frozenset(added), frozenset(moved), frozenset(inside))

    def count(self, plan: Plan) -> list[tuple[str, int, int]]:
        """Return each kind with what was planted and what was found of it."""
        return [
            ("omission", len(plan.omitted), sum(i in self.dropped for i, _ in plan.omitted)),
            ("addition", len(plan.added), sum(j in self.added for _, j in plan.added)),
            (
                "replaced",
                len(plan.replaced),
                sum(victim[0] in self.dropped and donor[1] in self.added for victim, donor in plan.replaced),
            ),
            ("move", len(plan.moved), sum(j in self.moved for _, j in plan.moved)),
            ("number", len(plan.numbers), sum(j in self.inside for _, j in plan.numbers)),
        ]
