"""The tables of a project file, and how an older one becomes a newer one.

`PRAGMA user_version` is the number of the scripts that have run. A new version adds a script and changes none.
"""

APPLICATION = 0x76_72_65_76  # "vrev": tells our files from other SQLite files

MIGRATIONS = (
    """
    CREATE TABLE base (
        number INTEGER PRIMARY KEY, made_at TEXT NOT NULL, sort TEXT NOT NULL, signature TEXT NOT NULL,
        version_probability REAL NOT NULL, closeness REAL NOT NULL, warnings TEXT NOT NULL
    );
    CREATE TABLE document (
        base INTEGER NOT NULL, side TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, text BLOB NOT NULL,
        meta TEXT NOT NULL, structure TEXT, PRIMARY KEY (base, side)
    );
    CREATE TABLE segment (
        base INTEGER NOT NULL, side TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL,
        stop INTEGER NOT NULL, paragraph INTEGER NOT NULL, role TEXT NOT NULL, PRIMARY KEY (base, side, number)
    );
    CREATE TABLE bead (
        base INTEGER NOT NULL, number INTEGER NOT NULL, source_start INTEGER NOT NULL, source_stop INTEGER NOT NULL,
        target_start INTEGER NOT NULL, target_stop INTEGER NOT NULL, score REAL NOT NULL, probability REAL NOT NULL,
        rejected_start INTEGER, rejected_stop INTEGER, rejected_score REAL, PRIMARY KEY (base, number)
    );
    CREATE TABLE move (
        base INTEGER NOT NULL, number INTEGER NOT NULL, source_start INTEGER NOT NULL, source_stop INTEGER NOT NULL,
        target_start INTEGER NOT NULL, target_stop INTEGER NOT NULL, score REAL NOT NULL, probability REAL NOT NULL,
        PRIMARY KEY (base, number)
    );
    CREATE TABLE action (
        number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, base INTEGER NOT NULL, subject TEXT NOT NULL,
        why TEXT NOT NULL, detail TEXT NOT NULL, cursor TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL
    );
    CREATE TRIGGER action_stays BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    CREATE TRIGGER action_remains BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
    """,
    """
    CREATE TABLE continuation (
        base INTEGER NOT NULL, number INTEGER NOT NULL, source_start INTEGER NOT NULL, source_stop INTEGER NOT NULL,
        target_start INTEGER NOT NULL, target_stop INTEGER NOT NULL, PRIMARY KEY (base, number)
    );
    """,
)
