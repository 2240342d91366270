"""The command as people expect it: what they type first, help, completion, and how it ends whatever happens."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import align
import versalign as package
from align.command.arguments import complete_arguments
from align.command.exits import exit_code
from tests.align.test_cli import ENGLISH, FRENCH, ROOT
from tests.running import COMMAND, versalign, versalign_process

# As users have it: what is printed comes out at the end.
BUFFERED = {**os.environ, "PYTHONUNBUFFERED": ""}
CRASH = """
from align.cli import app, main
@app.command()
def crash(): raise {}
main()
"""


def shell(script: str, *arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a bash script in which `"$@"` is the command with arguments."""
    return subprocess.run(
        ["bash", "-c", script, "bash", *COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**BUFFERED, **(env or {})},
        check=False,
    )


def one_line(stderr: str) -> bool:
    """Return whether a message is the one line that a user gets."""
    return stderr.startswith("versalign: ") and len(stderr.splitlines()) == 1


def test_two_files_are_compared() -> None:
    """`versalign A B` is `versalign diff A B`, options included."""
    done = versalign(ENGLISH, FRENCH, "--plain")
    assert (done.returncode, done.stderr) == (1, "")
    assert "13 of 33 sentences are missing" in done.stdout


@pytest.mark.parametrize(
    ("given", "completed"),
    [
        (["-", "en.txt"], ["diff", "-", "en.txt"]),
        (["./diff", "en.txt"], ["diff", "./diff", "en.txt"]),
        (["README", "en.txt"], ["diff", "README", "en.txt"]),
        (["diff", "en.txt"], ["diff", "en.txt"]),
        (["\0", "en.txt"], ["diff", "\0", "en.txt"]),
        (["--version"], ["--version"]),
        (["eval"], ["eval", "--help"]),
        (["eval", "near"], ["eval", "near"]),
    ],
    ids=["standard input", "file named as a command", "bare file", "command", "no name", "option", "group", "of group"],
)
def test_what_is_left_out_is_added(
    given: Sequence[str], completed: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files make it a diff; commands win over files, which a path reaches."""
    (tmp_path / "README").write_text("Yes.", encoding="utf-8")
    (tmp_path / "diff").write_text("Yes.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert complete_arguments(given, commands={"diff", "align", "eval"}, groups={"eval"}) == completed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["dif", "a", "b"], "no such command or file 'dif'; did you mean diff?"),
        (["evil"], "no such command or file 'evil'; did you mean eval?"),
        (["novel", "b"], "no such command or file 'novel'; see versalign --help"),
        (["novel.txt", "b"], "novel.txt: expected a file"),
        (["eval", "scor"], "Did you mean 'score'?"),
    ],
)
def test_a_slip_of_the_pen_is_named(arguments: list[str], message: str) -> None:
    """One line tells what was meant, when that is near; a file that is missing is a missing file."""
    done = versalign(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert one_line(done.stderr)


@pytest.mark.parametrize(
    "arguments", [[], ["-h"], ["--help"], ["diff", "-h"], ["align", "--help"], ["eval", "score", "-h"]]
)
def test_help_is_readable(arguments: list[str]) -> None:
    """Help goes to standard output, on lines that 80 columns hold, and is no trouble."""
    done = versalign(*arguments, env={"COLUMNS": "80"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: versalign")
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize("name", ["diff", "align"])
def test_every_option_stands_in_a_group_of_the_help(name: str) -> None:
    """Only `--help` is left over."""
    text = versalign(name, "--help").stdout
    assert text.split("\nOptions:\n")[1].split() == "-h, --help Show this message and exit.".split()
    assert "\nTexts:\n" in text


def test_the_version_is_told() -> None:
    """Name and number, as other programs print them."""
    assert versalign("--version").stdout == f"versalign {package.__version__}\n"


def test_the_package_has_the_name_of_the_project() -> None:
    """`import versalign` gives the public names of align, and costs nothing."""
    assert set(package.__all__) == {*align.__all__, "__version__"}
    for name in align.__all__:
        assert getattr(package, name) is getattr(align, name)
    with pytest.raises(AttributeError, match="no attribute 'diff'"):
        package.diff  # noqa: B018
    code = "import sys; before = set(sys.modules); import versalign; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not {name for name in loaded.split() if name.startswith("align.")} | ({"numpy", "typer"} & {*loaded.split()})


def test_the_package_runs_as_the_command() -> None:
    """`python -m versalign` is the command, under its name."""
    done = subprocess.run(
        [sys.executable, "-m", "versalign", "align", "-h"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: versalign align ")


def test_bash_completes_commands_and_options(tmp_path: Path) -> None:
    """The script that `--show-completion` prints, read by bash, completes what is typed."""
    program = tmp_path / "versalign"
    program.write_text(
        f'#!/bin/sh\nexec {sys.executable} -c "from align.cli import main; main()" "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    script = """
        eval "$("$PROGRAM" --show-completion bash)"
        COMP_WORDS=($WORDS); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        [ "$COMP_CWORD" = 0 ] && COMP_CWORD=1
        _versalign_completion "$PROGRAM"; echo "${COMPREPLY[@]}"; complete -p versalign
    """
    for words, expected in (
        ("versalign", {"diff", "audit", "align", "cache", "convert", "doctor", "corpus", "eval", "review", "selftest"}),
        ("versalign diff --se", {"--segmented"}),
    ):
        done = shell(script, env={"PROGRAM": str(program), "WORDS": words})
        completions, registered = done.stdout.splitlines()
        assert set(completions.split()) == expected
        assert registered == "complete -o default -F _versalign_completion versalign"


def test_completion_is_installed_for_the_shell_of_the_user(tmp_path: Path) -> None:
    """`--install-completion` alone goes by SHELL, and a shell or home that is none is one line."""
    env = {"HOME": str(tmp_path), "SHELL": "/bin/bash"}
    done = versalign("--install-completion", env=env)
    assert done.returncode == 0
    assert "_VERSALIGN_COMPLETE" in (tmp_path / ".bash_completions" / "versalign.sh").read_text(encoding="utf-8")
    for extra in ({"SHELL": "/bin/tcsh"}, {"HOME": str(tmp_path / ".bash_completions" / "versalign.sh")}):
        refused = versalign("--install-completion", env=env | extra)
        assert refused.returncode == 2
        assert one_line(refused.stderr)


def test_the_start_loads_nothing_heavy() -> None:
    """Help and completion wait for no numbers and no reader, and the modules are not searched for garbage."""
    code = "import gc, sys; sys.argv = ['versalign', '--help']; from align.cli import main\n"
    code += "try: main()\nexcept SystemExit: print(*sys.modules, gc.get_threshold()[0])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "numba", "babel", "lxml", "pydantic", "rich.console"} & set(loaded)
    assert int(loaded[-1]) > 100_000, "expected garbage to be looked for seldom: it took a tenth of the whole time"


def test_a_bug_shows_where_it_is_and_ends_with_70() -> None:
    """A crash is no finding: exit code 1 is that of findings."""
    done = subprocess.run(
        [sys.executable, "-c", CRASH.format("ValueError('lost')"), "crash"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 70
    assert done.stderr.endswith("ValueError: lost\n")
    assert "Traceback" in done.stderr


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (MemoryError(), 2, "not enough memory"),
        (FileNotFoundError(2, "No such file", "weights.json"), 70, "Traceback"),
        (SystemExit("trouble"), 2, ""),
        (SystemExit(None), 0, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=["memory", "file of ours", "exit", "end", "interrupt"],
)
def test_each_end_has_its_code(
    error: BaseException, code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what the user can put right is 2."""

    def work() -> int:
        raise error

    assert exit_code(work) == code
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["align", ENGLISH, FRENCH]], ids=["help", "beads"])
def test_a_full_disk_is_one_line(arguments: list[str | Path]) -> None:
    """What cannot be written is said once, also when it comes out only at the end."""
    done = shell('"$@" > /dev/full', *arguments)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert one_line(done.stderr)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ('"$@" doctor >&-', "found it closed"),
        ('"$@" diff - "$FRENCH" <&-', "a closed standard input"),
        ('"$@" diff nothing.txt "$FRENCH" 2>&1 >/dev/full | cat >&2; exit ${PIPESTATUS[0]}', "nothing.txt"),
    ],
    ids=["output", "input", "both troubles"],
)
def test_a_closed_stream_is_one_line(script: str, message: str) -> None:
    """Nobody needs a traceback to learn that a stream is closed."""
    done = shell(script, env={"FRENCH": str(FRENCH)})
    assert done.returncode == 2
    assert message in done.stderr
    assert one_line(done.stderr)


@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full"])
def test_nobody_to_tell_is_no_other_trouble(stream: str) -> None:
    """The exit code stays when the message cannot be written."""
    done = shell(f'"$@" {stream}', "diff", "nothing.txt", FRENCH)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["diff", ENGLISH, FRENCH, "--all"], ["diff", ENGLISH, FRENCH, "--json"], ["eval", "--help"]],
    ids=["help", "report", "json", "group"],
)
def test_a_reader_that_leaves_is_no_error(arguments: list[str | Path]) -> None:
    """A pipe without a reader ends quietly, with the code that a shell gives SIGPIPE; never with that of findings."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        command = [*COMMAND, *map(str, arguments)]
        done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=BUFFERED, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_interrupt_ends_quietly(tmp_path: Path) -> None:
    """Ctrl-C while a file is read: no traceback, and the code that a shell gives SIGINT."""
    pipe = tmp_path / "slow.txt"
    os.mkfifo(pipe)
    command = [*COMMAND, "diff", str(pipe), str(FRENCH)]
    # Opening the pipe waits until the command has opened the other end.
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process, pipe.open("wb"):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"")


def test_a_terminal_in_ascii_gets_what_it_can_show() -> None:
    r"""What an encoding lacks is written as \xXX or \uXXXX, and stops nothing."""
    done = versalign_process("align", ENGLISH, FRENCH, "--format", "tsv", env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")
    assert r"bless\xe9" in done.stdout
    done = versalign_process("align", ENGLISH, FRENCH, "--format", "jsonl", env={"PYTHONIOENCODING": "ascii"})
    assert any("blessé" in text for line in done.stdout.splitlines() for text in json.loads(line)["target"]["texts"])
