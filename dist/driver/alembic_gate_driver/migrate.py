"""Runs exactly the named revisions, one step each, through the project's own env.py and Alembic's own machinery.

Alembic's targets move as many revisions as the graph asks for; a custom `fn` gives it the very steps instead, so that
one revision can go up or down beside any other heads.
"""

from .steps import Steps


class NothingRan(Exception):
    """env.py came to its end without running a migration."""


class Migration(Steps):
    """One run of env.py."""

    def __init__(self, config, script, steps, channel, capture, family):
        super().__init__(channel, capture, family)
        self._config = config
        self._steps = steps
        self.script = script

    def run(self):
        from alembic.runtime.environment import EnvironmentContext

        with EnvironmentContext(self._config, self.script, fn=self._plan, destination_rev="heads") as environment:
            configure = environment.configure

            def checked(*args, **kwargs):
                configure(*args, **kwargs)
                self.check_dialect(environment.get_context())

            environment.configure = checked
            self.script.run_env()
        if not self.contexts:
            raise NothingRan()

    def _plan(self, heads, context):
        from alembic.runtime.migration import MigrationStep

        self.describe(context)
        for wanted in self._steps:
            revision = self._named(wanted["revision"])
            build = getattr(MigrationStep, wanted["direction"] + "_from_script")
            self.begin(revision, wanted["direction"])
            yield build(self.script.revision_map, revision)
            self.end()

    def _named(self, identifier):
        """Exactly that one: Alembic's own look-up takes `base` and `head` for its words and a beginning for the whole."""
        return self.script.revision_map._revision_map[identifier]
