"""The guard that keeps all tests off the network."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_socket_is_refused(family: socket.AddressFamily) -> None:
    """Also where a library would catch any exception."""
    with socket.socket(family) as opened:
        for use in (opened.bind, opened.connect, opened.connect_ex):
            with pytest.raises(pytest.fail.Exception, match="expected no network"):
                use(("localhost", 0))
    with pytest.raises(pytest.fail.Exception, match="expected no network"):
        socket.create_connection(("localhost", 9))


_WATCHED = """
import sys
spoken = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}
sys.addaudithook(lambda event, _: event in spoken and sys.stderr.write(f"{event}\\n"))
sys.argv = ["versalign", "diff", *sys.argv[1:]]
from align.cli import main
main()
"""


def test_a_comparison_of_pages_speaks_to_nobody(tmp_path: Path) -> None:
    """Neither are names looked up; Python itself tells what a process of its own does, all libraries included."""
    text = "The harbour of Skell is closed until March. The pier was damaged by a storm in January."
    page = f"<html><head><link rel=stylesheet href=http://x.example/a.css></head><body><p>{text}</p></body></html>"
    paths = [tmp_path / "a.html", tmp_path / "b.html"]
    for path in paths:
        path.write_text(page, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, *map(str, paths)], capture_output=True, text=True, check=True
    )
    assert "every sentence" in done.stdout
    assert done.stderr == ""
