"""Asks SQLite for the gate: `python -I -S ask_sqlite.py DIRECTORY`, one JSON value per line, in on 0 and out on 1.

It is the project's own Python, so its SQLite is the one that migrations run on. Files outside of DIRECTORY are not
opened. It ends when its input does.
"""

import hashlib
import json
import os
import sqlite3
import sys

# What a session of the project's may hold for a moment; who holds it longer left a transaction open.
BUSY_SECONDS = 5
EXACT = 2**53
ATTACH = 24


class Files:
    def __init__(self, directory):
        self._directory = os.path.realpath(directory)
        self._sessions = {}

    def query(self, file, session, sql, parameters=()):
        cursor = self._session(file, session).execute(sql, parameters)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, map(plain, row))) for row in cursor.fetchall()]

    def clone(self, file, to):
        """Whatever journal the file has is settled by the copying; its sessions go on."""
        source = self._session(file, 0)
        target = sqlite3.connect(self._inside(to))
        try:
            source.backup(target)
        finally:
            target.close()
        return []

    def close(self, file, session=None):
        for key in [key for key in self._sessions if key[0] == file and session in (None, key[1])]:
            self._sessions.pop(key).close()
        return []

    def version(self):
        return [{"version": sqlite3.sqlite_version}]

    def _session(self, file, session):
        key = (file, session)
        if key not in self._sessions:
            # No transaction but those that the gate asks for.
            opened = sqlite3.connect(self._inside(file), timeout=BUSY_SECONDS, isolation_level=None)
            opened.text_factory = lambda text: text.decode("utf-8", "replace")
            opened.create_function("alembic_gate_digest", 2, digest, deterministic=True)
            opened.set_authorizer(only_here)
            self._sessions[key] = opened
        return self._sessions[key]

    def _inside(self, file):
        if os.path.dirname(os.path.realpath(file)) != self._directory:
            raise sqlite3.OperationalError("%s is no scratch database of this run" % file)
        return file


def only_here(action, name, *_):
    """A dump or a seed may attach what is not ours. VACUUM attaches a file without a name; a computed one is None."""
    return sqlite3.SQLITE_DENY if action == ATTACH and name != "" else sqlite3.SQLITE_OK


def digest(kind, value):
    """Of a value and its storage class; text comes as bytes, since it may be no UTF-8."""
    if value is None:
        return None
    data = value if isinstance(value, bytes) else repr(value).encode()
    return hashlib.sha256(kind.encode() + b"\0" + data).hexdigest()


def plain(value):
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, int) and abs(value) > EXACT else value


def answer(files, request):
    asked = dict(request)
    number, verb = asked.pop("id"), asked.pop("do")
    try:
        return {"id": number, "rows": getattr(files, verb)(**asked)}
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        return {"id": number, "error": str(error)}


def main(directory):
    files = Files(directory)
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(files, json.loads(line))).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1])
