"""The project as Alembic or Flask-Migrate would load it: its configuration, its application, its working directory."""

import contextlib
import copy
import os
import re
import sys

from .urls import scratch_url

URL_VARIABLES = ("SQLALCHEMY_DATABASE_URI", "DATABASE_URL")


class Project:
    """`settings` is the gate's `start` message; paths in it are absolute."""

    def __init__(self, settings, redirect):
        self._settings = settings
        self._redirect = redirect
        self._application = None
        self._options = None
        os.chdir(settings["workingDirectory"])
        self._take_place_of_checkout()
        if redirect.family is not None:
            for name in list(URL_VARIABLES) + settings["urlVariables"]:
                os.environ[name] = self._url("environment", os.environ.get(name))
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
        from alembic.config import CommandLine, Config

        ini = self._settings["ini"]
        if self._options is None:
            arguments = [part for value in self._settings["xArgs"] for part in ("-x", value)] + ["upgrade", "heads"]
            self._options = CommandLine().parser.parse_args(arguments)
        options = copy.deepcopy(self._options)
        toml = os.path.join(self._settings["workingDirectory"], "pyproject.toml")
        if ini and os.path.basename(ini) == "pyproject.toml":
            config = Config(toml_file=ini, cmd_opts=options)
        elif ini and hasattr(Config, "toml_args") and os.path.exists(toml):
            config = Config(file_=ini, toml_file=toml, cmd_opts=options)
        else:
            config = Config(ini, cmd_opts=options)
        config.set_main_option("script_location", _literal(self._settings["scriptLocation"]))
        if self._settings["versionLocations"]:
            config.set_main_option("version_locations", _literal(os.pathsep.join(self._settings["versionLocations"])))
            config.set_main_option("version_path_separator", "os")
            config.set_main_option("path_separator", "os")
        return config

    def _point_at_scratch(self, config):
        """`sqlalchemy.url`, and one per database where the ini names several."""
        if self._redirect.family is None:
            return
        config.set_main_option("sqlalchemy.url", _literal(self._url("config", config.get_main_option("sqlalchemy.url"))))
        for name in self._settings["databases"]:
            written = config.get_section_option(name, "sqlalchemy.url")
            config.set_section_option(name, "sqlalchemy.url", _literal(self._url("config:" + name, written)))

    def _url(self, purpose, original):
        # Configuration and environment variables speak of one database; only the sections of several differ.
        database = purpose.partition(":")[2] or None
        endpoint = self._redirect.endpoint(self._redirect.family, {"host": "the gate's own", "port": None, "database": database})
        return scratch_url(original, endpoint, self._redirect.family, self._is_asynchronous())

    def _is_asynchronous(self):
        try:
            with open(os.path.join(self._settings["scriptLocation"], "env.py"), encoding="utf-8", errors="replace") as file:
                return re.search(r"\b(create_async_engine|async_engine_from_config|AsyncEngine)\b", file.read()) is not None
        except OSError:
            return False

    def _flask_application(self):
        """Found as the `flask` command finds it: FLASK_APP (also from .flaskenv), wsgi.py, app.py."""
        from flask.cli import ScriptInfo, load_dotenv

        load_dotenv()
        return ScriptInfo(app_import_path=self._settings["app"] or os.environ.get("FLASK_APP")).load_app()

    def _take_place_of_checkout(self):
        """An exported tree stands where the checkout stood on `sys.path`, editable installations included."""
        tree, checkout = self._settings["tree"], self._settings["checkout"]

        def moved(path):
            inside = isinstance(path, str) and (path == checkout or path.startswith(checkout + os.sep))
            # A virtual environment inside the checkout stays where it is.
            return tree + path[len(checkout) :] if inside and os.path.exists(tree + path[len(checkout) :]) else path

        sys.path[:] = [moved(path) for path in sys.path]
        for name, module in list(sys.modules.items()):
            if name.startswith("__editable__") and isinstance(getattr(module, "MAPPING", None), dict):
                module.MAPPING.update({package: moved(path) for package, path in module.MAPPING.items()})
        # `python -m alembic` has the working directory on its path and `alembic` has not: last place serves both.
        sys.path.extend(path for path in (os.getcwd(), tree) if path not in sys.path)


def _literal(value):
    """Safe from the ini's own `%` interpolation."""
    return value.replace("%", "%%")
