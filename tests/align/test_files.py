"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from align.files import replacing, replacing_text


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
