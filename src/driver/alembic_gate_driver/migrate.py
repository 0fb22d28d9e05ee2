"""Runs exactly the named revisions, one step each, through the project's own env.py and Alembic's own machinery.

Alembic's targets move as many revisions as the graph asks for; a custom `fn` gives it the very steps instead, so that
one revision can go up or down beside any other heads.
"""

import time

from .redirect import FAMILIES, ForeignDialect


class NothingRan(Exception):
    """env.py came to its end without running a migration."""


class Migration:
    """One run of env.py. `current` is the step that runs now, None outside of steps."""

    def __init__(self, config, script, steps, channel, capture, family):
        self._config = config
        self._steps = steps
        self._channel = channel
        self._capture = capture
        self._family = family
        self.script = script
        self.contexts = []
        self.current = None

    def run(self):
        from alembic.runtime.environment import EnvironmentContext

        with EnvironmentContext(self._config, self.script, fn=self._plan, destination_rev="heads") as environment:
            configure = environment.configure

            def checked(*args, **kwargs):
                configure(*args, **kwargs)
                self._check_dialect(environment.get_context())

            environment.configure = checked
            self.script.run_env()
        if not self.contexts:
            raise NothingRan()

    def files(self):
        """The names that frames and tracebacks may have for the current revision's file."""
        module = self.current[0].module
        names = {self.current[0].path, getattr(module, "__file__", None)}
        names.update(f.__code__.co_filename for f in self._functions(module) if f.__module__ == module.__name__)
        return names - {None}

    def _functions(self, module):
        both = (getattr(module, name, None) for name in ("upgrade", "downgrade"))
        return [function for function in both if hasattr(function, "__code__")]

    def _plan(self, heads, context):
        from alembic.runtime.migration import MigrationStep

        self._describe(context)
        for wanted in self._steps:
            revision = self._named(wanted["revision"])
            build = getattr(MigrationStep, wanted["direction"] + "_from_script")
            self.current = (revision, wanted["direction"])
            self._capture.begin(self.files())
            function = getattr(revision.module, wanted["direction"], None)
            line = getattr(getattr(function, "__code__", None), "co_firstlineno", None)
            self._channel.send(dict(wanted, event="step", line=line))
            begun = time.perf_counter()
            yield build(self.script.revision_map, revision)
            self._capture.end()
            self._channel.send({"event": "step-end", "durationMs": (time.perf_counter() - begun) * 1000})
            self.current = None

    def _named(self, identifier):
        """Exactly that one: Alembic's own look-up takes `base` and `head` for its words and a beginning for the whole."""
        return self.script.revision_map._revision_map[identifier]

    def _check_dialect(self, context):
        """Before anything is written: Alembic makes its version table ahead of the first step."""
        if FAMILIES.get(context.dialect.name) != self._family:
            raise ForeignDialect(context.dialect.name, self._family)

    def _describe(self, context):
        """Where Alembic keeps this database's version rows, so that the gate can look for itself."""
        question = "SELECT DATABASE()" if self._family == "mysql" else "SELECT current_database()"
        self.contexts.append(
            {
                "database": context.connection.exec_driver_sql(question).scalar(),
                "table": context.version_table,
                "schema": context.version_table_schema,
            }
        )
