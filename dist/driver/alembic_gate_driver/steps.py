"""Tells the gate of each step of a migration as it runs, whoever asked Alembic for it."""

import time

from .redirect import FAMILIES, ForeignDialect

# What a session calls the database that it is in.
OWN_NAME = {
    "mysql": "SELECT DATABASE()",
    "postgresql": "SELECT current_database()",
    "sqlite": "SELECT file FROM pragma_database_list WHERE name = 'main'",
}


class Steps:
    """Of one run of env.py. `current` is the step that runs now, None outside of steps."""

    def __init__(self, channel, capture, family):
        self._channel = channel
        self._capture = capture
        self._family = family
        self._begun = None
        self.contexts = []
        self.current = None

    def begin(self, revision, direction):
        """`revision` is Alembic's Script."""
        self.current = (revision, direction)
        self._capture.begin(self.files())
        function = getattr(revision.module, direction, None)
        line = getattr(getattr(function, "__code__", None), "co_firstlineno", None)
        self._channel.send(
            {"event": "step", "revision": revision.revision, "direction": direction, "line": line}
        )
        self._begun = time.perf_counter()

    def end(self):
        self._capture.end()
        self._channel.send({"event": "step-end", "durationMs": (time.perf_counter() - self._begun) * 1000})
        self.current = None

    @property
    def swallowed(self):
        """The error of this step that its own code caught, and its line; None where there was none."""
        return self._capture.failed

    def files(self):
        """The names that frames and tracebacks may have for the current revision's file."""
        module = self.current[0].module
        names = {self.current[0].path, getattr(module, "__file__", None)}
        names.update(f.__code__.co_filename for f in self._functions(module) if f.__module__ == module.__name__)
        return names - {None}

    def _functions(self, module):
        both = (getattr(module, name, None) for name in ("upgrade", "downgrade"))
        return [function for function in both if hasattr(function, "__code__")]

    def check_dialect(self, context):
        """Before anything is written: Alembic makes its version table ahead of the first step."""
        if FAMILIES.get(context.dialect.name) != self._family:
            raise ForeignDialect(context.dialect.name, self._family)

    def describe(self, context):
        """Where Alembic keeps this database's version rows, so that the gate can look for itself."""
        from sqlalchemy import text

        ask = lambda question: context.connection.execute(text(question)).scalar()  # noqa: E731
        seen = {
            "database": ask(OWN_NAME[self._family]),
            "table": context.version_table,
            "schema": context.version_table_schema,
        }
        # Each connection of SQLite says for itself whether keys count.
        keys = {"foreignKeys": bool(ask("PRAGMA foreign_keys"))} if self._family == "sqlite" else {}
        self.contexts.append(dict(seen, **keys))
