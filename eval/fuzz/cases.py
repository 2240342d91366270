"""Which command runs over which inputs: a case for each number, the same for the same seed."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from eval.fuzz.containers import CONTAINERS, packed
from eval.fuzz.documents import DOCUMENTS
from eval.fuzz.exchange import UNITS, keys, lines, manifest, recipe
from eval.fuzz.folders import hostile_folder
from eval.fuzz.harm import harmed
from eval.fuzz.texts import PARALLEL, nasty, word

Files = dict[str, bytes]
Step = tuple[str, ...]
Values = tuple[str | Callable[[Random], str], ...]
Options = dict[str, Values]
HARM = "!harm"  # a step that breaks a file that an earlier step has written: its name, then a seed
SOME_ID = "!id"  # stands for one that an earlier step has told


@dataclass(frozen=True, slots=True)
class Case:
    """Some runs of the command, one after the other in one folder.

    Attributes:
        steps: the arguments of each run.
        files: by their path in the folder.
        stdin: what standard input holds.
        mirrored: the two steps are one comparison from both sides, whose reports have to be mirrors.
    """

    steps: tuple[Step, ...]
    files: Files
    stdin: bytes = b""
    mirrored: bool = False


def make_case(seed: int, number: int) -> Case:
    """Return the case of a number.

    Args:
        seed: of all that is left to chance.
        number: from 0.
    """
    random = Random(f"{seed}:{number}")
    makers = list(_SHARES)
    return random.choices(makers, weights=list(_SHARES.values()))[0](random)


_ODD_NAMES = ("\x1b[31m", "\u202e", "a b", "-", "=1", "x" * 200, "\n", "\udcff", "[b]", "ä")


def _document(random: Random, stem: str, language: str = "") -> tuple[str, bytes]:
    """Return the name of a document of any format and its bytes, some of which are broken."""
    makers = {**DOCUMENTS, **CONTAINERS}
    suffix = random.choice([*DOCUMENTS, ".txt", ".txt", *CONTAINERS])
    data = makers[suffix](random, language)
    if random.random() < 0.12:
        data = harmed(random, data)
    if random.random() < 0.04:
        suffix, data = suffix + ".gz", packed(random, data)
    chance = random.random()
    if chance < 0.06:
        suffix = random.choice([*makers, "", ".x", ".xml", ".doc"])
    elif chance < 0.1:
        stem = f"./{random.choice(_ODD_NAMES)}{stem}"
    return stem + suffix, data


def _pair(random: Random) -> tuple[list[str], Files]:
    """Return the names of two versions, and their files."""
    one, first = _document(random, "a", random.choice(["en", "en", *PARALLEL]))
    other, second = _document(random, "b", random.choice(["fr", *PARALLEL]))
    names, files = [one, other], {one: first, other: second}
    if random.random() < 0.03:
        names[random.randrange(2)] = random.choice(("-", ".", "nothing.txt", "/dev/null", "", "a\0b", one))
    return names, files


def _options(random: Random, chances: Options, share: float) -> list[str]:
    """Return some options with values, the first ones mostly, as the last ones are refused; one without is a flag."""
    chosen = []
    for name, values in chances.items():
        if random.random() < share:
            chosen.append(name)
            value = values[int(len(values) * random.random() ** 4)] if values else None
            if value is not None:
                chosen.append(value if isinstance(value, str) else value(random))
    return chosen


_READING: Options = {
    "--source-lang": ("en", "fr", "zh-Hant", "xx", "", word), "--target-lang": ("fr", "de", "pt-BR", "e", word),
    "--encoding": ("utf-8", "latin-1", "utf-7", "idna", "unicode_escape", "hex", "zlib", "utf-16", word),
    "--segmented": (),
    "--keep-furniture": (), "--max-size": ("1", "9", "0", "-1", "99999999999999999999", word),
    "--max-segments": ("300", "3", "1", "0", word),
}  # fmt: skip
_ALIGNMENT: Options = {"--aligner": ("length", "default", word)}


def _diff(random: Random) -> Case:
    names, files = _pair(random)
    stdin = next(iter(files.values()))
    options = _options(random, _READING, 0.08) + _options(random, _ALIGNMENT, 0.1)
    shown: Options = {
        "--only": ("dropped", "added,moved", "kept,", word), "-U": ("0", "5", "999999999", "-1"), "--all": (),
        "--width": ("60", "40", "9999", "1", "0", "-5", word), "--color": ("always", "never", "auto", "red"),
    }  # fmt: skip
    report = random.choice(("--json", "--json", "--plain", "--all", "--report=json", "--report=plain", "--report=x"))
    options += [report, *_options(random, shown, 0.15)]
    return Case((("diff", *options, *names),), files, stdin)


def _mirrored(random: Random) -> Case:
    """Return a comparison of two clean versions, from both sides."""
    one, other = random.sample(list(PARALLEL), 2)
    kept = [number for number in range(8) if random.random() < 0.8] or [0]
    texts = [" ".join(PARALLEL[one]), " ".join(PARALLEL[other][number] for number in kept)]
    files = {name: text.encode() for name, text in zip(("a.txt", "b.txt"), texts, strict=True)}
    there = ("diff", "--json", "--source-lang", one, "--target-lang", other, "a.txt", "b.txt")
    back = ("diff", "--json", "--source-lang", other, "--target-lang", one, "b.txt", "a.txt")
    return Case((there, back), files, mirrored=True)


def _align(random: Random) -> Case:
    names, files = _pair(random)
    chances: Options = {
        "--format": ("tsv", "tsv", "jsonl", "tmx", "moses", "vecalign", "hunalign", "parquet", word),
        "--scores": ("cost", "probability", "x"), "--min-probability": ("0.5", "1", "-1", "nan", "x"),
        "-o": ("out.tsv", "out.tmx", "out.jsonl", "out.moses", "out.parquet", "out", "/dev/null", ".", "no/out.tsv",
            "a.txt", "x" * 250 + ".tsv"),
    }  # fmt: skip
    options = _options(random, _READING, 0.06) + _options(random, chances, 0.4)
    if random.random() < 0.15:
        files["pairs.tsv"] = manifest(random)
        files |= {name: DOCUMENTS[".txt"](random, "") for name in ("a.txt", "b.txt")}
        return Case((("align", *options, "--manifest", "pairs.tsv", "-o", "many"),), files)
    return Case((("align", *options, *names),), files, next(iter(files.values())))


def _convert(random: Random) -> Case:
    suffix = random.choice(list(UNITS))
    data = UNITS[suffix](random)
    data = harmed(random, data) if random.random() < 0.3 else data
    files = {f"in{suffix}": data, "s.txt": lines(random), "t.txt": lines(random)}
    if suffix == ".moses":
        files |= {"in.en": lines(random), "in.fr": lines(random)}
    texts = ["--source", "s.txt", "--target", "t.txt"] if suffix in (".vecalign", ".hunalign") else []
    endings = ("tsv", "tsv", "jsonl", "tmx", "vecalign", "hunalign", "moses", "parquet", "x")
    target = random.choice((*(f"out.{ending}" for ending in endings), "-"))
    chances: Options = {
        "--from": (*(name[1:].split(".")[0] for name in UNITS), word), "--to": ("tsv", "jsonl", word),
        "--tokenize": (), "--truecase": (),
    }  # fmt: skip
    source = f"in{suffix}" if suffix != ".moses" else "in.en-fr"
    return Case((("convert", *_options(random, chances, 0.1), *texts, source, target),), files)


def _review(random: Random) -> Case:
    names, files = _pair(random)
    if random.random() < 0.2:
        suffix = random.choice((".tsv", ".jsonl", ".tmx", ".tsv"))
        data = UNITS[suffix](random)
        files = {f"in{suffix}": harmed(random, data) if random.random() < 0.2 else data}
        names = [f"in{suffix}"]
    twins: tuple[Values, ...] = (
        ("--accept", SOME_ID), ("--reject", SOME_ID, "--why", nasty), ("--comment", SOME_ID, nasty),
        ("--note", nasty), ("--merge", "0", "next"),
        ("--split", "0", "1"), ("--split", "1", "1:2"), ("--shift", "1", "first", "up"), ("--unlink", "0"),
        ("--link", "0", "0-1"), ("--undo",),
        ("--link", "3-1", "x"), ("--role", "source:0", "furniture"), ("--role", "t0", "body"), ("--lock", "0-1"),
        ("--unlock", "0"), ("--redo",),
        ("--realign",), ("--list",), ("--list", "--open"), ("--export", "out.md"), ("--export", "out.tsv"),
        ("--export", "gold"),
        ("--export", "out.tmx"), ("--accept", word), ("--merge", word, word), ("--lock", word), (),
        ("--unsure", "1", "--note", nasty),
    )  # fmt: skip
    steps: list[Step] = [("review", "--project", "p.versalign", "--list", *names)]
    for _ in range(random.randint(1, 4)):
        twin = random.choice(twins)
        steps.append(("review", "p.versalign", *(part if isinstance(part, str) else part(random) for part in twin)))
    if random.random() < 0.3:
        steps.insert(random.randint(1, len(steps)), (HARM, "p.versalign", str(random.randrange(10**6))))
    steps.append(random.choice((("diff", "--json", "p.versalign"), ("align", "--format", "tsv", "p.versalign"))))
    return Case(tuple(steps), files)


def _keys(random: Random) -> Case:
    """Return the screen without a terminal, with a file of keys in the folder of settings."""
    files = {"a.txt": lines(random), "b.txt": lines(random), "config/versalign/keys.toml": keys(random)}
    return Case((("review", "a.txt", "b.txt"),), files)


_SIZES = ("3", "0", "-1", "40", "9" * 20)


def _corpus(random: Random) -> Case:
    files: Files = {}
    for number in range(random.randint(1, 3)):
        for language in ("en", "fr"):
            stem = random.choice((f"{number}.{language}", f"{language}/{number}", f"n{number}"))
            name, data = _document(random, stem, language)
            files[name] = data
    files |= {"recipe.toml": recipe(random), "pairs.tsv": manifest(random), "held.txt": lines(random)}
    chances: Options = {
        "--langs": ("en,fr", "en", "fr,en,de", word), "--pair": ("names", "content", "manifest", word),
        "--manifest": ("pairs.tsv", "no.tsv"),
        "--overlap": ("held.txt", "."), "--segmented": (), "--keep-furniture": (), "--dry-run": (), "--quiet": (),
    }  # fmt: skip
    usual = ["-o", "out", "."]
    inputs = random.choice((usual, usual, ["--recipe", "recipe.toml"], ["-o", "held.txt", "."], ["-o", "out"]))
    first = ("corpus", "build", *_options(random, chances, 0.12), *inputs)
    later: tuple[Step, ...] = (
        ("corpus", "stats", "out"), ("corpus", "explain", "out", random.choice((SOME_ID, "a", "", word(random)))),
        first, (HARM, "out/pairs.jsonl", "7"),
        ("corpus", "sample", "out", "-o", "sample.jsonl", "-n", random.choice(("2", "0"))),
        ("corpus", "judge", "sample.jsonl"),
        ("corpus", "export", "out", "-o", "out.tsv", "--format", random.choice(("tsv", "tmx", "moses", "jsonl", "x"))),
        ("corpus", "pair", ".", "-o", "table.tsv"), ("corpus", "stats", "pairs.tsv"), (HARM, "out/card.json", "3"),
        ("corpus", "train", "out", "-o", "enc", "--pieces", random.choice(_SIZES), "--dimensions", "8"),
        ("corpus", "train", ".", "-o", random.choice(("enc", "held.txt")), "--dimensions", random.choice(_SIZES)),
    )  # fmt: skip
    return Case((first, *random.sample(later, random.randint(1, 4))), files)


def _encoder(random: Random) -> Case:
    files = {f"enc/{name}": data for name, data in hostile_folder(random).items()}
    files |= {"a.txt": DOCUMENTS[".txt"](random, "en"), "b.txt": DOCUMENTS[".txt"](random, "fr")}
    files |= {"out/en-fr.tsv": b"A red house.\tUne maison rouge.\n" * 20}
    commands: tuple[Step, ...] = (
        ("diff", "--json", "a.txt", "b.txt", "--encoder", "enc"),
        ("align", "a.txt", "b.txt", "--encoder", "enc", "--format", "tsv"),
        ("diff", "a.txt", "b.txt", "--encoder", "enc"), ("corpus", "train", "out", "--init", "enc", "-o", "new"),
        ("eval", "selftest", "a.txt", "b.txt", "--rounds", "1", "--encoder", "enc"),
    )  # fmt: skip
    return Case((random.choice(commands),), files)


def _selftest(random: Random) -> Case:
    names, files = _pair(random)
    more: Options = {
        "--json": (), "--markdown": (), "-o": ("res", "a.txt", "/dev/full"), "--seed": ("1", "-1", "x"),
        "--segmented": (),
    }  # fmt: skip
    rounds = ("--rounds", random.choice(("1", "1", "0", "x")))
    return Case((("eval", "selftest", *rounds, *_options(random, more, 0.3), *names),), files)


def _other(random: Random) -> Case:
    files = {"a.txt": lines(random)}
    steps: tuple[Step, ...] = (
        ("doctor",), (), ("--help",), ("diff", "--help"), ("corpus",), ("eval",), ("--version",),
        ("eval", "score", "--gold", "."),
        ("eval", "readme", "a.txt"), ("eval", "gate", "--gold", "."), ("--show-completion", word(random)),
        (word(random),), ("diff", word(random)),
        ("eval", "errors", "--gold", word(random)), ("corpus", word(random)), ("audit", "a.txt", "a.txt"),
        (nasty(random), nasty(random)),
        ("eval", "near", "--gold", "."), ("eval", "compare", "--gold", "."), ("align", word(random)),
        ("diff", f"--{word(random)}"),
    )  # fmt: skip
    return Case((random.choice(steps),), files)


_SHARES: dict[Callable[[Random], Case], int] = {
    _diff: 38,
    _mirrored: 3,
    _align: 18,
    _convert: 12,
    _review: 10,
    _keys: 1,
    _corpus: 5,
    _encoder: 7,
    _selftest: 2,
    _other: 4,
}
