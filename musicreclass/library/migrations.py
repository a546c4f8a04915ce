"""The database's history, oldest first. A released migration is never edited."""

from sqlite_utils import Database, Migrations

APPLICATION_ID = int.from_bytes(b"MRcl", "big")  # in the head of the file, as `file` reads it

migrations = Migrations("musicreclass")


@migrations()
def m001_folders_tracks_and_problems(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE folder (
            id INTEGER PRIMARY KEY,
            location TEXT NOT NULL UNIQUE,  -- a BLOB where the path is no text
            added_at TEXT NOT NULL
        )
        """
    )
    db.execute(
        """
        CREATE TABLE track (
            id INTEGER PRIMARY KEY,
            folder_id INTEGER REFERENCES folder(id) ON DELETE SET NULL,
            location TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,
            is_missing INTEGER NOT NULL DEFAULT 0,
            format TEXT NOT NULL,
            seconds REAL NOT NULL,
            sample_rate INTEGER NOT NULL,
            channels INTEGER NOT NULL,
            bits_per_second INTEGER NOT NULL,
            title TEXT NOT NULL,
            artist TEXT NOT NULL,
            album_artist TEXT NOT NULL,
            album TEXT NOT NULL,
            track_number TEXT NOT NULL,
            year TEXT NOT NULL,
            genres TEXT NOT NULL,  -- JSON list
            genre TEXT NOT NULL,  -- the list as one text, for lists and searches
            tag_kind TEXT NOT NULL,
            legacy_encoding TEXT NOT NULL
        )
        """
    )
    db.table("track").create_index(["size", "fingerprint"])
    db.table("track").create_index(["folder_id"])
    db.execute(
        """
        CREATE TABLE problem (
            location TEXT PRIMARY KEY,
            folder_id INTEGER REFERENCES folder(id) ON DELETE CASCADE,
            reason TEXT NOT NULL,
            noticed_at TEXT NOT NULL
        )
        """
    )


@migrations()
def m002_predictions(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE prediction (
            track_id INTEGER NOT NULL REFERENCES track(id) ON DELETE CASCADE,
            bundle TEXT NOT NULL,  -- digest of the file that the classifier came from
            classifier TEXT NOT NULL,
            size INTEGER NOT NULL,  -- of the file as it was heard
            mtime_ns INTEGER NOT NULL,
            seconds_heard REAL NOT NULL,
            is_silent INTEGER NOT NULL,
            genres TEXT NOT NULL,  -- JSON list
            scores BLOB NOT NULL,  -- float32, a log-probability for each genre
            embedding BLOB,  -- float16
            segments BLOB,  -- float32, the scores of each segment
            starts BLOB,  -- float32, seconds into the file
            PRIMARY KEY (track_id, bundle, classifier)
        )
        """
    )
    db.execute(
        """
        CREATE TABLE hearing_problem (
            track_id INTEGER PRIMARY KEY REFERENCES track(id) ON DELETE CASCADE,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            reason TEXT NOT NULL
        )
        """
    )


@migrations()
def m003_decisions(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE decision (
            track_id INTEGER PRIMARY KEY REFERENCES track(id) ON DELETE CASCADE,
            said TEXT NOT NULL,  -- accepted, changed or skipped
            became TEXT,  -- written, or undone after that
            genres TEXT NOT NULL,  -- JSON list
            made_at TEXT NOT NULL,
            in_bulk INTEGER NOT NULL,
            suggested TEXT,  -- what it answered, where anything was suggested
            confidence REAL,
            bundle TEXT NOT NULL  -- digest of the classifiers that suggested it; '' if unknown
        )
        """
    )
    db.execute(
        """
        CREATE TABLE decision_batch (
            id INTEGER PRIMARY KEY,
            made_at TEXT NOT NULL
        )
        """
    )
    db.execute(
        """
        CREATE TABLE decision_log (
            batch INTEGER NOT NULL,
            track_id INTEGER NOT NULL REFERENCES track(id) ON DELETE CASCADE,
            said TEXT,  -- this and the rest as in decision, before the batch; NULL where none was
            became TEXT,
            genres TEXT,
            made_at TEXT,
            in_bulk INTEGER,
            suggested TEXT,
            confidence REAL,
            bundle TEXT,
            PRIMARY KEY (batch, track_id)
        ) WITHOUT ROWID
        """
    )
    db.table("decision_log").create_index(["track_id"])


@migrations()
def m004_written_tags(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE tag_batch (
            id INTEGER PRIMARY KEY,
            made_at TEXT NOT NULL,
            id3 TEXT NOT NULL,  -- the choices: version of ID3v2
            separator TEXT,  -- NULL for lists
            keep_times INTEGER NOT NULL
        )
        """
    )
    db.execute(
        """
        CREATE TABLE tag_change (
            id INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL REFERENCES tag_batch(id) ON DELETE CASCADE,
            track_id INTEGER NOT NULL,  -- no reference: history outlives the track
            location TEXT NOT NULL,  -- a BLOB where the path is no text
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            before TEXT NOT NULL,  -- genres, a JSON list
            after TEXT NOT NULL,
            size_before INTEGER NOT NULL,
            mtime_ns_before INTEGER NOT NULL,
            digest TEXT NOT NULL,  -- of the bytes outside the patches; '' until it was written
            patches BLOB,  -- all bytes that change, old and new; NULL where they were pruned
            undo_patches BLOB,  -- while it is being undone
            undo_size INTEGER  -- of the file before that
        )
        """
    )
    db.table("tag_change").create_index(["batch"])
    db.execute(
        "CREATE INDEX open_tag_change ON tag_change(state) WHERE state IN ('intended', 'undoing')"
    )


@migrations()
def m005_encodings(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE encoding (
            track_id INTEGER PRIMARY KEY REFERENCES track(id) ON DELETE CASCADE,
            encoder TEXT NOT NULL,  -- digest of its weights
            size INTEGER NOT NULL,  -- of the file as it was encoded
            mtime_ns INTEGER NOT NULL,
            columns BLOB NOT NULL  -- float16, the mean over the patches
        )
        """
    )


@migrations()
def m006_log_of_decisions(db: Database) -> None:
    """Let batches say what they were, and stay when they are taken back, to be done again."""
    for column in (
        "deed TEXT NOT NULL DEFAULT 'decided'",
        "in_bulk INTEGER NOT NULL DEFAULT 0",
        "track_count INTEGER NOT NULL DEFAULT 0",
        "genres TEXT NOT NULL DEFAULT '[]'",  # JSON list, the most frequent of them
        "is_undone INTEGER NOT NULL DEFAULT 0",  # its log holds what was there after it
        "takes_back INTEGER",  # the batch that it takes back out of turn
    ):
        db.execute(f"ALTER TABLE decision_batch ADD COLUMN {column}")
    db.execute(
        """
        UPDATE decision_batch SET
            track_count = (SELECT count(*) FROM decision_log l WHERE l.batch = decision_batch.id),
            in_bulk = (SELECT count(*) FROM decision_log l WHERE l.batch = decision_batch.id) > 1
        """
    )
    db.execute("CREATE INDEX undone_batch ON decision_batch(id) WHERE is_undone")
    db.execute(
        "CREATE INDEX taking_batch ON decision_batch(takes_back) WHERE takes_back IS NOT NULL"
    )


@migrations()
def m007_typed_genres(db: Database) -> None:
    # Until then nobody noted what was typed; what is no suggestion was a person's own word.
    db.execute("ALTER TABLE decision ADD COLUMN is_typed INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE decision_log ADD COLUMN is_typed INTEGER")
    for table in ("decision", "decision_log"):
        db.execute(f"UPDATE {table} SET is_typed = 1 WHERE said = 'changed'")


@migrations()
def m008_watching(db: Database) -> None:
    db.execute("ALTER TABLE folder ADD COLUMN is_watched INTEGER NOT NULL DEFAULT 1")
    db.execute(
        """
        CREATE TABLE touch (
            turn INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: who read it reads on
            track_id INTEGER NOT NULL UNIQUE  -- no reference: it may be gone
        )
        """
    )
    # Whoever has the library open reads from here which tracks others have changed.
    for table, row, key in (("track", "new", "id"), ("decision", "new", "track_id")):
        for event in ("INSERT", "UPDATE"):
            _touch_after(db, table, event, f"{row}.{key}")
    _touch_after(db, "decision", "DELETE", "old.track_id")


def _touch_after(db: Database, table: str, event: str, track_id: str) -> None:
    db.execute(
        f"""
        CREATE TRIGGER touch_{table}_{event.lower()} AFTER {event} ON {table} BEGIN
            DELETE FROM touch WHERE track_id = {track_id};
            INSERT INTO touch(track_id) VALUES ({track_id});
        END
        """
    )


@migrations()
def m009_file_moves(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE move_batch (
            id INTEGER PRIMARY KEY,  -- no tag_batch has the same: both are taken back by it
            made_at TEXT NOT NULL,
            kind TEXT NOT NULL,  -- move, copy, hard link or symbolic link
            location TEXT NOT NULL,  -- the folder they go into; a BLOB where it is no text
            adds_folder INTEGER NOT NULL  -- whether the library watches over it since then
        )
        """
    )
    db.execute(
        """
        CREATE TABLE file_move (
            id INTEGER PRIMARY KEY,
            batch INTEGER NOT NULL REFERENCES move_batch(id) ON DELETE CASCADE,
            track_id INTEGER,  -- no reference: history outlives the track; NULL: none knows it
            source TEXT NOT NULL,  -- a BLOB where the path is no text
            target TEXT NOT NULL,
            genre TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            size INTEGER NOT NULL,  -- of the file before
            mtime_ns INTEGER NOT NULL,
            size_now INTEGER,  -- of what lies at the target, as the program left it
            mtime_ns_now INTEGER
        )
        """
    )
    db.table("file_move").create_index(["batch"])
    db.table("file_move").create_index(["track_id"])
    db.execute(
        "CREATE INDEX open_file_move ON file_move(state) WHERE state IN ('intended', 'undoing')"
    )


@migrations()
def m010_dismissals(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE confirmed_label (
            fingerprint TEXT NOT NULL,  -- of the sound: survives renaming and retagging
            genre TEXT NOT NULL,  -- which a person says is right, as `key_of` spells it
            PRIMARY KEY (fingerprint, genre)
        )
        """
    )
    db.execute(
        """
        CREATE TABLE hidden_problem (
            location PRIMARY KEY,  -- of a file that a person does not want to be told of any more
            size INTEGER NOT NULL,  -- as it was then; another file is another problem
            mtime_ns INTEGER NOT NULL
        )
        """
    )


@migrations()
def m011_application_id(db: Database) -> None:
    """Let the file say whose it is, to others and to the program itself."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@migrations()
def m012_seen_clock(db: Database) -> None:
    db.execute(
        """
        CREATE TABLE seen_clock (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seen_at TEXT NOT NULL,  -- what the clock said last, when there was something to forget
            steady_since TEXT NOT NULL  -- since when it did not jump
        )
        """
    )
    db.execute(
        """
        CREATE TABLE looked_through (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            at TEXT NOT NULL  -- when the tables and indexes were last seen to agree
        )
        """
    )
