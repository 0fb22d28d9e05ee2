"""The conversation with the gate: one `start`, then any number of `migrate`, each answered by exactly one message."""

import sys

from .capture import Capture
from .channel import Channel
from .failure import describe
from .migrate import Migration
from .project import Project
from .redirect import DialectSeen, Redirect


def serve():
    channel = Channel(3, 4)
    settings = channel.receive()
    try:
        session = Session(channel, settings)
    except BaseException as error:  # the project's code may raise anything, SystemExit included
        channel.send(_failure(error, None, settings))
        return
    channel.send(dict(session.facts, event="started"))
    while True:
        request = channel.receive()
        channel.send(session.migrate(request["steps"], request.get("look")))


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
        self.facts = {
            "python": "%d.%d.%d" % sys.version_info[:3],
            "alembic": alembic.__version__,
            "sqlalchemy": sqlalchemy.__version__,
        }

    def migrate(self, steps, look):
        from alembic.script import ScriptDirectory

        migration = None
        self._capture.pause(look)
        try:
            with self._project.config() as config:
                # Loading executes every revision's file, which no step changes: once is enough.
                self._script = self._script or ScriptDirectory.from_config(config)
                migration = Migration(
                    config, self._script, steps, self._channel, self._capture, self._redirect.family
                )
                migration.run()
            return {"event": "done", "contexts": migration.contexts}
        except BaseException as error:
            return _failure(error, migration, self._settings)
        finally:
            self._capture.end()


def _failure(error, migration, settings):
    if isinstance(error, DialectSeen):
        return {"event": "dialect", "dialect": error.dialect}
    return dict(describe(error, migration, settings["tree"]), event="failed")
