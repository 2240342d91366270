"""Runs of the command over inputs that nobody would write, made from seeds, and what has to hold of each.

    python -m eval.fuzz --count 10000 --seed 1

- `texts`, `documents`, `containers`, `exchange`, `folders`, `reviews`: makers of inputs. `harm`: how bytes get broken.
- `cases`: which command runs over which inputs, by number. `work`: a process that runs them, and one that watches it.
- `judge`: what has to hold: exit codes, streams, files, time, memory, the ledger, the mirror.
"""
