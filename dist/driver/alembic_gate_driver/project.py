"""The project as Alembic or Flask-Migrate would load it: its configuration, its application, its working directory."""

import contextlib
import copy
import os
import sys

from .checkout import take_place_of_checkout
from .urls import is_asynchronous, scratch_url

# Where a scratch database is asked for that no connection of the application has asked for yet.
GATE_HOST = "the gate's own"
URL_VARIABLES = ("SQLALCHEMY_DATABASE_URI", "DATABASE_URL")


class Project:
    """`settings` is the gate's `start` message; paths in it are absolute."""

    def __init__(self, settings, redirect):
        self._settings = settings
        self._redirect = redirect
        self._application = None
        self._options = None
        os.chdir(settings["workingDirectory"])
        take_place_of_checkout(settings["tree"], settings["checkout"])
        # `python -m alembic` has the working directory on its path and `alembic` has not: last place serves both.
        sys.path.extend(path for path in (os.getcwd(), settings["tree"]) if path not in sys.path)
        if redirect.family is not None:
            for name in list(URL_VARIABLES) + settings["urlVariables"]:
                os.environ[name] = self._url(os.environ.get(name))
        if settings["flavour"] == "flask-migrate":
            self._application = self._flask_application()

    @contextlib.contextmanager
    def config(self):
        """A fresh configuration, as every Alembic command makes one, inside the application's context if it has one."""
        if self._application is None:
            config = self._alembic_config()
            self._point_at_scratch(config)
            yield config
            return
        with self._application.app_context():
            migrate = self._application.extensions["migrate"].migrate
            config = migrate.get_config(self._settings["scriptLocation"], x_arg=self._settings["xArgs"])
            self._point_at_scratch(config)
            yield config

    def _alembic_config(self):
        from alembic.config import Config

        ini = self._settings["ini"]
        options = copy.copy(self._command_line())
        toml = os.path.join(self._settings["workingDirectory"], "pyproject.toml")
        if ini and os.path.basename(ini) == "pyproject.toml":
            config = Config(toml_file=ini, cmd_opts=options)
        elif ini and hasattr(Config, "toml_args") and os.path.exists(toml):
            config = Config(file_=ini, toml_file=toml, cmd_opts=options)
        else:
            config = Config(ini, cmd_opts=options)
        config.set_main_option("script_location", _literal(self._settings["scriptLocation"]))
        locations = os.pathsep.join(self._settings["versionLocations"])
        if locations:
            config.set_main_option("version_locations", _literal(locations))
            config.set_main_option("version_path_separator", "os")
            config.set_main_option("path_separator", "os")
        return config

    def _command_line(self):
        """What `alembic -x … upgrade heads` would have as its options, which env.py may look into."""
        from alembic.config import CommandLine

        if self._options is None:
            self._options = CommandLine().parser.parse_args(["upgrade", "heads"])
            self._options.x = list(self._settings["xArgs"]) or None
        return self._options

    def _point_at_scratch(self, config):
        """`sqlalchemy.url`, and one per database where the ini names several."""
        if self._redirect.family is None:
            return
        written = config.get_main_option("sqlalchemy.url")
        config.set_main_option("sqlalchemy.url", _literal(self._url(written)))
        for name in self._settings["databases"]:
            written = config.get_section_option(name, "sqlalchemy.url")
            config.set_section_option(name, "sqlalchemy.url", _literal(self._url(written, name)))

    def _url(self, original, database=None):
        """The configuration's URL and the variables speak of one database; only sections of several differ."""
        target = {"host": GATE_HOST, "port": None, "database": database}
        endpoint = self._redirect.endpoint(self._redirect.family, target)
        return scratch_url(original, endpoint, self._redirect.family, is_asynchronous(self._settings["scriptLocation"]))

    def _flask_application(self):
        """Found as the `flask` command finds it: FLASK_APP (also from .flaskenv), wsgi.py, app.py."""
        from flask.cli import ScriptInfo, load_dotenv

        load_dotenv()
        return ScriptInfo(app_import_path=self._settings["app"] or os.environ.get("FLASK_APP")).load_app()


def _literal(value):
    """Safe from the ini's own `%` interpolation."""
    return value.replace("%", "%%")
