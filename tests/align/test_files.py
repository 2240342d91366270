"""Files are written whole or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from align.files import keeping, new_folder, replacing, replacing_text, sweep
from tests.killing import killed, script


def test_a_file_takes_its_place_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    """Until the end the old one is there; a lone surrogate and line ends are written as they are."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with replacing_text(path) as file:
        file.write("one\r\ntwo\ud800\n")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"one\r\ntwo\xed\xa0\x80\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_after_an_error_nothing_is_left_behind(tmp_path: Path) -> None:
    """Neither a new file nor the beginning of one."""
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "a") as file:
        file.write(bytes(1 // 0))
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    """A pipe is not replaced by a file of its name, nor is `/dev/null`."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with replacing(pipe) as file:
        file.write(b"through")
    assert os.read(reader, 20) == b"through"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_leads_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    """The link stays one; one that leads nowhere yet makes its file, and one that leads to itself is refused."""
    (tmp_path / "real").write_bytes(b"old")
    for name, goal in (("link", "real"), ("new", "not yet"), ("round", "round")):
        (tmp_path / name).symlink_to(goal)
    for name in ("link", "new"):
        with replacing(tmp_path / name) as file:
            file.write(b"new")
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / name).resolve().read_bytes() == b"new"
    with pytest.raises(OSError, match="symbolic links"), replacing(tmp_path / "round"):
        pass


def test_an_open_file_is_written_to_by_its_number(tmp_path: Path) -> None:
    """What `>> FILE` has opened goes on at its end, and is not cut off."""
    path = tmp_path / "a"
    path.write_bytes(b"before ")
    code = "from pathlib import Path\nfrom align.files import replacing\n"
    code += "with replacing(Path('/dev/stdout')) as file: file.write(b'after')"
    with path.open("ab") as stream:
        subprocess.run([sys.executable, "-c", code], stdout=stream, check=True)
    assert path.read_bytes() == b"before after"


def test_names_of_any_length_can_be_written(tmp_path: Path) -> None:
    """Whatever the disk takes; what stands beside meanwhile has a short name."""
    for name in ("n" * 255, "名" * 85):
        with replacing(tmp_path / name) as file:
            file.write(b"x")
        assert (tmp_path / name).read_bytes() == b"x"


@pytest.mark.parametrize("way", ["name", "other path", "link", "hard link"])
def test_what_is_read_is_not_written_over(way: str, tmp_path: Path) -> None:
    """By whatever name it is called."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"kept")
    (tmp_path / "link").symlink_to(path)
    (tmp_path / "hard link").hardlink_to(path)
    output = {"name": path, "other path": tmp_path / "x" / ".." / "a.txt"}.get(way, tmp_path / way)
    (tmp_path / "x").mkdir()
    with keeping([path, tmp_path / "missing"]):
        with pytest.raises(OSError, match="a file that is read"), replacing(output) as file:
            file.write(b"lost")
        with replacing(tmp_path / "b.txt") as file:
            file.write(b"new")
    assert path.read_bytes() == b"kept"
    with replacing(path) as file:  # it was kept within the block only
        file.write(b"now")


def test_a_file_that_is_read_only_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its folder alone would let it be replaced; root, whom nothing stops, is asked as everybody else."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"kept")
    monkeypatch.setattr("os.access", lambda place, mode: place != path.resolve())
    with pytest.raises(PermissionError), replacing(path):
        pass
    assert path.read_bytes() == b"kept"


WRITING = """\
from align.files import replacing_text
---
with replacing_text(Path(sys.argv[1])) as file:
    for _ in range(200):
        file.write("ab"[n % 2] * 5000)
"""


def test_a_killed_write_leaves_a_whole_file_and_no_litter_on_the_next_run(tmp_path: Path) -> None:
    """At whatever moment; the files of a process that still writes are left alone."""
    path = tmp_path / "out.txt"
    path.write_text("a" * 1_000_000)
    left = 0
    for _ in killed(script(WRITING, path), times=8, seed=1, last=0.05):
        assert path.read_text() in {letter * 1_000_000 for letter in "ab"}
        left += len(list(tmp_path.iterdir())) - 1
    assert left, "expected a process to be killed while it wrote"
    with replacing(tmp_path / "other") as file:
        sweep(tmp_path)
        file.write(b"x")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["other", "out.txt"]


def test_a_folder_takes_its_place_whole(tmp_path: Path) -> None:
    """In one step, where there is nothing or an empty folder; after an error there is nothing."""
    (tmp_path / "empty").mkdir()
    for name in ("above/new", "empty"):
        with new_folder(tmp_path / name) as folder:
            (folder / "a").write_text("x")
            assert not list((tmp_path / name).glob("*"))
        assert [each.name for each in (tmp_path / name).iterdir()] == ["a"]
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) & 0o700 == 0o700
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "other") as folder:
        (folder / "a").write_bytes(bytes(1 // 0))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["above", "empty"]


@pytest.mark.parametrize("name", ["full", "file", "file/below"])
def test_a_folder_is_not_written_over_anything(name: str, tmp_path: Path) -> None:
    """It may be the only copy."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_text("kept")
    (tmp_path / "file").write_text("kept")
    with pytest.raises(OSError, match=r"something there already|Not a directory"), new_folder(tmp_path / name):
        pass
    assert (tmp_path / "full" / "a").read_text() == (tmp_path / "file").read_text() == "kept"
