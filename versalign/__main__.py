"""`python -m versalign` is the command `versalign`."""

from align.cli import main

main()
