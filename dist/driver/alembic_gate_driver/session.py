"""The conversation with the gate: one `start`, then any number of requests, each answered by exactly one message.

A request with `steps` migrates, one with `compare` asks autogenerate for its opinion.
"""

import os
import sys

from .capture import Capture
from .channel import Channel
from .comparison import Comparison
from .failure import describe
from .migrate import Migration
from .project import Project
from .redirect import DialectSeen, Redirect


def serve():
    channel = Channel(3, 4)
    _import_ahead()
    settings = channel.receive()
    try:
        session = Session(channel, settings)
    except BaseException as error:  # the project's code may raise anything, SystemExit included
        channel.send(_failure(error, None, settings))
        return
    channel.send(dict(session.facts, event="started"))
    while True:
        request = channel.receive()
        if "compare" in request:
            channel.send(session.compare())
        else:
            channel.send(session.migrate(request["steps"], request.get("look")))


def _import_ahead():
    """What every project needs, while the gate is busy with other things. What is missing is told where it is used."""
    try:
        import alembic.config
        import alembic.operations.batch
        import alembic.runtime.environment
        import alembic.script
        import sqlalchemy.engine  # noqa: F401
    except BaseException:
        pass


class Session:
    def __init__(self, channel, settings):
        import alembic
        import sqlalchemy

        self._channel = channel
        self._settings = settings
        self._redirect = Redirect(channel, settings["family"])
        self._redirect.install()
        self._redirect.listen()
        self._capture = Capture(channel)
        self._capture.listen()
        self._project = Project(settings, self._redirect)
        self._script = None
        self._has_imported = False
        self.facts = {
            "python": "%d.%d.%d" % sys.version_info[:3],
            "alembic": alembic.__version__,
            "sqlalchemy": sqlalchemy.__version__,
        }

    def migrate(self, steps, look):
        self._capture.pause(look)
        before = set(sys.modules)
        migration, failed = self._run(Migration, steps)
        self._has_imported = self._has_imported or any(self._is_own(name) for name in set(sys.modules) - before)
        return failed or {"event": "done", "contexts": migration.contexts}

    def compare(self):
        self._capture.pause(None)
        comparison, failed = self._run(Comparison)
        if failed:
            return failed
        facts = {"contexts": comparison.contexts, "changes": comparison.changes, "stale": self._has_imported}
        return dict(facts, event="compared")

    def _is_own(self, name):
        """Whether a module is the project's; such a one may bring models that env.py alone does not load."""
        path = getattr(sys.modules.get(name), "__file__", None) or ""
        return path.startswith(os.path.join(self._settings["tree"], ""))

    def _run(self, kind, *args):
        """The run of env.py, and what to say of its failure; None where it came to its end."""
        from alembic.script import ScriptDirectory

        run = None
        try:
            with self._project.config() as config:
                # Loading executes every revision's file, which no step changes: once is enough.
                self._script = self._script or ScriptDirectory.from_config(config)
                run = kind(config, self._script, *args, self._channel, self._capture, self._redirect.family)
                run.run()
            return run, None
        except BaseException as error:
            return run, _failure(error, run, self._settings)
        finally:
            self._capture.end()


def _failure(error, migration, settings):
    if isinstance(error, DialectSeen):
        return {"event": "dialect", "dialect": error.dialect}
    return dict(describe(error, migration, settings["tree"]), event="failed")
