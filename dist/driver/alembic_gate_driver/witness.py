"""What a command of the project's own does with Alembic, told as the driver tells of its own doing."""

import sys

from .after_import import after_import
from .capture import Capture
from .engines import once_there_are_engines
from .failure import describe
from .redirect import DialectSeen
from .steps import Steps


def witness(channel, redirect, settings):
    """`settings["look"]` is a query after which each statement waits for the gate's word; None: nothing waits."""
    capture = Capture(channel)
    capture.pause(settings["look"])
    once_there_are_engines(capture.ears)
    after_import(
        {
            "alembic.operations.batch": lambda module: capture.listen_to_batches(),
            "alembic.runtime.migration": lambda module: _watch(module, channel, capture, redirect, settings),
        }
    )
    _tell_of_the_end(channel, settings)


def _watch(module, channel, capture, redirect, settings):
    original = module.MigrationContext.run_migrations

    def run_migrations(self, **kw):
        if self.as_sql:
            return original(self, **kw)
        steps = Steps(channel, capture, redirect.family)
        plan = self._migrations_fn

        def told(heads, context):
            steps.describe(context)
            for step in plan(heads, context):
                if not isinstance(step, module.RevisionStep):
                    yield step  # of `stamp`
                    continue
                steps.begin(step.revision, "upgrade" if step.is_upgrade else "downgrade")
                yield step
                steps.end()

        self._migrations_fn = told
        try:
            steps.check_dialect(self)
            result = original(self, **kw)
        except BaseException as error:
            _fail(channel, error, steps, settings)
            raise
        finally:
            capture.end()
            self._migrations_fn = plan
        channel.send({"event": "done", "contexts": steps.contexts})
        return result

    module.MigrationContext.run_migrations = run_migrations


def _tell_of_the_end(channel, settings):
    """What ends the interpreter is told as the driver would tell it; whoever comes first is heard."""
    original = sys.excepthook

    def hook(kind, error, trace):
        _fail(channel, error.with_traceback(trace), None, settings)
        original(kind, error, trace)

    sys.excepthook = hook


def _fail(channel, error, steps, settings):
    if isinstance(error, DialectSeen):
        channel.send({"event": "dialect", "dialect": error.dialect})
    else:
        channel.send(dict(describe(error, steps, settings["tree"]), event="failed"))
