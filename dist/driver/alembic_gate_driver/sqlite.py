"""How SQLite is told where to connect: each file of the application has one scratch file of the gate.

Three doors lead to files: `connect`, which is led elsewhere; the class behind it, which only an audit hook sees; and
ATTACH, which the authorizer of each connection sees. What the last two are asked for is refused, not redirected.
"""

import functools
import os
import re
import sys

from .after_import import after_import

MEMORY = ":memory:"
ATTACH = 24
OK, DENY = 0, 1
# What a statement says that the authorizer stopped, while it is read and while it runs.
DENIED = ("not authorized", "authorization denied")
# What SQLite itself says against a statement. Its functions and triggers may say anything, values of rows included.
SAID = re.compile(
    r"(UNIQUE|NOT NULL|CHECK|FOREIGN KEY|PRIMARY KEY) constraint failed|no such (table|column|index|view|trigger|module)\b"
    r"|near |unrecognized token|incomplete input|duplicate column name|cannot |Cannot |datatype mismatch"
    r"|(table|index|view|trigger|there is already an? \w+) .* already exists|table \S+ has |foreign key mismatch"
    r"|error in (table|index|view|trigger) |(main\.)?\S+ is locked|database (table |schema )?is locked|too many "
)
# What a URL of SQLAlchemy may say of how a file is opened, which is the gate's to say.
REPLACED = frozenset("mode cache immutable vfs nolock psow uri".split())


class ForeignFile(BaseException):
    """Something would open a file that is not ours; no `except Exception` of the project may swallow it."""

    def __init__(self, name):
        super().__init__("%s is no scratch database" % (name or "a file whose name is computed"))
        self.name = name


def target_of(database):
    """Where the application meant to go: a path as it is read from here, or memory."""
    name = os.fsdecode(os.fspath(database))
    if name.startswith("file:"):
        name = _path_of(name)
    if name in ("", MEMORY):
        return {"host": "sqlite", "port": None, "database": MEMORY}
    path, here = os.path.realpath(name), os.path.realpath(os.curdir)
    inside = path.startswith(here + os.sep)
    return {"host": "sqlite", "port": None, "database": path[len(here) + 1 :] if inside else path}


def _path_of(uri):
    from urllib.parse import parse_qs, unquote, urlsplit

    parts = urlsplit(uri)
    in_memory = parse_qs(parts.query).get("mode") == ["memory"]
    return MEMORY if in_memory else unquote(parts.path)


def code_of(message):
    """The name of SQLite's error code, which Python tells from 3.11 on; None where the words may not be its own."""
    if not SAID.match(message):
        return None
    return "SQLITE_CONSTRAINT" if "constraint failed" in message else "SQLITE_ERROR"


class Doors:
    def __init__(self, redirect):
        self._redirect = redirect
        self._ours = set()

    def install(self):
        sys.addaudithook(self._audit)
        after_import({name: self._patch for name in ("sqlite3.dbapi2", "sqlite3", "pysqlite3.dbapi2")})

    def _patch(self, module):
        original = getattr(module, "connect", None)
        if original is None or getattr(original, "_alembic_gate", False):
            return  # `sqlite3` has what it took from `sqlite3.dbapi2`

        @functools.wraps(original)
        def connect(database, *args, **kwargs):
            path = self._redirect.endpoint("sqlite", self._target(database))["database"]
            self._ours.add(path)
            kwargs.pop("uri", None)
            connection = original(path, *args[:6], **kwargs)
            connection.set_authorizer(self._authorize)
            return connection

        connect._alembic_gate = True
        module.connect = connect

    def _target(self, database):
        name = os.fsdecode(os.fspath(database))
        return {"host": "sqlite", "port": None, "database": name} if name in self._ours else target_of(name)

    def _audit(self, event, arguments):
        if event != "sqlite3.connect" or not arguments:
            return
        name = os.fsdecode(os.fspath(arguments[0]))
        if name not in self._ours and name not in ("", MEMORY):
            raise ForeignFile(name)

    @staticmethod
    def _authorize(action, name, *_):
        return DENY if action == ATTACH and name not in ("", MEMORY) else OK
